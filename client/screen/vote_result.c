#include <stdio.h>
#include <string.h>

#include "screen/task.h"
#include "screen/vote.h"
#include "screen/writing.h"
#include "ui/mark.h"

/* A vote that is closed tells how many have voted and nothing else; once it is revealed everybody
 * sees the result, and beside it their own vote where this laptop still knows it. */

enum {
    TEXT_X = 84,
    BAR_X = 572,
    BAR = 216,
    BAR_HEIGHT = 24,
    VALUE_X = 800,
    ROWS_RIGHT = VOTE_MAP_X - 48, /* beside a map */
    GAP = 3,
    NUMBER = 32,
    RING_MOST = 30,
    LEAST_TOP = 152,
    SMALL_DOT = 16,
};

/* ---- closed ---- */

static void draw_ring_of_voters(struct draw_list *list, const struct turnout_item *turnout)
{
    unsigned expected = turnout->expected > turnout->voted ? turnout->expected : turnout->voted;
    unsigned dots = expected < 1 ? 8 : expected > RING_MOST ? RING_MOST : expected;
    unsigned filled = expected ? (turnout->voted * dots + expected / 2) / expected : 0;
    for (unsigned i = 0; i < dots; i++) {
        double x, y;
        mark_on_circle(&x, &y, 550, 252, 88, (int)i, (int)dots);
        mark_dot(list, x, y, dots > 20 ? 14 : 18, i < filled ? SEAT_TAKEN : SEAT_EMPTY);
    }
}

static void phrase_turnout(char *to, size_t size, const struct screens *s, const struct vote *vote)
{
    const struct turnout_item *turnout = &s->sight.room->turnouts[vote->ballot][0];
    snprintf(to, size,
             word(vote->content->by_school ? WORD_PAPER_TURNOUT_SCHOOLS : WORD_PAPER_TURNOUT),
             turnout->voted, turnout->expected);
}

static enum word own_word(const struct screens *s, const struct vote *vote)
{
    if (vote->content->by_school)
        return vote_all_given(s, vote->ballot) ? WORD_PAPER_CLOSED_SCHOOL
                                               : WORD_PAPER_CLOSED_SCHOOL_NOT;
    bool shared = vote_is_shared(s, vote->ballot);
    if (vote_all_given(s, vote->ballot))
        return shared ? WORD_PAPER_CLOSED_ALL : WORD_PAPER_CLOSED_MINE;
    return shared ? WORD_PAPER_CLOSED_NOT_ALL : WORD_PAPER_CLOSED_NOT_MINE;
}

/* A paper that was not counted is not lost from sight either. */
static void draw_uncounted(struct screens *s, struct vote *vote, const char *turnout)
{
    double y = vote_draw_title(s, vote->content->question, turnout, SCREEN_RIGHT);
    y = vote_draw_refusals(s, vote->ballot, y) + (vote->method->columns ? 40 : 12);
    vote_run_rows(s, vote, y, SCREEN_FOOT - 10 + s->layout.spare * 2 / 3);
}

static void draw_turnout(struct screens *s, const struct vote *vote, const char *turnout, bool may)
{
    double y = vote_draw_title(s, vote->content->question, "", SCREEN_RIGHT);
    bool refused = may && vote_draw_refusals(s, vote->ballot, y) > y;
    draw_ring_of_voters(s->list, &s->sight.room->turnouts[vote->ballot][0]);
    draw_text(s->list, 550, 384, SEMIBOLD(36), ALIGN_CENTRE, TOKEN_INK, word(WORD_PAPER_CLOSED));
    draw_text(s->list, 550, 444, SEMIBOLD(20), ALIGN_CENTRE, TOKEN_INK, turnout);
    if (may && !refused)
        draw_text(s->list, 550, 484, REGULAR(20), ALIGN_CENTRE, TOKEN_INK, word(own_word(s, vote)));
    draw_text(s->list, 550, 524, REGULAR(20), ALIGN_CENTRE, TOKEN_INK2,
              word(WORD_PAPER_CLOSED_LINE));
}

void vote_draw_closed(struct screens *s, struct vote *vote)
{
    char turnout[SCREEN_TEXT_SIZE];
    bool may = vote_may(s, vote->ballot), shared = vote_is_shared(s, vote->ballot);
    phrase_turnout(turnout, sizeof turnout, s, vote);
    if (may && !shared && vote->options > 0 && vote->draft->refusal != REFUSAL_NONE)
        draw_uncounted(s, vote, turnout);
    else
        draw_turnout(s, vote, turnout, may);
    screen_footer(s, word(vote->content->named ? WORD_PAPER_NAMED : WORD_PAPER_SECRET));
    double right = SCREEN_RIGHT;
    task_run_back(s, SCREEN_VOTE, &right);
}

/* ---- revealed ---- */

static const struct fit {
    int size, lines;
    double pitch, least;
} fits[] = {{20, 1, 51, 36}, {16, 2, 56, 48}, {16, 3, 80, 75}, {16, 4, 104, 99}};

struct result {
    struct outcome outcome;
    const struct vote *vote;
    const struct marks *yours; /* NULL: not known here, or not one person's */
    bool map;
    double text_x, text_width, value_x, right;
    uint16_t most; /* the longest bar's */
};

static const struct fit *fit_of(const struct screens *s, const struct result *result)
{
    enum { FITS = sizeof fits / sizeof *fits };
    for (size_t i = 0; i + 1 < FITS; i++) {
        bool all = true;
        for (uint8_t option = 1; all && option <= result->outcome.count; option++) {
            struct type_lines lines;
            const char *text = outcome_option(s->sight.room, result->vote->content, option);
            type_wrap(&lines, s->list->metrics, s->list->u, SEMIBOLD(fits[i].size),
                      result->text_width, fits[i].lines, WRAP_GREEDY, text);
            all = !lines.ellipsis;
        }
        if (all)
            return &fits[i];
    }
    return &fits[FITS - 1];
}

static void phrase_value(char *to, size_t size, const struct result *result, unsigned option)
{
    const struct outcome *o = &result->outcome;
    unsigned value = o->value[option], percent = o->share[option];
    switch ((enum method)result->vote->content->method) {
    case METHOD_DOTS:
    case METHOD_APPROVAL:
        snprintf(to, size, word(WORD_PAPER_VALUE_SHARE), value, percent);
        break;
    case METHOD_RANKING:
        snprintf(to, size, word(WORD_PAPER_VALUE_AHEAD), value);
        break;
    case METHOD_SCORES:
        if (value) /* as on the big screen */
            snprintf(to, size, word(WORD_PAPER_VALUE_SCORES), value / 100, value % 100,
                     o->second[option] / 100, o->second[option] % 100);
        else
            snprintf(to, size, "%s", word(WORD_PAPER_VALUE_NONE));
        break;
    case METHOD_COUNT:
        break;
    }
}

static void draw_yours(struct screens *s, const struct result *result, unsigned option, double y)
{
    unsigned mark = result->yours->of[option - 1];
    char text[16];
    if (!mark)
        return;
    switch ((enum method)result->vote->content->method) {
    case METHOD_DOTS:
        for (unsigned i = 0; mark <= 4 && i < mark; i++)
            mark_dot(s->list, result->right - SMALL_DOT / 2.0 - i * (SMALL_DOT + 6), y, SMALL_DOT,
                     SEAT_TAKEN);
        if (mark <= 4)
            return;
        snprintf(text, sizeof text, "%u", mark);
        break;
    case METHOD_APPROVAL:
        icon_draw(s->list, ICON_CHECK, result->right - 24, y - 12, 24, 3, TOKEN_ACCENT);
        return;
    case METHOD_RANKING:
        snprintf(text, sizeof text, "%u", mark);
        break;
    case METHOD_SCORES:
    default:
        snprintf(text, sizeof text, "%u, %u", MARK_SCORE(mark, 0), MARK_SCORE(mark, 1));
        break;
    }
    draw_text(s->list, result->right, y - 14, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_ACCENT, text);
}

static void draw_row(struct screens *s, const struct result *result, const struct fit *fit,
                     unsigned option, double middle)
{
    struct draw_list *list = s->list;
    const struct outcome *o = &result->outcome;
    double line = type_line(fit->size);
    bool first = o->place[option] <= VOTE_FIRST_PLACES && o->papers > 0;
    char text[SCREEN_TEXT_SIZE];
    if (o->papers > 0) {
        snprintf(text, sizeof text, o->tied[option] ? "%u=" : "%u", o->place[option]);
        draw_text(list, TEXT_X - 16, middle - 14, SEMIBOLD(20), ALIGN_RIGHT, TOKEN_INK, text);
    }
    const char *name = outcome_option(s->sight.room, result->vote->content, (uint8_t)option);
    if (result->map) {
        snprintf(text, sizeof text, "%u", option);
        draw_ring(list, TEXT_X + NUMBER / 2.0, middle, NUMBER / 2.0, 2, TOKEN_OUTLINE);
        draw_text(list, TEXT_X + NUMBER / 2.0, middle - 12, SEMIBOLD(16), ALIGN_CENTRE, TOKEN_INK,
                  text);
    }
    struct type type = {first ? WEIGHT_SEMIBOLD : WEIGHT_MEDIUM, fit->size, false};
    struct type_lines lines;
    type_wrap(&lines, list->metrics, list->u, type, result->text_width, fit->lines, WRAP_GREEDY,
              name);
    draw_paragraph(list, result->text_x, middle - lines.count * line / 2, result->text_width,
                   fit->lines, type, ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, name);
    if (result->yours)
        draw_yours(s, result, option, middle);
    if (o->papers == 0)
        return;
    double bar = result->most ? (double)BAR * o->value[option] / result->most : 0;
    if (!result->map && bar >= 1)
        draw_round(list, BAR_X, middle - BAR_HEIGHT / 2.0, bar, BAR_HEIGHT, 8,
                   first ? TOKEN_ACCENT : TOKEN_ACCENT_SOFT);
    phrase_value(text, sizeof text, result, option);
    draw_text(list, result->value_x, middle - 14, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, text);
}

/* How many votes this is the sum of, and why one of this laptop's is not among them. */
static double draw_head(struct screens *s, const struct result *result)
{
    const struct ballot_tally *tally = &s->sight.room->ballot_tallies[result->vote->ballot];
    char text[SCREEN_TEXT_SIZE];
    if (tally->papers == 0)
        snprintf(text, sizeof text, "%s", word(WORD_PAPER_NOBODY));
    else if (tally->papers == 1)
        snprintf(text, sizeof text, "%s", word(WORD_PAPER_COUNTED_ONE));
    else if (tally->by_hand == 0)
        snprintf(text, sizeof text, word(WORD_PAPER_COUNTED), tally->papers);
    else
        snprintf(text, sizeof text, word(WORD_PAPER_COUNTED_HAND), tally->papers, tally->by_hand);
    double y = vote_draw_title(s, result->vote->content->question, text, SCREEN_RIGHT);
    return vote_may(s, result->vote->ballot) ? vote_draw_refusals(s, result->vote->ballot, y) : y;
}

/* Above the averages: of what. Names too long for their column reach to the left of it. */
static void draw_criteria(struct screens *s, const struct result *result, double y)
{
    char first[ID_SIZE], second[ID_SIZE], text[SCREEN_TEXT_SIZE];
    vote_criterion(first, result->vote->content, 0);
    vote_criterion(second, result->vote->content, 1);
    snprintf(text, sizeof text, word(WORD_PAPER_AVERAGES), first, second);
    double right = result->right - (result->yours ? 72 : 0);
    if (result->value_x + draw_width(s->list, REGULAR(16), text) <= right)
        draw_text(s->list, result->value_x, y, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, text);
    else
        draw_text_within(s->list, TEXT_X, y, right - TEXT_X, REGULAR(16), ALIGN_RIGHT, TOKEN_INK2,
                         text);
}

static void draw_rows(struct screens *s, const struct result *result, double top)
{
    const struct fit *fit = fit_of(s, result);
    double end = SCREEN_FOOT - 10 + s->layout.spare * 2 / 3;
    double pitch;
    unsigned count = result->outcome.count;
    unsigned shown = vote_fit_rows(&pitch, end - top + GAP, count, fit->pitch, fit->least);
    unsigned page = (s->vote.option - 1u) / shown * shown;
    writing_pages(s, "result-pages", result->right, 120, &page, shown, count, true);
    s->vote.option = (uint8_t)(page + 1);
    if (result->yours)
        draw_text(s->list, result->right, top - 26, REGULAR(16), ALIGN_RIGHT, TOKEN_INK2,
                  word(WORD_PAPER_YOURS));
    if (result->map)
        draw_criteria(s, result, top - 26);
    for (unsigned i = 0; i < shown && page + i < count; i++) {
        double y = top + i * pitch;
        if (i > 0)
            draw_rect(s->list, SCREEN_LEFT, y - 2, result->right - SCREEN_LEFT, 2, TOKEN_LINE);
        draw_row(s, result, fit, result->outcome.order[page + i], y + (pitch - GAP) / 2);
    }
}

/* One's own paper of a named vote, where it can be told: the school's, or the only one of that
 * name. */
static const struct marks *find_named(const struct screens *s, const struct vote *vote)
{
    const struct room *room = s->sight.room;
    const struct named_paper_item *found = NULL;
    for (unsigned i = 1; i <= PAPERS_MAX; i++) {
        const struct named_paper_item *item = &room->named_papers[i];
        bool own = vote->content->by_school
                       ? item->school == room->me.school
                       : !item->by_hand && !item->slot && strcmp(item->name, room->me.name) == 0;
        if (item->ballot != vote->ballot || !own)
            continue;
        if (found)
            return NULL;
        found = item;
    }
    return found ? &found->marks : NULL;
}

void vote_draw_result(struct screens *s, struct vote *vote)
{
    struct result result = {.vote = vote};
    if (!vote_is_shared(s, vote->ballot) && vote_may(s, vote->ballot)) {
        result.yours = vote_known(vote->draft, vote->own);
        result.yours = result.yours ? result.yours : find_named(s, vote);
    }
    result.map = vote->content->method == METHOD_SCORES;
    result.text_x = TEXT_X + (result.map ? NUMBER + 12 : 0);
    result.text_width = result.map ? 248 : BAR_X - 24 - TEXT_X;
    result.value_x = result.map ? result.text_x + result.text_width + 16 : VALUE_X;
    result.right = result.map ? ROWS_RIGHT : SCREEN_RIGHT;
    outcome_work_out(&result.outcome, vote->content, &s->sight.room->ballot_tallies[vote->ballot]);
    for (unsigned option = 1; option <= result.outcome.count; option++)
        if (result.outcome.value[option] > result.most)
            result.most = result.outcome.value[option];
    double y = draw_head(s, &result) + (result.yours || result.map ? 40 : 12);
    y = y < LEAST_TOP ? LEAST_TOP : y;
    draw_rows(s, &result, y);
    if (result.map)
        vote_draw_map(s, vote, &result.outcome, y);
    screen_footer(s, word(vote->content->named ? WORD_PAPER_FOOT_NAMED : WORD_PAPER_FOOT_SECRET));
    double right = SCREEN_RIGHT;
    task_run_back(s, SCREEN_VOTE, &right);
}
