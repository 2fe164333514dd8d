#include "presenter/gathering_parts.h"

#include "base/text.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

static bool is_workshop(const char *path)
{
    const char *end = strrchr(path, '.');
    return end && strcmp(end, ".plenary") == 0;
}

static int find(const struct gathering *g, const char *path)
{
    for (int i = 0; i < g->basket.thing_count; i++)
        if (strcmp(g->sources[i].path, path) == 0)
            return i;
    return -1;
}

/* A thing and its empty source; -1, and told, when there is no room. */
static int add(struct gathering *g, const char *name, bool workshop)
{
    if (!basket_add(&g->basket, name, workshop)) {
        basket_refuse(&g->basket, name, word(WORD_BASKET_NO_ROOM));
        return -1;
    }
    int at = g->basket.thing_count - 1;
    memset(&g->sources[at], 0, sizeof g->sources[at]);
    basket_forgive(&g->basket, g->basket.things[at].name);
    g->stale = true;
    g->basket.trouble[0] = '\0';
    return at;
}

/* An earlier review is called like its file until somebody says otherwise. */
static void call_like_file(struct basket_thing *thing)
{
    char title[TITLE_SIZE];
    const char *end = strrchr(thing->name, '.');
    size_t length = end && end > thing->name ? (size_t)(end - thing->name) : strlen(thing->name);
    if (text_take(title, sizeof title, TITLE_VISIBLE, thing->name, length) == TEXT_FINE)
        edit_set(&thing->title, title);
}

static int add_file(struct gathering *g, const char *path)
{
    if (!path[0] || strlen(path) >= GATHERING_PATH_SIZE)
        return -1;
    int at = find(g, path);
    if (at >= 0)
        return at;
    at = add(g, name_of(path), is_workshop(path));
    if (at < 0)
        return at;
    text_copy(g->sources[at].path, sizeof g->sources[at].path, path);
    call_like_file(&g->basket.things[at]);
    return at;
}

void gathering_drop(struct gathering *g, const char *path)
{
    add_file(g, path);
}

void gathering_drop_as(struct gathering *g, const char *path, enum basket_use use)
{
    int at = add_file(g, path);
    if (at >= 0)
        basket_set_use(&g->basket.things[at], use);
    g->stale = true;
}

bool gathering_has(const struct gathering *g, const char *path, enum basket_use use)
{
    int at = find(g, path);
    if (at < 0)
        return false;
    enum basket_use is = basket_use(&g->basket.things[at]);
    return is == use || (is == BASKET_BOTH && use != BASKET_RATINGS);
}

/* ---- what is pasted ---- */

/* "7", "6,5" or "10.0", with nothing but spaces around it. */
static bool is_number(const char *text, size_t length)
{
    static const char digits[] = "0123456789", inside[] = "0123456789.,";
    while (length > 0 && strchr(" \"", text[length - 1]))
        length--;
    for (; length > 0 && strchr(" \"", *text); text++)
        length--;
    if (length == 0 || !memchr(digits, *text, sizeof digits - 1))
        return false;
    for (size_t i = 0; i < length; i++)
        if (!memchr(inside, text[i], sizeof inside - 1))
            return false;
    return true;
}

/* A list of names has no cell that is a number; cells come in columns or rows. */
static bool has_ratings(const char *text, size_t length)
{
    size_t cells = 0, numbers = 0;
    for (size_t at = 0; at <= length; cells++) {
        size_t end = at;
        while (end < length && !memchr("\t;\n\r", text[end], 4))
            end++;
        numbers += is_number(text + at, end - at);
        at = end + 1;
    }
    return cells > 1 && numbers > 0;
}

/* A path as a file manager or a shell writes it; "~/" is the home of whoever is at the kiosk. */
static bool take_path(char to[GATHERING_PATH_SIZE], const char *text, size_t length)
{
    static const char scheme[] = "file://";
    const char *home = "";
    struct stat found;
    while (length > 0 && strchr(" '\"\n\r", text[length - 1]))
        length--;
    for (; length > 0 && strchr(" '\"", *text); text++)
        length--;
    if (length > sizeof scheme && memcmp(text, scheme, sizeof scheme - 1) == 0) {
        text += sizeof scheme - 1;
        length -= sizeof scheme - 1;
    }
    if (length > 1 && memcmp(text, "~/", 2) == 0 && getenv("HOME")) {
        home = getenv("HOME");
        text++;
        length--;
    }
    if (length == 0 || strlen(home) + length >= GATHERING_PATH_SIZE || memchr(text, '\n', length))
        return false;
    snprintf(to, GATHERING_PATH_SIZE, "%s%.*s", home, (int)length, text);
    return strchr(to, '/') && stat(to, &found) == 0 && S_ISREG(found.st_mode);
}

bool gathering_paste(struct gathering *g, const char *text, size_t length)
{
    char path[GATHERING_PATH_SIZE], name[BASKET_NAME_SIZE];
    if (take_path(path, text, length)) {
        gathering_drop(g, path);
        return true;
    }
    if (!has_ratings(text, length))
        return false;
    char *cells = malloc(length + 1);
    snprintf(name, sizeof name, word(WORD_BASKET_PASTED), ++g->pastes);
    int at = cells ? add(g, name, false) : -1;
    if (at < 0) {
        free(cells);
        return true;
    }
    memcpy(cells, text, length);
    cells[length] = '\0';
    g->basket.things[at].pasted = true;
    g->sources[at].cells = cells;
    g->sources[at].length = length;
    return true;
}

/* ---- what is chosen ---- */

static void let_go(struct gathering_source *source)
{
    free(source->cells);
    model_destroy(&source->model);
    memset(source, 0, sizeof *source);
}

void gathering_take_out(struct gathering *g, int thing)
{
    int last = g->basket.thing_count - 1;
    let_go(&g->sources[thing]);
    memmove(&g->sources[thing], &g->sources[thing + 1],
            (size_t)(last - thing) * sizeof *g->sources);
    memset(&g->sources[last], 0, sizeof *g->sources);
    basket_take_out(&g->basket, thing);
    g->stale = true;
}

void gathering_leave(struct gathering *g, const char *path)
{
    int at = find(g, path);
    if (at < 0)
        return;
    struct basket_thing *thing = &g->basket.things[at];
    if (basket_use(thing) == BASKET_BOTH)
        basket_set_use(thing, BASKET_ACTIONS);
    else
        gathering_take_out(g, at);
    g->stale = true;
}

static void take_typed_path(struct gathering *g)
{
    char path[GATHERING_PATH_SIZE];
    const char *typed = g->basket.path.text;
    if (take_path(path, typed, strlen(typed))) {
        gathering_drop(g, path);
        edit_set(&g->basket.path, "");
    } else {
        basket_refuse(&g->basket, typed, word(WORD_BASKET_NO_FILE));
    }
}

void gathering_obey(struct gathering *g, const struct basket_outcome *outcome)
{
    switch (outcome->choice) {
    case BASKET_CHANGED:
        g->stale = true;
        g->answered = outcome->which + 1;
        if (outcome->which < g->basket.question_count)
            basket_forgive(&g->basket, g->basket.questions[outcome->which].row);
        break;
    case BASKET_PATH:
        take_typed_path(g);
        break;
    case BASKET_OUT:
        gathering_take_out(g, outcome->which);
        break;
    case BASKET_NOTHING:
    case BASKET_REMOVE:
    case BASKET_TAKE:
    case BASKET_BACK:
        break;
    }
}

void gathering_room(struct room *room, const struct pack *pack, const char (*schools)[NAME_SIZE],
                    int school_count)
{
    uint64_t changes = room->changes;
    struct item item = {.key = {.kind = ITEM_WORKSHOP}};
    room_clear(room);
    item.body.workshop.condition_count = pack->condition_count;
    item.body.workshop.school_count = (uint16_t)school_count;
    room_apply(room, &item);
    for (uint16_t i = 0; i < pack->condition_count; i++) {
        item = (struct item){.key = {.kind = ITEM_CONDITION, .a = (uint16_t)(i + 1)}};
        item.body.condition = pack->conditions[i];
        room_apply(room, &item);
    }
    for (int i = 0; i < school_count; i++) {
        item = (struct item){.key = {.kind = ITEM_SCHOOL, .a = (uint16_t)(i + 1)}};
        text_copy(item.body.school.name, NAME_SIZE, schools[i]);
        room_apply(room, &item);
    }
    room->changes += changes;
}

void gathering_clear(struct gathering *g)
{
    for (int i = 0; i < g->basket.thing_count; i++)
        let_go(&g->sources[i]);
    import_destroy(&g->import);
    past_destroy(&g->past);
    memset(g, 0, sizeof *g);
}
