#include "merge/merge.h"

#include "base/text.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

const char *merge_where(const struct merge *merge, unsigned file)
{
    const char *path = merge->files[file].path, *slash = strrchr(path, '/');
    return file == MERGE_OURS ? word(WORD_MERGE_HERE) : slash ? slash + 1 : path;
}

void merge_about(char to[MERGE_TEXT_SIZE], const struct merge *merge,
                 const struct merge_entry *entry)
{
    static const enum word scopes[SCOPE_COUNT] = {[SCOPE_ROOM] = WORD_MERGE_NAMES_ROOM,
                                                  [SCOPE_SUMMARY] = WORD_MERGE_NAMES_SUMMARY,
                                                  [SCOPE_LA] = WORD_MERGE_NAMES_LA};
    const char *school = merge->schools[entry->school];
    const struct condition *conditions = merge->files[MERGE_OURS].model->conditions;
    switch ((enum merge_kind)entry->kind) {
    case MERGE_RATING:
    case MERGE_ACTION:
        snprintf(to, MERGE_TEXT_SIZE, word(WORD_MERGE_ABOUT), school, entry->condition,
                 conditions[entry->condition].name);
        return;
    case MERGE_CONSENT:
        snprintf(to, MERGE_TEXT_SIZE, word(WORD_MERGE_ABOUT_NAMES), school,
                 word(scopes[entry->scope]));
        return;
    default:
        text_copy(to, MERGE_TEXT_SIZE, school);
    }
}

enum { FIGURE_SIZE = 96 };

static void write_figure(char to[FIGURE_SIZE], const struct figure *figure)
{
    char figures[32];
    if (figure->target)
        snprintf(figures, sizeof figures, "%u → %u", figure->now, figure->target);
    else
        snprintf(figures, sizeof figures, "%u", figure->now);
    if (figure->months)
        snprintf(to, FIGURE_SIZE, word(WORD_MERGE_IN_MONTHS), figures, figure->months);
    else
        text_copy(to, FIGURE_SIZE, figures);
}

static void say_rating(char to[MERGE_TEXT_SIZE], const struct rating *rating)
{
    const struct figure *figure = model_shown_figure(rating);
    char figures[FIGURE_SIZE], day[WORD_DATE_SIZE], stands[MERGE_TEXT_SIZE];
    write_figure(figures, figure);
    if (rating->settled) {
        word_date_time(day, rating->agreed_ms);
        snprintf(stands, sizeof stands, word(WORD_MERGE_AGREED), figures,
                 rating->agreed_with[0] ? rating->agreed_with : word(WORD_MERGE_THE_SCHOOL), day);
    } else {
        snprintf(stands, sizeof stands, word(WORD_MERGE_PROPOSED), figures);
    }
    if (figure->note[0])
        snprintf(to, MERGE_TEXT_SIZE, word(WORD_MERGE_NOTE), stands, figure->note);
    else
        text_copy(to, MERGE_TEXT_SIZE, stands);
}

void merge_says(char to[MERGE_TEXT_SIZE], const struct merge *merge,
                const struct merge_entry *entry, unsigned candidate)
{
    const struct action *action;
    switch ((enum merge_kind)entry->kind) {
    case MERGE_RATING:
        say_rating(to, merge_rating(merge, entry, candidate));
        return;
    case MERGE_ACTION:
        action = merge_action(merge, entry, candidate);
        if (action->content.months)
            snprintf(to, MERGE_TEXT_SIZE, word(WORD_MERGE_ACTION_IN), action->content.text,
                     action->content.months);
        else
            snprintf(to, MERGE_TEXT_SIZE, word(WORD_MERGE_ACTION), action->content.text);
        return;
    case MERGE_CONSENT:
        text_copy(to, MERGE_TEXT_SIZE,
                  word(merge_answer(merge, entry, candidate) == ANSWER_YES ? WORD_MERGE_YES
                                                                           : WORD_MERGE_NO));
        return;
    default:
        text_copy(to, MERGE_TEXT_SIZE, word(WORD_MERGE_NEW_SCHOOL));
    }
}

void merge_sum(char to[MERGE_TEXT_SIZE], const struct merge_report *report)
{
    static const struct {
        enum word one, more;
    } words[MERGE_KIND_COUNT] = {
        [MERGE_SCHOOL] = {WORD_MERGE_SCHOOL, WORD_MERGE_SCHOOLS},
        [MERGE_RATING] = {WORD_MERGE_RATING, WORD_MERGE_RATINGS},
        [MERGE_ACTION] = {WORD_MERGE_ACTION_ONE, WORD_MERGE_ACTIONS},
        [MERGE_CONSENT] = {WORD_MERGE_CONSENT, WORD_MERGE_CONSENTS},
    };
    size_t used = 0;
    to[0] = '\0';
    for (unsigned kind = 0; kind < MERGE_KIND_COUNT; kind++) {
        unsigned count = report->counts[kind];
        if (!count)
            continue;
        char part[128];
        snprintf(part, sizeof part, word(count == 1 ? words[kind].one : words[kind].more), count);
        used += (size_t)snprintf(to + used, MERGE_TEXT_SIZE - used, "%s%s", used ? ", " : "", part);
    }
    if (!used)
        text_copy(to, MERGE_TEXT_SIZE, word(WORD_MERGE_NOTHING));
}
