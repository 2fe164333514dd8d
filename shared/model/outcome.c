#include "model/outcome.h"

#include "analysis/places.h"
#include "analysis/schulze.h"
#include "base/text.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* A tally may have come from a network: whatever stands in it gives some outcome. */

/* By dots, or by approvals. */
static void place_by_points(struct outcome *out, const struct ballot_tally *tally, bool dots)
{
    uint32_t value[OPTIONS_MAX + 1] = {0}, all = 0;
    for (unsigned i = 1; i <= out->count; i++)
        all += value[i] = out->value[i] = tally->points[i];
    uint32_t whole = dots ? all : tally->papers;
    for (unsigned i = 1; i <= out->count; i++)
        out->share[i] = value[i] <= whole ? analysis_ratio(value[i], whole, 100) : 100;
    analysis_places(out->place, value, out->count);
}

static void place_by_ranking(struct outcome *out, const struct ballot_tally *tally)
{
    analysis_schulze(out->strength, tally->above, out->count);
    for (uint8_t i = 1; i <= out->count; i++) {
        uint16_t chosen = tally->chosen[i] < tally->papers ? tally->chosen[i] : tally->papers;
        out->value[i] = analysis_beats(out->strength, i, out->count);
        out->place[i] = (uint8_t)(1 + analysis_beaten_by(out->strength, i, out->count));
        out->share[i] = analysis_ratio(chosen, tally->papers, 100);
    }
}

/* In hundredths; 0: nobody gave any. */
static uint16_t average(const uint16_t scores[SCORE_MAX + 1])
{
    uint32_t count = 0, sum = 0;
    for (unsigned s = 1; s <= SCORE_MAX; s++) {
        count += scores[s];
        sum += s * scores[s];
    }
    return analysis_ratio(sum, count, 100);
}

/* By the first criterion, then by little of the second. What is compared is what people see. */
static void place_by_scores(struct outcome *out, const struct ballot_tally *tally)
{
    enum { RANGE = SCORE_MAX * 100 + 1 };
    uint32_t value[OPTIONS_MAX + 1] = {0};
    for (unsigned i = 1; i <= out->count; i++) {
        out->value[i] = average(tally->scores[0][i]);
        out->second[i] = average(tally->scores[1][i]);
        value[i] = out->value[i] * (uint32_t)RANGE + (RANGE - 1U - out->second[i]);
    }
    analysis_places(out->place, value, out->count);
}

static uint8_t count_chosen(const struct outcome *out, const struct ballot_content *content,
                            const struct ballot_tally *tally)
{
    uint8_t count = 0;
    for (unsigned i = 1; i <= out->count; i++)
        if (content->method == METHOD_SCORES ? out->value[i] : tally->chosen[i])
            count++;
    return count;
}

void outcome_work_out(struct outcome *out, const struct ballot_content *content,
                      const struct ballot_tally *tally)
{
    memset(out, 0, sizeof *out);
    out->count = content->option_count <= OPTIONS_MAX ? content->option_count : OPTIONS_MAX;
    out->papers = tally->papers;
    if (content->method == METHOD_RANKING)
        place_by_ranking(out, tally);
    else if (content->method == METHOD_SCORES)
        place_by_scores(out, tally);
    else
        place_by_points(out, tally, content->method == METHOD_DOTS);
    out->chosen = count_chosen(out, content, tally);
    analysis_ties(out->tied, out->place, out->count);
    analysis_order(out->order, out->place, out->count);
}

static uint8_t take_place(const struct outcome *outcome, uint8_t place,
                          uint8_t options[OPTIONS_MAX])
{
    uint8_t count = 0;
    for (unsigned i = 0; i < outcome->count; i++)
        if (outcome->place[outcome->order[i]] == place)
            options[count++] = outcome->order[i];
    return count;
}

uint8_t outcome_run_off(const struct outcome *outcome, uint8_t wanted, uint8_t options[OPTIONS_MAX])
{
    const uint8_t *order = outcome->order;
    if (wanted > 0 && wanted < outcome->chosen &&
        outcome->place[order[wanted - 1]] == outcome->place[order[wanted]])
        return take_place(outcome, outcome->place[order[wanted]], options);
    for (unsigned i = 0; i < outcome->chosen; i++)
        if (outcome->tied[order[i]])
            return take_place(outcome, outcome->place[order[i]], options);
    return 0;
}

uint8_t outcome_uncut(const struct outcome *outcome, uint8_t wanted)
{
    const uint8_t *order = outcome->order;
    uint8_t count = wanted < outcome->chosen ? wanted : outcome->chosen;
    while (count > 0 && count < outcome->chosen &&
           outcome->place[order[count - 1]] == outcome->place[order[count]])
        count--;
    return count;
}

void outcome_by_ratings(uint8_t place[OPTIONS_MAX + 1], const struct room *room,
                        const struct ballot_content *content)
{
    static_assert(CONDITIONS_MAX <= OPTIONS_MAX, "places are worked out for all conditions");
    uint32_t low[OPTIONS_MAX + 1] = {0}; /* the lower the average, the higher; 0: no figures */
    uint8_t of_all[OPTIONS_MAX + 1];
    memset(place, 0, (OPTIONS_MAX + 1) * sizeof *place);
    for (unsigned c = 1; c <= CONDITIONS_MAX; c++)
        if (room->summaries[c].has_figures)
            low[c] = UINT32_C(1) + UINT16_MAX - room->summaries[c].average;
    analysis_places(of_all, low, CONDITIONS_MAX);
    for (unsigned i = 1; i <= content->option_count && i <= OPTIONS_MAX; i++) {
        uint16_t condition = content->things[i - 1];
        if (content->about == ABOUT_CONDITIONS && condition <= CONDITIONS_MAX && low[condition])
            place[i] = of_all[condition];
    }
}

enum { FIRST_PLACES = 3 };

bool outcome_is_first(const struct outcome *outcome, uint8_t option)
{
    return outcome->place[option] <= FIRST_PLACES && outcome->value[option] > 0;
}

bool outcome_is_in_both(const struct outcome *outcome, const uint8_t by_ratings[OPTIONS_MAX + 1],
                        uint8_t option)
{
    return outcome_is_first(outcome, option) && by_ratings[option] >= 1 &&
           by_ratings[option] <= FIRST_PLACES;
}

uint8_t outcome_in_both(const struct outcome *outcome, const uint8_t by_ratings[OPTIONS_MAX + 1])
{
    uint8_t both = 0;
    for (uint8_t i = 1; i <= outcome->count; i++)
        both = (uint8_t)(both + outcome_is_in_both(outcome, by_ratings, i));
    return both;
}

const char *outcome_option(const struct room *room, const struct ballot_content *content,
                           uint8_t option)
{
    if (option < 1 || option > content->option_count || option > OPTIONS_MAX)
        return "";
    uint16_t thing = content->things[option - 1];
    switch ((enum about)content->about) {
    case ABOUT_CONDITIONS:
        return thing <= CONDITIONS_MAX ? room->conditions[thing].name : "";
    case ABOUT_ACTIONS:
        return thing <= ACTIONS_MAX ? room->actions[thing].content.text : "";
    case ABOUT_TYPED:
        return content->texts[option - 1];
    case ABOUT_COUNT:
        break;
    }
    return "";
}

/* ---- who chose what */

/* The place of a school in the alphabet, from 0; without one last. */
static int school_place(const struct room *room, school_id school)
{
    int place = 0;
    while (place < room->school_count && room->school_order[place] != school)
        place++;
    return place;
}

static int compare_papers(const void *one, const void *other, void *context)
{
    const struct room *room = context;
    const struct named_paper_item *a = &room->named_papers[*(const uint16_t *)one];
    const struct named_paper_item *b = &room->named_papers[*(const uint16_t *)other];
    int by_school = school_place(room, a->school) - school_place(room, b->school);
    int by_name = by_school ? by_school : text_order(a->name, b->name);
    if (by_name)
        return by_name;
    return *(const uint16_t *)one - *(const uint16_t *)other;
}

int outcome_papers(uint16_t papers[PAPERS_MAX], const struct room *room, ballot_id ballot)
{
    int count = 0;
    for (int i = 1; i <= PAPERS_MAX; i++)
        if (room->named_papers[i].ballot == ballot)
            papers[count++] = (uint16_t)i;
    qsort_r(papers, (size_t)count, sizeof *papers, compare_papers, (void *)room);
    return count;
}
