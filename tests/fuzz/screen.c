/* The participant's window, the facilitator's console in it, with items from a kiosk that sends
 * whatever it likes and a person who presses anything. A piece is some items, keys, a text, a press
 * or a turn of the connection; the screen is run after each. What a person can ask for must travel,
 * and what is drawn is whole text. */

#include "fuzz/busy.h"
#include "fuzz/fuzz.h"
#include "fuzz/rewind.h"
#include "base/text.h"
#include "screen/screens_core.h"
#include "wire/fill.h"
#include "wire/wire.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 600, STEPS_MOST = 48, KEYS = KEY_F11 + 1 };

/* What `a`, `b` and the bytes are of each. */
enum kind {
    ITEM,   /* an item's bytes */
    KEYS_,  /* one key a byte, with its modifiers in the high bits */
    LETTER, /* the letter, modifiers */
    TEXT,
    PASTE,
    COMPOSE,
    PRESS,  /* where, in 1/255 of the window */
    WHEEL,  /* how far */
    STATE,  /* of the connection, and why it is over */
    WAIT,   /* 100 ms each */
    ANSWER, /* to the oldest command: the refusal */
    SIZE,   /* of the window: larger, theme */
    KINDS
};

static struct busy busy;
static struct room *rooms[3]; /* of the facilitator, a school's speaker, an observer */
static struct screens *screens;
static struct console *console;

/* Just opened, and put back to that after each input. */
static void keep_screens(void)
{
    struct screens *made;
    enum error e = screens_create(&made, THEME_LIGHT, false);
    assert(e == ERROR_OK);
    screens = rewind_keep(made, sizeof *made);
    console = rewind_keep(made->console, sizeof *console);
    struct room *own[] = {rewind_keep(console->made, sizeof(struct room)),
                          rewind_keep(console->held, sizeof(struct room))};
    screens_destroy(&made);
    console->made = own[0], console->held = own[1];
    console = rewind_keep(console, sizeof *console);
    screens->console = console;
    screens = rewind_keep(screens, sizeof *screens);
}

static void put_back(struct room *room)
{
    rewind_back(room, sizeof *room);
    rewind_back(console->made, sizeof *room);
    rewind_back(console->held, sizeof *room);
    rewind_back(console, sizeof *console);
    rewind_back(screens, sizeof *screens);
}

static void take(void *context, const struct item *item)
{
    room_apply(context, item);
}

void fuzz_begin(void)
{
    static const struct audience audiences[3][3] = {
        {{AUDIENCE_FACILITATOR, 0}, {AUDIENCE_SEAT, 3}, {AUDIENCE_SEAT, 3}},
        {{AUDIENCE_PARTICIPANTS, 0}, {AUDIENCE_SCHOOL, 1}, {AUDIENCE_SEAT, 2}},
        {{AUDIENCE_OBSERVER, 0}, {AUDIENCE_SEAT, 4}, {AUDIENCE_SEAT, 4}}};
    static const struct me_item mine[3] = {
        {.seat = 3, .role = ROLE_FACILITATOR, .name = "Cluster manager"},
        {.seat = 2, .role = ROLE_SCHOOL, .speaks = true, .school = 1, .name = "Ann"},
        {.seat = 4, .role = ROLE_OBSERVER, .name = "Officer"}};
    busy_begin(&busy, DAY);
    for (int i = 0; i < 3; i++) {
        struct room *made;
        enum error e = room_create(&made);
        assert(e == ERROR_OK);
        for (int k = 0; k < 3; k++)
            model_project(busy.bench.model, &busy.live, audiences[i][k], take, made);
        made->me = mine[i];
        rooms[i] = rewind_keep(made, sizeof *made);
        room_destroy(&made);
    }
    busy_back(&busy);
    keep_screens();
}

struct desk {
    struct screens *screens;
    struct screens_sight sight;
    struct layout layout;
    struct room *room;
    unsigned steps;
    uint32_t next_id;
    unsigned pending_count;
    struct session_pending pending[SESSION_OUTBOX_MAX];
};

static struct desk desk;
static struct input input;
static struct draw_list list;
static struct screens_wish wish;

static void send(struct command *command)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    static struct upward upward;
    command->id = desk.pending_count < SESSION_OUTBOX_MAX ? desk.next_id++ : 0;
    if (command->id) {
        bool taken = wire_upward_decode(&upward, bytes, wire_command_encode(bytes, command));
        assert(taken && upward.has_command);
        desk.pending[desk.pending_count++] =
            (struct session_pending){.command = *command, .asked_ms = desk.sight.now_ms};
    }
    screens_sent(desk.screens, command);
}

static void step(void)
{
    if (desk.steps++ >= STEPS_MOST) {
        input_clear(&input);
        return;
    }
    desk.sight.now_ms += 20;
    desk.sight.clock_ms += 20;
    desk.sight.room = desk.room;
    desk.sight.pending = desk.pending;
    desk.sight.pending_count = desk.pending_count;
    screens_step(desk.screens, &desk.sight, &input, &desk.layout, &type_fixed_metrics, &list,
                 &wish);
    input_clear(&input);
    for (uint32_t c = 0; c < list.commands; c++)
        if (list.command[c].kind == DRAW_TEXT)
            assert(text_whole(list.text + list.command[c].first, list.command[c].count) ==
                   list.command[c].count);
    for (int i = 0; i < wish.commands; i++)
        send(&wish.command[i]);
    if (wish.save)
        screens_saved(desk.screens, "saved");
    if (wish.join)
        desk.sight.state = SESSION_JOINING;
    if (wish.leave)
        desk.sight.state = SESSION_APART;
}

static void press(int x, int y)
{
    input_pointer(&input, INPUT_MOVE, x, y);
    input_pointer(&input, INPUT_PRESS, x, y);
    step();
    input_pointer(&input, INPUT_RELEASE, x, y);
}

static void answer(enum refusal refusal)
{
    if (!desk.pending_count)
        return;
    struct session_notice notice = {.kind = refusal ? SESSION_REFUSED : SESSION_SAVED,
                                    .id = desk.pending[0].command.id,
                                    .refusal = refusal};
    desk.pending_count--;
    memmove(desk.pending, desk.pending + 1, desk.pending_count * sizeof *desk.pending);
    screens_notice(desk.screens, &notice);
}

static void take_item(const struct piece *piece)
{
    static struct item item;
    if (wire_item_decode(&item, piece->bytes, piece->length))
        room_apply(desk.room, &item);
}

static void take_piece(const struct piece *piece)
{
    const char *text = (const char *)piece->bytes;
    switch ((enum kind)(piece->kind % KINDS)) {
    case ITEM:
        take_item(piece);
        return;
    case KEYS_:
        for (size_t i = 0; i < piece->length && i < 16; i++, step())
            input_key(&input, (enum input_key)(piece->bytes[i] % 32 % KEYS), piece->bytes[i] >> 5);
        break;
    case LETTER:
        input_letter(&input, piece->a, piece->b % 8);
        break;
    case TEXT:
        input_text(&input, INPUT_TEXT, text, piece->length);
        break;
    case PASTE:
        input_text(&input, INPUT_PASTE, text, piece->length);
        break;
    case COMPOSE:
        input_text(&input, INPUT_COMPOSE, text, piece->length);
        break;
    case PRESS:
        press(piece->a * desk.layout.width / 255, piece->b * desk.layout.height / 255);
        break;
    case WHEEL:
        input_wheel(&input, desk.layout.width / 2, desk.layout.height / 2, (int8_t)piece->a);
        break;
    case STATE:
        desk.sight.state = (enum session_state)(piece->a % (SESSION_DOWN + 1));
        desk.sight.over = desk.sight.state == SESSION_APART
                              ? (enum session_over)(piece->b % SESSION_OVER_COUNT)
                              : SESSION_NOT_OVER;
        break;
    case WAIT:
        desk.sight.now_ms += piece->a * 100, desk.sight.clock_ms += piece->a * 100;
        break;
    case ANSWER:
        answer((enum refusal)(piece->a % REFUSAL_COUNT));
        break;
    case SIZE:
        desk.layout = layout_client(880 + piece->a * 10, 608 + piece->b * 6);
        break;
    case KINDS:
        break;
    }
    step();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct piece piece;
    static const struct session_notice seated = {.kind = SESSION_SEATED};
    if (!length)
        return 0;
    desk = (struct desk){.next_id = 1, .room = rooms[length % 3]};
    desk.layout = layout_client(1100, 760);
    desk.sight = (struct screens_sight){
        .state = SESSION_UP, .now_ms = 5000, .clock_ms = INT64_C(1236850080000)};
    desk.screens = screens;
    screens_notice(desk.screens, &seated);
    step();
    for (unsigned n = 0; n < PIECES_MOST && piece_take(&piece, &bytes, &length); n++)
        take_piece(&piece);
    step();
    fuzz_sink += screens_may_close(desk.screens);
    put_back(desk.room);
    return 0;
}

/* ---- seeds */

static struct pieces pieces;

/* Which room it is of goes by the length. */
static void seed(void)
{
    static unsigned next;
    while (pieces.length % 3 != next % 3)
        pieces.bytes[pieces.length++] = 0;
    next++;
    pieces_seed(&pieces);
}

static void put_keys(const char *keys)
{
    piece_put(&pieces, (struct piece){KEYS_, 0, 0, (const uint8_t *)keys, strlen(keys)});
}

static void put_item(const struct item *item)
{
    static uint8_t bytes[WIRE_ITEM_MAX];
    piece_put(&pieces, (struct piece){ITEM, 0, 0, bytes, wire_item_encode(bytes, item)});
}

void fuzz_seeds(void)
{
    static struct item item;
    static const uint8_t typed[] = "Caf\xC3\xA9 du Nord";
    static const char keys[] = {KEY_TAB,   KEY_TAB,   KEY_ENTER, KEY_DOWN,
                                KEY_ENTER, KEY_RIGHT, KEY_SPACE, KEY_TAB | WITH_SHIFT << 5,
                                KEY_ENTER, 0};
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++) {
        memset(&item, 0, sizeof item);
        fill_item(&item, (enum item_kind)kind);
        put_item(&item);
        put_keys(keys);
        memset(&item, 0, sizeof item);
        fill_least_item(&item, (enum item_kind)kind);
        put_item(&item);
        seed();
    }
    for (unsigned stage = 0; stage < STAGE_COUNT; stage++) {
        memset(&item, 0, sizeof item);
        item.key = (struct item_key){ITEM_AGENDA_ITEM, 1, 0};
        strcpy(item.body.agenda_item.title, "Here");
        item.body.agenda_item.step_count = 1;
        item.body.agenda_item.steps[0] =
            (struct agenda_step){.stage = (uint8_t)stage, .subject = 1};
        put_item(&item);
        memset(&item, 0, sizeof item);
        item.key.kind = ITEM_PLACE;
        item.body.place = (struct place){1, 1};
        put_item(&item);
        for (int i = 0; i < 3; i++)
            put_keys(keys);
        piece_put(&pieces, (struct piece){TEXT, 0, 0, typed, sizeof typed - 1});
        seed();
    }
    for (unsigned letter = 'a'; letter <= 'z'; letter++) {
        piece_put(&pieces, (struct piece){.kind = LETTER, .a = (uint8_t)letter});
        put_keys(keys);
        piece_put(&pieces, (struct piece){.kind = LETTER, .a = (uint8_t)letter, .b = WITH_CONTROL});
        put_keys(keys);
        piece_put(&pieces, (struct piece){TEXT, 0, 0, typed, sizeof typed - 1});
        seed();
    }
    for (unsigned y = 10; y < 250; y += 24) {
        for (unsigned x = 10; x < 250; x += 24)
            piece_put(&pieces, (struct piece){.kind = PRESS, .a = (uint8_t)x, .b = (uint8_t)y});
        piece_put(&pieces, (struct piece){PASTE, 0, 0, typed, sizeof typed - 1});
        piece_put(&pieces, (struct piece){.kind = ANSWER, .a = 1});
        piece_put(&pieces, (struct piece){.kind = STATE, .a = SESSION_DOWN});
        piece_put(&pieces, (struct piece){.kind = SIZE, .a = 80, .b = 80});
        seed();
    }
}
