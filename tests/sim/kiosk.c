#include "sim/sim.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host/codes.h"
#include "host/rows.h"
#include "link/seeded.h"

/* 2009-09-14, as good a day as any */
#define FIRST_MS INT64_C(1252915200000)

int64_t kiosk_now_ms(const struct sim *sim)
{
    return FIRST_MS + sim->now_ms + sim->host_ahead_ms;
}

static void wake_nobody(void *context)
{
    (void)context;
}

static void must(struct sim *sim, bool well, const char *what)
{
    if (!well)
        sim_fail(sim, "%s failed", what);
}

static void set_up(struct sim *sim, struct store *store, struct command command)
{
    enum refusal refusal = store_do(store, SEAT_KIOSK, &command, kiosk_now_ms(sim));
    if (refusal != REFUSAL_NONE)
        sim_fail(sim, "setting up: %s was refused: %s", command_word(command.kind),
                 refusal_word(refusal));
}

/* Three boards that are open from the start: one as it comes, one whose notes wait, one personal.
 */
static void set_up_boards(struct sim *sim, struct store *store)
{
    for (int i = 0; i < 3; i++) {
        struct command add = {.kind = COMMAND_ADD_BOARD};
        struct board_content *board = &add.change.board.content;
        snprintf(board->id, ID_SIZE, "board-%d", i + 1);
        snprintf(board->question, LINE_SIZE, "What worked well?");
        board->heading_count = 3;
        for (int h = 0; h < 3; h++)
            snprintf(board->headings[h], NAME_SIZE, "Heading %d", h + 1);
        board->always = i < 2;
        board->held = i == 1;
        board->personal = i == 2;
        set_up(sim, store, add);
    }
}

static void set_up_day(struct sim *sim, struct store *store)
{
    static const struct agenda_step steps[] = {{.stage = STAGE_GRID},
                                               {.stage = STAGE_BOARD, .subject = 1},
                                               {.stage = STAGE_EVALUATION, .subject = 1}};
    for (int i = 1; i <= 2; i++) {
        struct command add = {.kind = COMMAND_ADD_QUESTION};
        snprintf(add.change.question.text, LINE_SIZE, "Have you ever lost key %d?", i);
        set_up(sim, store, add);
    }
    for (int i = 1; i < 3; i++) {
        struct command add = {.kind = COMMAND_ADD_AGENDA_ITEM};
        struct agenda_item *item = &add.change.agenda.content;
        snprintf(item->title, TITLE_SIZE, "Part %d", i);
        snprintf(item->notes, MEMO_SIZE, "memo: keep it short");
        item->minutes = (uint16_t)(10 * i);
        item->step_count = (uint8_t)(i + 1);
        memcpy(item->steps, steps, item->step_count * sizeof *steps);
        item->objective_count = 2;
        snprintf(item->objectives[0], LINE_SIZE, "to see");
        snprintf(item->objectives[1], LINE_SIZE, "to hear");
        set_up(sim, store, add);
    }
}

/* Whom people can play, and what can come up. */
static void set_up_training(struct sim *sim, struct store *store)
{
    for (int i = 1; i <= 3; i++) {
        struct command add = {.kind = COMMAND_ADD_CHARACTER};
        struct character_content *content = &add.change.character.content;
        content->school = (school_id)i;
        snprintf(content->name, NAME_SIZE, "Head %d", i);
        snprintf(content->who, NOTE_SIZE, "keen");
        snprintf(content->unsaid, NOTE_SIZE, "tired");
        set_up(sim, store, add);
    }
    for (int i = 1; i <= 2; i++) {
        struct command add = {.kind = COMMAND_ADD_MOMENT};
        snprintf(add.change.moment.title, TITLE_SIZE, "Moment %d", i);
        set_up(sim, store, add);
    }
}

/* In every other seed the day is well under way when people come: there is something to vote on, to
 * answer and to take up. */
static void set_up_morning(struct sim *sim, struct store *store)
{
    struct command named = ask_add_ballot(METHOD_APPROVAL, 3);
    named.change.ballot.content.named = true;
    set_up(sim, store, ask_add_ballot(METHOD_DOTS, 0));
    set_up(sim, store, named);
    set_up(sim, store, ask_set_ballot((ballot_id)(1 + sim->seed / 2 % 2), BALLOT_OPEN));
    set_up(sim, store, ask_round(SLIP_READING, 1, ROUND_OPEN));
    for (unsigned state = ACTION_PROPOSED; state <= ACTION_ADOPTED; state++) {
        struct command add = ask_action(COMMAND_ADD_ACTION, 0, 0, 0, "to begin with");
        add.change.action.state = ACTION_PROPOSED;
        set_up(sim, store, add);
        add = ask_action(COMMAND_SET_ACTION, store_model(store)->action_count, 0, 0, "");
        add.change.action.state = (uint8_t)state;
        if (state != ACTION_PROPOSED)
            set_up(sim, store, add);
    }
    struct command review = {.kind = COMMAND_ADD_REVIEW};
    review.change.review.day = 14000;
    snprintf(review.change.review.title, TITLE_SIZE, "The year before");
    set_up(sim, store, review);
    set_up(sim, store, ask_add_note(1, 1, "a note to begin with"));
}

static void set_up_workshop(struct sim *sim, struct store *store)
{
    struct link_random random = seeded(&sim->host_seed);
    struct command create = {.kind = COMMAND_CREATE};
    random.fill(random.context, create.change.workshop.id, WORKSHOP_ID_SIZE);
    snprintf(create.change.workshop.title, TITLE_SIZE, "A review");
    create.change.workshop.training = sim->seed % 4 == 2;
    set_up(sim, store, create);
    for (int i = 1; i <= 2; i++) {
        struct command add = {.kind = COMMAND_ADD_CONDITION};
        snprintf(add.change.condition.content.id, ID_SIZE, "condition-%d", i);
        snprintf(add.change.condition.content.name, TITLE_SIZE, "Condition %d", i);
        set_up(sim, store, add);
    }
    set_up_boards(sim, store);
    set_up_day(sim, store);
    for (int i = 1; i <= SIM_SCHOOLS; i++) {
        struct command add = {.kind = COMMAND_ADD_SCHOOL};
        snprintf(add.change.school.name, NAME_SIZE, "School %d", i);
        set_up(sim, store, add);
    }
    set_up(
        sim, store,
        (struct command){.kind = COMMAND_SET, .change.setting = {SETTING_OFFER_ROOM_CODE, true}});
    if (create.change.workshop.training)
        set_up_training(sim, store);
    must(sim, codes_complete(store, &random, kiosk_now_ms(sim)) == REFUSAL_NONE, "giving codes");
    for (unsigned kind = CODE_OBSERVER; kind <= CODE_DISPLAY; kind++) {
        struct command issue = ask_code((enum code_kind)kind, 0, 0);
        must(sim, codes_draw(&issue.secret, store_model(store), &random), "drawing a code");
        set_up(sim, store, issue);
    }
    if (sim->seed % 2)
        set_up_morning(sim, store);
    must(sim, store_commit(store, NULL) == ERROR_OK, "setting up");
}

static struct store *open_store(struct sim *sim)
{
    struct journal *journal;
    struct store *store = NULL;
    struct trouble trouble = {0};
    must(sim, journal_open_memory(&journal, sim->disk, NULL) == ERROR_OK, "opening the journal");
    if (store_create(&store, &journal, &trouble) != ERROR_OK)
        sim_fail(sim, "the journal does not replay: %s", trouble.text);
    return store;
}

/* The wall clock is read once, at the start, and may have been put anywhere meanwhile; the host
 * never starts before the last event (host/clock.h). */
static void read_clock(struct sim *sim, const struct store *store)
{
    static const int64_t jumps_ms[] = {0,
                                       0,
                                       0,
                                       5000,
                                       -5000,
                                       3600 * 1000,
                                       -3600 * 1000,
                                       INT64_C(86400000) * 400,
                                       -INT64_C(86400000) * 400};
    int64_t jump_ms = jumps_ms[sim_below(sim, sizeof jumps_ms / sizeof *jumps_ms)];
    sim->host_ahead_ms += jump_ms;
    sim->tally->kiosk_jumps += jump_ms != 0;
    if (kiosk_now_ms(sim) < store_last_ms(store))
        sim->host_ahead_ms += store_last_ms(store) - kiosk_now_ms(sim);
}

static void serve(struct sim *sim, struct store *store)
{
    struct link *link;
    must(sim, link_memory_listen(&link, sim->memory, SIM_PEERS) == ERROR_OK, "listening");
    must(sim, mailbox_create(&sim->box, wake_nobody, NULL) == ERROR_OK, "making a mailbox");
    for (int v = 0; v < VIEWER_COUNT; v++)
        must(sim, room_create(&sim->viewers[v]) == ERROR_OK, "making a room");
    struct host_parts parts = {.store = &store,
                               .link = &link,
                               .box = sim->box,
                               .random = seeded(&sim->host_seed),
                               .address = "10.0.0.1"};
    must(sim, host_create(&sim->host, &parts, NULL) == ERROR_OK, "making a host");
}

void kiosk_begin(struct sim *sim)
{
    must(sim, journal_disk_create(&sim->disk) == ERROR_OK, "making a disk");
    struct store *store = open_store(sim);
    set_up_workshop(sim, store);
    serve(sim, store);
    ledger_compare(sim, "at the beginning");
}

void kiosk_start(struct sim *sim)
{
    journal_disk_fail(sim->disk, ERROR_OK);
    struct store *store = open_store(sim);
    read_clock(sim, store);
    sim_tell(sim, "the kiosk starts at %lld", (long long)kiosk_now_ms(sim));
    serve(sim, store);
    sim->tally->replays++;
    ledger_compare(sim, "when started again");
    struct trouble trouble = {0};
    if (rows_compare(store_journal(sim->host->store), host_model(sim->host), &trouble) != ERROR_OK)
        sim_fail(sim, "the tables are not what the state says: %s", trouble.text);
}

void kiosk_kill(struct sim *sim)
{
    if (sim->host)
        link_memory_crash(&sim->host->link);
    host_destroy(&sim->host);
    mailbox_destroy(&sim->box);
    for (int v = 0; v < VIEWER_COUNT; v++)
        room_destroy(&sim->viewers[v]);
    sim->in_tick = false;
    sim->moments = 0;
    sim->box_id = 0;
    ledger_killed(sim);
}

void kiosk_end(struct sim *sim)
{
    kiosk_kill(sim);
    journal_disk_destroy(&sim->disk);
}

void kiosk_tick(struct sim *sim)
{
    static const char *const moments[] = {"before a write", "after a write", "while sending"};
    if (setjmp(sim->killed)) {
        sim_tell(sim, "the kiosk is killed %s", moments[sim->killed_at]);
        sim->tally->crashes_before += sim->killed_at == MOMENT_BEFORE_WRITE;
        sim->tally->crashes_after += sim->killed_at == MOMENT_AFTER_WRITE;
        sim->tally->crashes_sending += sim->killed_at == MOMENT_SEND;
        kiosk_kill(sim);
        sim->down_ms = sim->now_ms + 200 + sim_below(sim, 12000);
        return;
    }
    sim->in_tick = true;
    host_tick(sim->host, kiosk_now_ms(sim));
    sim->in_tick = false;
    ledger_settle(sim);
    if (sim->broken == BREAK_STATE && sim->step % 50 == 30) {
        struct model *model = (struct model *)(uintptr_t)host_model(sim->host);
        model->view.page ^= 1;
    }
}

/* A letter on its way into a viewer's room. */
struct reading {
    struct sim *sim;
    struct room *room;
};

static void on_item(void *context, const struct item *item)
{
    room_apply(((struct reading *)context)->room, item);
}

static void on_removed(void *context, struct item_key key)
{
    room_remove(((struct reading *)context)->room, key);
}

static void on_receipt(void *context, uint32_t id, enum refusal refusal)
{
    ledger_box_receipt(((struct reading *)context)->sim, id, refusal);
}

void kiosk_read_box(struct sim *sim)
{
    static uint8_t bytes[WIRE_LETTER_MAX];
    enum mailbox_viewer viewer;
    for (size_t length; (length = mailbox_take_letter(sim->box, &viewer, bytes)) > 0;) {
        struct reading reading = {sim, sim->viewers[viewer]};
        struct letter_reader reader = {
            .context = &reading, .item = on_item, .removed = on_removed, .receipt = on_receipt};
        if (!letter_read(&reader, kiosk_now_ms(sim), bytes, length))
            sim_fail(sim, "a letter to the presenter cannot be read");
    }
}
