#include "lines/forms.h"
#include "lines/printing.h"

#include "analysis/summary.h"
#include "base/day.h"

#include <stdio.h>

/* Earlier reviews: which there are, what schools said then, and the cluster's figures. */

static void put_day(struct printing *p, uint32_t day)
{
    char text[DAY_ISO_SIZE];
    day_write_iso(text, day);
    lines_word(&p->line, "day", text);
}

void print_review(struct printing *p)
{
    const struct review_item *review = &p->room->reviews[p->key.a];
    if (!review->day && p->all)
        return;
    lines_begin(&p->line, "earlier");
    lines_number(&p->line, "id", p->key.a);
    if (review->day) {
        put_day(p, review->day);
        lines_text(&p->line, "title", review->title);
    } else {
        lines_yes_no(&p->line, "there", false);
    }
    printing_end(p, LINES_ALWAYS);
}

void print_past(struct printing *p)
{
    const struct past *past = room_past(p->room, (review_id)p->key.a, p->key.b);
    bool own = past == &p->room->own_pasts[p->key.a][p->key.b];
    if (own != (p->key.kind == ITEM_OWN_PAST)) /* once, where both have it */
        return;
    for (condition_id c = 1; c <= CONDITIONS_MAX; c++) {
        if (!past->now[c])
            continue;
        lines_begin(&p->line, "earlier-rating");
        lines_number(&p->line, "id", p->key.a);
        printing_school(p, p->key.b);
        lines_number(&p->line, "condition", c);
        lines_number(&p->line, "now", past->now[c]);
        printing_some(p, "target", past->target[c]);
        printing_end(p, LINES_ALWAYS);
    }
}

void print_past_summary(struct printing *p)
{
    const struct summary_item *summary = &p->room->past_summaries[p->key.a][p->key.b];
    char average[AVERAGE_TEXT_SIZE];
    if (!summary->has_figures || summary->average > RATING_MAX * 10)
        return;
    lines_begin(&p->line, "earlier-summary");
    lines_number(&p->line, "id", p->key.a);
    lines_number(&p->line, "condition", p->key.b);
    lines_number(&p->line, "counted", summary->counted);
    analysis_average_text(average, summary->average);
    lines_word(&p->line, "average", average);
    printing_end(p, LINES_ALWAYS);
}
