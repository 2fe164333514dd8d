#include "model/projecting.h"

#include "base/day.h"
#include "model/actions.h"
#include "model/ballots.h"
#include "model/notes.h"

#include <string.h>

void *projecting_start(struct projecting *p, enum item_kind kind, uint16_t a, uint16_t b)
{
    memset(&p->item->body, 0, item_size(kind)); /* the largest body is 20 times most */
    p->item->key = (struct item_key){.kind = (uint8_t)kind, .a = a, .b = b};
    return &p->item->body;
}

void projecting_emit(struct projecting *p)
{
    p->sink(p->context, p->item);
}

bool projecting_for_facilitator(const struct projecting *p)
{
    return p->audience.kind == AUDIENCE_FACILITATOR;
}

enum naming projecting_naming(enum audience_kind kind)
{
    return kind == AUDIENCE_OBSERVER || kind == AUDIENCE_LA ? NAMING_OBSERVER : NAMING_ROOM;
}

static bool is_named(const struct model *m, enum audience_kind kind)
{
    if (kind == AUDIENCE_SUMMARY)
        return model_consented(m, SCOPE_SUMMARY);
    if (kind == AUDIENCE_LA)
        return model_consented(m, SCOPE_LA);
    return kind == AUDIENCE_FACILITATOR || model_named(m, projecting_naming(kind));
}

bool projecting_is_written(const struct projecting *p)
{
    return p->audience.kind == AUDIENCE_SUMMARY || p->audience.kind == AUDIENCE_LA;
}

static void project_workshop(struct projecting *p)
{
    const struct model *m = p->model;
    struct workshop_item *w = projecting_start(p, ITEM_WORKSHOP, 0, 0);
    memcpy(w->title, m->title, sizeof w->title);
    memcpy(w->language, m->language, sizeof w->language);
    w->school_count = m->school_count;
    w->condition_count = m->condition_count;
    w->item_count = m->item_count;
    w->board_count = m->board_count;
    w->question_count = m->question_count;
    w->plan_revision = m->plan_revision;
    for (action_id i = 1; i <= m->action_count; i++)
        w->waiting = (uint16_t)(w->waiting + action_waits(m, i));
    w->day = day_of_time(m->held_ms);
    w->hide_timers = m->settings[SETTING_HIDE_TIMERS];
    w->room_named = model_named(m, NAMING_ROOM);
    w->named = p->named;
    w->count_proposed = m->settings[SETTING_COUNT_PROPOSED];
    w->closed = m->closed;
    w->training = m->training;
    projecting_emit(p);
}

static void project_content(struct projecting *p)
{
    const struct model *m = p->model;
    for (condition_id c = 1; c <= m->condition_count; c++) {
        *(struct condition *)projecting_start(p, ITEM_CONDITION, c, 0) = m->conditions[c];
        projecting_emit(p);
    }
    for (uint8_t i = 1; i <= m->item_count; i++) {
        struct agenda_item *item = projecting_start(p, ITEM_AGENDA_ITEM, i, 0);
        *item = m->items[i];
        if (!projecting_for_facilitator(p))
            memset(item->notes, 0, sizeof item->notes);
        projecting_emit(p);
    }
}

static void project_timer(struct projecting *p)
{
    const struct model *m = p->model;
    const struct timer *timer = m->closed ? NULL : model_timer(m); /* nobody is hurried any more */
    struct timer_item *t = projecting_start(p, ITEM_TIMER, 0, 0);
    t->shown = timer;
    t->whole_ms = model_timer_minutes(m) * INT64_C(60000);
    t->running = timer && timer->running;
    t->ends_ms = t->running ? timer->since_ms + timer->remaining_ms : 0;
    t->left_ms = timer && !t->running ? timer->remaining_ms : 0;
    projecting_emit(p);
}

static void project_place(struct projecting *p)
{
    const struct model *m = p->model;
    *(struct place *)projecting_start(p, ITEM_PLACE, 0, 0) = m->place;
    projecting_emit(p);
    struct view *view = projecting_start(p, ITEM_VIEW, 0, 0);
    *view = m->view;
    view->targets = view->targets && p->named;
    if (view->note && !note_is_public(m, view->note))
        view->note = 0;
    if (view->finding && m->findings[view->finding_kind][view->finding].hidden)
        view->finding = view->finding_kind = 0;
    if (view->action && !action_is_public(m, view->action))
        view->action = 0;
    if (view->ballot && !ballot_exists(m, view->ballot))
        view->ballot = 0;
    projecting_emit(p);
    project_timer(p);
}

static uint8_t people_at(const struct seat *seat)
{
    return seat->people ? seat->people : 1;
}

/* A script stays away while a person plays its role: nobody waits for its seat to come back. */
static void leave_out_stand_ins(const struct projecting *p, uint16_t away[SCHOOLS_MAX + 1])
{
    const struct model *m = p->model;
    for (character_id i = 1; i <= m->character_count; i++) {
        seat_id script = m->characters[i].script;
        if (m->characters[i].player && script && !m->seats[script].removed &&
            p->live->presence[script] == PRESENCE_AWAY)
            away[m->seats[script].school]--;
    }
}

static void project_schools(struct projecting *p)
{
    const struct model *m = p->model;
    uint16_t here[SCHOOLS_MAX + 1] = {0}, away[SCHOOLS_MAX + 1] = {0};
    uint16_t people[SCHOOLS_MAX + 1] = {0};
    bool lobby = p->audience.kind == AUDIENCE_PROJECTOR || projecting_for_facilitator(p);
    bool over = projecting_is_written(p) || projecting_for_facilitator(p);
    for (seat_id s = 1; (lobby || over) && s <= m->seat_count; s++) {
        if (m->seats[s].removed)
            continue;
        school_id school = m->seats[s].school;
        if (over && (m->seats[s].role == ROLE_ROOM || m->seats[s].role == ROLE_SCHOOL))
            people[school] = (uint16_t)(people[school] + people_at(&m->seats[s]));
        if (!lobby)
            continue;
        here[school] = (uint16_t)(here[school] + (p->live->presence[s] == PRESENCE_HERE));
        away[school] = (uint16_t)(away[school] + (p->live->presence[s] == PRESENCE_AWAY));
    }
    if (lobby)
        leave_out_stand_ins(p, away);
    for (school_id s = 1; s <= m->school_count; s++) {
        struct school_item *school = projecting_start(p, ITEM_SCHOOL, s, 0);
        memcpy(school->name, m->schools[s].name, sizeof school->name);
        school->here = here[s];
        school->away = away[s];
        school->people = people[s];
        projecting_emit(p);
    }
}

static void project_seats(struct projecting *p)
{
    const struct model *m = p->model;
    for (seat_id s = 1; s <= m->seat_count; s++) {
        if (m->seats[s].removed)
            continue;
        struct seat_item *seat = projecting_start(p, ITEM_SEAT, s, 0);
        seat->role = m->seats[s].role;
        seat->presence = p->live->presence[s];
        seat->speaks = m->seats[s].speaks;
        seat->group = m->seats[s].group;
        seat->people = people_at(&m->seats[s]);
        seat->school = m->seats[s].school;
        memcpy(seat->name, m->seats[s].name, sizeof seat->name);
        projecting_emit(p);
    }
}

/* Codes in use. The projector is given the room's alone, and only while it is offered. */
static void project_codes(struct projecting *p)
{
    const struct model *m = p->model;
    for (uint16_t i = 1; i <= m->code_count; i++) {
        const struct code *code = &m->codes[i];
        if (code->retired || code->symbols.length != CODE_LENGTH)
            continue;
        bool offered = code->kind == CODE_ROOM && m->settings[SETTING_OFFER_ROOM_CODE];
        if (!projecting_for_facilitator(p) && !offered)
            continue;
        struct code_item *item = projecting_start(p, ITEM_CODE, i, 0);
        item->kind = code->kind;
        item->school = code->school;
        item->seat = code->seat;
        memcpy(item->symbols, code->symbols.bytes, CODE_LENGTH);
        projecting_emit(p);
    }
}

static void project_me(struct projecting *p)
{
    seat_id s = p->audience.id;
    if (!model_has_seat(p->model, s))
        return;
    const struct seat *seat = &p->model->seats[s];
    struct me_item *me = projecting_start(p, ITEM_ME, 0, 0);
    me->seat = s;
    me->role = seat->role;
    me->speaks = seat->speaks;
    me->group = seat->group;
    me->people = people_at(seat);
    me->school = seat->school;
    memcpy(me->name, seat->name, sizeof me->name);
    projecting_emit(p);
}

static void project_kiosk(struct projecting *p)
{
    struct kiosk_item *kiosk = projecting_start(p, ITEM_KIOSK, 0, 0);
    memcpy(kiosk->address, p->live->address, sizeof kiosk->address);
    kiosk->port = p->live->port;
    if (projecting_for_facilitator(p)) {
        memcpy(kiosk->trouble, p->live->trouble, sizeof kiosk->trouble);
        memcpy(kiosk->settings, p->model->settings, sizeof kiosk->settings);
    }
    projecting_emit(p);
}

enum {
    PROJECTOR = 1 << AUDIENCE_PROJECTOR,
    FACILITATOR = 1 << AUDIENCE_FACILITATOR,
    OBSERVER = 1 << AUDIENCE_OBSERVER,
    PARTICIPANTS = 1 << AUDIENCE_PARTICIPANTS,
    SCHOOL = 1 << AUDIENCE_SCHOOL,
    SEAT = 1 << AUDIENCE_SEAT,
    READERS = 1 << AUDIENCE_SUMMARY | 1 << AUDIENCE_LA,
    EVERYONE = PROJECTOR | FACILITATOR | OBSERVER | PARTICIPANTS | READERS,
};

static const struct {
    unsigned audiences;
    projection *project;
} projections[] = {
    {EVERYONE, project_workshop},
    {EVERYONE, project_content},
    {EVERYONE, project_place},
    {EVERYONE, project_schools},
    {EVERYONE, project_summaries},
    {EVERYONE, project_progress},
    {PROJECTOR | OBSERVER | PARTICIPANTS | READERS, project_cells},
    {FACILITATOR, project_all_talks},
    {FACILITATOR, project_every_school},
    {FACILITATOR, project_seats},
    {PROJECTOR | FACILITATOR, project_codes},
    {PROJECTOR | FACILITATOR, project_kiosk},
    {SCHOOL, project_own_school},
    {SEAT, project_me},
    {EVERYONE, project_boards},
    {EVERYONE, project_notes},
    {SEAT, project_own_notes},
    {FACILITATOR, project_undo},
    {EVERYONE, project_rounds},
    {FACILITATOR, project_missing},
    {FACILITATOR, project_all_readings},
    {SCHOOL, project_school_readings},
    {SEAT, project_own_slips},
    {EVERYONE, project_findings},
    {FACILITATOR, project_all_actions},
    {PROJECTOR | OBSERVER | PARTICIPANTS | READERS, project_public_actions},
    {SCHOOL, project_school_actions},
    {SEAT, project_own_actions},
    {EVERYONE, project_ballots},
    {EVERYONE, project_turnouts},
    {SCHOOL, project_school_papers},
    {SEAT, project_own_papers},
    {EVERYONE, project_named_papers},
    {EVERYONE, project_priorities},
    {EVERYONE, project_reviews},
    {EVERYONE, project_pasts},
    {SCHOOL, project_school_pasts},
    {FACILITATOR | PARTICIPANTS, project_characters},
    {FACILITATOR | PARTICIPANTS, project_conducting},
    {FACILITATOR, project_cards},
    {FACILITATOR, project_moments},
    {SEAT, project_own_card},
};

void model_project(const struct model *model, const struct live *live, struct audience audience,
                   item_sink *sink, void *context)
{
    struct item item;
    struct projecting p = {.model = model,
                           .live = live,
                           .audience = audience,
                           .named = is_named(model, audience.kind),
                           .sink = sink,
                           .context = context,
                           .item = &item};
    for (size_t i = 0; i < sizeof projections / sizeof *projections; i++)
        if (projections[i].audiences & 1U << audience.kind)
            projections[i].project(&p);
}

enum audience_kind audience_of_role(enum role role)
{
    static const uint8_t kinds[ROLE_COUNT] = {
        [ROLE_NONE] = AUDIENCE_PARTICIPANTS,   [ROLE_ROOM] = AUDIENCE_PARTICIPANTS,
        [ROLE_SCHOOL] = AUDIENCE_PARTICIPANTS, [ROLE_FACILITATOR] = AUDIENCE_FACILITATOR,
        [ROLE_OBSERVER] = AUDIENCE_OBSERVER,   [ROLE_DISPLAY] = AUDIENCE_PROJECTOR,
    };
    return (enum audience_kind)kinds[role];
}

school_id audience_school(const struct model *model, seat_id seat)
{
    const struct seat *s = &model->seats[seat];
    return model_has_seat(model, seat) && s->speaks ? s->school : 0;
}
