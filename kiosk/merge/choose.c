#include "merge/merge.h"

/* What stands of each difference until somebody looks at it. */

/* The later agreement, agreed over proposed; where that says nothing, the first. */
static unsigned usual_rating(const struct merge *merge, const struct merge_entry *entry,
                             unsigned from)
{
    unsigned best = from;
    for (unsigned i = from + 1; i < entry->count; i++) {
        const struct rating *a = merge_rating(merge, entry, best);
        const struct rating *b = merge_rating(merge, entry, i);
        if (b->settled > a->settled || (b->settled && b->agreed_ms > a->agreed_ms))
            best = i;
    }
    return best;
}

/* A no keeps a name off: where answers differ it stands until somebody asks the school. Which came
 * later no file tells, so no rule for all differences at once may turn it into a yes. */
static unsigned usual_consent(const struct merge *merge, const struct merge_entry *entry)
{
    for (unsigned i = 0; i < entry->count; i++)
        if (merge_answer(merge, entry, i) == ANSWER_NO)
            return i;
    return 0;
}

static unsigned choose(const struct merge *merge, const struct merge_entry *entry,
                       enum merge_rule rule)
{
    bool ours = entry->candidates[0].from == MERGE_OURS;
    unsigned from = rule == MERGE_TAKE_THEIRS && ours && !entry->shared ? 1 : 0;
    if (entry->kind == MERGE_CONSENT)
        return usual_consent(merge, entry);
    if (entry->kind == MERGE_RATING && !(rule == MERGE_KEEP_OURS && ours))
        return usual_rating(merge, entry, from);
    return from;
}

bool merge_differs(const struct merge_entry *entry)
{
    return entry->count > 1;
}

void merge_choose_all(struct merge *merge, enum merge_rule rule)
{
    for (unsigned i = 0; i < merge->entry_count; i++)
        merge->entries[i].chosen = (uint8_t)choose(merge, &merge->entries[i], rule);
}
