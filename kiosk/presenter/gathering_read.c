#include "presenter/gathering_parts.h"

#include "base/text.h"
#include "host/workshop.h"
#include "words/words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Reading what was gathered: all of it anew when something has come or gone, as what one file says
 * bears on the others. Answers that were given stay given. */

bool gathering_wants_actions(const struct basket_thing *thing)
{
    enum basket_use use = basket_use(thing);
    return use == BASKET_ACTIONS || use == BASKET_BOTH;
}

bool gathering_wants_review(const struct basket_thing *thing)
{
    enum basket_use use = basket_use(thing);
    return use == BASKET_REVIEW || use == BASKET_BOTH;
}

/* A thing that cannot be read goes again, and what is said of it stays. */
static void refuse(struct gathering *g, int thing, enum error e, const struct trouble *trouble)
{
    basket_refuse(&g->basket, g->basket.things[thing].name,
                  trouble->text[0] ? trouble->text : error_text(e));
    gathering_take_out(g, thing);
}

/* True of a file that could be read if it stood alone. */
static bool is_sound(const struct gathering_source *source, const struct room *room)
{
    struct import *alone = NULL;
    struct trouble trouble;
    bool sound = import_create(&alone, room) == ERROR_OK &&
                 import_add_file(alone, source->path, &trouble) == ERROR_OK;
    import_destroy(&alone);
    return sound;
}

/* A file that only contradicts what is there already may well be of an earlier review: it stays as
 * one, and is not among the ratings. Anything else is refused. */
static void set_aside(struct gathering *g, int thing, const struct room *room, enum error e,
                      const struct trouble *trouble)
{
    struct basket_thing *aside = &g->basket.things[thing];
    struct gathering_source *source = &g->sources[thing];
    if (basket_use(aside) != BASKET_RATINGS || aside->pasted || !is_sound(source, room)) {
        refuse(g, thing, e, trouble);
        return;
    }
    basket_set_use(aside, BASKET_REVIEW);
    source->at_odds = *trouble;
    text_copy(aside->says, sizeof aside->says, word(WORD_BASKET_AT_ODDS));
    g->basket.arrived = true; /* it needs a day */
}

/* ---- ratings ---- */

static enum error read_ratings(struct gathering *g, int i, struct trouble *trouble)
{
    struct gathering_source *source = &g->sources[i];
    source->file = g->import->file_count;
    source->at_odds.text[0] = '\0';
    if (source->cells)
        return import_add_text(g->import, source->cells, source->length, g->basket.things[i].name,
                               trouble);
    return import_add_file(g->import, source->path, trouble);
}

static void ask_ratings(struct gathering *g)
{
    struct basket *basket = &g->basket;
    for (unsigned row = 0; g->import && row < g->import->row_count; row++) {
        const struct import_row *from = &g->import->rows[row];
        if (from->state != IMPORT_ASKED || basket->question_count == BASKET_QUESTIONS_MAX)
            continue;
        int at = basket->question_count++;
        struct basket_question *question = &basket->questions[at];
        g->rows[at] = (struct gathering_row){.row = row};
        text_copy(question->row, sizeof question->row, from->row.label);
        if (!from->row.label[0])
            snprintf(question->row, sizeof question->row, "%u", from->row.number);
        snprintf(question->from, sizeof question->from, word(WORD_BASKET_ROW), from->row.place.row,
                 g->import->files[from->file].name);
        question->answer = (struct dropdown){.chosen = -1};
    }
}

/* ---- earlier reviews ---- */

static enum error read_review(struct gathering *g, int i, const struct gathering_ground *ground,
                              struct trouble *trouble)
{
    const struct basket_thing *thing = &g->basket.things[i];
    struct past_source source = {.path = g->sources[i].path,
                                 .day = basket_day(thing, ground->today),
                                 .title = thing->title.text};
    if (basket_needs_day(thing) && !source.day)
        return ERROR_OK; /* it is read when it has one */
    return past_read(g->past, &source, trouble);
}

static bool is_asked(const struct gathering *g, const char *label)
{
    for (int i = 0; i < g->basket.question_count; i++)
        if (g->rows[i].past && text_same(g->basket.questions[i].row, label))
            return true;
    return false;
}

/* One question for all files in which the row is called the same. */
static void ask_reviews(struct gathering *g)
{
    struct basket *basket = &g->basket;
    for (unsigned file = 0; g->past && file < g->past->file_count; file++) {
        const struct past_file *from = &g->past->files[file];
        const char *slash = strrchr(from->path, '/');
        for (unsigned row = 0; row < from->row_count; row++) {
            const char *label = from->rows[row].label;
            if (!past_is_question(g->past, file, row) || is_asked(g, label) ||
                basket->question_count == BASKET_QUESTIONS_MAX)
                continue;
            int at = basket->question_count++;
            struct basket_question *question = &basket->questions[at];
            g->rows[at] = (struct gathering_row){.past = true, .file = file, .row = row};
            text_copy(question->row, sizeof question->row, label);
            text_copy(question->from, sizeof question->from, slash ? slash + 1 : from->path);
            question->answer = (struct dropdown){.chosen = -1};
        }
    }
}

/* ---- workshop files ---- */

/* Looks into a workshop file, and keeps what its actions come from. */
static enum error read_workshop(struct gathering *g, int i, const struct gathering_ground *ground,
                                struct trouble *trouble)
{
    struct gathering_source *source = &g->sources[i];
    struct basket_thing *thing = &g->basket.things[i];
    bool wants = gathering_wants_actions(thing);
    if (!wants)
        model_destroy(&source->model);
    if (source->told && (source->model || !wants))
        return ERROR_OK;
    if (ground->here && workshop_same_file(source->path, ground->here))
        return trouble_set(trouble, ERROR_EXISTS, "%s", word(WORD_BASKET_ITSELF));
    enum error e = workshop_read(&source->model, source->path, trouble);
    if (e != ERROR_OK)
        return e;
    e = workshop_may_give(source->model, thing->name, ground->room->workshop.training, trouble);
    if (e != ERROR_OK) {
        model_destroy(&source->model);
        return e;
    }
    gathering_tell_workshop(thing, source->model, ground->today);
    source->told = true;
    if (!wants)
        model_destroy(&source->model);
    return ERROR_OK;
}

/* ---- all of it ---- */

/* Reads one thing for what it is wanted for. */
static enum error read_thing(struct gathering *g, int i, const struct gathering_ground *ground,
                             struct trouble *trouble)
{
    const struct basket_thing *thing = &g->basket.things[i];
    enum error e = ERROR_OK;
    if (basket_use(thing) == BASKET_RATINGS)
        return read_ratings(g, i, trouble);
    if (thing->workshop)
        e = read_workshop(g, i, ground, trouble);
    if (e == ERROR_OK && gathering_wants_review(thing))
        e = read_review(g, i, ground, trouble);
    return e;
}

/* The questions of before, for their answers. */
struct answers {
    int count;
    struct {
        bool past;
        char row[TITLE_SIZE];
        int chosen;
    } list[BASKET_QUESTIONS_MAX];
};

static void keep_answers(struct answers *to, const struct gathering *g)
{
    to->count = g->basket.question_count;
    for (int i = 0; i < to->count; i++) {
        to->list[i].past = g->rows[i].past;
        memcpy(to->list[i].row, g->basket.questions[i].row, TITLE_SIZE);
        to->list[i].chosen = g->basket.questions[i].answer.chosen;
    }
}

static void answer(struct gathering *g, int i)
{
    const struct gathering_row *row = &g->rows[i];
    struct basket_question *question = &g->basket.questions[i];
    condition_id condition = (condition_id)question->answer.chosen;
    if (!row->past) {
        import_answer(g->import, row->row, condition);
    } else if (!condition || past_may_answer(g->past, row->file, row->row, condition)) {
        past_answer(g->past, row->file, row->row, condition);
    } else {
        question->answer.chosen = -1;
        text_copy(question->from, sizeof question->from, word(WORD_BASKET_TWICE));
    }
}

static void give_answers(struct gathering *g, const struct answers *from)
{
    for (int i = 0; i < g->basket.question_count; i++) {
        struct basket_question *question = &g->basket.questions[i];
        for (int k = 0; k < from->count; k++)
            if (from->list[k].past == g->rows[i].past &&
                strcmp(from->list[k].row, question->row) == 0)
                question->answer.chosen = from->list[k].chosen;
        if (question->answer.chosen >= 0)
            answer(g, i);
    }
}

static enum error begin(struct gathering *g, const struct gathering_ground *ground)
{
    import_destroy(&g->import);
    past_destroy(&g->past);
    enum error e = import_create(&g->import, ground->room);
    return e != ERROR_OK ? e : past_create(&g->past, ground->room, ground->here);
}

/* Reads everything; a thing that is refused goes, and the rest is read without it. */
static enum error read_all(struct gathering *g, const struct gathering_ground *ground)
{
    enum error e = begin(g, ground);
    for (int i = 0; e == ERROR_OK && i < g->basket.thing_count;) {
        struct trouble trouble = {0};
        enum error refused = read_thing(g, i, ground, &trouble);
        if (refused == ERROR_OK) {
            i++;
            continue;
        }
        set_aside(g, i, ground->room, refused, &trouble);
        i = 0;
        e = begin(g, ground);
    }
    return e;
}

/* The last thing whose ratings are in; -1: none. */
static int last_ratings(const struct gathering *g)
{
    int i = g->basket.thing_count - 1;
    while (i >= 0 && basket_use(&g->basket.things[i]) != BASKET_RATINGS)
        i--;
    return i;
}

/* Two rows that turn out to be one condition may contradict each other: an answer that made them so
 * is asked again, else the file that came last goes. */
static bool blame(struct gathering *g, const struct room *room, struct answers *answers,
                  enum error e, const struct trouble *trouble)
{
    int last = g->answered - 1, thing = last_ratings(g);
    g->answered = 0;
    for (int i = 0; i < answers->count; i++)
        if (i == last && !answers->list[i].past && answers->list[i].chosen > 0) {
            basket_refuse(&g->basket, answers->list[i].row, trouble->text);
            answers->list[i].chosen = -1;
            return true;
        }
    if (thing >= 0)
        set_aside(g, thing, room, e, trouble);
    return thing >= 0;
}

static enum error read_and_compare(struct gathering *g, const struct gathering_ground *ground,
                                   struct answers *answers)
{
    for (;;) {
        struct trouble trouble = {0};
        enum error e = read_all(g, ground);
        g->basket.question_count = 0;
        /* what is asked is known when it has been compared; then with the answers once more */
        for (int round = 0; e == ERROR_OK && round < 2; round++) {
            e = import_compare(g->import, ground->room, &trouble);
            if (e != ERROR_OK || round == 1)
                break;
            ask_ratings(g);
            ask_reviews(g);
            give_answers(g, answers);
        }
        if (e == ERROR_OK || !trouble.text[0] || !blame(g, ground->room, answers, e, &trouble))
            return e;
    }
}

static void note_conditions(struct gathering *g, const struct room *room)
{
    g->condition_count = room->workshop.condition_count;
    for (int i = 0; i < g->condition_count; i++)
        g->conditions[i] = room->conditions[i + 1].name;
}

static enum error read_anew(struct gathering *g, const struct gathering_ground *ground)
{
    struct answers *answers = calloc(1, sizeof *answers);
    if (!answers)
        return ERROR_MEMORY;
    keep_answers(answers, g);
    enum error e = read_and_compare(g, ground, answers);
    free(answers);
    g->answered = 0;
    return e;
}

void gathering_follow(struct gathering *g, const struct gathering_ground *ground)
{
    struct trouble trouble = {0};
    enum error e;
    note_conditions(g, ground->room);
    if (g->stale)
        e = read_anew(g, ground);
    else if (g->import && g->seen != ground->room->changes)
        e = import_compare(g->import, ground->room, &trouble);
    else
        return;
    g->stale = false;
    g->seen = ground->room->changes;
    if (e != ERROR_OK)
        text_copy(g->basket.trouble, sizeof g->basket.trouble,
                  trouble.text[0] ? trouble.text : error_text(e));
    gathering_tell(g, ground);
}
