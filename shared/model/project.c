#include "model/project.h"

#include "analysis/summary.h"

#include <string.h>

/* One projection under way. */
struct projecting {
    const struct model *model;
    const struct live *live;
    struct audience audience;
    bool named;
    item_sink *sink;
    void *context;
    struct item *item;
};

/* Starts an item with an empty body. */
static void *start(struct projecting *p, enum item_kind kind, uint16_t a, uint16_t b)
{
    memset(p->item, 0, sizeof *p->item);
    p->item->key = (struct item_key){.kind = (uint8_t)kind, .a = a, .b = b};
    return &p->item->body;
}

static void emit(struct projecting *p)
{
    p->sink(p->context, p->item);
}

static bool is_facilitator(const struct projecting *p)
{
    return p->audience.kind == AUDIENCE_FACILITATOR;
}

static enum naming naming_of(enum audience_kind kind)
{
    return kind == AUDIENCE_OBSERVER ? NAMING_OBSERVER : NAMING_ROOM;
}

static void project_workshop(struct projecting *p)
{
    const struct model *m = p->model;
    struct workshop_item *w = start(p, ITEM_WORKSHOP, 0, 0);
    memcpy(w->title, m->title, sizeof w->title);
    memcpy(w->language, m->language, sizeof w->language);
    w->school_count = m->school_count;
    w->condition_count = m->condition_count;
    w->item_count = m->item_count;
    w->named = p->named;
    w->count_proposed = m->settings[SETTING_COUNT_PROPOSED];
    w->closed = m->closed;
    emit(p);
}

static void project_content(struct projecting *p)
{
    const struct model *m = p->model;
    for (condition_id c = 1; c <= m->condition_count; c++) {
        *(struct condition *)start(p, ITEM_CONDITION, c, 0) = m->conditions[c];
        emit(p);
    }
    for (uint8_t i = 1; i <= m->item_count; i++) {
        struct agenda_item *item = start(p, ITEM_AGENDA_ITEM, i, 0);
        *item = m->items[i];
        if (!is_facilitator(p))
            memset(item->notes, 0, sizeof item->notes);
        emit(p);
    }
}

static void project_timer(struct projecting *p)
{
    const struct model *m = p->model;
    const struct timer *timer = &m->timers[m->place.item][0];
    struct timer_item *t = start(p, ITEM_TIMER, 0, 0);
    t->shown = m->place.item && m->items[m->place.item].minutes > 0;
    t->whole_ms = m->place.item ? m->items[m->place.item].minutes * INT64_C(60000) : 0;
    t->running = timer->running;
    t->ends_ms = timer->running ? timer->since_ms + timer->remaining_ms : 0;
    t->left_ms = timer->running ? 0 : timer->remaining_ms;
    emit(p);
}

static void project_place(struct projecting *p)
{
    const struct model *m = p->model;
    *(struct place *)start(p, ITEM_PLACE, 0, 0) = m->place;
    emit(p);
    struct view *view = start(p, ITEM_VIEW, 0, 0);
    *view = m->view;
    view->targets = view->targets && p->named;
    emit(p);
    project_timer(p);
}

static void project_schools(struct projecting *p)
{
    const struct model *m = p->model;
    uint16_t here[SCHOOLS_MAX + 1] = {0}, away[SCHOOLS_MAX + 1] = {0};
    bool lobby = p->audience.kind == AUDIENCE_PROJECTOR || is_facilitator(p);
    for (seat_id s = 1; lobby && s <= m->seat_count; s++) {
        if (m->seats[s].removed)
            continue;
        school_id school = m->seats[s].school;
        here[school] = (uint16_t)(here[school] + (p->live->presence[s] == PRESENCE_HERE));
        away[school] = (uint16_t)(away[school] + (p->live->presence[s] == PRESENCE_AWAY));
    }
    for (school_id s = 1; s <= m->school_count; s++) {
        struct school_item *school = start(p, ITEM_SCHOOL, s, 0);
        memcpy(school->name, m->schools[s].name, sizeof school->name);
        school->here = here[s];
        school->away = away[s];
        emit(p);
    }
}

/* The open grid: only where names are on. */
static void project_cells(struct projecting *p)
{
    const struct model *m = p->model;
    if (!p->named)
        return;
    for (condition_id c = 1; c <= m->condition_count; c++)
        for (school_id s = 1; s <= m->school_count; s++) {
            const struct figure *shown = model_shown_figure(&m->ratings[c][s]);
            if (!shown)
                continue;
            struct cell_item *cell = start(p, ITEM_CELL, c, s);
            cell->state = (uint8_t)model_rating_state(&m->ratings[c][s]);
            cell->now = shown->now;
            cell->target = shown->target;
            cell->months = shown->months;
            emit(p);
        }
}

static void project_talk(struct projecting *p, condition_id c, school_id s)
{
    const struct rating *rating = &p->model->ratings[c][s];
    if (model_rating_state(rating) == RATING_NONE)
        return;
    struct talk_item *talk = start(p, ITEM_TALK, c, s);
    talk->settled = rating->settled;
    talk->agreed = rating->agreed;
    talk->agreed_ms = rating->agreed_ms;
    memcpy(talk->agreed_with, rating->agreed_with, sizeof talk->agreed_with);
    memcpy(talk->proposals, rating->proposals, sizeof talk->proposals);
    emit(p);
}

static void project_all_talks(struct projecting *p)
{
    for (condition_id c = 1; c <= p->model->condition_count; c++)
        for (school_id s = 1; s <= p->model->school_count; s++)
            project_talk(p, c, s);
}

/* Ratings to add up: live figures where names are on, else what the unnamed view shows.
 * Returns how many of them are agreed. */
static uint16_t gather(const struct projecting *p, condition_id c, uint8_t now[SCHOOLS_MAX])
{
    const struct model *m = p->model;
    uint16_t agreed = 0;
    for (school_id s = 1; s <= m->school_count; s++) {
        const struct rating *rating = &m->ratings[c][s];
        const struct figure *shown = model_shown_figure(rating);
        bool counts = shown && (rating->settled || m->settings[SETTING_COUNT_PROPOSED]);
        uint8_t frozen = m->unnamed[naming_of(p->audience.kind)][c].figures[s];
        if (p->named) {
            now[s - 1] = counts ? shown->now : 0;
            agreed = (uint16_t)(agreed + rating->settled);
        } else {
            now[s - 1] = (uint8_t)(frozen & ~UNNAMED_PROPOSED);
            agreed = (uint16_t)(agreed + (frozen && !(frozen & UNNAMED_PROPOSED)));
        }
    }
    return agreed;
}

static void sum_up_targets(const struct model *m, condition_id c, struct summary_item *summary)
{
    uint8_t targets[SCHOOLS_MAX] = {0};
    for (school_id s = 1; s <= m->school_count; s++) {
        const struct rating *rating = &m->ratings[c][s];
        const struct figure *shown = model_shown_figure(rating);
        if (shown && (rating->settled || m->settings[SETTING_COUNT_PROPOSED]))
            targets[s - 1] = shown->target;
    }
    struct analysis_summary sum;
    analysis_summarise(&sum, targets, m->school_count);
    summary->target_counted = (uint16_t)sum.counted;
    summary->target_average = sum.average_tenths;
    summary->target_band = sum.band;
}

static void project_summaries(struct projecting *p)
{
    const struct model *m = p->model;
    for (condition_id c = 1; c <= m->condition_count; c++) {
        uint8_t now[SCHOOLS_MAX] = {0};
        struct analysis_summary sum;
        uint16_t agreed = gather(p, c, now);
        analysis_summarise(&sum, now, m->school_count);
        struct summary_item *summary = start(p, ITEM_SUMMARY, c, 0);
        summary->of = m->school_count;
        summary->counted = (uint16_t)sum.counted;
        summary->has_figures = sum.counted > 0 && (p->named || agreed >= UNNAMED_LEAST);
        if (summary->has_figures) {
            summary->total = (uint16_t)sum.total;
            summary->average = sum.average_tenths;
            summary->band = sum.band;
            for (unsigned v = 1; v <= RATING_MAX; v++)
                summary->spread[v] = (uint16_t)sum.distribution[v - 1];
        }
        if (p->named)
            sum_up_targets(m, c, summary);
        emit(p);
    }
}

static struct progress_item progress_of(const struct model *m, school_id school)
{
    struct progress_item progress = {0};
    for (condition_id c = 1; c <= m->condition_count; c++)
        switch (model_rating_state(&m->ratings[c][school])) {
        case RATING_AGREED:
            progress.agreed++;
            break;
        case RATING_PROPOSED:
            progress.proposed++;
            break;
        default:
            progress.to_come++;
        }
    return progress;
}

static void project_school_progress(struct projecting *p, school_id s)
{
    *(struct progress_item *)start(p, ITEM_PROGRESS, s, 0) = progress_of(p->model, s);
    emit(p);
}

/* The whole cluster's. Without names nobody is told how many have proposed. */
static void project_progress(struct projecting *p)
{
    struct progress_item whole = {0};
    for (school_id s = 1; s <= p->model->school_count; s++) {
        struct progress_item one = progress_of(p->model, s);
        whole.agreed = (uint16_t)(whole.agreed + one.agreed);
        whole.proposed = (uint16_t)(whole.proposed + one.proposed);
        whole.to_come = (uint16_t)(whole.to_come + one.to_come);
    }
    if (!p->named) {
        whole.to_come = (uint16_t)(whole.to_come + whole.proposed);
        whole.proposed = 0;
    }
    *(struct progress_item *)start(p, ITEM_PROGRESS, 0, 0) = whole;
    emit(p);
}

static void project_consent(struct projecting *p, school_id s)
{
    struct consent_item *consent = start(p, ITEM_CONSENT, s, 0);
    memcpy(consent->answers, p->model->schools[s].consent, sizeof consent->answers);
    emit(p);
}

static void project_every_school(struct projecting *p)
{
    for (school_id s = 1; s <= p->model->school_count; s++) {
        project_school_progress(p, s);
        project_consent(p, s);
    }
}

static void project_own_school(struct projecting *p)
{
    school_id s = p->audience.id;
    if (!model_has_school(p->model, s))
        return;
    for (condition_id c = 1; c <= p->model->condition_count; c++)
        project_talk(p, c, s);
    project_school_progress(p, s);
    project_consent(p, s);
}

static void project_seats(struct projecting *p)
{
    const struct model *m = p->model;
    for (seat_id s = 1; s <= m->seat_count; s++) {
        if (m->seats[s].removed)
            continue;
        struct seat_item *seat = start(p, ITEM_SEAT, s, 0);
        seat->role = m->seats[s].role;
        seat->presence = p->live->presence[s];
        seat->speaks = m->seats[s].speaks;
        seat->school = m->seats[s].school;
        memcpy(seat->name, m->seats[s].name, sizeof seat->name);
        emit(p);
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
        if (!is_facilitator(p) && !offered)
            continue;
        struct code_item *item = start(p, ITEM_CODE, i, 0);
        item->kind = code->kind;
        item->school = code->school;
        item->seat = code->seat;
        memcpy(item->symbols, code->symbols.bytes, CODE_LENGTH);
        emit(p);
    }
}

static void project_me(struct projecting *p)
{
    seat_id s = p->audience.id;
    if (!model_has_seat(p->model, s))
        return;
    const struct seat *seat = &p->model->seats[s];
    struct me_item *me = start(p, ITEM_ME, 0, 0);
    me->seat = s;
    me->role = seat->role;
    me->speaks = seat->speaks;
    me->school = seat->school;
    memcpy(me->name, seat->name, sizeof me->name);
    emit(p);
}

static void project_kiosk(struct projecting *p)
{
    struct kiosk_item *kiosk = start(p, ITEM_KIOSK, 0, 0);
    memcpy(kiosk->address, p->live->address, sizeof kiosk->address);
    kiosk->port = p->live->port;
    if (is_facilitator(p)) {
        memcpy(kiosk->trouble, p->live->trouble, sizeof kiosk->trouble);
        memcpy(kiosk->settings, p->model->settings, sizeof kiosk->settings);
    }
    emit(p);
}

enum {
    PROJECTOR = 1 << AUDIENCE_PROJECTOR,
    FACILITATOR = 1 << AUDIENCE_FACILITATOR,
    OBSERVER = 1 << AUDIENCE_OBSERVER,
    PARTICIPANTS = 1 << AUDIENCE_PARTICIPANTS,
    SCHOOL = 1 << AUDIENCE_SCHOOL,
    SEAT = 1 << AUDIENCE_SEAT,
    EVERYONE = PROJECTOR | FACILITATOR | OBSERVER | PARTICIPANTS,
};

static const struct {
    unsigned audiences;
    void (*project)(struct projecting *);
} projections[] = {
    {EVERYONE, project_workshop},
    {EVERYONE, project_content},
    {EVERYONE, project_place},
    {EVERYONE, project_schools},
    {EVERYONE, project_summaries},
    {EVERYONE, project_progress},
    {PROJECTOR | OBSERVER | PARTICIPANTS, project_cells},
    {FACILITATOR, project_all_talks},
    {FACILITATOR, project_every_school},
    {FACILITATOR, project_seats},
    {PROJECTOR | FACILITATOR, project_codes},
    {PROJECTOR | FACILITATOR, project_kiosk},
    {SCHOOL, project_own_school},
    {SEAT, project_me},
};

void model_project(const struct model *model, const struct live *live, struct audience audience,
                   item_sink *sink, void *context)
{
    struct item item;
    struct projecting p = {.model = model,
                           .live = live,
                           .audience = audience,
                           .named = audience.kind == AUDIENCE_FACILITATOR ||
                                    model_named(model, naming_of(audience.kind)),
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
