#include "golden/golden.h"
#include "model/driver.h"
#include "testing.h"
#include "wire/wire.h"

#include <stdio.h>
#include <stdlib.h>

/* What goes out comes back the same: every body of an event, every command that clients may send,
 * every kind of item, each with its numbers and texts at their largest. And a few messages as
 * bytes, so that the format cannot drift unseen. */

/* `size - 1` bytes of text that is clean: letters only. */
static void fill_text(char *to, size_t size)
{
    for (size_t i = 0; i + 1 < size; i++)
        to[i] = (char)('a' + i % 26);
    to[size - 1] = '\0';
}

/* As many visible characters as a person may type, of three bytes each. */
static void fill_visible(char *to, size_t visible)
{
    to[0] = '\0';
    for (size_t i = 0; i < visible; i++)
        strcat(to, "\xe2\x82\xac"); /* euro sign */
}

static void fill_figure(struct figure *f)
{
    f->now = 9;
    f->target = RATING_MAX;
    f->months = MONTHS_MAX;
    fill_visible(f->note, NOTE_VISIBLE);
}

static void fill_content(struct condition *c)
{
    fill_text(c->id, sizeof c->id);
    fill_text(c->name, sizeof c->name);
    fill_text(c->tight, sizeof c->tight);
    fill_text(c->question, sizeof c->question);
    c->prompt_count = PROMPTS_MAX;
    c->resource_count = RESOURCES_MAX;
    for (int i = 0; i < PROMPTS_MAX; i++)
        fill_text(c->prompts[i], LINE_SIZE);
    for (int i = 0; i < SCALE_COUNT; i++)
        fill_text(c->scale[i], LINE_SIZE);
    for (int i = 0; i < RESOURCES_MAX; i++) {
        fill_text(c->resources[i].title, LINE_SIZE);
        fill_text(c->resources[i].kind, LABEL_SIZE);
        fill_text(c->resources[i].offered_by, NAME_SIZE);
        fill_text(c->resources[i].where, LINE_SIZE);
    }
}

static void fill_agenda_item(struct agenda_item *i)
{
    fill_text(i->id, sizeof i->id);
    fill_text(i->title, sizeof i->title);
    i->start = 24 * 60 - 1;
    i->minutes = UINT16_MAX;
    i->step_count = STEPS_MAX;
    memset(i->steps, STAGE_COUNT - 1, sizeof i->steps);
    fill_text(i->lead_in, sizeof i->lead_in);
    i->objective_count = OBJECTIVES_MAX;
    for (int n = 0; n < OBJECTIVES_MAX; n++)
        fill_text(i->objectives[n], LINE_SIZE);
    fill_text(i->ground_rule, sizeof i->ground_rule);
    fill_text(i->notes, sizeof i->notes);
}

/* Bodies are found by the member's name; one function fills any. */
static void fill_workshop(union change *c)
{
    memset(c->workshop.id, 0xFE, WORKSHOP_ID_SIZE);
    fill_visible(c->workshop.title, TITLE_VISIBLE);
    fill_text(c->workshop.pack, ID_SIZE);
    fill_text(c->workshop.agenda, ID_SIZE);
    fill_text(c->workshop.language, ID_SIZE);
}

static void fill_condition(union change *c)
{
    c->condition.condition = UINT16_MAX;
    fill_content(&c->condition.content);
}

static void fill_agenda(union change *c)
{
    c->agenda.item = UINT8_MAX;
    fill_agenda_item(&c->agenda.content);
}

static void fill_school(union change *c)
{
    c->school.school = UINT16_MAX;
    fill_visible(c->school.name, NAME_VISIBLE);
}

static void fill_join(union change *c)
{
    c->join.seat = c->join.code = c->join.school = UINT16_MAX;
    c->join.role = ROLE_COUNT - 1;
    c->join.speaks = true;
    memset(c->join.token_id, 0xFF, sizeof c->join.token_id);
    fill_visible(c->join.name, NAME_VISIBLE);
}

static void fill_seat(union change *c)
{
    c->seat.seat = c->seat.school = UINT16_MAX;
    c->seat.speaks = true;
    fill_visible(c->seat.name, NAME_VISIBLE);
}

static void fill_code(union change *c)
{
    c->code.code = c->code.school = c->code.seat = UINT16_MAX;
    c->code.kind = UINT8_MAX;
}

static void fill_rating(union change *c)
{
    c->rating.school = c->rating.condition = UINT16_MAX;
    c->rating.side = UINT8_MAX;
    c->rating.revision = UINT32_MAX;
    fill_figure(&c->rating.figure);
    fill_visible(c->rating.with, NAME_VISIBLE);
}

static void fill_consent(union change *c)
{
    c->consent.school = UINT16_MAX;
    c->consent.scopes = c->consent.answer = UINT8_MAX;
}

static void fill_place(union change *c)
{
    c->place = (struct place){AGENDA_MAX, STEPS_MAX};
}

static void fill_timer(union change *c)
{
    c->timer.action = c->timer.item = UINT8_MAX;
    c->timer.running = true;
    c->timer.milliseconds = INT64_MIN;
}

static void fill_view(union change *c)
{
    memset(&c->view, 0, sizeof c->view);
    c->view.targets = c->view.by_average = c->view.blank = c->view.frozen = true;
    c->view.larger = LARGER_MOST;
    c->view.focus = c->view.finding = CONDITIONS_MAX;
    c->view.page = UINT8_MAX;
    c->view.note = NOTES_MAX;
    c->view.finding_kind = FINDING_COUNT - 1;
}

static void fill_setting(union change *c)
{
    c->setting.setting = UINT8_MAX;
    c->setting.on = true;
}

typedef void filler(union change *);
static filler *const event_fillers[EVENT_COUNT] = {

#define X(name, word, member) [EVENT_##name] = fill_##member,
    EVENT_LIST(X)
#undef X
};
static filler *const command_fillers[COMMAND_COUNT] = {
#define X(name, word, member, who) [COMMAND_##name] = fill_##member,
    COMMAND_LIST(X)
#undef X
};

static void every_event_body(void **state)
{
    (void)state;
    static struct event in, out;
    static uint8_t bytes[WIRE_ITEM_MAX];
    for (unsigned kind = 0; kind < EVENT_COUNT; kind++)
        for (int full = 0; full < 2; full++) {
            memset(&in, 0, sizeof in);
            in.kind = out.kind = (enum event_kind)kind;
            if (full || kind == EVENT_CONDITION_ADDED || kind == EVENT_AGENDA_ITEM_ADDED)
                event_fillers[kind](&in.change);
            size_t length = wire_event_encode(bytes, &in);
            memset(&out.change, 0xAA, sizeof out.change);
            if (!wire_event_decode(&out, bytes, length))
                fail_msg("%s", event_word((enum event_kind)kind));
            assert_memory_equal(&in.change, &out.change, sizeof in.change);
            assert_int_equal(wire_event_kind(event_word((enum event_kind)kind)), kind);
        }
    assert_int_equal(wire_event_kind("nonsense"), EVENT_COUNT);
}

static void every_command_of_clients(void **state)
{
    (void)state;
    static struct command in;
    static struct upward out;
    static uint8_t bytes[WIRE_UPWARD_MAX];
    for (unsigned kind = COMMAND_ADD_SCHOOL; kind < COMMAND_COUNT; kind++)
        for (int full = 0; full < 2; full++) {
            memset(&in, 0, sizeof in);
            in.kind = (enum command_kind)kind;
            in.id = full ? UINT32_MAX : 1;
            if (full)
                command_fillers[kind](&in.change);
            memset(in.secret.bytes, 0x5A, sizeof in.secret.bytes);
            in.secret.length = SECRET_SIZE;
            size_t length = wire_command_encode(bytes, &in);
            assert_true(wire_upward_decode(&out, bytes, length));
            assert_true(out.has_command);
            assert_int_equal(out.refusal, REFUSAL_NONE);
            assert_int_equal(out.command.id, in.id);
            assert_int_equal(out.command.kind, in.kind);
            assert_memory_equal(&in.change, &out.command.change, sizeof in.change);
            assert_int_equal(out.command.secret.length, 0); /* no secret travels */
            assert_null(memmem(bytes, length, "ZZZZ", 4));
        }
    size_t length = wire_beat_encode(bytes, UINT32_MAX);
    assert_true(wire_upward_decode(&out, bytes, length));
    assert_false(out.has_command);
    assert_int_equal(out.beat, UINT32_MAX);
}

static void fill_talk(struct talk_item *t)
{
    t->settled = true;
    t->agreed_ms = INT64_MAX;
    fill_figure(&t->agreed);
    fill_text(t->agreed_with, NAME_SIZE);
    for (int side = 0; side < SIDE_COUNT; side++) {
        t->proposals[side].revision = UINT32_MAX;
        fill_figure(&t->proposals[side].figure);
    }
}

static void fill_summary(struct summary_item *s)
{
    *s = (struct summary_item){.counted = SCHOOLS_MAX,
                               .of = SCHOOLS_MAX,
                               .has_figures = true,
                               .total = SCHOOLS_MAX * RATING_MAX,
                               .average = RATING_MAX * 10,
                               .band = 3,
                               .target_counted = SCHOOLS_MAX,
                               .target_average = RATING_MAX * 10,
                               .target_band = 3};
    for (int v = 1; v <= RATING_MAX; v++)
        s->spread[v] = SCHOOLS_MAX;
}

static void fill_people(struct item *i)
{
    if (i->key.kind == ITEM_SEAT) {
        i->body.seat = (struct seat_item){.role = ROLE_COUNT - 1,
                                          .presence = PRESENCE_COUNT - 1,
                                          .speaks = true,
                                          .school = SCHOOLS_MAX};
        fill_text(i->body.seat.name, NAME_SIZE);
    } else if (i->key.kind == ITEM_ME) {
        i->body.me = (struct me_item){
            .seat = SEATS_MAX, .role = ROLE_COUNT - 1, .speaks = true, .school = SCHOOLS_MAX};
        fill_text(i->body.me.name, NAME_SIZE);
    } else {
        i->body.code = (struct code_item){
            .kind = CODE_KIND_COUNT - 1, .school = SCHOOLS_MAX, .seat = SEATS_MAX};
        fill_text(i->body.code.symbols, CODE_LENGTH + 1);
    }
}

static void fill_item(struct item *i)
{
    switch ((enum item_kind)i->key.kind) {
    case ITEM_WORKSHOP:
        fill_text(i->body.workshop.title, TITLE_SIZE);
        fill_text(i->body.workshop.language, ID_SIZE);
        i->body.workshop.school_count = SCHOOLS_MAX;
        i->body.workshop.condition_count = CONDITIONS_MAX;
        i->body.workshop.item_count = AGENDA_MAX;
        i->body.workshop.named = i->body.workshop.count_proposed = i->body.workshop.closed = true;
        break;
    case ITEM_CONDITION:
        fill_content(&i->body.condition);
        break;
    case ITEM_AGENDA_ITEM:
        fill_agenda_item(&i->body.agenda_item);
        break;
    case ITEM_PLACE:
        i->body.place = (struct place){AGENDA_MAX, STEPS_MAX};
        break;
    case ITEM_TIMER:
        i->body.timer = (struct timer_item){true, true, INT64_C(1) << 52, -(INT64_C(1) << 52), 1};
        break;
    case ITEM_VIEW:
        i->body.view = (struct view){true, true, CONDITIONS_MAX};
        break;
    case ITEM_SCHOOL:
        fill_text(i->body.school.name, NAME_SIZE);
        i->body.school.here = i->body.school.away = SEATS_MAX;
        break;
    case ITEM_CELL:
        i->body.cell = (struct cell_item){RATING_AGREED, RATING_MAX, RATING_MAX, MONTHS_MAX};
        break;
    case ITEM_TALK:
        fill_talk(&i->body.talk);
        break;
    case ITEM_SUMMARY:
        fill_summary(&i->body.summary);
        break;
    case ITEM_PROGRESS:
        i->body.progress = (struct progress_item){UINT16_MAX, UINT16_MAX, UINT16_MAX};
        break;
    case ITEM_CONSENT:
        memset(i->body.consent.answers, ANSWER_COUNT - 1, SCOPE_COUNT);
        break;
    case ITEM_SEAT:
    case ITEM_CODE:
    case ITEM_ME:
        fill_people(i);
        break;
    case ITEM_KIOSK:
        fill_text(i->body.kiosk.address, ADDRESS_SIZE);
        fill_text(i->body.kiosk.trouble, TROUBLE_SIZE);
        i->body.kiosk.port = UINT16_MAX;
        memset(i->body.kiosk.settings, true, SETTING_COUNT);
        break;
    case ITEM_COUNT:
        break;
    }
}

/* The largest key of each kind. */
static struct item_key key_of(unsigned kind)
{
    static const uint16_t a[ITEM_COUNT] = {
        [ITEM_CONDITION] = CONDITIONS_MAX, [ITEM_AGENDA_ITEM] = AGENDA_MAX,
        [ITEM_SCHOOL] = SCHOOLS_MAX,       [ITEM_CELL] = CONDITIONS_MAX,
        [ITEM_TALK] = CONDITIONS_MAX,      [ITEM_SUMMARY] = CONDITIONS_MAX,
        [ITEM_PROGRESS] = SCHOOLS_MAX,     [ITEM_CONSENT] = SCHOOLS_MAX,
        [ITEM_SEAT] = SEATS_MAX,           [ITEM_CODE] = CODES_MAX};
    bool pair = kind == ITEM_CELL || kind == ITEM_TALK;
    return (struct item_key){(uint8_t)kind, a[kind], pair ? SCHOOLS_MAX : 0};
}

static void every_kind_of_item(void **state)
{
    (void)state;
    static struct item in, out;
    static uint8_t bytes[WIRE_ITEM_MAX];
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++) {
        memset(&in, 0, sizeof in);
        in.key = key_of(kind);
        fill_item(&in);
        size_t length = wire_item_encode(bytes, &in);
        if (!wire_item_decode(&out, bytes, length))
            fail_msg("%s", item_word((enum item_kind)kind));
        assert_int_equal(out.key.kind, kind);
        assert_int_equal(out.key.a, in.key.a);
        assert_int_equal(out.key.b, in.key.b);
        assert_memory_equal(&in.body, &out.body, sizeof in.body);
        /* one beyond is nowhere */
        in.key.b++;
        length = wire_item_encode(bytes, &in);
        assert_false(wire_item_decode(&out, bytes, length));
    }
}

static size_t print_hex(char *to, const char *name, const uint8_t *bytes, size_t length)
{
    size_t n = (size_t)sprintf(to, "%s\n", name);
    for (size_t i = 0; i < length; i++)
        n += (size_t)sprintf(to + n, "%02x%s", bytes[i], i % 32 == 31 ? "\n" : "");
    return n + (size_t)sprintf(to + n, "\n");
}

/* Files and clients of other versions hold these very bytes. */
static void the_bytes_stay_as_they_are(void **state)
{
    (void)state;
    static uint8_t bytes[WIRE_ITEM_MAX];
    static char text[1 << 16];
    size_t used = 0;
    struct command rate = ask_figure(COMMAND_RATE, 3, 12, 4);
    rate.id = 300;
    rate.change.rating.figure.target = 7;
    rate.change.rating.figure.months = 12;
    used += print_hex(text + used, "rate", bytes, wire_command_encode(bytes, &rate));
    struct command consent = ask_consent(2, 5, ANSWER_YES);
    consent.id = 1;
    used += print_hex(text + used, "consent", bytes, wire_command_encode(bytes, &consent));
    used += print_hex(text + used, "beat", bytes, wire_beat_encode(bytes, 77));
    struct event e = {.kind = EVENT_RATING_AGREED_IN_PERSON};
    e.change = ask_figure(COMMAND_AGREE_IN_PERSON, 10, 128, 10).change;
    e.change.rating.revision = 2;
    used += print_hex(text + used, "agreed-in-person", bytes, wire_event_encode(bytes, &e));
    struct event timer = {.kind = EVENT_TIMER_SET};
    timer.change.timer.item = 3;
    timer.change.timer.running = true;
    timer.change.timer.milliseconds = -90000;
    used += print_hex(text + used, "timer-set", bytes, wire_event_encode(bytes, &timer));
    struct item cell = {.key = {ITEM_CELL, 10, 128}, .body.cell = {RATING_AGREED, 5, 8, 18}};
    used += print_hex(text + used, "cell", bytes, wire_item_encode(bytes, &cell));
    struct item summary = {.key = {ITEM_SUMMARY, 1, 0}};
    fill_summary(&summary.body.summary);
    used += print_hex(text + used, "summary", bytes, wire_item_encode(bytes, &summary));
    golden_check("wire/messages", text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_event_body),
        cmocka_unit_test(every_command_of_clients),
        cmocka_unit_test(every_kind_of_item),
        cmocka_unit_test(the_bytes_stay_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
