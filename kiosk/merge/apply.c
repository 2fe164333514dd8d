#include "merge/merge.h"

#include "base/text.h"
#include "host/codes.h"
#include "words/words.h"

#include <string.h>

/* A merge on its way into the workshop. */
struct applying {
    const struct merge *merge;
    struct store *store;
    int64_t now_ms;
};

static school_id own_school(const struct applying *a, school_id merged)
{
    const struct model *model = store_model(a->store);
    for (school_id s = 1; s <= model->school_count; s++)
        if (text_same(model->schools[s].name, a->merge->schools[merged]))
            return s;
    return 0;
}

static enum refusal apply_school(struct applying *a, const struct merge_entry *entry)
{
    struct command command = {.kind = COMMAND_ADD_SCHOOL};
    text_copy(command.change.school.name, NAME_SIZE, a->merge->schools[entry->school]);
    return store_do(a->store, SEAT_KIOSK, &command, a->now_ms);
}

/* An agreement keeps its time, unless the other laptop's clock was ahead: the workshop's own must
 * not be carried off by it. */
static enum refusal apply_rating(struct applying *a, const struct merge_entry *entry)
{
    const struct rating *rating = merge_rating(a->merge, entry, entry->chosen);
    struct command command = {.kind = rating->settled ? COMMAND_AGREE_IN_PERSON : COMMAND_RATE};
    struct rating_change *change = &command.change.rating;
    change->school = own_school(a, entry->school);
    change->condition = entry->condition;
    change->figure = *model_shown_figure(rating);
    const char *with = rating->agreed_with[0] ? rating->agreed_with : word(WORD_MERGE_THE_SCHOOL);
    if (rating->settled)
        text_copy(change->with, sizeof change->with, with);
    bool earlier = rating->settled && rating->agreed_ms < a->now_ms;
    return store_do(a->store, SEAT_KIOSK, &command, earlier ? rating->agreed_ms : a->now_ms);
}

static enum refusal apply_action(struct applying *a, const struct merge_entry *entry)
{
    const struct action *action = merge_action(a->merge, entry, entry->chosen);
    struct command command = {.kind = COMMAND_ADD_ACTION};
    struct action_change *change = &command.change.action;
    if (entry->candidates[0].from == MERGE_OURS) {
        command.kind = COMMAND_CHANGE_ACTION;
        change->action = entry->candidates[0].action;
        change->revision = merge_action(a->merge, entry, 0)->revision;
    }
    change->content.school = own_school(a, entry->school);
    change->content.condition = entry->condition;
    change->content.months = action->content.months;
    text_copy(change->content.text, sizeof change->content.text, action->content.text);
    return store_do(a->store, SEAT_KIOSK, &command, a->now_ms);
}

static enum refusal apply_consent(struct applying *a, const struct merge_entry *entry)
{
    struct command command = {.kind = COMMAND_CONSENT};
    command.change.consent =
        (struct consent_change){.school = own_school(a, entry->school),
                                .scopes = (uint8_t)(1U << entry->scope),
                                .answer = (uint8_t)merge_answer(a->merge, entry, entry->chosen)};
    return store_do(a->store, SEAT_KIOSK, &command, a->now_ms);
}

static enum refusal (*const appliers[MERGE_KIND_COUNT])(struct applying *,
                                                        const struct merge_entry *) = {
    [MERGE_SCHOOL] = apply_school,
    [MERGE_RATING] = apply_rating,
    [MERGE_ACTION] = apply_action,
    [MERGE_CONSENT] = apply_consent,
};

static bool is_taken(const struct merge_entry *entry)
{
    return entry->candidates[entry->chosen].from != MERGE_OURS;
}

struct merge_report merge_count(const struct merge *merge)
{
    struct merge_report report = {{0}};
    for (unsigned i = 0; i < merge->entry_count; i++)
        report.counts[merge->entries[i].kind] += is_taken(&merge->entries[i]);
    return report;
}

static enum error refuse(struct applying *a, const char *about, enum refusal refusal,
                         struct trouble *trouble)
{
    store_rollback(a->store);
    return trouble_set(trouble, ERROR_FORMAT, "%s: %s Nothing was brought in.", about,
                       refusal_text(refusal));
}

enum error merge_apply(struct merge_report *report, const struct merge *merge, struct store *store,
                       const struct link_random *random, int64_t now_ms, struct trouble *trouble)
{
    struct applying a = {merge, store, now_ms};
    enum refusal refusal = REFUSAL_NONE;
    *report = merge_count(merge);
    for (unsigned i = 0; i < merge->entry_count; i++) {
        const struct merge_entry *entry = &merge->entries[i];
        if (!is_taken(entry))
            continue;
        refusal = appliers[entry->kind](&a, entry);
        if (refusal == REFUSAL_NONE)
            continue;
        char about[MERGE_TEXT_SIZE];
        merge_about(about, merge, entry);
        return refuse(&a, about, refusal, trouble);
    }
    refusal = report->counts[MERGE_SCHOOL] ? codes_complete(store, random, now_ms) : REFUSAL_NONE;
    if (refusal != REFUSAL_NONE)
        return refuse(&a, store_model(store)->title, refusal, trouble);
    return store_commit(store, trouble);
}
