#include "opening/rehearsing.h"

#include "base/text.h"
#include "words/words.h"

#include <stdlib.h>
#include <string.h>

/* How far a school's ratings are when its leader comes into the room: of ten conditions so many are
 * agreed and so many more suggested by the manager; of the rest nothing has been said. */
static const struct {
    uint8_t agreed, suggested;
} readiness[TEMPERAMENT_COUNT] = {
    [TEMPERAMENT_KEEN] = {10, 0},     [TEMPERAMENT_BUSY] = {5, 0},
    [TEMPERAMENT_SCEPTICAL] = {6, 4}, [TEMPERAMENT_DEFENSIVE] = {8, 2},
    [TEMPERAMENT_MONEY] = {8, 2},     [TEMPERAMENT_NEW] = {7, 0},
};

static school_id find_school(const struct model *model, const char *name)
{
    for (school_id s = 1; s <= model->school_count; s++)
        if (text_same(model->schools[s].name, name))
            return s;
    return 0;
}

/* The first role of a school of the pack; NULL when it has none. */
static const struct rehearsal_role *first_role(const struct rehearsal_pack *pack, uint8_t school)
{
    for (uint8_t r = 0; r < pack->role_count; r++)
        if (pack->roles[r].school == school)
            return &pack->roles[r];
    return NULL;
}

/* Agreed, suggested or not spoken of: RATING_NONE. What somebody defends is suggested and no more.
 * The steps of 7 spread what is left over the conditions. */
static enum rating_state state_of(const struct rehearsal_role *role, uint8_t school,
                                  condition_id condition)
{
    if (!role)
        return RATING_AGREED;
    if (role->defends == condition)
        return RATING_PROPOSED;
    unsigned place = (condition * 7U + school * 3U) % 10;
    if (place < readiness[role->temperament].agreed)
        return RATING_AGREED;
    return place < (unsigned)readiness[role->temperament].agreed +
                       readiness[role->temperament].suggested
               ? RATING_PROPOSED
               : RATING_NONE;
}

static enum refusal bring_ratings(struct store *store, const struct rehearsal_pack *pack,
                                  uint8_t school, school_id id, int64_t now_ms)
{
    const struct rehearsal_school *from = &pack->schools[school];
    const struct rehearsal_role *role = first_role(pack, school);
    enum refusal refusal = REFUSAL_NONE;
    for (condition_id c = 1; c <= pack->condition_count && refusal == REFUSAL_NONE; c++) {
        enum rating_state state = from->now[c] ? state_of(role, school, c) : RATING_NONE;
        struct command command = {.kind = state == RATING_AGREED ? COMMAND_AGREE_IN_PERSON
                                                                 : COMMAND_RATE};
        struct rating_change *change = &command.change.rating;
        change->school = id;
        change->condition = c;
        change->figure = (struct figure){
            .now = from->now[c], .target = from->target[c], .months = from->months[c]};
        if (state == RATING_AGREED)
            text_copy(change->with, sizeof change->with,
                      role ? role->name : word(WORD_REHEARSAL_AGREED_WITH));
        if (state != RATING_NONE)
            refusal = store_do(store, SEAT_KIOSK, &command, now_ms);
    }
    return refusal;
}

/* A school that nobody speaks for keeps no name back. */
static enum refusal show_name(struct store *store, school_id id, int64_t now_ms)
{
    struct command command = {.kind = COMMAND_CONSENT};
    command.change.consent = (struct consent_change){
        .school = id, .scopes = (1U << SCOPE_COUNT) - 1, .answer = ANSWER_YES};
    return store_do(store, SEAT_KIOSK, &command, now_ms);
}

static enum refusal bring_schools(struct store *store, const struct rehearsal_pack *pack,
                                  int64_t now_ms, const char **what)
{
    enum refusal refusal = REFUSAL_NONE;
    for (uint8_t s = 0; s < pack->school_count && refusal == REFUSAL_NONE; s++) {
        *what = pack->schools[s].name;
        school_id id = find_school(store_model(store), *what);
        if (id)
            refusal = bring_ratings(store, pack, s, id, now_ms);
        if (id && refusal == REFUSAL_NONE && !first_role(pack, s))
            refusal = show_name(store, id, now_ms);
    }
    return refusal;
}

static enum refusal let_in(struct store *store, int64_t now_ms)
{
    static const enum setting settings[] = {SETTING_ADMIT_ALL, SETTING_OFFER_ROOM_CODE};
    enum refusal refusal = REFUSAL_NONE;
    for (size_t i = 0; i < sizeof settings / sizeof *settings && refusal == REFUSAL_NONE; i++) {
        struct command command = {.kind = COMMAND_SET};
        command.change.setting =
            (struct setting_change){.setting = (uint8_t)settings[i], .on = true};
        refusal = store_do(store, SEAT_KIOSK, &command, now_ms);
    }
    return refusal;
}

static bool has_character(const struct model *model, const char *name)
{
    for (character_id c = 1; c <= model->character_count; c++)
        if (text_same(model->characters[c].content.name, name))
            return true;
    return false;
}

static enum refusal bring_roles(struct store *store, const struct rehearsal_pack *pack,
                                int64_t now_ms, const char **what)
{
    const struct model *model = store_model(store);
    enum refusal refusal = REFUSAL_NONE;
    for (uint8_t r = 0; r < pack->role_count && refusal == REFUSAL_NONE; r++) {
        const struct rehearsal_role *role = &pack->roles[r];
        struct command command = {.kind = COMMAND_ADD_CHARACTER};
        struct character_content *content = &command.change.character.content;
        *what = role->name;
        content->school = find_school(model, pack->schools[role->school].name);
        text_copy(content->name, sizeof content->name, role->name);
        text_copy(content->who, sizeof content->who, role->who);
        text_copy(content->wants, sizeof content->wants, role->wants);
        text_copy(content->unsaid, sizeof content->unsaid, role->unsaid);
        if (content->school && !has_character(model, role->name))
            refusal = store_do(store, SEAT_KIOSK, &command, now_ms);
    }
    return refusal;
}

/* Moments are called up by their number, so they are one pack's or another's. */
static bool has_other_moments(const struct model *model, const struct rehearsal_pack *pack)
{
    bool other = model->moment_count != pack->moment_count;
    for (uint8_t m = 0; m < pack->moment_count && !other; m++)
        other = !text_same(model->moments[m + 1], pack->moments[m].title);
    return model->moment_count > 0 && other;
}

static enum refusal bring_moments(struct store *store, const struct rehearsal_pack *pack,
                                  int64_t now_ms, const char **what)
{
    enum refusal refusal = REFUSAL_NONE;
    if (store_model(store)->moment_count)
        return REFUSAL_NONE;
    for (uint8_t m = 0; m < pack->moment_count && refusal == REFUSAL_NONE; m++) {
        struct command command = {.kind = COMMAND_ADD_MOMENT};
        *what = pack->moments[m].title;
        text_copy(command.change.moment.title, TITLE_SIZE, *what);
        refusal = store_do(store, SEAT_KIOSK, &command, now_ms);
    }
    return refusal;
}

enum error rehearsing_bring(struct store *store, const struct rehearsal_pack *pack, bool figures,
                            int64_t now_ms, struct trouble *trouble)
{
    const char *what = pack->title;
    if (has_other_moments(store_model(store), pack))
        return trouble_set(trouble, ERROR_FORMAT,
                           "This training was begun with another rehearsal than \"%s\": its "
                           "difficult moments are others.",
                           pack->title);
    enum refusal refusal = figures ? let_in(store, now_ms) : REFUSAL_NONE;
    if (refusal == REFUSAL_NONE && figures)
        refusal = bring_schools(store, pack, now_ms, &what);
    if (refusal == REFUSAL_NONE)
        refusal = bring_roles(store, pack, now_ms, &what);
    if (refusal == REFUSAL_NONE)
        refusal = bring_moments(store, pack, now_ms, &what);
    if (refusal == REFUSAL_NONE)
        return store_commit(store, trouble);
    store_rollback(store);
    return trouble_set(trouble, ERROR_FORMAT, "%s: %s", what, refusal_text(refusal));
}

static bool is_begun_from(const struct model *model, const struct rehearsal_pack *pack)
{
    bool same = model->character_count == pack->role_count &&
                model->moment_count == pack->moment_count && !has_other_moments(model, pack);
    for (uint8_t r = 0; r < pack->role_count && same; r++)
        same = has_character(model, pack->roles[r].name);
    return same;
}

void rehearsing_find(char *to, size_t size, const struct model *model)
{
    struct trouble ignored = {""};
    struct rehearsal_catalogue *all = calloc(1, sizeof *all);
    to[0] = '\0';
    if (!all || !model->training || model->closed || !model->character_count ||
        content_list_rehearsals(all, NULL, &ignored) != ERROR_OK) {
        free(all);
        return;
    }
    for (uint16_t i = 0; i < all->count && !to[0]; i++) {
        struct rehearsal_pack *pack;
        if (all->entries[i].id[0] &&
            content_load_rehearsal(&pack, all->entries[i].path, &ignored) == ERROR_OK) {
            if (is_begun_from(model, pack))
                text_copy(to, size, all->entries[i].path);
            rehearsal_pack_destroy(&pack);
        }
    }
    free(all);
}
