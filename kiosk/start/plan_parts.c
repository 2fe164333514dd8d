/* Parts of an agenda that change places, go, or come. */

#include "start/plan_parts.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"

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
    first->start = (uint16_t)(later < MINUTES_OF_DAY ? later : MINUTES_OF_DAY - 1);
}

enum plan_fault plan_move(struct plan *plan, int item, int by)
{
    const struct agenda *now = plan_now(plan);
    int first = by < 0 ? item - 1 : item, second = first + 1;
    uint8_t to[AGENDA_MAX + 1];
    if (first < 0 || second >= now->item_count)
        return PLAN_EDGE;
    struct agenda *agenda = plan_open(plan, PLAN_NO_FIELD, item);
    exchange_times(&agenda->items[first], &agenda->items[second]);
    struct agenda_item moved = agenda->items[first];
    agenda->items[first] = agenda->items[second];
    agenda->items[second] = moved;
    int next =
        plan_start_beside(agenda, second, 1); /* parts that ran into one another could pass it */
    if (next && plan_start(agenda, second) > next)
        agenda->items[second].start = (uint16_t)next;
    for (int i = 0; i <= AGENDA_MAX; i++)
        to[i] = (uint8_t)i;
    to[first + 1] = (uint8_t)(second + 1);
    to[second + 1] = (uint8_t)(first + 1);
    renumber(agenda, to);
    return plan_close(plan, PLAN_FINE);
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
    struct agenda *agenda = plan_open(plan, PLAN_NO_FIELD, item);
    int start = plan_start(agenda, item), next = plan_start_beside(agenda, item, 1);
    uint8_t to[AGENDA_MAX + 1];
    for (int i = 0; i <= AGENDA_MAX; i++)
        to[i] = (uint8_t)(i == item + 1 ? 0 : i > item + 1 ? i - 1 : i);
    if (start && next && !plan_shift(agenda, item + 1, start - next))
        return plan_close(plan, PLAN_MIDNIGHT);
    memmove(&agenda->items[item], &agenda->items[item + 1],
            (size_t)(agenda->item_count - item - 1) * sizeof *agenda->items);
    memset(&agenda->items[--agenda->item_count], 0, sizeof *agenda->items);
    renumber(agenda, to);
    drop_boards_not_led_to(agenda);
    drop_ballots_not_led_to(agenda);
    return plan_close(plan, PLAN_FINE);
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
    int end = before->start + before->minutes, next = plan_start_beside(agenda, item, 1);
    int by = next && end > next ? end - next + PLAN_NEW_MINUTES : PLAN_NEW_MINUTES;
    bool planned = before->start > 0;
    if (agenda->item_count == AGENDA_MAX)
        return PLAN_FULL;
    if (planned && (end >= MINUTES_OF_DAY || !plan_shift(agenda, item + 1, by)))
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
    return plan_take_title(at->title, title) ? PLAN_FINE : PLAN_TITLE;
}

enum plan_fault plan_add_briefing(struct plan *plan, int item, const char *title)
{
    struct agenda *agenda = plan_open(plan, PLAN_NO_FIELD, item);
    char id[ID_SIZE];
    new_id(id, agenda);
    return plan_close(
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
    struct agenda *agenda = plan_open(plan, PLAN_NO_FIELD, item);
    if (agenda->board_count == BOARDS_MAX)
        return plan_close(plan, PLAN_FULL);
    struct board_content *board = &agenda->boards[agenda->board_count];
    memset(board, 0, sizeof *board);
    new_id(board->id, agenda);
    if (text_take(board->question, sizeof board->question, 0, question, strlen(question)) !=
        TEXT_FINE)
        return plan_close(plan, PLAN_QUESTION);
    if (!take_headings(board, headings))
        return plan_close(plan, PLAN_HEADINGS);
    agenda->board_count++;
    struct agenda_step step = {.stage = STAGE_BOARD, .subject = agenda->board_count};
    return plan_close(plan, insert(agenda, item, board->id, title, step));
}
