#include "content/checking.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

enum error checking_fault(struct checking *c, size_t line, const char *format, ...)
{
    struct trouble what;
    va_list args;
    va_start(args, format);
    vsnprintf(what.text, sizeof what.text, format, args);
    va_end(args);
    return trouble_set(c->trouble, ERROR_FORMAT, "%s, line %zu%s%s: %s", c->name, line,
                       c->path[0] ? ", " : "", c->path, what.text);
}

size_t checking_enter(struct checking *c, const char *key)
{
    size_t before = strlen(c->path);
    snprintf(c->path + before, sizeof c->path - before, "%s%s", before ? "." : "", key);
    return before;
}

size_t checking_enter_entry(struct checking *c, unsigned number)
{
    size_t before = strlen(c->path);
    snprintf(c->path + before, sizeof c->path - before, "[%u]", number);
    return before;
}

void checking_leave(struct checking *c, size_t before)
{
    c->path[before] = '\0';
}

size_t checking_line(const yaml_node_t *node)
{
    return node->start_mark.line + 1;
}

const char *checking_quote(char to[QUOTE_SIZE], const yaml_node_t *node)
{
    char cut[QUOTE_SIZE];
    text_copy(cut, sizeof cut, (const char *)node->data.scalar.value);
    if (text_take(to, QUOTE_SIZE, 0, cut, strlen(cut)) != TEXT_FINE)
        to[0] = '\0';
    return to;
}

bool checking_says(const yaml_node_t *node, const char *word)
{
    return node->type == YAML_SCALAR_NODE &&
           strcmp((const char *)node->data.scalar.value, word) == 0;
}

const yaml_node_t *checking_node(struct checking *c, int index)
{
    const yaml_node_t *node = yaml_document_get_node(&c->document, index);
    assert(node);
    return node;
}

int checking_value(struct checking *c, const yaml_node_t *mapping, const char *key)
{
    for (const yaml_node_pair_t *p = mapping->data.mapping.pairs.start;
         p < mapping->data.mapping.pairs.top; p++)
        if (checking_says(checking_node(c, p->key), key))
            return p->value;
    return 0;
}

const char *checking_text(struct checking *c, int index)
{
    return index ? (const char *)checking_node(c, index)->data.scalar.value : "";
}

const char *checking_text_at(struct checking *c, const yaml_node_t *mapping, const char *key)
{
    return checking_text(c, checking_value(c, mapping, key));
}

unsigned checking_number_at(struct checking *c, const yaml_node_t *mapping, const char *key)
{
    return (unsigned)strtoul(checking_text_at(c, mapping, key), NULL, 10);
}

const yaml_node_item_t *checking_list_at(struct checking *c, const yaml_node_t *mapping,
                                         const char *key, const yaml_node_item_t **at)
{
    int index = checking_value(c, mapping, key);
    *at = index ? checking_node(c, index)->data.sequence.items.start : NULL;
    return index ? checking_node(c, index)->data.sequence.items.top : NULL;
}
