#include "host/setup.h"

#include "base/text.h"
#include "host/codes.h"
#include "words/words.h"

#include <string.h>

/* The kiosk's own command, into the batch. */
static enum refusal do_it(struct store *store, const struct command *command, int64_t now_ms)
{
    return store_do(store, SEAT_KIOSK, command, now_ms);
}

/* Ends a set-up: commits it, or forgets it and says why. */
static enum error finish(struct store *store, enum refusal refusal, const char *what,
                         struct trouble *trouble)
{
    if (refusal == REFUSAL_NONE)
        return store_commit(store, trouble);
    store_rollback(store);
    return trouble_set(trouble, ERROR_FORMAT, "%s: %s", what, refusal_text(refusal));
}

static enum refusal add_content(struct store *store, const struct pack *pack, int64_t now_ms)
{
    enum refusal refusal = REFUSAL_NONE;
    for (unsigned i = 0; refusal == REFUSAL_NONE && i < pack->condition_count; i++) {
        struct command command = {.kind = COMMAND_ADD_CONDITION};
        command.change.condition.content = pack->conditions[i];
        refusal = do_it(store, &command, now_ms);
    }
    /* boards, ballots and questions first: the items' steps name them */
    for (unsigned i = 0; refusal == REFUSAL_NONE && i < pack->agenda.board_count; i++) {
        struct command command = {.kind = COMMAND_ADD_BOARD};
        command.change.board.content = pack->agenda.boards[i];
        refusal = do_it(store, &command, now_ms);
    }
    for (unsigned i = 0; refusal == REFUSAL_NONE && i < pack->agenda.ballot_count; i++) {
        struct command command = {.kind = COMMAND_ADD_BALLOT};
        command.change.ballot.content = pack->agenda.ballots[i];
        refusal = do_it(store, &command, now_ms);
    }
    for (unsigned i = 0; refusal == REFUSAL_NONE && i < pack->agenda.question_count; i++) {
        struct command command = {.kind = COMMAND_ADD_QUESTION};
        text_copy(command.change.question.text, LINE_SIZE, pack->agenda.questions[i]);
        refusal = do_it(store, &command, now_ms);
    }
    for (unsigned i = 0; refusal == REFUSAL_NONE && i < pack->agenda.item_count; i++) {
        struct command command = {.kind = COMMAND_ADD_AGENDA_ITEM};
        command.change.agenda.content = pack->agenda.items[i];
        refusal = do_it(store, &command, now_ms);
    }
    return refusal;
}

static enum refusal add_school(struct store *store, const char *name, int64_t now_ms)
{
    struct command command = {.kind = COMMAND_ADD_SCHOOL};
    text_copy(command.change.school.name, NAME_SIZE, name);
    return do_it(store, &command, now_ms);
}

enum error setup_workshop(struct store *store, const struct setup_new *asked,
                          const struct link_random *random, int64_t now_ms, struct trouble *trouble)
{
    const struct pack *pack = asked->pack;
    struct command create = {.kind = COMMAND_CREATE};
    struct workshop_change *workshop = &create.change.workshop;
    workshop->training = asked->training;
    text_copy(workshop->title, sizeof workshop->title, asked->title);
    text_copy(workshop->pack, sizeof workshop->pack, pack->id);
    text_copy(workshop->agenda, sizeof workshop->agenda, pack->agenda.id);
    text_copy(workshop->language, sizeof workshop->language, pack->language);
    random->fill(random->context, workshop->id, sizeof workshop->id);
    enum refusal refusal = do_it(store, &create, now_ms);
    if (refusal == REFUSAL_NONE)
        refusal = add_content(store, pack, now_ms);
    for (size_t i = 0; refusal == REFUSAL_NONE && i < asked->school_count; i++) {
        refusal = add_school(store, asked->schools[i], now_ms);
        if (refusal != REFUSAL_NONE)
            return finish(store, refusal, asked->schools[i], trouble);
    }
    if (refusal == REFUSAL_NONE)
        refusal = codes_complete(store, random, now_ms);
    return finish(store, refusal, asked->title, trouble);
}

static school_id find_school(const struct model *model, const char *name)
{
    for (school_id s = 1; s <= model->school_count; s++)
        if (text_same(model->schools[s].name, name))
            return s;
    return 0;
}

/* Agrees what the file says is agreed; the rest the manager proposes. */
static enum refusal take_figure(struct store *store, condition_id condition, school_id school,
                                const struct figure *figure, bool agreed, int64_t now_ms)
{
    struct command command = {.kind = agreed ? COMMAND_AGREE_IN_PERSON : COMMAND_RATE};
    struct rating_change *change = &command.change.rating;
    change->school = school;
    change->condition = condition;
    change->figure = *figure;
    if (agreed)
        text_copy(change->with, sizeof change->with, word(WORD_AGREED_BEFORE_IMPORT));
    return do_it(store, &command, now_ms);
}

static bool stands(const struct rating *rating, unsigned state, unsigned now, unsigned target,
                   unsigned months)
{
    const struct figure *shown = model_shown_figure(rating);
    if (!shown)
        return state == RATING_NONE;
    return state == (unsigned)model_rating_state(rating) && now == shown->now &&
           target == shown->target && months == shown->months;
}

/* What stood when somebody said yes is replaced, and nothing that came since; brought in once more
 * it changes nothing. */
static bool may_take(const struct model *model, const struct import_entry *entry, school_id school)
{
    const struct rating *rating = &model->ratings[entry->condition][school];
    const struct cell_item *was = &entry->was;
    const struct figure *becomes = &entry->becomes;
    return stands(rating, was->state, was->now, was->target, was->months) ||
           stands(rating, entry->agreed ? RATING_AGREED : RATING_PROPOSED, becomes->now,
                  becomes->target, becomes->months);
}

enum error setup_import(struct store *store, const struct import *import,
                        const struct link_random *random, int64_t now_ms, struct trouble *trouble)
{
    const char *what = "";
    enum refusal refusal = REFUSAL_NONE;
    for (unsigned s = 0; refusal == REFUSAL_NONE && s < import->school_count; s++) {
        what = import->schools[s].name;
        if (!find_school(store_model(store), what))
            refusal = add_school(store, what, now_ms);
    }
    for (unsigned i = 0; refusal == REFUSAL_NONE && i < import->entry_count; i++) {
        const struct import_entry *entry = &import->entries[i];
        if (entry->what == IMPORT_SAME)
            continue;
        what = import->schools[entry->school].name;
        school_id school = find_school(store_model(store), what);
        refusal = may_take(store_model(store), entry, school)
                      ? take_figure(store, entry->condition, school, &entry->becomes, entry->agreed,
                                    now_ms)
                      : REFUSAL_CHANGED;
    }
    if (refusal != REFUSAL_NONE)
        return finish(store, refusal, what, trouble);
    return finish(store, codes_complete(store, random, now_ms), store_model(store)->title, trouble);
}

static enum refusal ready_school(struct store *store, school_id school, int64_t now_ms)
{
    struct command consent = {.kind = COMMAND_CONSENT};
    consent.change.consent = (struct consent_change){
        .school = school, .scopes = (1U << SCOPE_COUNT) - 1, .answer = ANSWER_YES};
    enum refusal refusal = do_it(store, &consent, now_ms);
    const struct model *model = store_model(store);
    for (condition_id c = 1; refusal == REFUSAL_NONE && c <= model->condition_count; c++) {
        const struct rating *rating = &model->ratings[c][school];
        if (model_rating_state(rating) == RATING_PROPOSED)
            refusal = take_figure(store, c, school, model_shown_figure(rating), true, now_ms);
    }
    return refusal;
}

enum error setup_made_up(struct store *store, int64_t now_ms, struct trouble *trouble)
{
    enum refusal refusal = REFUSAL_NONE;
    for (school_id s = 1; refusal == REFUSAL_NONE && s <= store_model(store)->school_count; s++)
        refusal = ready_school(store, s, now_ms);
    return finish(store, refusal, store_model(store)->title, trouble);
}

enum error setup_codes(struct store *store, const struct link_random *random, int64_t now_ms,
                       struct trouble *trouble)
{
    return finish(store, codes_complete(store, random, now_ms), store_model(store)->title, trouble);
}
