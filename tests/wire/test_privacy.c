#include "model/driver.h"
#include "model/may_have.h"
#include "model/project.h"
#include "testing.h"
#include "model/training.h"
#include "wire/seen_reviews.h"
#include "wire/seen_roles.h"
#include "wire/seen_texts.h"
#include "wire/seen_votes.h"
#include "wire/wire.h"

#include <stdio.h>
#include <stdlib.h>

/* Who is given what, in the very bytes that leave the kiosk: a seeded room of people presses
 * buttons, and after every step everything every audience is given is encoded and searched for what
 * is not for it. What it may be given is worked out here anew, from the ratings themselves. */

enum { STEPS = TEST_ROUNDS(2000, 600) };

struct watched {
    struct bench bench;
    struct driver driver;
    struct live live;
    struct audience audience;
    /* what each of the open audiences was last shown of each condition without names */
    struct shown {
        bool seen; /* figures, with names or without */
        bool figures;
        uint16_t spread[RATING_MAX + 1];
        uint8_t truth[SCHOOLS_MAX + 1]; /* the true figures at that time */
    } shown[AUDIENCE_COUNT][CONDITIONS_MAX + 1];
    struct summary_item sums[AUDIENCE_COUNT][CONDITIONS_MAX + 1]; /* as given in this step */
    unsigned moves, hidden_moves, waiting, own, read_papers;
    unsigned named[AUDIENCE_COUNT], unnamed[AUDIENCE_COUNT]; /* steps */
    struct seen_votes votes;
    struct seen_reviews reviews;
    struct seen_roles roles;
};

static bool names_allowed(const struct watched *w)
{
    return may_have_names(w->bench.model, w->audience.kind);
}

/* One that many are: not one school, not one seat. */
static bool is_class(enum audience_kind kind)
{
    return kind != AUDIENCE_SCHOOL && kind != AUDIENCE_SEAT;
}

/* ---- figures */

/* The figure of a school that is to be counted now. */
static uint8_t truth_of(const struct model *m, condition_id c, school_id s)
{
    const struct rating *r = &m->ratings[c][s];
    if (r->settled)
        return r->agreed.now;
    if (!m->settings[SETTING_COUNT_PROPOSED])
        return 0;
    const struct proposal *ours = &r->proposals[SIDE_SCHOOL];
    const struct proposal *theirs = &r->proposals[SIDE_MANAGER];
    return ours->revision > theirs->revision ? ours->figure.now : theirs->figure.now;
}

static void check_unnamed(struct watched *w, condition_id c, const struct summary_item *sum)
{
    const struct model *m = w->bench.model;
    struct shown *shown = &w->shown[w->audience.kind][c];
    uint16_t spread[RATING_MAX + 1] = {0};
    unsigned agreed = 0, changed = 0, counted = 0;
    for (school_id s = 1; s <= m->school_count; s++) {
        uint8_t truth = truth_of(m, c, s);
        agreed += m->ratings[c][s].settled;
        spread[truth]++;
        counted += truth > 0;
        changed += truth != shown->truth[s];
    }
    spread[0] = 0;
    assert_int_equal(sum->target_counted + sum->target_average + sum->target_band, 0);
    if (sum->has_figures) /* what was shown may stay though one of the five is reopened */
        assert_true(agreed >= 5 || shown->seen);
    else
        assert_int_equal(sum->total + sum->average + sum->band, 0);
    if (!shown->seen) { /* nothing to compare with yet: how many, and figures at five */
        assert_int_equal(sum->counted, counted);
        assert_int_equal(sum->has_figures, agreed >= 5);
    }
    bool moved = memcmp(shown->spread, sum->spread, sizeof spread) != 0;
    bool true_now = memcmp(spread, sum->spread, sizeof spread) == 0;
    if (sum->has_figures && shown->figures && moved) {
        assert_true(true_now);
        assert_true(changed >= 2);
        w->moves++;
    }
    if (sum->has_figures && shown->seen && !shown->figures) {
        /* seen with names, then hidden: what comes back covers two, or what was seen */
        assert_true(!true_now || changed != 1);
        w->hidden_moves++;
    }
    if (sum->has_figures) {
        shown->seen = shown->figures = true;
        memcpy(shown->spread, sum->spread, sizeof spread);
        for (school_id s = 1; s <= m->school_count && true_now; s++)
            shown->truth[s] = truth_of(m, c, s);
    }
}

static bool is_reader(const struct watched *w)
{
    return w->audience.kind == AUDIENCE_SUMMARY || w->audience.kind == AUDIENCE_LA;
}

/* Without names of its own a reader is given what the room (the observer) was: of what that saw
 * with names the sums, from five agreed ratings on. */
static void check_read(struct watched *w, condition_id c, const struct summary_item *sum)
{
    bool la = w->audience.kind == AUDIENCE_LA;
    const struct model *m = w->bench.model;
    struct summary_item seen = w->sums[la ? AUDIENCE_OBSERVER : AUDIENCE_PROJECTOR][c];
    unsigned agreed = 0;
    for (school_id s = 1; s <= m->school_count; s++)
        agreed += m->ratings[c][s].settled;
    bool named = model_named(m, la ? NAMING_OBSERVER : NAMING_ROOM);
    seen.target_counted = seen.target_average = seen.target_band = 0;
    if (named && agreed < UNNAMED_LEAST)
        seen = (struct summary_item){.counted = seen.counted, .of = seen.of};
    assert_memory_equal(sum, &seen, sizeof seen); /* made from zeros, both */
}

static void check_summary(struct watched *w, condition_id c, const struct summary_item *sum)
{
    const struct model *m = w->bench.model;
    struct shown *shown = &w->shown[w->audience.kind][c];
    unsigned total = 0, counted = 0;
    for (unsigned v = 0; v <= RATING_MAX; v++) {
        total += v * sum->spread[v];
        counted += sum->spread[v];
    }
    assert_int_equal(sum->of, m->school_count);
    assert_int_equal(sum->total, total);
    if (sum->has_figures)
        assert_int_equal(sum->counted, counted);
    else
        assert_int_equal(counted, 0);
    w->sums[w->audience.kind][c] = *sum;
    if (w->audience.kind == AUDIENCE_FACILITATOR)
        return;
    if (!names_allowed(w)) {
        (is_reader(w) ? check_read : check_unnamed)(w, c, sum);
        return;
    }
    shown->seen = true;
    shown->figures = sum->has_figures;
    memcpy(shown->spread, sum->spread, sizeof shown->spread);
    for (school_id s = 1; s <= m->school_count; s++) {
        shown->truth[s] = truth_of(m, c, s);
        if (sum->has_figures && shown->truth[s])
            assert_true(sum->spread[shown->truth[s]] > 0);
    }
}

/* ---- notes */

static void check_note(struct watched *w, note_id id, const struct note_item *item)
{
    const struct note *note = &w->bench.model->notes[id];
    const struct board *board = &w->bench.model->boards[note->board];
    assert_true(note->state == NOTE_SHOWN || note->state == NOTE_WAITING);
    assert_int_equal(item->state, note->state);
    if (w->audience.kind == AUDIENCE_FACILITATOR) {
        assert_true(!board->content.personal || board->state == BOARD_CLOSED);
        w->waiting += note->state == NOTE_WAITING;
    } else {
        assert_false(board->content.personal);
        assert_int_equal(note->state, NOTE_SHOWN);
    }
}

static void check_own_note(struct watched *w, note_id id)
{
    const struct note *note = &w->bench.model->notes[id];
    assert_int_equal(note->author.seat, w->audience.id);
    assert_int_equal(w->bench.model->boards[note->board].state, BOARD_OPEN);
    w->own++;
}

/* ---- one item of one audience */

static void check_codes(const struct watched *w, const struct item *item)
{
    const struct code *code = &w->bench.model->codes[item->key.a];
    assert_false(code->retired);
    if (w->audience.kind == AUDIENCE_PROJECTOR)
        assert_true(code->kind == CODE_ROOM && w->bench.model->settings[SETTING_OFFER_ROOM_CODE]);
}

/* Of what people answered unsigned: nothing before it is shown, then not from too few; a school's
 * own to it alone. Of a hidden finding nothing but that it is hidden. */
static void check_answers(const struct watched *w, const struct item *item)
{
    const struct model *m = w->bench.model;
    struct item_key key = item->key;
    bool facilitator = w->audience.kind == AUDIENCE_FACILITATOR;
    if (key.kind == ITEM_TALLY) {
        uint8_t round = key.a == SLIP_OBJECTIVE ? 1 : (uint8_t)key.b;
        assert_int_equal(m->asking[key.a].states[round], ROUND_SHOWN);
        assert_true(item->body.tally.count >= UNNAMED_LEAST || facilitator ||
                    key.a == SLIP_ICEBREAKER);
    }
    if (key.kind == ITEM_READINGS)
        assert_true(facilitator || key.b == w->audience.id);
    if (key.kind == ITEM_ACTION && !facilitator) {
        assert_int_not_equal(item->body.action.state, ACTION_WAITING);
        bool own = item->body.action.state == ACTION_OWN;
        assert_int_equal(own, w->audience.kind == AUDIENCE_SCHOOL);
        assert_true(!own || item->body.action.content.school == w->audience.id);
        assert_int_equal(item->body.action.proposer | item->body.action.content.owner_seat, 0);
        if (item->body.action.merged)
            assert_int_equal(item->body.action.content.text[0] | item->body.action.supports, 0);
    }
    if (key.kind == ITEM_OWN_ACTION && item->body.own_action.content.text[0])
        assert_int_equal(m->actions[key.a].proposer, w->audience.id);
    if (key.kind == ITEM_FINDING && item->body.finding.hidden && !facilitator)
        assert_int_equal(item->body.finding.text[0] | item->body.finding.answer[0] |
                             item->body.finding.for_la | item->body.finding.rank,
                         0);
}

static void check_item(void *context, const struct item *item)
{
    struct watched *w = context;
    static uint8_t bytes[WIRE_ITEM_MAX];
    static struct item back;
    size_t length = wire_item_encode(bytes, item);
    assert_true(wire_item_decode(&back, bytes, length)); /* and a client can read it */
    if (!may_have(w->audience.kind, (enum item_kind)item->key.kind))
        fail_msg("a %s for audience %d", item_word((enum item_kind)item->key.kind),
                 w->audience.kind);
    seen_texts(w->audience, bytes, length, item);
    check_answers(w, item);
    seen_vote(&w->votes, w->bench.model, w->audience, item);
    seen_review(&w->reviews, w->bench.model, w->audience, names_allowed(w), item);
    seen_role(&w->roles, w->bench.model, w->audience, item);
    switch (item->key.kind) {
    case ITEM_CELL:
        assert_true(names_allowed(w));
        break;
    case ITEM_WORKSHOP:
        assert_int_equal(item->body.workshop.named, names_allowed(w));
        (names_allowed(w) ? w->named : w->unnamed)[w->audience.kind]++;
        break;
    case ITEM_VIEW:
        assert_true(!item->body.view.targets || names_allowed(w));
        break;
    case ITEM_TALK:
        assert_true(w->audience.kind == AUDIENCE_FACILITATOR || item->key.b == w->audience.id);
        break;
    case ITEM_CONSENT:
        assert_true(w->audience.kind == AUDIENCE_FACILITATOR || item->key.a == w->audience.id);
        break;
    case ITEM_PROGRESS:
        if (w->audience.kind == AUDIENCE_SCHOOL)
            assert_int_equal(item->key.a, w->audience.id);
        else if (w->audience.kind != AUDIENCE_FACILITATOR)
            assert_int_equal(item->key.a, 0);
        if (is_class(w->audience.kind) && !names_allowed(w))
            assert_int_equal(item->body.progress.proposed, 0);
        break;
    case ITEM_SUMMARY:
        check_summary(w, item->key.a, &item->body.summary);
        break;
    case ITEM_CODE:
        check_codes(w, item);
        break;
    case ITEM_NOTE:
        check_note(w, item->key.a, &item->body.note);
        break;
    case ITEM_OWN_NOTE:
        check_own_note(w, item->key.a);
        break;
    case ITEM_BOARD:
        assert_true(w->audience.kind == AUDIENCE_FACILITATOR || item->body.board.waiting == 0);
        break;
    case ITEM_NAMED_PAPER:
        assert_true(!is_reader(w) || names_allowed(w));
        w->read_papers += is_reader(w);
        break;
    case ITEM_ME:
        assert_int_equal(item->body.me.seat, w->audience.id);
        assert_string_equal(item->body.me.name, w->bench.model->seats[w->audience.id].name);
        break;
    }
}

static void look(struct watched *w, enum audience_kind kind, uint16_t id)
{
    w->audience = (struct audience){kind, id};
    model_project(w->bench.model, &w->live, w->audience, check_item, w);
}

static void check_everybody(struct watched *w)
{
    const struct model *m = w->bench.model;
    for (unsigned kind = 0; kind < AUDIENCE_COUNT; kind++)
        if (is_class((enum audience_kind)kind))
            look(w, (enum audience_kind)kind, 0);
    for (school_id s = 1; s <= m->school_count; s++)
        look(w, AUDIENCE_SCHOOL, s);
    for (seat_id s = 1; s <= m->seat_count; s++) {
        look(w, AUDIENCE_SEAT, s);
        const struct seat *seat = &m->seats[s];
        bool voice = !seat->removed && seat->speaks &&
                     (seat->role == ROLE_ROOM || seat->role == ROLE_SCHOOL);
        assert_int_equal(audience_school(m, s), voice ? seat->school : 0);
    }
}

static void add_met(struct watched *all, const struct watched *w)
{
    for (unsigned kind = 0; kind < AUDIENCE_COUNT; kind++) {
        all->named[kind] += w->named[kind];
        all->unnamed[kind] += w->unnamed[kind];
    }
    all->votes.tallies += w->votes.tallies;
    all->votes.named += w->votes.named;
    all->votes.own += w->votes.own;
    all->moves += w->moves;
    all->waiting += w->waiting;
    all->own += w->own;
    all->roles.cards += w->roles.cards;
    all->roles.played += w->roles.played;
    all->reviews.pasts += w->reviews.pasts;
    all->reviews.unnamed += w->reviews.unnamed;
    all->read_papers += w->read_papers;
}

static void must_have_met(const struct watched *all)
{
    if (!TEST_ALL_ROUNDS)
        return;
    for (unsigned kind = 0; kind < AUDIENCE_COUNT; kind++)
        assert_true(!is_class((enum audience_kind)kind) || kind == AUDIENCE_FACILITATOR ||
                    (all->named[kind] > 200 && all->unnamed[kind] > 200));
    assert_true(all->moves > 10 && all->waiting > 40 && all->own > 40);
    assert_true(all->reviews.pasts > 1000 && all->reviews.unnamed > 200 && all->read_papers > 100);
    assert_true(all->roles.cards > 1000 && all->roles.played > 1000);
    assert_true(all->votes.tallies > 100 && all->votes.named > 100 && all->votes.own > 100);
}

static void open_room(struct bench *b, bool training)
{
    if (training)
        bench_open_training(b);
    else
        bench_open_workshop(b);
    bench_schools(b, 7);
    bench_boards(b);
    for (school_id s = 1; training && s <= 3; s++)
        bench_character(b, s);
}

static void nothing_reaches_whom_it_is_not_for(void **state)
{
    (void)state;
    struct watched *all = calloc(1, sizeof *all); /* what was met in all of the rooms */
    for (uint64_t seed = 1; seed <= 3; seed++) {
        struct watched *w = calloc(1, sizeof *w);
        open_room(&w->bench, seed % 2);
        strcpy(w->live.address, "192.0.2.7");
        strcpy(w->live.trouble, "the store is full");
        driver_start(&w->driver, &w->bench, seed * 77);
        for (int i = 0; i < STEPS; i++) {
            /* names are seldom on by chance alone */
            if (driver_pick(&w->driver, 60) == 0) {
                bench_consent_all(&w->bench, 1 + driver_pick(&w->driver, 7), ANSWER_YES);
                check_everybody(w);
            }
            driver_step(&w->driver);
            for (seat_id s = 1; s <= w->bench.model->seat_count; s++)
                w->live.presence[s] = (uint8_t)(s % PRESENCE_COUNT);
            check_everybody(w);
        }
        add_met(all, w);
        bench_close(&w->bench);
        free(w);
    }
    must_have_met(all);
    free(all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(nothing_reaches_whom_it_is_not_for)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
