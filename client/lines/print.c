#include "lines/print.h"

#include "analysis/summary.h"
#include "base/text.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

static void put(struct lines_line *line, const char *text, size_t length)
{
    size_t left = sizeof line->text - 1 - line->length;
    if (length > left)
        length = left;
    memcpy(line->text + line->length, text, length);
    line->length += length;
    line->text[line->length] = '\0';
}

static void put_name(struct lines_line *line, const char *name)
{
    put(line, " ", 1);
    put(line, name, strlen(name));
    put(line, "=", 1);
}

void lines_begin(struct lines_line *line, const char *word)
{
    line->length = 0;
    put(line, word, strlen(word));
}

void lines_word(struct lines_line *line, const char *name, const char *word)
{
    put_name(line, name);
    put(line, word, strlen(word));
}

void lines_text(struct lines_line *line, const char *name, const char *text)
{
    put_name(line, name);
    put(line, "\"", 1);
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            put(line, "\\", 1);
        put(line, text, 1);
    }
    put(line, "\"", 1);
}

void lines_number(struct lines_line *line, const char *name, int64_t number)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%" PRId64, number);
    lines_word(line, name, digits);
}

static void yes_no(struct lines_line *line, const char *name, bool yes)
{
    lines_word(line, name, yes ? "yes" : "no");
}

void lines_end(struct lines_printer *printer, const struct lines_line *line, enum lines_once once)
{
    if (once != LINES_ALWAYS) {
        if (strcmp(printer->last[once], line->text) == 0)
            return;
        text_copy(printer->last[once], sizeof printer->last[once], line->text);
    }
    fprintf(printer->out, "%s\n", line->text);
}

/* One item on its way to its lines. */
struct printing {
    struct lines_printer *printer;
    const struct room *room;
    struct item_key key;
    int64_t now_ms;
    bool all; /* everything is being said: what is not there says nothing */
    struct lines_line line;
};

static void end(struct printing *p, enum lines_once once)
{
    lines_end(p->printer, &p->line, once);
}

static void put_school(struct printing *p, school_id school)
{
    if (school)
        lines_text(&p->line, "school", p->room->schools[school].name);
}

static void print_workshop(struct printing *p)
{
    const struct workshop_item *w = &p->room->workshop;
    lines_begin(&p->line, "workshop");
    lines_text(&p->line, "title", w->title);
    yes_no(&p->line, "count-proposed", w->count_proposed);
    yes_no(&p->line, "closed", w->closed);
    end(p, LINES_WORKSHOP);
    lines_begin(&p->line, "names");
    yes_no(&p->line, "shown", w->named);
    end(p, LINES_NAMES);
}

static void print_me(struct printing *p)
{
    const struct me_item *me = &p->room->me;
    if (!me->seat)
        return;
    lines_begin(&p->line, "seated");
    lines_number(&p->line, "seat", me->seat);
    lines_word(&p->line, "role", role_word((enum role)me->role));
    put_school(p, me->school);
    if (me->name[0])
        lines_text(&p->line, "name", me->name);
    if (me->role == ROLE_ROOM)
        yes_no(&p->line, "speaks", me->speaks);
    end(p, LINES_SEATED);
}

static void print_place(struct printing *p)
{
    static const char *const stages[STAGE_COUNT] = {
#define X(name, word) [STAGE_##name] = word,
        STAGE_LIST(X)
#undef X
    };
    const struct place *place = &p->room->place;
    lines_begin(&p->line, "agenda");
    lines_number(&p->line, "item", place->item);
    lines_number(&p->line, "step", place->step);
    lines_word(&p->line, "stage", stages[room_stage(p->room)]);
    if (place->item)
        lines_text(&p->line, "title", p->room->items[place->item].title);
    end(p, LINES_AGENDA);
}

static void print_timer(struct printing *p)
{
    const struct timer_item *t = &p->room->timer;
    lines_begin(&p->line, "timer");
    yes_no(&p->line, "running", t->running);
    if (t->shown)
        lines_number(&p->line, "left", (t->running ? t->ends_ms - p->now_ms : t->left_ms) / 1000);
    end(p, LINES_ALWAYS);
}

static void print_view(struct printing *p)
{
    const struct view *v = &p->room->view;
    lines_begin(&p->line, "view");
    yes_no(&p->line, "targets", v->targets);
    lines_word(&p->line, "order", v->by_average ? "average" : "number");
    lines_number(&p->line, "focus", v->focus);
    end(p, LINES_ALWAYS);
}

static void print_condition(struct printing *p)
{
    const struct condition *c = &p->room->conditions[p->key.a];
    if (!c->name[0])
        return;
    lines_begin(&p->line, "condition");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "name", c->name);
    if (c->tight[0])
        lines_text(&p->line, "tight", c->tight);
    end(p, LINES_ALWAYS);
}

static void print_school(struct printing *p)
{
    const struct school_item *s = &p->room->schools[p->key.a];
    if (!s->name[0])
        return;
    lines_begin(&p->line, "school");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "name", s->name);
    end(p, LINES_ALWAYS);
}

static void print_seat(struct printing *p)
{
    const struct seat_item *s = &p->room->seats[p->key.a];
    if (s->role == ROLE_NONE && p->all)
        return;
    lines_begin(&p->line, "seat");
    lines_number(&p->line, "id", p->key.a);
    lines_word(&p->line, "role", role_word((enum role)s->role));
    if (s->role != ROLE_NONE) {
        put_school(p, s->school);
        if (s->name[0])
            lines_text(&p->line, "name", s->name);
        yes_no(&p->line, "speaks", s->speaks);
        yes_no(&p->line, "here", s->presence == PRESENCE_HERE);
    }
    end(p, LINES_ALWAYS);
}

/* A code that is no longer used says nothing; the one in its place does. */
static void print_code(struct printing *p)
{
    const struct code_item *c = &p->room->codes[p->key.a];
    if (!c->symbols[0])
        return;
    lines_begin(&p->line, "code");
    lines_word(&p->line, "kind", code_kind_word((enum code_kind)c->kind));
    put_school(p, c->school);
    if (c->seat)
        lines_number(&p->line, "seat", c->seat);
    lines_word(&p->line, "code", c->symbols);
    end(p, LINES_ALWAYS);
}

static void print_consent(struct printing *p)
{
    const struct consent_item *c = &p->room->consents[p->key.a];
    bool said = false;
    for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
        said = said || c->answers[scope] != ANSWER_NONE;
    if (p->all && !said && p->room->me.school != p->key.a)
        return;
    lines_begin(&p->line, "consent");
    put_school(p, p->key.a);
    for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
        lines_word(&p->line, scope_word((enum scope)scope),
                   answer_word((enum answer)c->answers[scope]));
    end(p, LINES_ALWAYS);
}

static void put_figure(struct printing *p, uint8_t now, uint8_t target, uint8_t months)
{
    lines_number(&p->line, "now", now);
    if (target)
        lines_number(&p->line, "target", target);
    if (months)
        lines_number(&p->line, "months", months);
}

/* What the two sides say to each other: the newest proposal is what stands, or stands beside what
 * was agreed. */
static void put_talk(struct printing *p, const struct talk_item *talk)
{
    enum side newest =
        talk->proposals[SIDE_SCHOOL].revision >= talk->proposals[SIDE_MANAGER].revision
            ? SIDE_SCHOOL
            : SIDE_MANAGER;
    const struct proposal *proposal = &talk->proposals[newest];
    if (proposal->revision) {
        lines_word(&p->line, "proposed-by", side_word(newest));
        lines_number(&p->line, "revision", proposal->revision);
    }
    if (proposal->revision && talk->settled) {
        lines_number(&p->line, "proposed-now", proposal->figure.now);
        if (proposal->figure.target)
            lines_number(&p->line, "proposed-target", proposal->figure.target);
        if (proposal->figure.months)
            lines_number(&p->line, "proposed-months", proposal->figure.months);
    }
    const char *note = talk->settled ? talk->agreed.note : proposal->figure.note;
    if (note[0])
        lines_text(&p->line, "note", note);
    if (talk->settled && talk->agreed_with[0])
        lines_text(&p->line, "with", talk->agreed_with);
}

/* Where there is a talk, it says what the cell says and more. */
static void print_rating(struct printing *p)
{
    bool has_talk = p->room->has_talk[p->key.a][p->key.b];
    struct cell_item cell = room_cell(p->room, p->key.a, p->key.b);
    bool there = cell.state != RATING_NONE;
    if ((p->key.kind == ITEM_CELL && has_talk) || (p->all && !there) ||
        (p->all && p->key.kind == ITEM_TALK && !has_talk))
        return;
    lines_begin(&p->line, "rating");
    put_school(p, p->key.b);
    lines_number(&p->line, "condition", p->key.a);
    if (there)
        put_figure(p, cell.now, cell.target, cell.months);
    lines_word(&p->line, "state", rating_state_word((enum rating_state)cell.state));
    if (has_talk)
        put_talk(p, &p->room->talks[p->key.a][p->key.b]);
    end(p, LINES_ALWAYS);
}

static void print_summary(struct printing *p)
{
    static const char *const bands[BAND_COUNT] = {"none", "low", "medium", "high"};
    const struct summary_item *s = &p->room->summaries[p->key.a];
    char average[AVERAGE_TEXT_SIZE];
    if (!s->of)
        return;
    lines_begin(&p->line, "total");
    lines_number(&p->line, "condition", p->key.a);
    if (s->has_figures && s->counted && s->average <= RATING_MAX * 10 && s->band < BAND_COUNT) {
        analysis_average_text(average, s->average);
        lines_number(&p->line, "total", s->total);
        lines_word(&p->line, "average", average);
        lines_word(&p->line, "band", bands[s->band]);
    }
    lines_number(&p->line, "counted", s->counted);
    lines_number(&p->line, "of", s->of);
    end(p, LINES_ALWAYS);
}

static void print_progress(struct printing *p)
{
    const struct progress_item *g = &p->room->progress[p->key.a];
    if (p->all && !g->agreed && !g->proposed && !g->to_come)
        return;
    lines_begin(&p->line, "progress");
    put_school(p, p->key.a);
    lines_number(&p->line, "agreed", g->agreed);
    lines_number(&p->line, "proposed", g->proposed);
    lines_number(&p->line, "to-come", g->to_come);
    end(p, LINES_ALWAYS);
}

static void print_kiosk(struct printing *p)
{
    const struct kiosk_item *k = &p->room->kiosk;
    if (p->room->me.role != ROLE_FACILITATOR)
        return;
    lines_begin(&p->line, "settings");
    for (unsigned setting = 0; setting < SETTING_COUNT; setting++)
        yes_no(&p->line, setting_word((enum setting)setting), k->settings[setting]);
    end(p, LINES_SETTINGS);
    if (!k->trouble[0] && !p->printer->last[LINES_TROUBLE][0])
        return;
    lines_begin(&p->line, "trouble");
    lines_text(&p->line, "text", k->trouble);
    end(p, LINES_TROUBLE);
}

/* How each kind is said; the order is that of lines_print_room. */
static const struct {
    enum item_kind kind;
    void (*print)(struct printing *);
    uint16_t a_least, a_most, b_least, b_most;
} kinds[] = {
    {ITEM_WORKSHOP, print_workshop, 0, 0, 0, 0},
    {ITEM_ME, print_me, 0, 0, 0, 0},
    {ITEM_PLACE, print_place, 0, 0, 0, 0},
    {ITEM_TIMER, print_timer, 0, 0, 0, 0},
    {ITEM_VIEW, print_view, 0, 0, 0, 0},
    {ITEM_CONDITION, print_condition, 1, CONDITIONS_MAX, 0, 0},
    {ITEM_SCHOOL, print_school, 1, SCHOOLS_MAX, 0, 0},
    {ITEM_SEAT, print_seat, 1, SEATS_MAX, 0, 0},
    {ITEM_CODE, print_code, 1, CODES_MAX, 0, 0},
    {ITEM_CONSENT, print_consent, 1, SCHOOLS_MAX, 0, 0},
    {ITEM_CELL, print_rating, 1, CONDITIONS_MAX, 1, SCHOOLS_MAX},
    {ITEM_TALK, print_rating, 1, CONDITIONS_MAX, 1, SCHOOLS_MAX},
    {ITEM_SUMMARY, print_summary, 1, CONDITIONS_MAX, 0, 0},
    {ITEM_PROGRESS, print_progress, 0, SCHOOLS_MAX, 0, 0},
    {ITEM_KIOSK, print_kiosk, 0, 0, 0, 0},
};

enum { KINDS = sizeof kinds / sizeof *kinds };
/* An agenda item alone is not said: where the workshop is says its title. */
static_assert(KINDS == ITEM_COUNT - 13, "a line for every kind of item but these");

void lines_print_item(struct lines_printer *printer, const struct room *room, struct item_key key,
                      int64_t now_ms)
{
    struct printing p = {.printer = printer, .room = room, .key = key, .now_ms = now_ms};
    for (unsigned i = 0; i < KINDS; i++)
        if (kinds[i].kind == key.kind)
            kinds[i].print(&p);
}

void lines_print_room(struct lines_printer *printer, const struct room *room, int64_t now_ms)
{
    struct printing p = {.printer = printer, .room = room, .now_ms = now_ms, .all = true};
    memset(printer->last, 0, sizeof printer->last);
    for (unsigned i = 0; i < KINDS; i++)
        for (unsigned a = kinds[i].a_least; a <= kinds[i].a_most; a++)
            for (unsigned b = kinds[i].b_least; b <= kinds[i].b_most; b++) {
                p.key = (struct item_key){(uint8_t)kinds[i].kind, (uint16_t)a, (uint16_t)b};
                kinds[i].print(&p);
            }
}

void lines_print_answer(struct lines_printer *printer, uint32_t id, enum refusal refusal)
{
    struct lines_line line;
    lines_begin(&line, refusal == REFUSAL_NONE ? "saved" : "refused");
    lines_number(&line, "id", id);
    if (refusal != REFUSAL_NONE) {
        lines_word(&line, "reason", refusal_word(refusal));
        lines_text(&line, "text", refusal_text(refusal));
    }
    lines_end(printer, &line, LINES_ALWAYS);
}
