#include "wire/seen_reviews.h"

#include "testing.h"

static void see_summary(struct seen_reviews *seen, const struct model *m, bool named,
                        const struct item *item)
{
    const struct review *review = &m->reviews[item->key.a];
    const struct summary_item *sum = &item->body.past_summary;
    unsigned counted = 0, total = 0;
    for (school_id s = 1; s <= m->school_count; s++) {
        counted += review->pasts[s].now[item->key.b] > 0;
        total += review->pasts[s].now[item->key.b];
    }
    assert_int_equal(sum->counted, counted);
    assert_int_equal(sum->has_figures, counted > 0 && (named || counted >= 5));
    assert_int_equal(sum->total, sum->has_figures ? total : 0);
    for (unsigned v = 1; v <= RATING_MAX && !sum->has_figures; v++)
        assert_int_equal(sum->spread[v], 0);
    assert_true(named || sum->target_counted + sum->target_average + sum->target_band == 0);
    seen->unnamed += sum->has_figures && !named;
}

void seen_review(struct seen_reviews *seen, const struct model *m, struct audience audience,
                 bool named, const struct item *item)
{
    struct item_key key = item->key;
    if (key.kind == ITEM_PAST_SUMMARY)
        see_summary(seen, m, named, item);
    if (key.kind != ITEM_PAST && key.kind != ITEM_OWN_PAST)
        return;
    if (key.kind == ITEM_PAST)
        assert_true(named);
    else
        assert_int_equal(key.b, audience.id);
    assert_memory_equal(&item->body.past, &m->reviews[key.a].pasts[key.b], sizeof item->body.past);
    seen->pasts++;
}
