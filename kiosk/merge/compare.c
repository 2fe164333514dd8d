#include "merge/merge.h"

#include "base/text.h"

#include <string.h>

/* How a rating stands, as far as merging looks at it. */
struct standing {
    const struct figure *figure; /* NULL: nothing stands */
    bool agreed;
};

static struct standing standing_of(const struct rating *rating)
{
    return (struct standing){.figure = model_shown_figure(rating), .agreed = rating->settled};
}

static bool same_figure(const struct figure *a, const struct figure *b)
{
    return a->now == b->now && a->target == b->target && a->months == b->months &&
           strcmp(a->note, b->note) == 0;
}

/* ---- schools and conditions that answer one another ---- */

static school_id find_school(const struct merge *merge, const char *name)
{
    for (school_id s = 1; s <= merge->school_count; s++)
        if (text_same(merge->schools[s], name))
            return s;
    return 0;
}

static struct merge_entry *add_entry(struct merge *merge, enum merge_kind kind, school_id school)
{
    if (merge->entry_count == MERGE_ENTRIES_MAX)
        return NULL;
    struct merge_entry *entry = &merge->entries[merge->entry_count++];
    *entry = (struct merge_entry){.kind = (uint8_t)kind, .school = school};
    return entry;
}

static void add_candidate(struct merge_entry *entry, unsigned file, action_id action)
{
    entry->candidates[entry->count++] =
        (struct merge_candidate){.from = (uint8_t)file, .action = action};
}

static enum error too_much(struct trouble *trouble)
{
    return trouble_set(trouble, ERROR_RANGE,
                       "There is more in these files than can be compared at once. Please bring "
                       "in fewer of them at a time.");
}

static enum error match_schools(struct merge *merge, unsigned file, struct trouble *trouble)
{
    struct merge_file *f = &merge->files[file];
    for (school_id s = 1; s <= f->model->school_count; s++) {
        const char *name = f->model->schools[s].name;
        school_id merged = find_school(merge, name);
        if (!merged) {
            if (merge->school_count == SCHOOLS_MAX)
                return trouble_set(trouble, ERROR_RANGE,
                                   "%s: there is no room for %s, as a workshop has up to %d "
                                   "schools.",
                                   f->path, name, SCHOOLS_MAX);
            merged = ++merge->school_count;
            text_copy(merge->schools[merged], NAME_SIZE, name);
            if (file != MERGE_OURS) {
                struct merge_entry *entry = add_entry(merge, MERGE_SCHOOL, merged);
                if (!entry)
                    return too_much(trouble);
                add_candidate(entry, file, 0);
            }
        }
        f->schools[s] = merged;
        if (!f->there[merged])
            f->there[merged] = s;
    }
    return ERROR_OK;
}

static condition_id find_condition(const struct model *model, const char *id)
{
    for (condition_id c = 1; c <= model->condition_count; c++)
        if (strcmp(model->conditions[c].id, id) == 0)
            return c;
    return 0;
}

/* Packs may borrow each other's conditions: then they ask the same whatever they are called. */
static bool asks_the_same(const struct model *ours, const struct model *theirs)
{
    if (strcmp(ours->pack, theirs->pack) == 0)
        return true;
    for (condition_id c = 1; c <= theirs->condition_count; c++) {
        condition_id own = find_condition(ours, theirs->conditions[c].id);
        if (!own || strcmp(ours->conditions[own].question, theirs->conditions[c].question) != 0)
            return false;
    }
    return theirs->condition_count == ours->condition_count;
}

static enum error match_conditions(struct merge *merge, unsigned file, struct trouble *trouble)
{
    const struct model *ours = merge->files[MERGE_OURS].model;
    struct merge_file *f = &merge->files[file];
    if (!asks_the_same(ours, f->model))
        return trouble_set(trouble, ERROR_FORMAT,
                           "%s was made with another content pack (%s) than this workshop (%s), "
                           "so its ratings mean something else.",
                           f->path, f->model->pack, ours->pack);
    for (condition_id c = 1; c <= f->model->condition_count; c++) {
        condition_id own = find_condition(ours, f->model->conditions[c].id);
        if (!own)
            return trouble_set(trouble, ERROR_FORMAT,
                               "%s asks about “%s”, which this workshop does not. They were made "
                               "with different versions of the content pack.",
                               f->path, f->model->conditions[c].name);
        f->conditions[own] = c;
    }
    return ERROR_OK;
}

/* ---- ratings ---- */

static const struct rating *rating_in(const struct merge *merge, unsigned file, school_id school,
                                      condition_id condition)
{
    static const struct rating none = {0};
    const struct merge_file *f = &merge->files[file];
    school_id s = f->there[school];
    condition_id c = f->conditions[condition];
    return s && c ? &f->model->ratings[c][s] : &none;
}

const struct rating *merge_rating(const struct merge *merge, const struct merge_entry *entry,
                                  unsigned candidate)
{
    return rating_in(merge, entry->candidates[candidate].from, entry->school, entry->condition);
}

/* True when the workshop has it beside what was agreed: somebody took it in before. */
static bool proposed_beside(const struct rating *ours, const struct standing *standing)
{
    for (unsigned side = 0; side < SIDE_COUNT; side++)
        if (ours->proposals[side].revision && !standing->agreed &&
            same_figure(&ours->proposals[side].figure, standing->figure))
            return true;
    return false;
}

/* True when one of the candidates stands for it already: the same figure, agreed if it is. */
static bool covered(const struct merge *merge, struct merge_entry *entry,
                    const struct standing *standing)
{
    for (unsigned i = 0; i < entry->count; i++) {
        const struct rating *rating = merge_rating(merge, entry, i);
        struct standing there = standing_of(rating);
        bool ours = entry->candidates[i].from == MERGE_OURS;
        bool stands =
            same_figure(there.figure, standing->figure) && there.agreed >= standing->agreed;
        if (!stands && !(ours && proposed_beside(rating, standing)))
            continue;
        entry->shared |= ours;
        return true;
    }
    return false;
}

static enum error compare_rating(struct merge *merge, school_id school, condition_id condition,
                                 struct trouble *trouble)
{
    struct merge_entry made = {.kind = MERGE_RATING, .school = school, .condition = condition};
    for (unsigned file = 0; file <= merge->file_count; file++) {
        struct standing standing = standing_of(rating_in(merge, file, school, condition));
        if (!standing.figure)
            continue;
        if (covered(merge, &made, &standing))
            merge->files[file].same++;
        else
            add_candidate(&made, file, 0);
    }
    if (made.count == 0 || (made.count == 1 && made.candidates[0].from == MERGE_OURS))
        return ERROR_OK;
    struct merge_entry *entry = add_entry(merge, MERGE_RATING, school);
    if (!entry)
        return too_much(trouble);
    *entry = made;
    return ERROR_OK;
}

/* ---- actions ---- */

const struct action *merge_action(const struct merge *merge, const struct merge_entry *entry,
                                  unsigned candidate)
{
    const struct merge_candidate *c = &entry->candidates[candidate];
    return &merge->files[c->from].model->actions[c->action];
}

/* What an action in a file is about, in the workshop's terms. */
static condition_id condition_of(const struct merge *merge, unsigned file, condition_id theirs)
{
    const struct merge_file *f = &merge->files[file];
    for (condition_id c = 1; c <= merge->files[MERGE_OURS].model->condition_count; c++)
        if (f->conditions[c] == theirs)
            return c;
    return 0;
}

/* The one of that time, else one with another. */
static action_id find_action(const struct model *model, school_id school, condition_id condition,
                             const struct action *wanted)
{
    action_id found = 0;
    for (action_id a = 1; a <= model->action_count; a++) {
        const struct action *action = &model->actions[a];
        if (action->removed || action->state != ACTION_OWN || action->content.school != school ||
            action->content.condition != condition ||
            !text_same(action->content.text, wanted->content.text))
            continue;
        if (action->content.months == wanted->content.months)
            return a;
        found = found ? found : a;
    }
    return found;
}

static struct merge_entry *find_action_entry(struct merge *merge, school_id school,
                                             condition_id condition, const char *text)
{
    for (unsigned i = 0; i < merge->entry_count; i++) {
        struct merge_entry *entry = &merge->entries[i];
        if (entry->kind == MERGE_ACTION && entry->school == school &&
            entry->condition == condition &&
            text_same(merge_action(merge, entry, 0)->content.text, text))
            return entry;
    }
    return NULL;
}

/* True when a file says the same as the workshop. */
static bool some_file_has(const struct merge *merge, const struct merge_entry *entry,
                          const struct action *ours)
{
    for (unsigned file = 1; file <= merge->file_count; file++) {
        const struct merge_file *f = &merge->files[file];
        school_id school = f->there[entry->school];
        action_id id =
            school ? find_action(f->model, school, f->conditions[entry->condition], ours) : 0;
        if (id && f->model->actions[id].content.months == ours->content.months)
            return true;
    }
    return false;
}

static enum error compare_action(struct merge *merge, unsigned file, action_id id,
                                 struct trouble *trouble)
{
    const struct merge_file *f = &merge->files[file], *ours = &merge->files[MERGE_OURS];
    const struct action *action = &f->model->actions[id];
    school_id school = f->schools[action->content.school];
    condition_id condition = condition_of(merge, file, action->content.condition);
    if (action->removed || action->state != ACTION_OWN || !school || !condition)
        return ERROR_OK; /* what a workshop adopted is brought in by merge/earlier.h */
    school_id there = ours->there[school];
    action_id own = there ? find_action(ours->model, there, condition, action) : 0;
    struct merge_entry *entry = find_action_entry(merge, school, condition, action->content.text);
    if (own && ours->model->actions[own].content.months == action->content.months)
        return ERROR_OK;
    if (!entry) {
        if (!(entry = add_entry(merge, MERGE_ACTION, school)))
            return too_much(trouble);
        entry->condition = condition;
        if (own) {
            add_candidate(entry, MERGE_OURS, own);
            entry->shared = some_file_has(merge, entry, &ours->model->actions[own]);
        }
    }
    for (unsigned i = 0; i < entry->count; i++)
        if (merge_action(merge, entry, i)->content.months == action->content.months)
            return ERROR_OK;
    if (entry->candidates[entry->count - 1].from != file)
        add_candidate(entry, file, id);
    return ERROR_OK;
}

/* ---- answers about names ---- */

static enum answer answer_in(const struct merge *merge, unsigned file, school_id school,
                             unsigned scope)
{
    const struct merge_file *f = &merge->files[file];
    school_id s = f->there[school];
    return s ? (enum answer)f->model->schools[s].consent[scope] : ANSWER_NONE;
}

enum answer merge_answer(const struct merge *merge, const struct merge_entry *entry,
                         unsigned candidate)
{
    return answer_in(merge, entry->candidates[candidate].from, entry->school, entry->scope);
}

static enum error compare_consent(struct merge *merge, school_id school, unsigned scope,
                                  struct trouble *trouble)
{
    struct merge_entry made = {.kind = MERGE_CONSENT, .school = school, .scope = (uint8_t)scope};
    bool seen[ANSWER_COUNT] = {[ANSWER_NONE] = true};
    enum answer own = answer_in(merge, MERGE_OURS, school, scope);
    for (unsigned file = 0; file <= merge->file_count; file++) {
        enum answer answer = answer_in(merge, file, school, scope);
        if (!seen[answer])
            add_candidate(&made, file, 0);
        else if (file != MERGE_OURS && own != ANSWER_NONE && answer == own)
            made.shared = true;
        seen[answer] = true;
    }
    if (made.count == 0 || (made.count == 1 && made.candidates[0].from == MERGE_OURS))
        return ERROR_OK;
    struct merge_entry *entry = add_entry(merge, MERGE_CONSENT, school);
    if (!entry)
        return too_much(trouble);
    *entry = made;
    return ERROR_OK;
}

/* ---- all of it ---- */

static enum error compare_school(struct merge *merge, school_id school, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    const struct model *ours = merge->files[MERGE_OURS].model;
    for (condition_id c = 1; e == ERROR_OK && c <= ours->condition_count; c++)
        e = compare_rating(merge, school, c, trouble);
    for (unsigned file = 1; e == ERROR_OK && file <= merge->file_count; file++)
        for (action_id a = 1; e == ERROR_OK && a <= merge->files[file].model->action_count; a++)
            if (merge->files[file].schools[merge->files[file].model->actions[a].content.school] ==
                school)
                e = compare_action(merge, file, a, trouble);
    for (unsigned scope = 0; e == ERROR_OK && scope < SCOPE_COUNT; scope++)
        e = compare_consent(merge, school, scope, trouble);
    return e;
}

enum error merge_compare(struct merge *merge, struct trouble *trouble)
{
    enum error e = ERROR_OK;
    for (unsigned file = 0; e == ERROR_OK && file <= merge->file_count; file++) {
        e = match_conditions(merge, file, trouble);
        if (e == ERROR_OK)
            e = match_schools(merge, file, trouble);
    }
    for (school_id s = 1; e == ERROR_OK && s <= merge->school_count; s++)
        e = compare_school(merge, s, trouble);
    if (e == ERROR_OK)
        merge_choose_all(merge, MERGE_USUAL);
    return e;
}
