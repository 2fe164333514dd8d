#include "model/projecting.h"

#include "analysis/summary.h"

#include <string.h>

static bool is_there(const struct past *past)
{
    static const struct past nothing;
    return memcmp(past, &nothing, sizeof nothing) != 0;
}

static void sum_up(struct projecting *p, review_id r, condition_id c)
{
    const struct review *review = &p->model->reviews[r];
    uint8_t now[SCHOOLS_MAX], target[SCHOOLS_MAX];
    struct analysis_summary sum, targets;
    struct summary_item *summary = projecting_start(p, ITEM_PAST_SUMMARY, r, c);
    for (school_id s = 1; s <= p->model->school_count; s++) {
        now[s - 1] = review->pasts[s].now[c];
        target[s - 1] = review->pasts[s].target[c];
        summary->of = (uint16_t)(summary->of + is_there(&review->pasts[s]));
    }
    analysis_summarise(&sum, now, p->model->school_count);
    analysis_summarise(&targets, target, p->model->school_count);
    projecting_figures(p, summary, &sum, (uint16_t)sum.counted);
    if (p->named) {
        summary->target_counted = (uint16_t)targets.counted;
        summary->target_average = targets.average_tenths;
        summary->target_band = targets.band;
    }
    projecting_emit(p);
}

void project_reviews(struct projecting *p)
{
    const struct model *m = p->model;
    for (review_id r = 1; r <= m->review_count; r++) {
        if (!model_has_review(m, r))
            continue;
        struct review_item *item = projecting_start(p, ITEM_REVIEW, r, 0);
        item->day = m->reviews[r].day;
        memcpy(item->title, m->reviews[r].title, sizeof item->title);
        projecting_emit(p);
        for (condition_id c = 1; c <= m->condition_count; c++)
            sum_up(p, r, c);
    }
}

static void project_past(struct projecting *p, enum item_kind kind, review_id r, school_id s)
{
    const struct past *past = &p->model->reviews[r].pasts[s];
    if (!is_there(past))
        return;
    *(struct past *)projecting_start(p, kind, r, s) = *past;
    projecting_emit(p);
}

void project_pasts(struct projecting *p)
{
    for (review_id r = 1; p->named && r <= p->model->review_count; r++)
        for (school_id s = 1; s <= p->model->school_count; s++)
            project_past(p, ITEM_PAST, r, s);
}

void project_school_pasts(struct projecting *p)
{
    if (!model_has_school(p->model, p->audience.id))
        return;
    for (review_id r = 1; r <= p->model->review_count; r++)
        project_past(p, ITEM_OWN_PAST, r, p->audience.id);
}
