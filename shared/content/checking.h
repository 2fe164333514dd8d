#ifndef PLENARY_CONTENT_CHECKING_H
#define PLENARY_CONTENT_CHECKING_H

/* Within content/ only: what check.c and value.c (the form of each key) and sense.c (what keys say
 * about one another) share: the file's YAML tree, the place in it that is looked at, and how a
 * fault is told. A place is told by its line and by its path, "agendas[2].items[4].start", entries
 * counted from 1.
 */

#include <stdbool.h>
#include <stddef.h>
#include <yaml.h>

#include "base/error.h"

enum { QUOTE_SIZE = 49, PATH_SIZE = 160 };

struct content_form;

struct checking {
    yaml_document_t document;
    bool *seen; /* by node: a node met twice is an alias */
    const char *name;
    const struct content_form *form;
    struct trouble *trouble;
    char path[PATH_SIZE];
};

/* Tells of a fault on that line at the present path; always ERROR_FORMAT. */
CHECKED enum error checking_fault(struct checking *c, size_t line, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The path grows by a key or by an entry of a list. Both return what checking_leave takes. */
size_t checking_enter(struct checking *c, const char *key);
size_t checking_enter_entry(struct checking *c, unsigned number);
void checking_leave(struct checking *c, size_t before);

/* The line a node begins on, from 1. */
size_t checking_line(const yaml_node_t *node);

/* A scalar as it may stand in a message: cut, and free of line breaks. Returns `to`. */
const char *checking_quote(char to[QUOTE_SIZE], const yaml_node_t *node);

/* True for a scalar of exactly that text. */
bool checking_says(const yaml_node_t *node, const char *word);

/* The node of that index, which must exist; borrowed. */
const yaml_node_t *checking_node(struct checking *c, int index);

/* The index of the value of `key` in a mapping, 0 when it is not there. */
int checking_value(struct checking *c, const yaml_node_t *mapping, const char *key);

/* The text of a node by its index, or of a mapping's key; empty where there is none. */
const char *checking_text(struct checking *c, int index);
const char *checking_text_at(struct checking *c, const yaml_node_t *mapping, const char *key);

/* The number that checking_text_at is; 0 where there is none. */
unsigned checking_number_at(struct checking *c, const yaml_node_t *mapping, const char *key);

/* The entries of the list at a mapping's key: nodes from `*at` to before the one returned. */
const yaml_node_item_t *checking_list_at(struct checking *c, const yaml_node_t *mapping,
                                         const char *key, const yaml_node_item_t **at);

/* shape.c: goes through a file before its tree is made, which must not take long whatever is in it.
 * ERROR_FORMAT for one that nests deeper, or names more of its parts, than any of ours could; what
 * is no YAML passes here. */
CHECKED enum error checking_shape(struct checking *c, const char *bytes, size_t length);

/* sense.c: checks the tree of a pack. Fails with ERROR_FORMAT at the first fault. */
CHECKED enum error checking_sense(struct checking *c, void *context);

#endif
