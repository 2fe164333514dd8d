#include "export/markdown.h"

#include "export/tables.h"
#include "model/outcome.h"
#include "phrase/plan.h"
#include "phrase/vote.h"
#include "words/date.h"

#include <string.h>

/* ---- priorities ---- */

/* "Decided by a vote: “What first?” 24 people, 72 dots." */
static void write_votes(FILE *file, const struct room *room, ballot_id ballot,
                        const struct outcome *outcome)
{
    const struct ballot_content *c = &room->ballots[ballot].content;
    uint8_t by_ratings[OPTIONS_MAX + 1];
    char question[MARKDOWN_SIZE], said[PHRASE_SIZE];
    markdown_escape(question, c->question);
    outcome_by_ratings(by_ratings, room, c);
    phrase_vote_outcome(said, c, &room->ballot_tallies[ballot], outcome, by_ratings);
    putc('\n', file);
    fprintf(file, word(WORD_SUMMARY_DECIDED), question);
    fprintf(file, " %s\n", said);
}

/* The option of that vote that a priority was; 0: none. */
static uint8_t option_of(const struct ballot_content *c, const struct priority *one)
{
    for (uint8_t o = 1; o <= c->option_count; o++)
        if (one->condition ? c->about == ABOUT_CONDITIONS && c->things[o - 1] == one->condition
                           : c->about == ABOUT_TYPED && strcmp(c->texts[o - 1], one->text) == 0)
            return o;
    return 0;
}

static void write_got(FILE *file, const struct ballot_content *c, const struct outcome *outcome,
                      uint8_t option)
{
    char first[EXPORT_FIGURE_SIZE], second[EXPORT_FIGURE_SIZE];
    unsigned value = outcome->value[option];
    switch (c->method) {
    case METHOD_DOTS:
        fprintf(file, word(value == 1 ? WORD_SUMMARY_DOT : WORD_SUMMARY_DOTS), value);
        break;
    case METHOD_APPROVAL:
        fprintf(file, word(WORD_SUMMARY_APPROVALS), value);
        break;
    case METHOD_RANKING:
        fprintf(file, word(WORD_SUMMARY_BEATS), value);
        break;
    default:
        export_figure_text(first, EXPORT_HUNDREDTHS, outcome->value[option]);
        export_figure_text(second, EXPORT_HUNDREDTHS, outcome->second[option]);
        fprintf(file, word(WORD_SUMMARY_SCORES), first, second);
    }
    if (outcome->tied[option])
        fprintf(file, ", %s", word(WORD_SUMMARY_SHARED));
}

/* "(16 dots, average 3.2)" */
static void write_why(FILE *file, const struct room *room, const struct priority *one,
                      const struct outcome *outcome)
{
    ballot_id ballot = room->priorities.ballot;
    const struct ballot_content *c = &room->ballots[ballot].content;
    const struct summary_item *rated = &room->summaries[one->condition];
    uint8_t option = ballot ? option_of(c, one) : 0;
    char average[EXPORT_FIGURE_SIZE];
    bool has_average = one->condition && rated->has_figures;
    if (!option && !has_average)
        return;
    fputs(" (", file);
    if (option)
        write_got(file, c, outcome, option);
    if (has_average) {
        export_figure_text(average, EXPORT_TENTHS, rated->average);
        fputs(option ? ", " : "", file);
        fprintf(file, word(WORD_SUMMARY_RATED), average);
    }
    putc(')', file);
}

void markdown_priorities(FILE *file, const struct export *what)
{
    const struct room *room = what->room;
    ballot_id ballot = room->priorities.ballot;
    bool revealed = ballot && room->ballots[ballot].state == BALLOT_REVEALED;
    struct outcome outcome = {0};
    char text[MARKDOWN_SIZE];
    markdown_heading(file, WORD_SUMMARY_FIRST);
    if (!room->priorities.count)
        fprintf(file, "%s\n", word(WORD_SUMMARY_FIRST_NONE));
    if (revealed)
        outcome_work_out(&outcome, &room->ballots[ballot].content, &room->ballot_tallies[ballot]);
    for (unsigned i = 0; i < room->priorities.count && i < PRIORITIES_MAX; i++) {
        const struct priority *one = &room->priorities.list[i];
        markdown_escape(text, one->condition ? room->conditions[one->condition].name : one->text);
        fprintf(file, "%u. %s", i + 1, text);
        write_why(file, room, one, &outcome);
        putc('\n', file);
    }
    if (room->priorities.count && revealed)
        write_votes(file, room, ballot, &outcome);
}

/* ---- actions ---- */

static bool is_agreed(const struct action_item *a)
{
    return a->revision && a->state == ACTION_ADOPTED && !a->merged && !a->earlier;
}

static void write_action(FILE *file, const struct room *room, const struct action_item *a)
{
    const char *owner = phrase_owner(room, a);
    char text[MARKDOWN_SIZE], day[WORD_DATE_SIZE];
    fputs("- ", file);
    if (a->content.level == ACTION_LEVEL_SCHOOL && a->content.school) {
        markdown_escape(text, room->schools[a->content.school].name);
        fprintf(file, "%s: ", text);
    }
    markdown_escape(text, a->content.text);
    fputs(text, file);
    if (owner) {
        markdown_escape(text, owner);
        fputs(" – ", file);
        fprintf(file, word(WORD_SUMMARY_WHO), text);
    }
    word_day_long(day, a->content.due, 0);
    if (day[0]) {
        fputs(owner ? " " : " – ", file);
        fprintf(file, word(WORD_SUMMARY_WHEN), day);
    }
    putc('\n', file);
}

/* True when there is something in it. */
static bool write_level(FILE *file, const struct room *room, enum action_level level, bool first)
{
    static const enum word heads[ACTION_LEVEL_COUNT] = {
        [ACTION_LEVEL_SCHOOL] = WORD_SUMMARY_PLAN_SCHOOL,
        [ACTION_LEVEL_CLUSTER] = WORD_SUMMARY_PLAN_CLUSTER,
        [ACTION_LEVEL_LA] = WORD_SUMMARY_PLAN_LA,
    };
    bool any = false;
    for (action_id id = 1; id <= ACTIONS_MAX; id++) {
        const struct action_item *a = &room->actions[id];
        if (!is_agreed(a) || a->content.level != level)
            continue;
        if (!any)
            fprintf(file, "%s### %s\n\n", first ? "" : "\n", word(heads[level]));
        any = true;
        write_action(file, room, a);
    }
    return any;
}

/* Agreed, and somebody or some day is missing, or who was asked has not said yes. */
static bool is_loose(const struct room *room, const struct action_item *a)
{
    return is_agreed(a) && (!phrase_owner(room, a) || !a->content.due || phrase_is_asked(a));
}

static void write_loose(FILE *file, const struct room *room, const struct action_item *a)
{
    const char *owner = phrase_owner(room, a);
    char text[MARKDOWN_SIZE], who[MARKDOWN_SIZE];
    markdown_escape(text, a->content.text);
    markdown_escape(who, owner ? owner : "");
    fputs("- ", file);
    if (!owner)
        fprintf(file, word(a->content.due ? WORD_SUMMARY_NOBODY : WORD_SUMMARY_NEITHER), text);
    else if (!a->content.due)
        fprintf(file, word(WORD_SUMMARY_NO_DAY), text);
    else
        fprintf(file, word(WORD_SUMMARY_NOT_SAID), text, who);
    putc('\n', file);
}

static void write_all_loose(FILE *file, const struct room *room)
{
    unsigned undecided = room->workshop.waiting;
    bool any = false;
    for (action_id id = 1; id <= ACTIONS_MAX; id++) {
        const struct action_item *a = &room->actions[id];
        undecided += a->revision && !a->merged && a->state == ACTION_PROPOSED;
        any |= is_loose(room, a);
    }
    if (!undecided && !any)
        return;
    markdown_heading(file, WORD_SUMMARY_LOOSE);
    for (action_id id = 1; id <= ACTIONS_MAX; id++)
        if (is_loose(room, &room->actions[id]))
            write_loose(file, room, &room->actions[id]);
    if (undecided) {
        fputs("- ", file);
        fprintf(file, word(undecided == 1 ? WORD_SUMMARY_UNDECIDED_ONE : WORD_SUMMARY_UNDECIDED),
                undecided);
        putc('\n', file);
    }
}

static void write_earlier(FILE *file, const struct room *room)
{
    static const enum word progresses[PROGRESS_COUNT] = {
        [PROGRESS_NOT_BEGUN] = WORD_ACTIONS_NOT_BEGUN,
        [PROGRESS_UNDER_WAY] = WORD_ACTIONS_UNDER_WAY,
        [PROGRESS_DONE] = WORD_ACTIONS_DONE,
        [PROGRESS_DROPPED] = WORD_ACTIONS_DROPPED,
    };
    char text[MARKDOWN_SIZE];
    bool any = false;
    for (action_id id = 1; id <= ACTIONS_MAX; id++) {
        const struct action_item *a = &room->actions[id];
        if (!a->revision || !a->earlier || a->merged || a->state != ACTION_ADOPTED)
            continue;
        if (!any)
            markdown_heading(file, WORD_SUMMARY_EARLIER);
        any = true;
        markdown_escape(text, a->content.text);
        fputs("- ", file);
        fprintf(file, word(WORD_SUMMARY_EARLIER_LINE), text, word(progresses[a->progress]));
        putc('\n', file);
    }
}

void markdown_plan(FILE *file, const struct export *what)
{
    static const enum action_level order[] = {ACTION_LEVEL_CLUSTER, ACTION_LEVEL_SCHOOL,
                                              ACTION_LEVEL_LA};
    bool any = false;
    markdown_heading(file, WORD_PLANNED_WILL);
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        any |= write_level(file, what->room, order[i], !any);
    if (!any)
        fprintf(file, "%s\n", word(WORD_SUMMARY_PLAN_NONE));
    write_all_loose(file, what->room);
    write_earlier(file, what->room);
}
