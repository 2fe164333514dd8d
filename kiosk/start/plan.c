#include "start/plan.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/content.h"

enum { DAY_MINUTES = 24 * 60 };

/* ------------------------------------------------------------------ states */

void plan_begin(struct plan *plan, const struct agenda *agenda)
{
    plan->changed_before = false;
    plan->at = 0;
    plan->count = 1;
    plan->field = PLAN_NO_FIELD;
    plan->states[0] = *agenda;
}

const struct agenda *plan_now(const struct plan *plan)
{
    return &plan->states[plan->at];
}

bool plan_changed(const struct plan *plan)
{
    return plan->count > 0 && (plan->at > 0 || plan->changed_before);
}

void plan_settle(struct plan *plan)
{
    plan->field = PLAN_NO_FIELD;
}

/* A new state to be changed, a copy of the one before the change. */
static struct agenda *open_change(struct plan *plan, enum plan_field field, int item)
{
    bool going_on = field && plan->field == field && plan->item == item && plan->at > 0;
    if (!going_on)
        plan->at++;
    plan->count = plan->at + 1;
    plan->field = field;
    plan->item = item;
    plan->states[plan->at] = plan->states[plan->at - 1];
    return &plan->states[plan->at];
}

/* Keeps the change, or forgets it where it was faulty or none at all. */
static enum plan_fault close_change(struct plan *plan, enum plan_fault fault)
{
    const struct agenda *now = &plan->states[plan->at];
    if (fault == PLAN_FINE && memcmp(now, now - 1, sizeof *now) != 0) {
        if (plan->at > PLAN_CHANGES) { /* the oldest can no longer be taken back */
            memmove(plan->states, plan->states + 1, (PLAN_CHANGES + 1) * sizeof *plan->states);
            plan->changed_before = true;
            plan->at--;
            plan->count--;
        }
        return PLAN_FINE;
    }
    plan->at--;
    plan->count = plan->at + 1;
    plan->field = PLAN_NO_FIELD;
    return fault;
}

bool plan_undo(struct plan *plan)
{
    plan_settle(plan);
    if (plan->at == 0)
        return false;
    plan->at--;
    return true;
}

bool plan_redo(struct plan *plan)
{
    plan_settle(plan);
    if (plan->at + 1 >= plan->count)
        return false;
    plan->at++;
    return true;
}

/* ------------------------------------------------------------------ times */

static int start_of(const struct agenda *agenda, int item)
{
    return agenda->items[item].start;
}

/* Moves the planned starts from `item` on; false when one would leave the day. */
static bool shift(struct agenda *agenda, int item, int minutes)
{
    for (int i = item; i < agenda->item_count; i++) {
        int start = start_of(agenda, i);
        if (start == 0)
            continue;
        if (start + minutes < 1 || start + minutes >= DAY_MINUTES)
            return false;
        agenda->items[i].start = (uint16_t)(start + minutes);
    }
    return true;
}

/* The planned start nearest to `item` going by `by`; 0: none. */
static int start_beside(const struct agenda *agenda, int item, int by)
{
    for (int i = item + by; i >= 0 && i < agenda->item_count; i += by)
        if (start_of(agenda, i) > 0)
            return start_of(agenda, i);
    return 0;
}

static enum plan_fault restart(struct agenda *agenda, int item, int start)
{
    int old = start_of(agenda, item), next = start_beside(agenda, item, 1);
    if (start > 0 && start < start_beside(agenda, item, -1))
        return PLAN_EARLIER;
    if (start > 0 && old == 0 && next > 0 && next < start)
        return PLAN_LATER;
    if (start > 0 && old > 0 && !shift(agenda, item + 1, start - old))
        return PLAN_MIDNIGHT;
    agenda->items[item].start = (uint16_t)start;
    return PLAN_FINE;
}

enum plan_fault plan_set_start(struct plan *plan, int item, const char *text)
{
    char clean[CONTENT_CLOCK_SIZE];
    enum text_fault read = text_take(clean, sizeof clean, 0, text, strlen(text));
    int start = read == TEXT_FINE ? content_clock(clean) : read == TEXT_EMPTY ? 0 : -1;
    struct agenda *agenda = open_change(plan, PLAN_START_FIELD, item);
    return close_change(plan, start < 0 ? PLAN_CLOCK : restart(agenda, item, start));
}

/* Steps that no longer fit their part get shorter in proportion. */
static void shorten_steps(struct agenda_item *item)
{
    unsigned sum = 0;
    for (uint8_t s = 0; s < item->step_count; s++)
        sum += item->steps[s].minutes;
    for (uint8_t s = 0; sum > item->minutes && item->minutes > 0 && s < item->step_count; s++)
        item->steps[s].minutes = (uint16_t)((unsigned)item->steps[s].minutes * item->minutes / sum);
}

static enum plan_fault lengthen(struct agenda *agenda, int at, int minutes)
{
    struct agenda_item *item = &agenda->items[at];
    int by = minutes - item->minutes, next = start_beside(agenda, at, 1);
    /* of unknown length until now: only what would begin too early moves */
    if (item->minutes == 0)
        by = item->start && next && item->start + minutes > next ? item->start + minutes - next : 0;
    if (!shift(agenda, at + 1, by))
        return PLAN_MIDNIGHT;
    item->minutes = (uint16_t)minutes;
    shorten_steps(item);
    return PLAN_FINE;
}

enum plan_fault plan_set_minutes(struct plan *plan, int item, const char *text)
{
    char clean[8];
    struct agenda *agenda = open_change(plan, PLAN_MINUTES_FIELD, item);
    if (text_take(clean, sizeof clean, 4, text, strlen(text)) != TEXT_FINE ||
        strspn(clean, "0123456789") != strlen(clean) || atoi(clean) > PLAN_MINUTES_MAX)
        return close_change(plan, PLAN_MINUTES);
    return close_change(plan, lengthen(agenda, item, atoi(clean)));
}

/* ------------------------------------------------------------------ titles */

static bool take_title(char to[TITLE_SIZE], const char *text)
{
    char clean[TITLE_SIZE];
    if (text_take(clean, sizeof clean, TITLE_VISIBLE, text, strlen(text)) != TEXT_FINE)
        return false;
    memset(to, 0, TITLE_SIZE); /* so that equal agendas are equal byte by byte */
    memcpy(to, clean, strlen(clean));
    return true;
}

enum plan_fault plan_set_title(struct plan *plan, int item, const char *text)
{
    struct agenda *agenda = open_change(plan, PLAN_TITLE_FIELD, item);
    return close_change(plan, take_title(agenda->items[item].title, text) ? PLAN_FINE : PLAN_TITLE);
}

/* ------------------------------------------------------------------ places */

/* Evaluations name an item by its number: `to[old]` is its new one, from 1; 0: it is gone. */
static void renumber(struct agenda *agenda, const uint8_t to[AGENDA_MAX + 1])
{
    uint8_t first = 0;
    for (uint8_t i = agenda->item_count; i > 0; i--)
        if (agenda->items[i - 1].objective_count > 0)
            first = i;
    for (uint8_t i = 0; i < agenda->item_count; i++)
        for (uint8_t s = 0; s < agenda->items[i].step_count; s++) {
            struct agenda_step *step = &agenda->items[i].steps[s];
            if (step->stage != STAGE_EVALUATION)
                continue;
            step->subject = to[step->subject] ? to[step->subject] : first;
            if (!step->subject)
                step->stage = STAGE_BRIEFING;
        }
}

/* The two parts' times when they change places: the time between them stays between them. */
static void exchange_times(struct agenda_item *first, struct agenda_item *second)
{
    int between = second->start - first->start - first->minutes;
    uint16_t begin = first->start;
    if (!first->start || !second->start) {
        first->start = second->start;
        second->start = begin;
        return;
    }
    second->start = begin;
    int later = begin + second->minutes + (between > 0 ? between : 0);
    first->start = (uint16_t)(later < DAY_MINUTES ? later : DAY_MINUTES - 1);
}

enum plan_fault plan_move(struct plan *plan, int item, int by)
{
    const struct agenda *now = plan_now(plan);
    int first = by < 0 ? item - 1 : item, second = first + 1;
    uint8_t to[AGENDA_MAX + 1];
    if (first < 0 || second >= now->item_count)
        return PLAN_EDGE;
    struct agenda *agenda = open_change(plan, PLAN_NO_FIELD, item);
    exchange_times(&agenda->items[first], &agenda->items[second]);
    struct agenda_item moved = agenda->items[first];
    agenda->items[first] = agenda->items[second];
    agenda->items[second] = moved;
    int next = start_beside(agenda, second, 1); /* parts that ran into one another could pass it */
    if (next && start_of(agenda, second) > next)
        agenda->items[second].start = (uint16_t)next;
    for (int i = 0; i <= AGENDA_MAX; i++)
        to[i] = (uint8_t)i;
    to[first + 1] = (uint8_t)(second + 1);
    to[second + 1] = (uint8_t)(first + 1);
    renumber(agenda, to);
    return close_change(plan, PLAN_FINE);
}

/* Some step is at that stage and about that board or ballot. */
static bool is_led_to(const struct agenda *agenda, enum stage_kind stage, unsigned subject)
{
    for (uint8_t i = 0; i < agenda->item_count; i++)
        for (uint8_t s = 0; s < agenda->items[i].step_count; s++)
            if (agenda->items[i].steps[s].stage == stage &&
                agenda->items[i].steps[s].subject == subject)
                return true;
    return false;
}

/* The subjects after one that goes count one less. */
static void close_gap(struct agenda *agenda, enum stage_kind stage, unsigned subject)
{
    for (uint8_t i = 0; i < agenda->item_count; i++)
        for (uint8_t s = 0; s < agenda->items[i].step_count; s++) {
            struct agenda_step *step = &agenda->items[i].steps[s];
            if (step->stage == stage && step->subject > subject)
                step->subject--;
        }
}

static void drop_boards_not_led_to(struct agenda *agenda)
{
    for (unsigned board = agenda->board_count; board > 0; board--) {
        if (agenda->boards[board - 1].always || is_led_to(agenda, STAGE_BOARD, board))
            continue;
        memmove(&agenda->boards[board - 1], &agenda->boards[board],
                (agenda->board_count - board) * sizeof *agenda->boards);
        memset(&agenda->boards[--agenda->board_count], 0, sizeof *agenda->boards);
        close_gap(agenda, STAGE_BOARD, board);
    }
}

static void drop_ballots_not_led_to(struct agenda *agenda)
{
    for (unsigned ballot = agenda->ballot_count; ballot > 0; ballot--) {
        if (is_led_to(agenda, STAGE_BALLOT, ballot))
            continue;
        memmove(&agenda->ballots[ballot - 1], &agenda->ballots[ballot],
                (agenda->ballot_count - ballot) * sizeof *agenda->ballots);
        memset(&agenda->ballots[--agenda->ballot_count], 0, sizeof *agenda->ballots);
        close_gap(agenda, STAGE_BALLOT, ballot);
    }
}

enum plan_fault plan_remove(struct plan *plan, int item)
{
    if (plan_now(plan)->item_count <= 1)
        return PLAN_ONLY;
    struct agenda *agenda = open_change(plan, PLAN_NO_FIELD, item);
    int start = start_of(agenda, item), next = start_beside(agenda, item, 1);
    uint8_t to[AGENDA_MAX + 1];
    for (int i = 0; i <= AGENDA_MAX; i++)
        to[i] = (uint8_t)(i == item + 1 ? 0 : i > item + 1 ? i - 1 : i);
    if (start && next && !shift(agenda, item + 1, start - next))
        return close_change(plan, PLAN_MIDNIGHT);
    memmove(&agenda->items[item], &agenda->items[item + 1],
            (size_t)(agenda->item_count - item - 1) * sizeof *agenda->items);
    memset(&agenda->items[--agenda->item_count], 0, sizeof *agenda->items);
    renumber(agenda, to);
    drop_boards_not_led_to(agenda);
    drop_ballots_not_led_to(agenda);
    return close_change(plan, PLAN_FINE);
}

/* ------------------------------------------------------------------ new parts */

static bool id_is_taken(const struct agenda *agenda, const char *id)
{
    for (uint8_t i = 0; i < agenda->item_count; i++)
        if (strcmp(agenda->items[i].id, id) == 0)
            return true;
    for (uint8_t i = 0; i < agenda->board_count; i++)
        if (strcmp(agenda->boards[i].id, id) == 0)
            return true;
    return false;
}

/* An id that no part and no board has. */
static void new_id(char to[ID_SIZE], const struct agenda *agenda)
{
    for (unsigned number = 1;; number++) {
        snprintf(to, ID_SIZE, "added-%u", number);
        if (!id_is_taken(agenda, to))
            return;
    }
}

/* Makes room after `item` and puts a part there that shows one screen. */
static enum plan_fault insert(struct agenda *agenda, int item, const char *id, const char *title,
                              struct agenda_step step)
{
    struct agenda_item *before = &agenda->items[item], *at = before + 1;
    uint8_t to[AGENDA_MAX + 1];
    int end = before->start + before->minutes, next = start_beside(agenda, item, 1);
    int by = next && end > next ? end - next + PLAN_NEW_MINUTES : PLAN_NEW_MINUTES;
    bool planned = before->start > 0;
    if (agenda->item_count == AGENDA_MAX)
        return PLAN_FULL;
    if (planned && (end >= DAY_MINUTES || !shift(agenda, item + 1, by)))
        return PLAN_MIDNIGHT;
    memmove(at + 1, at, (size_t)(agenda->item_count - item - 1) * sizeof *at);
    agenda->item_count++;
    memset(at, 0, sizeof *at);
    text_copy(at->id, sizeof at->id, id);
    at->start = planned ? (uint16_t)end : 0;
    at->minutes = PLAN_NEW_MINUTES;
    at->step_count = 1;
    at->steps[0] = step;
    for (int i = 0; i <= AGENDA_MAX; i++)
        to[i] = (uint8_t)(i > item + 1 ? i + 1 : i);
    renumber(agenda, to);
    return take_title(at->title, title) ? PLAN_FINE : PLAN_TITLE;
}

enum plan_fault plan_add_briefing(struct plan *plan, int item, const char *title)
{
    struct agenda *agenda = open_change(plan, PLAN_NO_FIELD, item);
    char id[ID_SIZE];
    new_id(id, agenda);
    return close_change(
        plan, insert(agenda, item, id, title, (struct agenda_step){.stage = STAGE_BRIEFING}));
}

/* Splits the headings at their commas. */
static bool take_headings(struct board_content *board, const char *text)
{
    while (*text) {
        size_t length = strcspn(text, ",;");
        char heading[NAME_SIZE];
        enum text_fault fault = text_take(heading, sizeof heading, NAME_VISIBLE, text, length);
        if (fault == TEXT_LONG || fault == TEXT_NOT_UTF8)
            return false;
        if (fault == TEXT_FINE && board->heading_count == HEADINGS_MAX)
            return false;
        if (fault == TEXT_FINE)
            text_copy(board->headings[board->heading_count++], NAME_SIZE, heading);
        text += length + (text[length] != '\0');
    }
    return board->heading_count > 0;
}

enum plan_fault plan_add_board(struct plan *plan, int item, const char *title, const char *question,
                               const char *headings)
{
    struct agenda *agenda = open_change(plan, PLAN_NO_FIELD, item);
    if (agenda->board_count == BOARDS_MAX)
        return close_change(plan, PLAN_FULL);
    struct board_content *board = &agenda->boards[agenda->board_count];
    memset(board, 0, sizeof *board);
    new_id(board->id, agenda);
    if (text_take(board->question, sizeof board->question, 0, question, strlen(question)) !=
        TEXT_FINE)
        return close_change(plan, PLAN_QUESTION);
    if (!take_headings(board, headings))
        return close_change(plan, PLAN_HEADINGS);
    agenda->board_count++;
    struct agenda_step step = {.stage = STAGE_BOARD, .subject = agenda->board_count};
    return close_change(plan, insert(agenda, item, board->id, title, step));
}
