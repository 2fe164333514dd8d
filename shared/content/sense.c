#include "content/checking.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/content.h"
#include "model/pack.h"

/* What keys say about one another, in a tree in which each key for itself is right. */

/* ------------------------------------------------------------------ looking things up */

/* The entry of that id in the list at `key`; NULL when there is none. */
static const yaml_node_t *find_id(struct checking *c, const yaml_node_t *mapping, const char *key,
                                  const char *id)
{
    const yaml_node_item_t *i, *top = checking_list_at(c, mapping, key, &i);
    for (; i < top; i++)
        if (strcmp(checking_text_at(c, checking_node(c, *i), "id"), id) == 0)
            return checking_node(c, *i);
    return NULL;
}

/* ------------------------------------------------------------------ steps */

/* A key that only one stage has, and what it has to name. */
static const struct only {
    const char *key, *stage, *list, *thing;
} onlys[] = {
    {"board", "board", "boards", "a board"},
    {"ballot", "ballot", "ballots", "a ballot"},
    {"of", "evaluation", "items", "an item"},
};

static enum error check_only(struct checking *c, const struct only *only, const yaml_node_t *agenda,
                             const yaml_node_t *step)
{
    int value = checking_value(c, step, only->key);
    const yaml_node_t *stage = checking_node(c, checking_value(c, step, "stage"));
    bool belongs = checking_says(stage, only->stage);
    if (!value)
        return belongs ? checking_fault(c, checking_line(step),
                                        "a step of the stage \"%s\" needs \"%s\": the id of %s.",
                                        only->stage, only->key, only->thing)
                       : ERROR_OK;
    size_t here = checking_enter(c, only->key);
    const yaml_node_t *node = checking_node(c, value);
    const yaml_node_t *named = find_id(c, agenda, only->list, checking_text(c, value));
    char quoted[QUOTE_SIZE];
    if (!belongs)
        return checking_fault(c, checking_line(node), "only the stage \"%s\" has \"%s\".",
                              only->stage, only->key);
    if (!named)
        return checking_fault(c, checking_line(node),
                              "there is no \"%s\" among the \"%s\" of this agenda.",
                              checking_quote(quoted, node), only->list);
    const yaml_node_item_t *objectives;
    if (strcmp(only->key, "of") == 0 &&
        checking_list_at(c, named, "objectives", &objectives) == objectives)
        return checking_fault(c, checking_line(node),
                              "the item \"%s\" has no \"objectives\" to look back on.",
                              checking_quote(quoted, node));
    checking_leave(c, here);
    return ERROR_OK;
}

static enum error check_step(struct checking *c, const yaml_node_t *agenda, const yaml_node_t *step)
{
    for (size_t i = 0; i < sizeof onlys / sizeof onlys[0]; i++) {
        enum error e = check_only(c, &onlys[i], agenda, step);
        if (e)
            return e;
    }
    const yaml_node_item_t *questions, *top = checking_list_at(c, agenda, "questions", &questions);
    if (strcmp(checking_text_at(c, step, "stage"), "icebreaker") == 0 && questions == top)
        return checking_fault(c, checking_line(step),
                              "an icebreaker needs \"questions\", and this agenda has none.");
    return ERROR_OK;
}

/* The steps of an item: each for itself, and their minutes together. */
static enum error check_steps(struct checking *c, const yaml_node_t *agenda,
                              const yaml_node_t *item)
{
    const yaml_node_item_t *i, *top = checking_list_at(c, item, "steps", &i);
    unsigned number = 0, sum = 0, whole = checking_number_at(c, item, "minutes");
    size_t at_list = checking_enter(c, "steps");
    for (; i < top; i++) {
        const yaml_node_t *step = checking_node(c, *i);
        size_t here = checking_enter_entry(c, ++number);
        enum error e = check_step(c, agenda, step);
        if (e)
            return e;
        sum += checking_number_at(c, step, "minutes");
        if (whole && sum > whole) {
            (void)checking_enter(c, "minutes");
            return checking_fault(
                c, checking_line(checking_node(c, checking_value(c, step, "minutes"))),
                "with this step the item's steps take %u minutes, and the item has %u.", sum,
                whole);
        }
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return ERROR_OK;
}

/* ------------------------------------------------------------------ ballots */

/* Keys of a ballot that go with one way of voting or one kind of option alone. */
static const struct {
    const char *key, *with, *word, *usual; /* `usual`: what `with` is where it is not said */
    bool must;
} terms[] = {
    {"dots", "method", "dots", "dots", false},         {"most", "method", "dots", "dots", false},
    {"gain", "method", "scores", "dots", true},        {"cost", "method", "scores", "dots", true},
    {"options", "about", "typed", "conditions", true},
};

static enum error check_term(struct checking *c, const yaml_node_t *ballot, size_t term)
{
    int value = checking_value(c, ballot, terms[term].key);
    int with = checking_value(c, ballot, terms[term].with);
    bool belongs = strcmp(with ? checking_text(c, with) : terms[term].usual, terms[term].word) == 0;
    if (!value && belongs && terms[term].must)
        return checking_fault(c, checking_line(ballot), "a ballot with \"%s: %s\" needs \"%s\".",
                              terms[term].with, terms[term].word, terms[term].key);
    if (!value || belongs)
        return ERROR_OK;
    (void)checking_enter(c, terms[term].key);
    return checking_fault(c, checking_line(checking_node(c, value)),
                          "only a ballot with \"%s: %s\" has \"%s\".", terms[term].with,
                          terms[term].word, terms[term].key);
}

/* No option stands there twice. */
static enum error check_options(struct checking *c, const yaml_node_t *ballot)
{
    const yaml_node_item_t *start, *top = checking_list_at(c, ballot, "options", &start);
    unsigned number = 0;
    size_t at_list = checking_enter(c, "options");
    for (const yaml_node_item_t *i = start; i < top; i++) {
        size_t here = checking_enter_entry(c, ++number);
        for (const yaml_node_item_t *j = start; j < i; j++)
            if (text_same(checking_text(c, *i), checking_text(c, *j)))
                return checking_fault(c, checking_line(checking_node(c, *i)),
                                      "this option is also on line %zu.",
                                      checking_line(checking_node(c, *j)));
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return ERROR_OK;
}

static enum error check_ballot(struct checking *c, const yaml_node_t *ballot)
{
    for (size_t i = 0; i < sizeof terms / sizeof terms[0]; i++) {
        enum error e = check_term(c, ballot, i);
        if (e)
            return e;
    }
    unsigned dots = checking_number_at(c, ballot, "dots"),
             most = checking_number_at(c, ballot, "most");
    if (most > (dots ? dots : BUDGET_USUAL)) {
        (void)checking_enter(c, "most");
        return checking_fault(c, checking_line(checking_node(c, checking_value(c, ballot, "most"))),
                              "%u dots on one option are more than the %u that everybody has.",
                              most, dots ? dots : BUDGET_USUAL);
    }
    return check_options(c, ballot);
}

static enum error check_ballots(struct checking *c, const yaml_node_t *agenda)
{
    const yaml_node_item_t *i, *top = checking_list_at(c, agenda, "ballots", &i);
    unsigned number = 0;
    size_t at_list = checking_enter(c, "ballots");
    for (; i < top; i++) {
        size_t here = checking_enter_entry(c, ++number);
        enum error e = check_ballot(c, checking_node(c, *i));
        if (e)
            return e;
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return ERROR_OK;
}

/* ------------------------------------------------------------------ agendas */

/* The starts that are given go forward. */
static enum error check_start(struct checking *c, const yaml_node_t *item, int *latest)
{
    int value = checking_value(c, item, "start");
    int start = value ? content_clock(checking_text(c, value)) : 0;
    if (start <= 0)
        return ERROR_OK;
    size_t here = checking_enter(c, "start");
    if (start < *latest)
        return checking_fault(c, checking_line(checking_node(c, value)),
                              "%s is earlier than %02d:%02d, when the part before it begins.",
                              checking_text(c, value), *latest / 60, *latest % 60);
    checking_leave(c, here);
    *latest = start;
    return ERROR_OK;
}

static enum error check_agenda(struct checking *c, const yaml_node_t *agenda)
{
    enum error fault = check_ballots(c, agenda);
    if (fault)
        return fault;
    const yaml_node_item_t *i, *top = checking_list_at(c, agenda, "items", &i);
    unsigned number = 0;
    int latest = 0;
    size_t at_list = checking_enter(c, "items");
    for (; i < top; i++) {
        size_t here = checking_enter_entry(c, ++number);
        const yaml_node_t *item = checking_node(c, *i);
        enum error e = check_start(c, item, &latest);
        if (!e)
            e = check_steps(c, agenda, item);
        if (e)
            return e;
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return ERROR_OK;
}

/* Conditions stand in the file itself, or in another one that it names. */
static enum error check_conditions(struct checking *c, const yaml_node_t *pack)
{
    int own = checking_value(c, pack, "conditions");
    int from = checking_value(c, pack, "conditions_from");
    if (!own && !from)
        return checking_fault(c, checking_line(pack),
                              "\"conditions\" is missing; or name another pack's file after "
                              "\"conditions_from\".");
    if (own && from)
        return checking_fault(c, checking_line(checking_node(c, from)),
                              "\"conditions\" and \"conditions_from\" cannot both stand here.");
    return ERROR_OK;
}

enum error checking_sense(struct checking *c, void *context)
{
    (void)context;
    const yaml_node_t *pack = yaml_document_get_root_node(&c->document);
    enum error e = check_conditions(c, pack);
    const yaml_node_item_t *i, *top = checking_list_at(c, pack, "agendas", &i);
    unsigned number = 0;
    size_t at_list = checking_enter(c, "agendas");
    for (; i < top && !e; i++) {
        size_t here = checking_enter_entry(c, ++number);
        e = check_agenda(c, checking_node(c, *i));
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return e;
}
