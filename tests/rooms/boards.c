#include "rooms/boards.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* What people write about their 1-to-1s, short ones and one of full length. */
static const char *const texts[] = {
    "Good conversations at last, not only forms",
    "Finding a date with every head",
    "Honest ratings once we said nothing is compared",
    "Some schools rate themselves high to be left alone",
    "The prompts helped: we talked about families, not about money",
    "Two heads had never seen the plan of the local authority",
    "Ofsted came in the middle of it",
    "Governors joined in three schools",
    "How do we measure what changes for children, and who has the time to do it when the "
    "school office is one person and term ends in a fortnight?",
    "Parents' own readings beside ours",
    "Nobody knows who pays from next April",
    "The school nurse now comes every second week",
    "Swift access takes four months",
    "It took longer than an hour",
    "Heads asked us to come back",
    "One school did not answer at all",
};

static const char *const headings[HEADINGS_MAX] = {
    "What worked well", "Challenges", "Political", "Rational", "Emotional", "For another day",
};

static const char *const hints[] = {
    "Ask them at the school gate",
    "Share one person between three schools",
    "Start with what is there already",
};

enum { TEXTS = sizeof texts / sizeof *texts, HINTS = sizeof hints / sizeof *hints };

static void obey_as(struct model *model, seat_id seat, const struct command *command)
{
    struct decision *decision = calloc(1, sizeof *decision);
    assert(decision);
    enum refusal refusal = model_decide(decision, model, seat, command, 0);
    if (refusal != REFUSAL_NONE)
        fprintf(stderr, "%s: %s\n", command_word(command->kind), refusal_word(refusal));
    assert(refusal == REFUSAL_NONE);
    for (uint32_t i = 0; i < decision->count; i++)
        model_apply(model, &decision->events[i]);
    free(decision);
}

static void obey(struct model *model, const struct command *command)
{
    obey_as(model, SEAT_KIOSK, command);
}

static void add_item(struct model *model)
{
    struct command *c = calloc(1, sizeof *c);
    assert(c);
    c->kind = COMMAND_ADD_AGENDA_ITEM;
    struct agenda_item *item = &c->change.agenda.content;
    text_copy(item->id, ID_SIZE, "discovered");
    text_copy(item->title, TITLE_SIZE, "What have we discovered?");
    item->start = 9 * 60 + 45;
    item->minutes = 30;
    item->group_size = 3;
    item->step_count = 2;
    item->steps[0] =
        (struct agenda_step){.stage = STAGE_BOARD, .how = HOW_ALONE, .minutes = 5, .subject = 1};
    text_copy(item->steps[0].ask, LINE_SIZE, "Five minutes alone: one idea on each note.");
    item->steps[1] =
        (struct agenda_step){.stage = STAGE_BOARD, .how = HOW_TWOS_THREES, .subject = 1};
    text_copy(item->steps[1].ask, LINE_SIZE, "In twos or threes: what could meet the challenge?");
    text_copy(item->notes, MEMO_SIZE, "Silence first. Read none of them out yet.");
    obey(model, c);
    free(c);
}

static void add_boards(struct model *model, const struct rooms_board *spec)
{
    struct command *c = calloc(1, sizeof *c);
    assert(c);
    c->kind = COMMAND_ADD_BOARD;
    struct board_content *board = &c->change.board.content;
    text_copy(board->id, ID_SIZE, "one-to-ones");
    text_copy(board->question, LINE_SIZE, "What have we discovered in the 1-to-1s?");
    board->heading_count = (uint8_t)spec->headings;
    for (int h = 0; h < spec->headings; h++)
        text_copy(board->headings[h], NAME_SIZE, headings[h]);
    board->held = spec->held;
    board->personal = spec->personal;
    obey(model, c);
    memset(c, 0, sizeof *c);
    c->kind = COMMAND_ADD_BOARD;
    text_copy(board->id, ID_SIZE, "parked");
    text_copy(board->question, LINE_SIZE, "Questions and issues for later");
    board->heading_count = 1;
    text_copy(board->headings[0], NAME_SIZE, "Parked");
    board->always = true;
    obey(model, c);
    free(c);
}

static void set_board(struct model *model, uint8_t board, enum board_state state)
{
    struct command c = {.kind = COMMAND_SET_BOARD};
    c.change.board_set = (struct board_set_change){
        .board = board, .state = (uint8_t)state, .held = model->boards[board].held};
    obey(model, &c);
}

static void write_text(char to[NOTE_SIZE], const struct rooms_board *spec, int i)
{
    const char *text = texts[i % TEXTS];
    if (!spec->long_texts) {
        if (i < TEXTS)
            text_copy(to, NOTE_SIZE, text);
        else
            snprintf(to, NOTE_SIZE, "%s (%d)", text, i / TEXTS + 1);
        return;
    }
    to[0] = '\0'; /* 140 characters, and now and then one word as long as that */
    for (int next = i; strlen(to) < NOTE_VISIBLE; next++)
        snprintf(to + strlen(to), NOTE_SIZE - strlen(to), i % 5 == 4 ? "%.7s" : "%s. ",
                 i % 5 == 4 ? "together" : texts[next % TEXTS]);
    to[NOTE_VISIBLE] = '\0';
}

/* Of every ten notes on two headings six are challenges. */
static uint8_t heading_of(const struct rooms_board *spec, int i)
{
    static const uint8_t spread[] = {0, 1, 1, 2, 1, 0, 3, 1, 4, 5, 1, 2};
    return (uint8_t)(1 + spread[i % (int)sizeof spread] % spec->headings);
}

static void add_notes(struct model *model, const struct rooms_board *spec)
{
    for (int i = 0; i < spec->notes; i++) {
        struct command c = {.kind = COMMAND_ADD_NOTE};
        c.change.note.board = 1;
        c.change.note.heading = heading_of(spec, i);
        write_text(c.change.note.text, spec, i);
        seat_id seat = SEAT_KIOSK;
        if (model->seat_count)
            seat = (seat_id)(1 + i % model->seat_count);
        if (i / (model->seat_count ? model->seat_count : 1) >= NOTES_EACH - HINTS)
            seat = SEAT_KIOSK;
        obey_as(model, seat, &c);
        struct command yes = {.kind = COMMAND_APPROVE_NOTE};
        yes.change.note.note = model->note_count;
        yes.change.note.revision = model->notes[model->note_count].revision;
        yes.change.note.on = i % 4 != 3;
        if (seat != SEAT_KIOSK && spec->held)
            obey(model, &yes);
    }
    for (int i = 0; i < (spec->notes + 9) / 10 && i < 3; i++) {
        struct command c = {.kind = COMMAND_ADD_NOTE};
        c.change.note.board = 2;
        c.change.note.heading = 1;
        text_copy(c.change.note.text, NOTE_SIZE, texts[TEXTS - 1 - i]);
        obey(model, &c);
    }
}

static struct command about(const struct model *model, enum command_kind kind, note_id note)
{
    struct command c = {.kind = kind};
    c.change.note.note = note;
    c.change.note.revision = model->notes[note].revision;
    return c;
}

/* The next note after `note` under the same heading with a card of its own; 0: none. */
static note_id alike(const struct model *model, note_id note)
{
    for (note_id n = (note_id)(note + 1); n <= model->note_count; n++)
        if (model->notes[n].board == 1 && model->notes[n].state == NOTE_SHOWN &&
            !model->notes[n].parent && !model->notes[n].merged &&
            model->notes[n].heading == model->notes[note].heading)
            return n;
    return 0;
}

/* Every fifth is starred, every ninth has one merged into it, every fourth suggestions; the starred
 * ones are dealt to groups. */
static void work(struct model *model, const struct rooms_board *spec)
{
    for (note_id n = 1; n <= spec->notes; n++) {
        if (model->notes[n].state != NOTE_SHOWN || model->notes[n].merged)
            continue;
        struct command star = about(model, COMMAND_STAR_NOTE, n);
        star.change.note.on = true;
        if (n % 5 == 2)
            obey(model, &star);
        note_id other = n % 9 == 1 ? alike(model, n) : 0;
        struct command merge = about(model, COMMAND_MERGE_NOTE, other);
        merge.change.note.other = n;
        if (other)
            obey(model, &merge);
        for (int i = 0; n % 4 == 2 && n < 40 && i < 1 + n % 3; i++) {
            struct command hint = {.kind = COMMAND_ADD_NOTE};
            hint.change.note.board = 1;
            hint.change.note.parent = n;
            text_copy(hint.change.note.text, NOTE_SIZE, hints[(n / 4 + i) % HINTS]);
            obey(model, &hint);
        }
    }
    struct command deal = {.kind = COMMAND_DEAL_NOTES, .change.note = {.board = 1, .group = 5}};
    obey(model, &deal);
}

void rooms_boards(struct model *model, const struct rooms_board *spec)
{
    if (!spec->headings)
        return;
    add_item(model);
    add_boards(model, spec);
    set_board(model, 1, BOARD_OPEN);
    add_notes(model, spec);
    if (spec->worked)
        work(model, spec);
    if (spec->closed)
        set_board(model, 1, BOARD_CLOSED);
}
