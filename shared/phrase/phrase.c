#include "phrase/phrase.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "analysis/summary.h"
#include "base/text.h"
#include "words/words.h"

const char *phrase_head(const struct room *room, enum finding_kind kind)
{
    static const enum word heads[FINDING_COUNT] = {
#define X(name, text) [FINDING_##name] = WORD_FINDING_HEAD_##name,
        FINDING_LIST(X)
#undef X
    };
    bool unnamed = kind == FINDING_SUPPORT && !room->workshop.named;
    return word(unnamed ? WORD_FINDING_HEAD_SUPPORT_UNNAMED : heads[kind]);
}

void phrase_number(char to[PHRASE_NUMBER_SIZE], unsigned count)
{
    static const enum word numbers[] = {
        [2] = WORD_NUMBER_2, [3] = WORD_NUMBER_3, [4] = WORD_NUMBER_4,
        [5] = WORD_NUMBER_5, [6] = WORD_NUMBER_6, [7] = WORD_NUMBER_7,
        [8] = WORD_NUMBER_8, [9] = WORD_NUMBER_9, [10] = WORD_NUMBER_10};
    if (count >= 2 && count <= 10)
        snprintf(to, PHRASE_NUMBER_SIZE, "%s", word(numbers[count]));
    else
        snprintf(to, PHRASE_NUMBER_SIZE, "%u", count);
}

void phrase_schools(char to[PHRASE_SIZE], unsigned count)
{
    char number[PHRASE_NUMBER_SIZE];
    phrase_number(number, count);
    if (count == 1)
        snprintf(to, PHRASE_SIZE, "%s", word(WORD_SCHOOLS_ONE));
    else
        snprintf(to, PHRASE_SIZE, word(WORD_SCHOOLS_MANY), number);
}

/* Joins up to `count` names with commas; returns nothing beyond what fits. */
static void list_names(char to[PHRASE_SIZE], const struct room *room, const school_id *schools,
                       unsigned count)
{
    size_t used = 0;
    to[0] = '\0';
    for (unsigned i = 0; i < count && used < PHRASE_SIZE - NAME_SIZE - 2; i++)
        used += (size_t)snprintf(to + used, PHRASE_SIZE - used, "%s%s", i ? ", " : "",
                                 room->schools[schools[i]].name);
}

void phrase_names(char to[PHRASE_SIZE], const struct room *room, const school_id *schools,
                  unsigned count, unsigned most)
{
    char first[PHRASE_SIZE];
    unsigned named = count <= most ? count : most > 1 ? most - 1 : 1;
    if (count <= 1) {
        list_names(to, room, schools, count);
        return;
    }
    list_names(first, room, schools, named < count ? named : count - 1);
    if (named < count)
        snprintf(to, PHRASE_SIZE, word(WORD_NAMES_AND_MORE), first, count - named);
    else
        snprintf(to, PHRASE_SIZE, word(WORD_NAMES_AND), first,
                 room->schools[schools[count - 1]].name);
}

unsigned phrase_givers(school_id to[SCHOOLS_MAX], const struct room *room,
                       const struct room_finding *f)
{
    unsigned count = 0;
    for (uint16_t i = 0; i < room->school_count && f->pair_count; i++) {
        school_id school = room->school_order[i];
        struct cell_item cell = room_cell(room, f->number, school);
        bool counts = cell.state == RATING_AGREED ||
                      (cell.state == RATING_PROPOSED && room->workshop.count_proposed);
        if (counts && cell.now >= f->giver_least)
            to[count++] = school;
    }
    return count;
}

unsigned phrase_takers(school_id to[SCHOOLS_MAX], const struct room_finding *f)
{
    for (uint16_t i = 0; i < f->pair_count; i++)
        to[i] = f->pairs[i].taker;
    return f->pair_count;
}

/* Names where there are some, else how many. */
static void say_schools(char to[PHRASE_SIZE], const struct room *room, const school_id *schools,
                        unsigned named, unsigned count)
{
    if (named)
        phrase_names(to, room, schools, named, PHRASE_NAMES_MOST);
    else
        phrase_schools(to, count);
}

static void say_support(char to[PHRASE_SIZE], const struct room *room, const struct room_finding *f)
{
    school_id schools[SCHOOLS_MAX];
    char givers[PHRASE_SIZE], takers[PHRASE_SIZE];
    unsigned count = phrase_givers(schools, room, f);
    say_schools(givers, room, schools, count, f->givers);
    count = phrase_takers(schools, f);
    say_schools(takers, room, schools, count, f->low);
    snprintf(to, PHRASE_SIZE, word(WORD_FINDING_SUPPORT), room->conditions[f->number].name, givers,
             takers);
}

/* From now to target. Of the same schools those are, so that a rounded step may not add up to the
 * average that stands beside it: then the average counts, and the step is what lies between. */
static void say_gap(char to[PHRASE_SIZE], const char *name, const struct room_finding *f)
{
    char now[AVERAGE_TEXT_SIZE], target[AVERAGE_TEXT_SIZE], gap[AVERAGE_TEXT_SIZE];
    int from = f->target_average - f->gap;
    if (abs(from - f->average) <= 1)
        from = f->average;
    analysis_average_text(now, (unsigned)from);
    analysis_average_text(target, f->target_average);
    analysis_average_text(gap, (unsigned)(f->target_average - from));
    snprintf(to, PHRASE_SIZE, word(WORD_FINDING_GAP), name, now, target, gap);
}

static void say_own(char to[PHRASE_SIZE], const struct room *room, const struct room_finding *f)
{
    const char *name = room->conditions[f->number].name;
    char average[AVERAGE_TEXT_SIZE];
    char schools[PHRASE_SIZE];
    bool high = f->kind == FINDING_STRENGTH;
    unsigned count = high ? f->high : f->low;
    analysis_average_text(average, f->average);
    say_schools(schools, room, f->schools, f->school_count, count);
    switch ((enum finding_kind)f->kind) {
    case FINDING_WELL:
        snprintf(to, PHRASE_SIZE, word(WORD_FINDING_WELL), name, average);
        break;
    case FINDING_PRIORITY:
        snprintf(to, PHRASE_SIZE, word(WORD_FINDING_PRIORITY), name, average);
        break;
    case FINDING_GENERAL:
        if (f->high == f->counted)
            snprintf(to, PHRASE_SIZE, word(WORD_FINDING_GENERAL_HIGH), name);
        else
            snprintf(to, PHRASE_SIZE, word(WORD_FINDING_GENERAL_LOW), name, schools);
        break;
    case FINDING_STRENGTH:
        snprintf(to, PHRASE_SIZE,
                 word(count == 1 ? WORD_FINDING_STRENGTH_ONE : WORD_FINDING_STRENGTH), name,
                 schools);
        break;
    case FINDING_NEED:
        snprintf(to, PHRASE_SIZE, word(count == 1 ? WORD_FINDING_NEED_ONE : WORD_FINDING_NEED),
                 name, schools);
        break;
    case FINDING_LA:
        snprintf(to, PHRASE_SIZE, word(WORD_FINDING_LA), name, schools);
        break;
    case FINDING_GAP:
        say_gap(to, name, f);
        break;
    case FINDING_SUPPORT:
        say_support(to, room, f);
        break;
    default:
        to[0] = '\0';
    }
}

void phrase_finding(char to[PHRASE_SIZE], const struct room *room, const struct room_finding *f)
{
    if (f->text[0])
        snprintf(to, PHRASE_SIZE, "%s", f->text);
    else
        say_own(to, room, f);
}

static void add_fact(char to[PHRASE_SIZE], const char *fact)
{
    size_t used = strlen(to);
    snprintf(to + used, PHRASE_SIZE - used, "%s%s", used ? "  ·  " : "", fact);
}

void phrase_facts(char to[PHRASE_SIZE], const struct room *room, const struct room_finding *f)
{
    static const enum word bands[] = {WORD_FINDING_FACT_LOW, WORD_FINDING_FACT_MEDIUM,
                                      WORD_FINDING_FACT_HIGH};
    const unsigned counts[] = {f->low, f->medium, f->high};
    char fact[128], average[AVERAGE_TEXT_SIZE];
    to[0] = '\0';
    if (f->kind == FINDING_ADDED || !f->counted)
        return;
    snprintf(fact, sizeof fact, word(WORD_FINDING_FACT_OF), f->counted,
             room->summaries[f->number].of);
    add_fact(to, fact);
    for (unsigned i = 0; i < 3; i++)
        if (counts[i]) {
            snprintf(fact, sizeof fact, word(bands[i]), counts[i]);
            add_fact(to, fact);
        }
    analysis_average_text(average, f->average);
    snprintf(fact, sizeof fact, word(WORD_FINDING_FACT_AVERAGE), average);
    add_fact(to, fact);
}

void phrase_marked(char to[PHRASE_MARKED_SIZE], const struct room *room, const char *text)
{
    char format[] = "%s";
    snprintf(to, PHRASE_MARKED_SIZE, room->workshop.training ? word(WORD_TRAINING_OF) : format,
             text);
}
