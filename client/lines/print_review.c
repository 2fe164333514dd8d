#include "lines/printing.h"

#include "analysis/summary.h"

/* The workshop, its people and its ratings. */

void print_workshop(struct printing *p)
{
    const struct workshop_item *w = &p->room->workshop;
    lines_begin(&p->line, "workshop");
    lines_text(&p->line, "title", w->title);
    printing_yes(p, "training", w->training);
    lines_yes_no(&p->line, "count-proposed", w->count_proposed);
    lines_yes_no(&p->line, "closed", w->closed);
    printing_end(p, LINES_WORKSHOP);
    lines_begin(&p->line, "names");
    lines_yes_no(&p->line, "shown", w->named);
    printing_end(p, LINES_NAMES);
}

void print_me(struct printing *p)
{
    const struct me_item *me = &p->room->me;
    if (!me->seat)
        return;
    lines_begin(&p->line, "seated");
    lines_number(&p->line, "seat", me->seat);
    lines_word(&p->line, "role", role_word((enum role)me->role));
    printing_school(p, me->school);
    if (me->name[0])
        lines_text(&p->line, "name", me->name);
    if (me->group)
        lines_number(&p->line, "group", me->group);
    if (me->people > 1)
        lines_number(&p->line, "people", me->people);
    if (me->role == ROLE_ROOM)
        lines_yes_no(&p->line, "speaks", me->speaks);
    printing_end(p, LINES_SEATED);
}

void print_place(struct printing *p)
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
    printing_end(p, LINES_AGENDA);
}

void print_timer(struct printing *p)
{
    const struct timer_item *t = &p->room->timer;
    lines_begin(&p->line, "timer");
    lines_yes_no(&p->line, "running", t->running);
    if (t->shown)
        lines_number(&p->line, "left", (t->running ? t->ends_ms - p->now_ms : t->left_ms) / 1000);
    printing_end(p, LINES_ALWAYS);
}

void print_view(struct printing *p)
{
    const struct view *v = &p->room->view;
    lines_begin(&p->line, "view");
    lines_yes_no(&p->line, "targets", v->targets);
    lines_word(&p->line, "order", v->by_average ? "average" : "number");
    lines_number(&p->line, "focus", v->focus);
    printing_some(p, "page", v->page);
    printing_some(p, "note", v->note);
    if (v->finding) {
        lines_word(&p->line, "kind", finding_word((enum finding_kind)v->finding_kind));
        lines_number(&p->line, "finding", v->finding);
    }
    printing_some(p, "action", v->action);
    printing_some(p, "ballot", v->ballot);
    if (v->sight < SIGHT_COUNT && v->sight != SIGHT_RESULT)
        lines_word(&p->line, "sight", v->sight == SIGHT_PEOPLE ? "people" : "counting");
    if (v->then == THEN_CELLS || v->then == THEN_LINES)
        lines_word(&p->line, "then", v->then == THEN_CELLS ? "cells" : "lines");
    printing_some(p, "larger", v->larger);
    printing_yes(p, "blank", v->blank);
    printing_yes(p, "frozen", v->frozen);
    printing_end(p, LINES_ALWAYS);
}

void print_condition(struct printing *p)
{
    const struct condition *c = &p->room->conditions[p->key.a];
    if (!c->name[0])
        return;
    lines_begin(&p->line, "condition");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "name", c->name);
    if (c->tight[0])
        lines_text(&p->line, "tight", c->tight);
    printing_end(p, LINES_ALWAYS);
}

void print_school(struct printing *p)
{
    const struct school_item *s = &p->room->schools[p->key.a];
    if (!s->name[0])
        return;
    lines_begin(&p->line, "school");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "name", s->name);
    printing_end(p, LINES_ALWAYS);
}

void print_seat(struct printing *p)
{
    const struct seat_item *s = &p->room->seats[p->key.a];
    if (s->role == ROLE_NONE && p->all)
        return;
    lines_begin(&p->line, "seat");
    lines_number(&p->line, "id", p->key.a);
    lines_word(&p->line, "role", role_word((enum role)s->role));
    if (s->role != ROLE_NONE) {
        printing_school(p, s->school);
        if (s->name[0])
            lines_text(&p->line, "name", s->name);
        if (s->group)
            lines_number(&p->line, "group", s->group);
        if (s->people > 1)
            lines_number(&p->line, "people", s->people);
        lines_yes_no(&p->line, "speaks", s->speaks);
        lines_yes_no(&p->line, "here", s->presence == PRESENCE_HERE);
    }
    printing_end(p, LINES_ALWAYS);
}

/* A code that is no longer used says nothing; the one in its place does. */
void print_code(struct printing *p)
{
    const struct code_item *c = &p->room->codes[p->key.a];
    if (!c->symbols[0])
        return;
    lines_begin(&p->line, "code");
    lines_word(&p->line, "kind", code_kind_word((enum code_kind)c->kind));
    printing_school(p, c->school);
    if (c->seat)
        lines_number(&p->line, "seat", c->seat);
    lines_word(&p->line, "code", c->symbols);
    printing_end(p, LINES_ALWAYS);
}

void print_consent(struct printing *p)
{
    const struct consent_item *c = &p->room->consents[p->key.a];
    bool said = false;
    for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
        said = said || c->answers[scope] != ANSWER_NONE;
    if (p->all && !said && p->room->me.school != p->key.a)
        return;
    lines_begin(&p->line, "consent");
    printing_school(p, p->key.a);
    for (unsigned scope = 0; scope < SCOPE_COUNT; scope++)
        lines_word(&p->line, scope_word((enum scope)scope),
                   answer_word((enum answer)c->answers[scope]));
    printing_end(p, LINES_ALWAYS);
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
void print_rating(struct printing *p)
{
    bool has_talk = p->room->has_talk[p->key.a][p->key.b];
    struct cell_item cell = room_cell(p->room, p->key.a, p->key.b);
    bool there = cell.state != RATING_NONE;
    if ((p->key.kind == ITEM_CELL && has_talk) || (p->all && !there) ||
        (p->all && p->key.kind == ITEM_TALK && !has_talk))
        return;
    lines_begin(&p->line, "rating");
    printing_school(p, p->key.b);
    lines_number(&p->line, "condition", p->key.a);
    if (there)
        put_figure(p, cell.now, cell.target, cell.months);
    lines_word(&p->line, "state", rating_state_word((enum rating_state)cell.state));
    if (has_talk)
        put_talk(p, &p->room->talks[p->key.a][p->key.b]);
    printing_end(p, LINES_ALWAYS);
}

void print_summary(struct printing *p)
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
    printing_end(p, LINES_ALWAYS);
}

void print_progress(struct printing *p)
{
    const struct progress_item *g = &p->room->progress[p->key.a];
    if (p->all && !g->agreed && !g->proposed && !g->to_come)
        return;
    lines_begin(&p->line, "progress");
    printing_school(p, p->key.a);
    lines_number(&p->line, "agreed", g->agreed);
    lines_number(&p->line, "proposed", g->proposed);
    lines_number(&p->line, "to-come", g->to_come);
    printing_end(p, LINES_ALWAYS);
}

void print_kiosk(struct printing *p)
{
    const struct kiosk_item *k = &p->room->kiosk;
    if (p->room->me.role != ROLE_FACILITATOR)
        return;
    lines_begin(&p->line, "settings");
    for (unsigned setting = 0; setting < SETTING_COUNT; setting++)
        lines_yes_no(&p->line, setting_word((enum setting)setting), k->settings[setting]);
    printing_end(p, LINES_SETTINGS);
    if (!k->trouble[0] && !p->printer->last[LINES_TROUBLE][0])
        return;
    lines_begin(&p->line, "trouble");
    lines_text(&p->line, "text", k->trouble);
    printing_end(p, LINES_TROUBLE);
}
