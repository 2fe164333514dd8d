#include "model/projecting.h"

#include "analysis/summary.h"

#include <string.h>

/* The open grid: only where names are on. */
void project_cells(struct projecting *p)
{
    const struct model *m = p->model;
    if (!p->named)
        return;
    for (condition_id c = 1; c <= m->condition_count; c++)
        for (school_id s = 1; s <= m->school_count; s++) {
            const struct figure *shown = model_shown_figure(&m->ratings[c][s]);
            if (!shown)
                continue;
            struct cell_item *cell = projecting_start(p, ITEM_CELL, c, s);
            cell->state = (uint8_t)model_rating_state(&m->ratings[c][s]);
            cell->now = shown->now;
            cell->target = shown->target;
            cell->months = shown->months;
            projecting_emit(p);
        }
}

static void project_talk(struct projecting *p, condition_id c, school_id s)
{
    const struct rating *rating = &p->model->ratings[c][s];
    if (model_rating_state(rating) == RATING_NONE)
        return;
    struct talk_item *talk = projecting_start(p, ITEM_TALK, c, s);
    talk->settled = rating->settled;
    talk->agreed = rating->agreed;
    talk->agreed_ms = rating->agreed_ms;
    memcpy(talk->agreed_with, rating->agreed_with, sizeof talk->agreed_with);
    memcpy(talk->proposals, rating->proposals, sizeof talk->proposals);
    projecting_emit(p);
}

void project_all_talks(struct projecting *p)
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
        uint8_t frozen = m->unnamed[projecting_naming(p->audience.kind)][c].figures[s];
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

void projecting_figures(const struct projecting *p, struct summary_item *summary,
                        const struct analysis_summary *sum, uint16_t agreed)
{
    summary->counted = (uint16_t)sum->counted;
    summary->has_figures = sum->counted > 0 && (p->named || agreed >= UNNAMED_LEAST);
    if (!summary->has_figures)
        return;
    summary->total = (uint16_t)sum->total;
    summary->average = sum->average_tenths;
    summary->band = sum->band;
    for (unsigned v = 1; v <= RATING_MAX; v++)
        summary->spread[v] = (uint16_t)sum->distribution[v - 1];
}

void project_summaries(struct projecting *p)
{
    const struct model *m = p->model;
    for (condition_id c = 1; c <= m->condition_count; c++) {
        uint8_t now[SCHOOLS_MAX] = {0};
        struct analysis_summary sum;
        uint16_t agreed = gather(p, c, now);
        analysis_summarise(&sum, now, m->school_count);
        struct summary_item *summary = projecting_start(p, ITEM_SUMMARY, c, 0);
        summary->of = m->school_count;
        projecting_figures(p, summary, &sum, agreed);
        if (p->named)
            sum_up_targets(m, c, summary);
        projecting_emit(p);
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
    *(struct progress_item *)projecting_start(p, ITEM_PROGRESS, s, 0) = progress_of(p->model, s);
    projecting_emit(p);
}

/* The whole cluster's. Without names nobody is told how many have proposed. */
void project_progress(struct projecting *p)
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
    *(struct progress_item *)projecting_start(p, ITEM_PROGRESS, 0, 0) = whole;
    projecting_emit(p);
}

static void project_consent(struct projecting *p, school_id s)
{
    struct consent_item *consent = projecting_start(p, ITEM_CONSENT, s, 0);
    memcpy(consent->answers, p->model->schools[s].consent, sizeof consent->answers);
    projecting_emit(p);
}

void project_every_school(struct projecting *p)
{
    for (school_id s = 1; s <= p->model->school_count; s++) {
        project_school_progress(p, s);
        project_consent(p, s);
    }
}

void project_own_school(struct projecting *p)
{
    school_id s = p->audience.id;
    if (!model_has_school(p->model, s))
        return;
    for (condition_id c = 1; c <= p->model->condition_count; c++)
        project_talk(p, c, s);
    project_school_progress(p, s);
    project_consent(p, s);
}
