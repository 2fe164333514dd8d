#include "lines/printing.h"

#include "base/text.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

static void put(struct lines_line *line, const char *text, size_t length)
{
    size_t left = sizeof line->text - 1 - line->length;
    if (length > left)
        length = left;
    memcpy(line->text + line->length, text, length);
    line->length += length;
    line->text[line->length] = '\0';
}

static void put_name(struct lines_line *line, const char *name)
{
    put(line, " ", 1);
    put(line, name, strlen(name));
    put(line, "=", 1);
}

void lines_begin(struct lines_line *line, const char *word)
{
    line->length = 0;
    put(line, word, strlen(word));
}

void lines_word(struct lines_line *line, const char *name, const char *word)
{
    put_name(line, name);
    put(line, word, strlen(word));
}

void lines_text(struct lines_line *line, const char *name, const char *text)
{
    put_name(line, name);
    put(line, "\"", 1);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            put(line, "\\", 1);
        put(line, text, 1);
    }
    put(line, "\"", 1);
}

void lines_number(struct lines_line *line, const char *name, int64_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, number);
    lines_word(line, name, digits);
}

void lines_yes_no(struct lines_line *line, const char *name, bool yes)
{
    lines_word(line, name, yes ? "yes" : "no");
}

void lines_end(struct lines_printer *printer, const struct lines_line *line, enum lines_once once)
{
    if (once != LINES_ALWAYS) {
        if (strcmp(printer->last[once], line->text) == 0)
            return;
        text_copy(printer->last[once], sizeof printer->last[once], line->text);
    }
    fprintf(printer->out, "%s\n", line->text);
}

void printing_end(struct printing *p, enum lines_once once)
{
    lines_end(p->printer, &p->line, once);
}

void printing_school(struct printing *p, school_id school)
{
    if (school)
        lines_text(&p->line, "school", p->room->schools[school].name);
}

void printing_some(struct printing *p, const char *name, int64_t number)
{
    if (number)
        lines_number(&p->line, name, number);
}

void printing_text(struct printing *p, const char *name, const char *text)
{
    if (text[0])
        lines_text(&p->line, name, text);
}

void printing_yes(struct printing *p, const char *name, bool yes)
{
    if (yes)
        lines_yes_no(&p->line, name, true);
}

/* How each kind is said; the order is that of lines_print_room. */
static const struct {
    enum item_kind kind;
    void (*print)(struct printing *);
    uint16_t a_least, a_most, b_least, b_most;
} kinds[] = {
    {ITEM_WORKSHOP, print_workshop, 0, 0, 0, 0},
    {ITEM_ME, print_me, 0, 0, 0, 0},
    {ITEM_PLACE, print_place, 0, 0, 0, 0},
    {ITEM_TIMER, print_timer, 0, 0, 0, 0},
    {ITEM_VIEW, print_view, 0, 0, 0, 0},
    {ITEM_CONDITION, print_condition, 1, CONDITIONS_MAX, 0, 0},
    {ITEM_SCHOOL, print_school, 1, SCHOOLS_MAX, 0, 0},
    {ITEM_SEAT, print_seat, 1, SEATS_MAX, 0, 0},
    {ITEM_CODE, print_code, 1, CODES_MAX, 0, 0},
    {ITEM_CONSENT, print_consent, 1, SCHOOLS_MAX, 0, 0},
    {ITEM_CELL, print_rating, 1, CONDITIONS_MAX, 1, SCHOOLS_MAX},
    {ITEM_TALK, print_rating, 1, CONDITIONS_MAX, 1, SCHOOLS_MAX},
    {ITEM_SUMMARY, print_summary, 1, CONDITIONS_MAX, 0, 0},
    {ITEM_PROGRESS, print_progress, 0, SCHOOLS_MAX, 0, 0},
    {ITEM_KIOSK, print_kiosk, 0, 0, 0, 0},
    {ITEM_BOARD, print_board, 1, BOARDS_MAX, 0, 0},
    {ITEM_NOTE, print_note, 1, NOTES_MAX, 0, 0},
    {ITEM_OWN_NOTE, print_own_note, 1, NOTES_MAX, 0, 0},
    {ITEM_QUESTION, print_question, 1, QUESTIONS_MAX, 0, 0},
    {ITEM_ROUND, print_round, 0, SLIP_COUNT - 1, 0, 0},
    {ITEM_TALLY, print_tally, 0, SLIP_COUNT - 1, 1, CONDITIONS_MAX},
    {ITEM_READINGS, print_readings, 1, CONDITIONS_MAX, 1, SCHOOLS_MAX},
    {ITEM_MISSING, print_missing, 0, SCHOOLS_MAX, 0, 0},
    {ITEM_OWN_SLIP, print_own_slip, 0, SLIP_COUNT - 1, 1, CONDITIONS_MAX},
    {ITEM_FINDING, print_finding, 0, FINDING_COUNT - 1, 1, CONDITIONS_MAX},
    {ITEM_ACTION, print_action, 1, ACTIONS_MAX, 0, 0},
    {ITEM_OWN_ACTION, print_own_action, 1, ACTIONS_MAX, 0, 0},
    {ITEM_PRIORITIES, print_priorities, 0, 0, 0, 0},
    {ITEM_BALLOT, print_ballot, 1, BALLOTS_MAX, 0, 0},
    {ITEM_TURNOUT, print_turnout, 1, BALLOTS_MAX, 0, SCHOOLS_MAX},
    {ITEM_OWN_PAPER, print_own_paper, 1, BALLOTS_MAX, 0, LAPTOP_MAX},
    {ITEM_BALLOT_TALLY, print_result, 1, BALLOTS_MAX, 0, 0},
    {ITEM_NAMED_PAPER, print_named_paper, 1, PAPERS_MAX, 0, 0},
    {ITEM_REVIEW, print_review, 1, REVIEWS_MAX, 0, 0},
    {ITEM_PAST, print_past, 1, REVIEWS_MAX, 1, SCHOOLS_MAX},
    {ITEM_OWN_PAST, print_past, 1, REVIEWS_MAX, 1, SCHOOLS_MAX},
    {ITEM_PAST_SUMMARY, print_past_summary, 1, REVIEWS_MAX, 1, CONDITIONS_MAX},
    {ITEM_CHARACTER, print_character, 1, CHARACTERS_MAX, 0, 0},
    {ITEM_CARD, print_card, 1, CHARACTERS_MAX, 0, 0},
    {ITEM_MOMENT, print_moment, 1, MOMENTS_MAX, 0, 0},
    {ITEM_CONDUCTING, print_conducting, 0, 0, 0, 0},
    {ITEM_UNDO, print_undo, 0, 0, 0, 0},
};

enum { KINDS = sizeof kinds / sizeof *kinds };
/* An agenda item alone is not said: where the workshop is says its title. */
static_assert(KINDS == ITEM_COUNT - 1, "a line for every kind of item but this");

void lines_print_item(struct lines_printer *printer, const struct room *room, struct item_key key,
                      int64_t now_ms)
{
    struct printing p = {.printer = printer, .room = room, .key = key, .now_ms = now_ms};
    for (unsigned i = 0; i < KINDS; i++)
        if (kinds[i].kind == key.kind)
            kinds[i].print(&p);
}

void lines_print_room(struct lines_printer *printer, const struct room *room, int64_t now_ms)
{
    struct printing p = {.printer = printer, .room = room, .now_ms = now_ms, .all = true};
    memset(printer->last, 0, sizeof printer->last);
    for (unsigned i = 0; i < KINDS; i++)
        for (unsigned a = kinds[i].a_least; a <= kinds[i].a_most; a++)
            for (unsigned b = kinds[i].b_least; b <= kinds[i].b_most; b++) {
                p.key = (struct item_key){(uint8_t)kinds[i].kind, (uint16_t)a, (uint16_t)b};
                kinds[i].print(&p);
            }
}

void lines_print_findings(struct lines_printer *printer, const struct room *room,
                          struct room_finding found[ROOM_FINDINGS_MAX])
{
    struct printing p = {.printer = printer, .room = room};
    unsigned count = room_findings(found, room);
    for (unsigned i = 0; i < count; i++)
        print_found(&p, &found[i]);
}

void lines_print_answer(struct lines_printer *printer, uint32_t id, enum refusal refusal)
{
    struct lines_line line;
    lines_begin(&line, refusal == REFUSAL_NONE ? "saved" : "refused");
    lines_number(&line, "id", id);
    if (refusal != REFUSAL_NONE) {
        lines_word(&line, "reason", refusal_word(refusal));
        lines_text(&line, "text", refusal_text(refusal));
    }
    lines_end(printer, &line, LINES_ALWAYS);
}
