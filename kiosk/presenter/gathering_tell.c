#include "presenter/gathering_parts.h"

#include "base/day.h"
#include "base/text.h"
#include "words/date.h"
#include "words/words.h"

#include <stdio.h>
#include <string.h>

/* What was gathered, in words: what each thing holds, what will be there, what changes. */

static void append(char to[BASKET_TEXT_SIZE], const char *text)
{
    size_t used = strlen(to);
    text_copy(to + used, BASKET_TEXT_SIZE - used, text);
}

/* Adds "3 schools" to a list with commas between; nothing for none. */
static void count(char to[BASKET_TEXT_SIZE], unsigned n, enum word one, enum word more)
{
    size_t used = strlen(to);
    if (n == 0 || used >= BASKET_TEXT_SIZE - 2)
        return;
    used += (size_t)snprintf(to + used, BASKET_TEXT_SIZE - used, "%s", used ? ", " : "");
    snprintf(to + used, BASKET_TEXT_SIZE - used, word(n == 1 ? one : more), n);
}

static void count_schools(char to[BASKET_TEXT_SIZE], unsigned n)
{
    count(to, n, WORD_START_SCHOOL, WORD_START_SCHOOLS);
}

static void count_ratings(char to[BASKET_TEXT_SIZE], unsigned ratings, unsigned goals)
{
    count(to, ratings, WORD_BASKET_ONE_RATING, WORD_BASKET_RATINGS_MANY);
    count(to, goals, WORD_BASKET_ONE_GOAL, WORD_BASKET_GOALS);
}

static void count_actions(char to[BASKET_TEXT_SIZE], unsigned n)
{
    count(to, n, WORD_BASKET_ONE_ACTION, WORD_BASKET_ACTIONS_MANY);
}

/* ---- each thing ---- */

void gathering_tell_workshop(struct basket_thing *thing, const struct model *model, uint32_t today)
{
    char day[WORD_DATE_SIZE], counts[BASKET_TEXT_SIZE] = "";
    word_day_long(day, day_of_time(model->held_ms), today);
    count_schools(counts, model->school_count);
    count_actions(counts, earlier_count(model));
    thing->says[0] = '\0';
    append(thing->says, model->title);
    append(thing->says, day[0] ? ", " : "");
    append(thing->says, day);
    append(thing->says, counts[0] ? ", " : "");
    append(thing->says, counts);
}

/* "10 schools, 98 ratings, 40 goals", or the one school it is the sheet of. */
static void tell_ratings(struct basket_thing *thing, const struct import *import, uint8_t file)
{
    bool there[SCHOOLS_MAX] = {false};
    unsigned schools = 0, ratings = 0, goals = 0, last = 0;
    char counts[BASKET_TEXT_SIZE] = "";
    for (unsigned i = 0; i < import->rating_count; i++) {
        const struct import_rating *rating = &import->ratings[i];
        if (rating->file != file)
            continue;
        schools += !there[rating->school];
        there[last = rating->school] = true;
        ratings++;
        goals += rating->read.figure.target != 0;
    }
    if (schools != 1)
        count_schools(counts, schools);
    count_ratings(counts, ratings, goals);
    thing->says[0] = '\0';
    append(thing->says, schools == 1 ? import->schools[last].name : "");
    append(thing->says, schools == 1 ? ": " : "");
    append(thing->says, counts);
}

static void tell_review(struct basket_thing *thing, const struct past_set *past, const char *path)
{
    char counts[BASKET_TEXT_SIZE] = "";
    unsigned schools = 0, ratings = 0;
    for (unsigned i = 0; i < past->review_count; i++)
        for (unsigned s = 0; s < past->reviews[i].school_count; s++) {
            const struct past_school *school = &past->reviews[i].schools[s];
            schools += strcmp(past->files[school->file].path, path) == 0;
            for (unsigned row = 0; row < CONDITIONS_MAX; row++)
                ratings += school->now[row] && strcmp(past->files[school->file].path, path) == 0;
        }
    count_schools(counts, schools);
    count_ratings(counts, ratings, 0);
    if (counts[0])
        text_copy(thing->says, sizeof thing->says, counts);
}

static void tell_things(struct gathering *g)
{
    for (int i = 0; i < g->basket.thing_count; i++) {
        struct basket_thing *thing = &g->basket.things[i];
        if (basket_use(thing) == BASKET_RATINGS)
            tell_ratings(thing, g->import, g->sources[i].file);
        else if (!thing->workshop)
            tell_review(thing, g->past, g->sources[i].path);
    }
}

/* ---- all of it ---- */

/* Names with commas between, in one line. */
static void tell_schools(struct gathering *g, const struct room *room, bool running)
{
    char text[BASKET_TEXT_SIZE] = "";
    size_t used = 0;
    for (unsigned i = 0; !running && i < room->school_count && used < sizeof text; i++)
        used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", used ? ", " : "",
                                 room->schools[room->school_order[i]].name);
    for (unsigned i = 0; i < g->import->school_count && used < sizeof text; i++)
        if (!g->import->schools[i].id)
            used += (size_t)snprintf(text + used, sizeof text - used, "%s%s", used ? ", " : "",
                                     g->import->schools[i].name);
    text[text_whole(text, strlen(text))] = '\0';
    if (!used)
        return;
    basket_say(&g->basket, true, word(running ? WORD_BASKET_NEW_SCHOOLS : WORD_BASKET_SCHOOLS));
    basket_say(&g->basket, false, text);
}

static bool stands_out(const struct import_entry *entry)
{
    return entry->what != IMPORT_SAME && entry->what != IMPORT_NEW;
}

/* The entries that give way to something, or those that are new. */
static void tell_entries(struct gathering *g, bool new)
{
    bool first = true;
    for (unsigned i = 0; i < g->import->entry_count; i++) {
        const struct import_entry *entry = &g->import->entries[i];
        char line[IMPORT_TEXT_SIZE];
        if (new ? entry->what != IMPORT_NEW : !stands_out(entry))
            continue;
        if (first)
            basket_say(&g->basket, true, word(new ? WORD_BASKET_NEW_RATINGS : WORD_BASKET_CHANGES));
        first = false;
        import_line(line, g->import, entry);
        basket_say(&g->basket, false, line);
    }
}

static void tell_remarks(struct gathering *g)
{
    unsigned remarks = import_remarks(g->import), odd = 0;
    for (int i = 0; i < g->basket.thing_count; i++)
        odd += g->sources[i].at_odds.text[0] != '\0';
    if (remarks + odd > 0)
        basket_say(&g->basket, true, word(WORD_BASKET_KNOW));
    for (int i = 0; odd && i < g->basket.thing_count; i++)
        if (g->sources[i].at_odds.text[0])
            basket_say(&g->basket, false, g->sources[i].at_odds.text);
    for (unsigned i = 0; i < remarks; i++) {
        char line[IMPORT_TEXT_SIZE];
        import_remark(line, g->import, i);
        basket_say(&g->basket, false, line);
    }
}

/* The room as it will be when the schools that are new have come: what earlier reviews are held
 * against, as they come in after the ratings. NULL: no memory. */
static struct room *room_to_be(const struct import *import, const struct room *room)
{
    struct room *to;
    school_id id = 1;
    if (room_create(&to) != ERROR_OK)
        return NULL;
    *to = *room;
    for (unsigned i = 0; i < import->school_count; i++) {
        struct item item = {.key = {.kind = ITEM_SCHOOL}};
        while (id <= SCHOOLS_MAX && to->schools[id].name[0])
            id++;
        if (import->schools[i].id || id > SCHOOLS_MAX)
            continue;
        item.key.a = id;
        text_copy(item.body.school.name, NAME_SIZE, import->schools[i].name);
        room_apply(to, &item);
    }
    return to;
}

static void say_line(void *context, const char *text)
{
    basket_say(context, false, text);
}

static void tell_reviews(struct gathering *g, const struct room *room)
{
    if (g->past->review_count == 0)
        return;
    basket_say(&g->basket, true, word(WORD_BASKET_EARLIER));
    past_tell(g->past, room, say_line, &g->basket);
}

/* What comes in beside ratings. */
static void count_others(char to[BASKET_TEXT_SIZE], const struct gathering *g,
                         const struct room *room)
{
    unsigned reviews = 0, actions = 0;
    for (unsigned i = 0; i < g->past->review_count; i++)
        reviews += past_standing(g->past, room, i) == PAST_NEW;
    for (int i = 0; i < g->basket.thing_count; i++)
        if (g->sources[i].model && gathering_wants_actions(&g->basket.things[i]))
            actions += earlier_count(g->sources[i].model);
    count(to, reviews, WORD_BASKET_ONE_REVIEW, WORD_BASKET_REVIEWS_MANY);
    count_actions(to, actions);
}

static void sum_up(struct gathering *g, const struct gathering_ground *ground,
                   const struct room *to_be)
{
    const struct import *import = g->import;
    char counts[BASKET_TEXT_SIZE] = "", waits[BASKET_TEXT_SIZE], sum[IMPORT_TEXT_SIZE];
    unsigned goals = 0;
    g->basket.sum[0] = '\0';
    if (g->basket.thing_count == 0)
        return;
    if (!ground->running) {
        for (unsigned i = 0; i < import->entry_count; i++)
            goals += import->entries[i].becomes.target != 0;
        count_schools(counts, ground->room->school_count + import->new_schools);
        count_ratings(counts, import->entry_count, goals);
    }
    count_others(counts, g, to_be);
    size_t used = 0;
    if (ground->running && import->file_count) {
        import_sum(sum, import);
        used = (size_t)snprintf(g->basket.sum, sizeof g->basket.sum, "%s%s", sum,
                                counts[0] ? " " : "");
    }
    if (counts[0] && used < sizeof g->basket.sum)
        snprintf(g->basket.sum + used, sizeof g->basket.sum - used,
                 ground->running ? word(WORD_BASKET_COMES_IN) : "%s", counts);
    else if (!used && !basket_waits(&g->basket, ground->today, waits))
        text_copy(g->basket.sum, sizeof g->basket.sum, word(WORD_BASKET_NOTHING_NEW));
}

void gathering_tell(struct gathering *g, const struct gathering_ground *ground)
{
    g->basket.line_count = 0;
    if (!g->import || !g->past)
        return;
    struct room *room = room_to_be(g->import, ground->room);
    const struct room *to_be = room ? room : ground->room;
    tell_things(g);
    sum_up(g, ground, to_be);
    if (g->basket.thing_count > 0) {
        tell_schools(g, ground->room, ground->running);
        tell_entries(g, false);
        tell_remarks(g);
        tell_reviews(g, to_be);
        if (ground->running)
            tell_entries(g, true);
    }
    room_destroy(&room);
}
