#include "content/rehearsal_draft.h"

#include <string.h>

#include "base/text.h"
#include "content/checking.h"

/* What the keys of a rehearsal pack say about one another and about the agenda it runs, and the
 * lines that stand under keys of the author's own. */

/* ------------------------------------------------------------------ names */

/* The place of the entry whose `key` reads like `name` in a list of the file, from 0; its length
 * when there is none. */
static unsigned place_of(struct checking *c, const char *list, const char *key, const char *name)
{
    const yaml_node_t *root = yaml_document_get_root_node(&c->document);
    const yaml_node_item_t *start, *top = checking_list_at(c, root, list, &start);
    const yaml_node_item_t *i = start;
    while (i < top && !text_same(checking_text_at(c, checking_node(c, *i), key), name))
        i++;
    return (unsigned)(i - start);
}

/* A text at `key` that names nothing there is. */
static enum error unknown(struct checking *c, const yaml_node_t *at, const char *key,
                          const char *what)
{
    char quoted[QUOTE_SIZE];
    const yaml_node_t *node = checking_node(c, checking_value(c, at, key));
    (void)checking_enter(c, key);
    return checking_fault(c, checking_line(node), "there is no %s \"%s\".", what,
                          checking_quote(quoted, node));
}

/* Entry `number` of a list, from 1, is the first of its name. */
static enum error check_name(struct checking *c, const yaml_node_t *entry, const char *list,
                             unsigned number)
{
    const yaml_node_t *name = checking_node(c, checking_value(c, entry, "name"));
    char quoted[QUOTE_SIZE];
    if (place_of(c, list, "name", checking_text_at(c, entry, "name")) == number - 1)
        return ERROR_OK;
    return checking_fault(c, checking_line(name), "the name \"%s\" is taken.",
                          checking_quote(quoted, name));
}

/* What `key` of an entry names stands in the list `of`. */
static enum error check_named(struct checking *c, const yaml_node_t *entry, const char *key,
                              const char *of)
{
    const yaml_node_t *root = yaml_document_get_root_node(&c->document);
    const yaml_node_item_t *start, *top = checking_list_at(c, root, of, &start);
    if (place_of(c, of, "name", checking_text_at(c, entry, key)) < (unsigned)(top - start))
        return ERROR_OK;
    return unknown(c, entry, key, key);
}

/* ------------------------------------------------------------------ conditions */

static enum error check_condition(struct checking *c, const struct pack *pack,
                                  const yaml_node_t *at, const char *key)
{
    if (!pack || !checking_value(c, at, key) ||
        content_condition_of(pack, checking_text_at(c, at, key)))
        return ERROR_OK;
    return unknown(c, at, key, "condition");
}

static enum error check_votes(struct checking *c, const struct pack *pack, const yaml_node_t *role)
{
    const yaml_node_item_t *start, *top = checking_list_at(c, role, "votes", &start);
    size_t at_list = checking_enter(c, "votes");
    for (const yaml_node_item_t *i = start; pack && i < top; i++) {
        char quoted[QUOTE_SIZE];
        const yaml_node_t *node = checking_node(c, *i);
        size_t here = checking_enter_entry(c, (unsigned)(i - start) + 1);
        if (!content_condition_of(pack, checking_text(c, *i)))
            return checking_fault(c, checking_line(node), "there is no condition \"%s\".",
                                  checking_quote(quoted, node));
        for (const yaml_node_item_t *j = start; j < i; j++)
            if (strcmp(checking_text(c, *i), checking_text(c, *j)) == 0)
                return checking_fault(c, checking_line(node), "\"%s\" stands here twice.",
                                      checking_quote(quoted, node));
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return ERROR_OK;
}

/* ------------------------------------------------------------------ schools */

static unsigned list_number(struct checking *c, const yaml_node_item_t *at, unsigned entry)
{
    unsigned number = 0;
    for (const char *text = checking_text(c, at[entry]); *text; text++)
        number = number * 10 + (unsigned)(*text - '0');
    return number;
}

/* A target is not below where the school is. */
static enum error check_target(struct checking *c, const yaml_node_t *entry)
{
    const yaml_node_item_t *now, *target;
    const yaml_node_item_t *top = checking_list_at(c, entry, "now", &now);
    if (checking_list_at(c, entry, "target", &target) == target)
        return ERROR_OK;
    for (unsigned i = 0; i < (unsigned)(top - now); i++) {
        unsigned is = list_number(c, now, i), will = list_number(c, target, i);
        if (will == 0 || (is && will >= is))
            continue;
        (void)checking_enter(c, "target");
        (void)checking_enter_entry(c, i + 1);
        return checking_fault(c, checking_line(checking_node(c, target[i])),
                              is ? "a target of %u is below where the school is, %u."
                                 : "a target of %u needs a figure in \"now\", not %u.",
                              will, is);
    }
    return ERROR_OK;
}

/* Lists of figures are as long as there are conditions. */
static enum error check_figures(struct checking *c, const struct pack *pack,
                                const yaml_node_t *entry)
{
    static const char *const keys[] = {"now", "target", "months"};
    const yaml_node_item_t *first, *at;
    size_t wanted = (size_t)(checking_list_at(c, entry, "now", &first) - first);
    if (pack)
        wanted = pack->condition_count;
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        int value = checking_value(c, entry, keys[k]);
        const yaml_node_item_t *top = checking_list_at(c, entry, keys[k], &at);
        if (!value || (size_t)(top - at) == wanted)
            continue;
        (void)checking_enter(c, keys[k]);
        return checking_fault(c, checking_line(checking_node(c, value)),
                              "%zu figures stand here, and there are %zu conditions.",
                              (size_t)(top - at), wanted);
    }
    return check_target(c, entry);
}

static enum error check_school(struct checking *c, struct rehearsal_reading *reading,
                               const yaml_node_t *entry, unsigned number)
{
    enum error e = check_name(c, entry, "schools", number);
    return e ? e : check_figures(c, reading->content, entry);
}

/* ------------------------------------------------------------------ roles */

/* Some board has that heading, or that id. */
static bool is_heading(const struct agenda *agenda, const char *under)
{
    for (uint8_t b = 0; b < agenda->board_count; b++) {
        const struct board_content *board = &agenda->boards[b];
        if (strcmp(board->id, under) == 0)
            return true;
        for (uint8_t h = 0; h < board->heading_count; h++)
            if (text_same(board->headings[h], under))
                return true;
    }
    return text_same(under, "anything");
}

static void take_lines(struct checking *c, struct rehearsal_says *to, const yaml_node_pair_t *from)
{
    const char *under = checking_text(c, from->key);
    const yaml_node_t *list = checking_node(c, from->value);
    enum text_fault fault = text_take(to->under, NAME_SIZE, NAME_VISIBLE, under, strlen(under));
    for (const yaml_node_item_t *i = list->data.sequence.items.start;
         i < list->data.sequence.items.top && fault == TEXT_FINE; i++) {
        const char *line = checking_text(c, *i);
        fault = text_take(to->lines[to->line_count++], NOTE_SIZE, NOTE_VISIBLE, line, strlen(line));
    }
}

static enum error take_says(struct checking *c, struct rehearsal_reading *reading,
                            const yaml_node_t *entry, unsigned number)
{
    struct rehearsal_role *role = &reading->pack->roles[number - 1];
    int value = checking_value(c, entry, "says");
    if (!value)
        return ERROR_OK;
    const yaml_node_t *says = checking_node(c, value);
    size_t here = checking_enter(c, "says");
    for (const yaml_node_pair_t *p = says->data.mapping.pairs.start;
         p < says->data.mapping.pairs.top; p++) {
        const yaml_node_t *key = checking_node(c, p->key);
        char quoted[QUOTE_SIZE];
        if (role->says_count == REHEARSAL_SAYS_MAX)
            return checking_fault(c, checking_line(key), "there is room for %d headings.",
                                  REHEARSAL_SAYS_MAX);
        if (reading->content && !is_heading(&reading->content->agenda, checking_text(c, p->key)))
            return checking_fault(c, checking_line(key),
                                  "no board of the agenda has a heading or an id \"%s\".",
                                  checking_quote(quoted, key));
        take_lines(c, &role->says[role->says_count++], p);
    }
    checking_leave(c, here);
    return ERROR_OK;
}

static enum error check_proposals(struct checking *c, const struct pack *pack,
                                  const yaml_node_t *role)
{
    const yaml_node_item_t *start, *top = checking_list_at(c, role, "proposes", &start);
    size_t at_list = checking_enter(c, "proposes");
    for (const yaml_node_item_t *i = start; i < top; i++) {
        size_t here = checking_enter_entry(c, (unsigned)(i - start) + 1);
        enum error e = check_condition(c, pack, checking_node(c, *i), "condition");
        if (e)
            return e;
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return ERROR_OK;
}

/* Who leaves is away for a while. */
static enum error check_leaves(struct checking *c, const yaml_node_t *role)
{
    int leaves = checking_value(c, role, "leaves");
    int minutes = leaves ? checking_value(c, checking_node(c, leaves), "minutes") : 0;
    if (!minutes || strcmp(checking_text(c, minutes), "0") != 0)
        return ERROR_OK;
    (void)checking_enter(c, "leaves");
    (void)checking_enter(c, "minutes");
    return checking_fault(c, checking_line(checking_node(c, minutes)),
                          "who leaves is away for 1 minute at least, not 0.");
}

static enum error check_role(struct checking *c, struct rehearsal_reading *reading,
                             const yaml_node_t *entry, unsigned number)
{
    enum error e = check_name(c, entry, "roles", number);
    if (!e)
        e = check_named(c, entry, "school", "schools");
    if (!e)
        e = check_condition(c, reading->content, entry, "defends");
    if (!e)
        e = check_votes(c, reading->content, entry);
    if (!e)
        e = check_proposals(c, reading->content, entry);
    if (!e)
        e = check_leaves(c, entry);
    return e ? e : take_says(c, reading, entry, number);
}

/* ------------------------------------------------------------------ moments */

/* What an act cannot be done without. */
static const struct {
    const char *does, *key;
} needs[] = {
    {"objects", "line"},   {"posts", "line"},         {"rerates", "condition"}, {"rerates", "now"},
    {"leaves", "minutes"}, {"goes-quiet", "minutes"}, {"proposes", "line"},
};

static enum error check_act(struct checking *c, const struct pack *pack, const yaml_node_t *act)
{
    enum error e = check_named(c, act, "role", "roles");
    for (size_t i = 0; i < sizeof needs / sizeof *needs && !e; i++) {
        const char *given = checking_text_at(c, act, needs[i].key);
        if (checking_says(checking_node(c, checking_value(c, act, "does")), needs[i].does) &&
            (!given[0] || strcmp(given, "0") == 0))
            e = checking_fault(c, checking_line(act), "who %s needs \"%s\".", needs[i].does,
                               needs[i].key);
    }
    return e ? e : check_condition(c, pack, act, "condition");
}

static enum error check_moment(struct checking *c, struct rehearsal_reading *reading,
                               const yaml_node_t *entry, unsigned number)
{
    (void)number;
    const yaml_node_item_t *start, *top = checking_list_at(c, entry, "acts", &start);
    size_t at_list = checking_enter(c, "acts");
    for (const yaml_node_item_t *i = start; i < top; i++) {
        size_t here = checking_enter_entry(c, (unsigned)(i - start) + 1);
        enum error e = check_act(c, reading->content, checking_node(c, *i));
        if (e)
            return e;
        checking_leave(c, here);
    }
    checking_leave(c, at_list);
    return ERROR_OK;
}

/* ------------------------------------------------------------------ the whole */

/* The agenda that the file runs, where it is to be looked into. */
static enum error read_agenda(struct checking *c, struct rehearsal_reading *reading)
{
    struct content_entry entry;
    struct trouble trouble = {""};
    const yaml_node_t *root = yaml_document_get_root_node(&c->document);
    if (!reading->content)
        return ERROR_OK;
    enum error e = content_find_agenda(&entry, checking_text_at(c, root, "agenda"), &trouble);
    if (!e)
        e = content_load(reading->content, entry.path, entry.agenda_id, &trouble);
    if (!e)
        return ERROR_OK;
    (void)checking_enter(c, "agenda");
    const yaml_node_t *node = checking_node(c, checking_value(c, root, "agenda"));
    return checking_fault(c, checking_line(node), "%s", trouble.text);
}

enum error content_rehearsal_sense(struct checking *c, void *context)
{
    static const struct {
        const char *list;
        enum error (*check)(struct checking *, struct rehearsal_reading *, const yaml_node_t *,
                            unsigned);
    } lists[] = {{"schools", check_school}, {"roles", check_role}, {"moments", check_moment}};
    const yaml_node_t *root = yaml_document_get_root_node(&c->document);
    enum error e = read_agenda(c, context);
    for (size_t k = 0; k < sizeof lists / sizeof *lists && !e; k++) {
        const yaml_node_item_t *start, *top = checking_list_at(c, root, lists[k].list, &start);
        size_t at_list = checking_enter(c, lists[k].list);
        for (const yaml_node_item_t *i = start; i < top && !e; i++) {
            unsigned number = (unsigned)(i - start) + 1;
            size_t here = checking_enter_entry(c, number);
            e = lists[k].check(c, context, checking_node(c, *i), number);
            if (!e)
                checking_leave(c, here);
        }
        if (!e)
            checking_leave(c, at_list);
    }
    return e;
}
