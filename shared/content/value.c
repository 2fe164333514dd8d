#include "content/value.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "content/draft.h"
#include "content/rehearsal.h"

static bool made_of(const char *text, const char *letters)
{
    return text[strspn(text, letters)] == '\0';
}

static bool is_id(const char *text)
{
    return made_of(text, "abcdefghijklmnopqrstuvwxyz0123456789-");
}

static bool is_language(const char *text)
{
    return made_of(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");
}

/* The plain name of a file, which cannot lead out of its folder. */
static bool is_file(const char *text)
{
    return text[0] != '.' && !strpbrk(text, "/\\");
}

static bool is_clock(const char *text)
{
    return text[0] == '\0' || content_clock(text) >= 0;
}

/* What the text of a key must look like besides its length. */
static const struct {
    const char *key;
    bool (*holds)(const char *text);
    const char *rule;
} rules[] = {
    {"board", is_id, "a board's id is made of small letters a to z, digits and hyphens"},
    {"ballot", is_id, "a ballot's id is made of small letters a to z, digits and hyphens"},
    {"of", is_id, "an item's id is made of small letters a to z, digits and hyphens"},
    {"conditions_from", is_file, "name a pack's file of the same folder, like riverside.yaml"},
    {"example", is_file, "name a grid's file of the folder examples, like riverside.csv"},
    {"id", is_id, "an id is made of small letters a to z, digits and hyphens"},
    {"language", is_language, "a language is written like en-GB, cy or pl"},
    {"start", is_clock, "a time of day is written like 09:20"},
};

/* How many visible characters a text of so many bytes may have; other sizes know only bytes. */
static const struct {
    size_t size, visible;
} widths[] = {
    {LABEL_SIZE, LABEL_VISIBLE},
    {NAME_SIZE, NAME_VISIBLE},
    {TITLE_SIZE, TITLE_VISIBLE},
    {NOTE_SIZE, NOTE_VISIBLE},
};

static enum error too_long(struct checking *c, const yaml_node_t *node, const char *key,
                           size_t size, size_t visible)
{
    size_t length = node->data.scalar.length;
    size_t seen = text_visible((const char *)node->data.scalar.value);
    if (visible && seen > visible)
        return checking_fault(c, checking_line(node),
                              "\"%s\" is too long: %zu characters, and %zu fit.", key, seen,
                              visible);
    return checking_fault(c, checking_line(node), "\"%s\" is too long: %zu bytes, and %zu fit.",
                          key, length, size - 1);
}

enum error value_text(struct checking *c, const cyaml_schema_value_t *schema,
                      const yaml_node_t *node, const char *key)
{
    char text[MEMO_SIZE];
    size_t size = schema->data_size, visible = 0;
    assert(size <= sizeof text);
    const char *from = (const char *)node->data.scalar.value;
    for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++)
        if (widths[i].size == size)
            visible = widths[i].visible;
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
        if (strcmp(key, rules[i].key) == 0 && !rules[i].holds(from)) {
            char quoted[QUOTE_SIZE];
            return checking_fault(c, checking_line(node), "\"%s\" will not do for \"%s\": %s.",
                                  checking_quote(quoted, node), key, rules[i].rule);
        }
    if (strlen(from) != node->data.scalar.length)
        return checking_fault(c, checking_line(node), "\"%s\" has a zero byte (\\0) in it.", key);
    /* libcyaml measures the text as it stands, so that it must fit before cleaning too */
    if (node->data.scalar.length >= size)
        return too_long(c, node, key, size, visible);
    switch (text_take(text, size, visible, from, strlen(from))) {
    case TEXT_FINE:
        return ERROR_OK;
    case TEXT_EMPTY:
        if (schema->string.min == 0)
            return ERROR_OK;
        return checking_fault(c, checking_line(node), "\"%s\" is empty.", key);
    case TEXT_LONG:
        return too_long(c, node, key, size, visible);
    case TEXT_NOT_UTF8:
        break;
    }
    return checking_fault(c, checking_line(node), "\"%s\" has bytes that are not UTF-8.", key);
}

/* How far a number may go. */
static const struct {
    const char *key;
    unsigned least, most;
} reaches[] = {{"minutes", 0, MINUTES_MAX}, {"group_size", 0, GROUP_SIZE_MAX},
               {"dots", 1, BUDGET_MAX},     {"now", 0, RATING_MAX},
               {"target", 0, RATING_MAX},   {"months", 0, MONTHS_MAX},
               {"arrives", 0, MINUTES_MAX}, {"by", 0, REHEARSAL_DUE_MAX},
               {"most", 1, BUDGET_MAX},     {"order", 1, REHEARSAL_ORDER_MAX}};

enum error value_number(struct checking *c, const yaml_node_t *node, const char *key)
{
    const char *text = (const char *)node->data.scalar.value;
    char quoted[QUOTE_SIZE];
    size_t reach = 0;
    while (reach < sizeof reaches / sizeof reaches[0] && strcmp(key, reaches[reach].key) != 0)
        reach++;
    assert(reach < sizeof reaches / sizeof reaches[0]);
    unsigned least = reaches[reach].least, most = reaches[reach].most;
    bool plain = made_of(text, "0123456789") && strlen(text) >= 1 && strlen(text) <= 4 &&
                 (text[0] != '0' || text[1] == '\0');
    if (plain && strtoul(text, NULL, 10) >= least && strtoul(text, NULL, 10) <= most)
        return ERROR_OK;
    return checking_fault(c, checking_line(node),
                          "\"%s\" should be a whole number from %u to %u, not \"%s\".", key, least,
                          most, checking_quote(quoted, node));
}

enum error value_yes(struct checking *c, const yaml_node_t *node, const char *key)
{
    static const char *const words[] = {"yes", "no", "true", "false"};
    char quoted[QUOTE_SIZE];
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (checking_says(node, words[i]))
            return ERROR_OK;
    return checking_fault(c, checking_line(node), "\"%s\" should be yes or no, not \"%s\".", key,
                          checking_quote(quoted, node));
}

enum error value_word(struct checking *c, const cyaml_schema_value_t *schema,
                      const yaml_node_t *node, const char *key)
{
    char known[256] = "", quoted[QUOTE_SIZE];
    size_t used = 0;
    for (uint32_t i = 0; i < schema->enumeration.count; i++) {
        const char *word = schema->enumeration.strings[i].str;
        if (checking_says(node, word))
            return ERROR_OK;
        if (used < sizeof known)
            used +=
                (size_t)snprintf(known + used, sizeof known - used, "%s%s", i ? ", " : "", word);
    }
    return checking_fault(c, checking_line(node), "\"%s\" has no \"%s\"; it can be: %s.", key,
                          checking_quote(quoted, node), known);
}
