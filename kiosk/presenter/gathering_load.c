#include "presenter/gathering_parts.h"

#include "base/text.h"
#include "host/setup.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum error gathering_load(struct gathering_load **out, struct gathering *g)
{
    struct gathering_load *load = *out = calloc(1, sizeof *load);
    if (!load)
        return ERROR_MEMORY;
    load->import = g->import;
    load->past = g->past;
    g->import = NULL;
    g->past = NULL;
    for (int i = 0; i < g->basket.thing_count; i++)
        if (g->sources[i].model && gathering_wants_actions(&g->basket.things[i])) {
            load->models[load->model_count++] = g->sources[i].model;
            g->sources[i].model = NULL;
        }
    return ERROR_OK;
}

void gathering_load_destroy(struct gathering_load **out)
{
    struct gathering_load *load = *out;
    if (!load)
        return;
    import_destroy(&load->import);
    past_destroy(&load->past);
    for (int i = 0; i < load->model_count; i++)
        model_destroy(&load->models[i]);
    free(load);
    *out = NULL;
}

/* One sentence after the other. */
static void say(struct gathering_load *load, const char *text)
{
    size_t used = strlen(load->said);
    snprintf(load->said + used, sizeof load->said - used, "%s%s", used ? " " : "", text);
    load->said[text_whole(load->said, strlen(load->said))] = '\0';
}

static enum error unload_ratings(struct gathering_load *load, struct store *store,
                                 const struct link_random *random, int64_t now_ms,
                                 struct trouble *trouble)
{
    char sum[IMPORT_TEXT_SIZE];
    if (!load->import || load->import->file_count == 0)
        return ERROR_OK;
    enum error e = setup_import(store, load->import, random, now_ms, trouble);
    if (e != ERROR_OK)
        return e;
    import_sum(sum, load->import);
    say(load, word(WORD_BASKET_CAME_IN));
    say(load, sum);
    load->took_ratings = true;
    return ERROR_OK;
}

static enum error unload_reviews(struct gathering_load *load, struct store *store, int64_t now_ms,
                                 struct trouble *trouble)
{
    struct past_report report;
    char sum[PAST_TEXT_SIZE];
    if (!load->past || load->past->review_count == 0)
        return ERROR_OK;
    enum error e = past_take(&report, store, load->past, now_ms, trouble);
    if (e != ERROR_OK)
        return e;
    past_sum(sum, &report);
    say(load, sum);
    load->took_reviews = true;
    return ERROR_OK;
}

static enum error unload_actions(struct gathering_load *load, struct store *store, int64_t now_ms,
                                 struct trouble *trouble)
{
    struct earlier_report *report = calloc(1, sizeof *report);
    enum error e = report ? ERROR_OK : ERROR_MEMORY;
    char sum[EARLIER_TEXT_SIZE];
    for (int i = 0; e == ERROR_OK && i < load->model_count; i++) {
        e = earlier_take(report, store, load->models[i], now_ms, trouble);
        if (e == ERROR_OK)
            earlier_add(&load->earlier, report);
    }
    free(report);
    if (e != ERROR_OK)
        return e;
    earlier_sum(sum, &load->earlier);
    if (load->model_count)
        say(load, sum);
    load->took_actions = true;
    return ERROR_OK;
}

enum error gathering_unload(struct gathering_load *load, struct store *store,
                            const struct link_random *random, int64_t now_ms,
                            struct trouble *trouble)
{
    enum error e = unload_ratings(load, store, random, now_ms, trouble);
    if (e == ERROR_OK)
        e = unload_reviews(load, store, now_ms, trouble);
    return e == ERROR_OK ? unload_actions(load, store, now_ms, trouble) : e;
}

/* What is left of a workshop file of which one part has come in; false: nothing. */
static bool is_left(struct basket_thing *thing, const struct gathering_load *load)
{
    switch (basket_use(thing)) {
    case BASKET_RATINGS:
        return !load->took_ratings;
    case BASKET_REVIEW:
        return !load->took_reviews;
    case BASKET_ACTIONS:
        return !load->took_actions;
    case BASKET_BOTH:
        if (load->took_reviews)
            basket_set_use(thing, BASKET_ACTIONS);
        return !load->took_actions;
    }
    return true;
}

void gathering_settle(struct gathering *g, const struct gathering_load *load, enum error e,
                      const struct trouble *trouble)
{
    for (int i = g->basket.thing_count - 1; i >= 0; i--)
        if (!is_left(&g->basket.things[i], load))
            gathering_take_out(g, i);
    g->stale = true;
    g->basket.trouble[0] = '\0';
    if (e == ERROR_OK)
        return;
    char text[GATHERING_TEXT_SIZE + sizeof trouble->text];
    snprintf(text, sizeof text, "%s%s%s", load->said, load->said[0] ? " " : "",
             trouble->text[0] ? trouble->text : error_text(e));
    text_copy(g->basket.trouble, sizeof g->basket.trouble, text);
}
