#include "content/check.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <yaml.h>

#include "base/text.h"
#include "content/checking.h"
#include "content/draft.h"
#include "content/value.h"

/* ------------------------------------------------------------------ groups and lists */

static enum error check_node(struct checking *c, const cyaml_schema_value_t *schema, int index,
                             const char *key);

static enum error unknown_key(struct checking *c, const cyaml_schema_field_t *fields,
                              const yaml_node_t *key)
{
    char known[256] = "", quoted[QUOTE_SIZE];
    size_t used = 0;
    if (key->type != YAML_SCALAR_NODE)
        return checking_fault(c, checking_line(key), "a key should be one word.");
    for (const cyaml_schema_field_t *f = fields; f->key && used < sizeof known; f++)
        used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", f == fields ? "" : ", ",
                                 f->key);
    return checking_fault(c, checking_line(key), "there is no key \"%s\" here; it can be: %s.",
                          checking_quote(quoted, key), known);
}

static enum error check_mapping(struct checking *c, const cyaml_schema_value_t *schema,
                                const yaml_node_t *node)
{
    const yaml_node_pair_t *start = node->data.mapping.pairs.start;
    const yaml_node_pair_t *top = node->data.mapping.pairs.top;
    const cyaml_schema_field_t *fields = schema->mapping.fields;
    for (const yaml_node_pair_t *p = start; p < top; p++) {
        const yaml_node_t *key = checking_node(c, p->key);
        const cyaml_schema_field_t *f = fields;
        while (f->key && !checking_says(key, f->key))
            f++;
        if (!f->key)
            return unknown_key(c, fields, key);
        if (c->seen[p->key - 1])
            return checking_fault(c, checking_line(key),
                                  "an alias (*) repeats this key; please write it out.");
        c->seen[p->key - 1] = true;
        /* known keys only get here, and each once: the loop stays short */
        for (const yaml_node_pair_t *q = start; q < p; q++)
            if (checking_says(checking_node(c, q->key), f->key))
                return checking_fault(c, checking_line(key),
                                      "\"%s\" stands here twice; the first is on line %zu.", f->key,
                                      checking_line(checking_node(c, q->key)));
        size_t here = checking_enter(c, f->key);
        enum error e = check_node(c, &f->value, p->value, f->key);
        if (e)
            return e;
        checking_leave(c, here);
    }
    for (const cyaml_schema_field_t *f = fields; f->key; f++)
        if (!(f->value.flags & CYAML_FLAG_OPTIONAL) && !checking_value(c, node, f->key))
            return checking_fault(c, checking_line(node),
                                  "\"%s\" is missing from what starts here.", f->key);
    return ERROR_OK;
}

/* Keys of the author's own: each a name, and none there twice. */
static enum error check_own_keys(struct checking *c, const yaml_node_t *node, const char *key)
{
    static const cyaml_schema_value_t own = {
        CYAML_VALUE_STRING(CYAML_FLAG_DEFAULT, char[NAME_SIZE], 1, NAME_SIZE - 1),
    };
    const yaml_node_pair_t *start = node->data.mapping.pairs.start;
    for (const yaml_node_pair_t *p = start; p < node->data.mapping.pairs.top; p++) {
        const yaml_node_t *word = checking_node(c, p->key);
        enum error e = check_node(c, &own, p->key, key);
        if (e)
            return e;
        for (const yaml_node_pair_t *q = start; q < p; q++)
            if (text_same(checking_text(c, q->key), checking_text(c, p->key)))
                return checking_fault(
                    c, checking_line(word), "\"%s\" stands here twice; the first is on line %zu.",
                    checking_text(c, p->key), checking_line(checking_node(c, q->key)));
        size_t here = checking_enter(c, checking_text(c, p->key));
        e = check_node(c, c->form->under_own_keys, p->value, checking_text(c, p->key));
        if (e)
            return e;
        checking_leave(c, here);
    }
    return ERROR_OK;
}

/* Entries that are groups of keys have an id that no other entry of their list may have. */
static enum error check_ids(struct checking *c, const yaml_node_t *list)
{
    const yaml_node_item_t *start = list->data.sequence.items.start;
    const yaml_node_item_t *top = list->data.sequence.items.top;
    unsigned count = 0;
    for (const yaml_node_item_t *i = start; i < top; i++) {
        size_t here = checking_enter_entry(c, ++count);
        int id = checking_value(c, checking_node(c, *i), "id");
        for (const yaml_node_item_t *j = start; id && j < i; j++) {
            int other = checking_value(c, checking_node(c, *j), "id");
            const char *text = (const char *)checking_node(c, id)->data.scalar.value;
            if (other && checking_says(checking_node(c, other), text))
                return checking_fault(c, checking_line(checking_node(c, id)),
                                      "the id \"%s\" is taken; it is also on line %zu.", text,
                                      checking_line(checking_node(c, other)));
        }
        checking_leave(c, here);
    }
    return ERROR_OK;
}

static enum error check_sequence(struct checking *c, const cyaml_schema_value_t *schema,
                                 const yaml_node_t *node, const char *key)
{
    const yaml_node_item_t *start = node->data.sequence.items.start;
    const yaml_node_item_t *top = node->data.sequence.items.top;
    uint32_t count = 0;
    for (const yaml_node_item_t *i = start; i < top; i++) {
        if (++count > schema->sequence.max)
            return checking_fault(c, checking_line(checking_node(c, *i)),
                                  "\"%s\" has too many entries: this one is number %u, and %u fit.",
                                  key, count, schema->sequence.max);
        size_t here = checking_enter_entry(c, count);
        enum error e = check_node(c, schema->sequence.entry, *i, key);
        if (e)
            return e;
        checking_leave(c, here);
    }
    if (count < schema->sequence.min)
        return checking_fault(c, checking_line(node),
                              count ? "\"%s\" has too few entries: it needs at least %u."
                                    : "\"%s\" is empty: it needs at least %u.",
                              key, schema->sequence.min);
    return schema->sequence.entry->type == CYAML_MAPPING ? check_ids(c, node) : ERROR_OK;
}

static enum error check_node(struct checking *c, const cyaml_schema_value_t *schema, int index,
                             const char *key)
{
    const yaml_node_t *node = checking_node(c, index);
    yaml_node_type_t type = schema->type == CYAML_MAPPING    ? YAML_MAPPING_NODE
                            : schema->type == CYAML_IGNORE   ? YAML_MAPPING_NODE
                            : schema->type == CYAML_SEQUENCE ? YAML_SEQUENCE_NODE
                                                             : YAML_SCALAR_NODE;
    if (c->seen[index - 1])
        return checking_fault(c, checking_line(node),
                              "an alias (*) repeats what stands here; please write it out.");
    c->seen[index - 1] = true;
    if (node->type != type)
        return checking_fault(c, checking_line(node), "\"%s\" should be %s.", key,
                              type == YAML_MAPPING_NODE ? "a group of keys, each with its text"
                              : type == YAML_SEQUENCE_NODE
                                  ? "a list, one entry a line after \"- \""
                                  : "one text, neither a list nor a group");
    switch (schema->type) {
    case CYAML_MAPPING:
        return check_mapping(c, schema, node);
    case CYAML_SEQUENCE:
        return check_sequence(c, schema, node, key);
    case CYAML_UINT:
        return value_number(c, node, key);
    case CYAML_BOOL:
        return value_yes(c, node, key);
    case CYAML_ENUM:
        return value_word(c, schema, node, key);
    case CYAML_IGNORE:
        return check_own_keys(c, node, key);
    default:
        assert(schema->type == CYAML_STRING);
        return value_text(c, schema, node, key);
    }
}

/* ------------------------------------------------------------------ the file */

/* What libyaml could not read. It places a broken byte by its offset, all else by a mark. */
static enum error unreadable(struct checking *c, const yaml_parser_t *parser, const char *bytes,
                             size_t length)
{
    if (parser->error == YAML_MEMORY_ERROR)
        return trouble_set(c->trouble, ERROR_MEMORY, "%s: %s", c->name, error_text(ERROR_MEMORY));
    if (parser->error == YAML_READER_ERROR) {
        size_t line = 1;
        for (size_t i = 0; i < parser->problem_offset && i < length; i++)
            line += bytes[i] == '\n';
        return checking_fault(c, line,
                              "this is not UTF-8 text (%s). Please save the file as UTF-8.",
                              parser->problem);
    }
    /* a quote or bracket never closed shows at the end of the file: its beginning says more */
    bool open = parser->context && parser->problem_mark.index >= length;
    size_t line = open ? parser->context_mark.line : parser->problem_mark.line;
    return checking_fault(c, line + 1, "this is not YAML (%s%s%s).",
                          parser->context ? parser->context : "", parser->context ? ": " : "",
                          parser->problem ? parser->problem : "no reason known");
}

static enum error check_document(struct checking *c, void *context)
{
    const yaml_node_t *root = yaml_document_get_root_node(&c->document);
    if (!root)
        return checking_fault(c, 1, "the file is empty.");
    size_t nodes = (size_t)(c->document.nodes.top - c->document.nodes.start);
    c->seen = calloc(nodes, sizeof *c->seen);
    if (!c->seen)
        return trouble_set(c->trouble, ERROR_MEMORY, "%s: %s", c->name, error_text(ERROR_MEMORY));
    enum error e = check_node(c, c->form->schema, 1, c->form->thing);
    free(c->seen);
    if (!e)
        e = c->form->sense(c, context);
    return e;
}

enum error content_check(const char *bytes, size_t length, const char *name,
                         const struct content_form *form, void *context, struct trouble *t)
{
    struct checking c = {.name = name, .form = form, .trouble = t};
    yaml_parser_t parser;
    enum error e = checking_shape(&c, bytes, length);
    if (e)
        return e;
    if (!yaml_parser_initialize(&parser))
        return trouble_set(t, ERROR_MEMORY, "%s: %s", name, error_text(ERROR_MEMORY));
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    if (!yaml_parser_load(&parser, &c.document)) {
        e = unreadable(&c, &parser, bytes, length);
    } else {
        e = check_document(&c, context);
        yaml_document_delete(&c.document);
        /* what follows the pack must be nothing */
        if (!e && !yaml_parser_load(&parser, &c.document)) {
            e = unreadable(&c, &parser, bytes, length);
        } else if (!e) {
            const yaml_node_t *more = yaml_document_get_root_node(&c.document);
            if (more)
                e = checking_fault(&c, checking_line(more),
                                   "a second document starts here; a file has one.");
            yaml_document_delete(&c.document);
        }
    }
    yaml_parser_delete(&parser);
    return e;
}
