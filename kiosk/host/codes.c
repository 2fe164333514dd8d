#include "host/codes.h"

#include "link/code.h"

#include <string.h>

/* Whether a code lets anybody in, its symbols being known. */
static bool lets_in(const struct model *model, const struct code *code)
{
    if (code->retired)
        return false;
    if (code->kind == CODE_ROOM)
        return model->settings[SETTING_OFFER_ROOM_CODE];
    return code->kind != CODE_SEAT || model_has_seat(model, code->seat);
}

/* The code in use with that selector; 0 when there is none. A retired one is told apart. */
static uint16_t code_with_selector(const struct model *model, const uint8_t *selector,
                                   bool *retired)
{
    for (uint16_t i = model->code_count; i >= 1; i--) {
        const struct code *code = &model->codes[i];
        if (code->symbols.length != CODE_LENGTH ||
            memcmp(code->symbols.bytes, selector, LINK_SELECTOR_LENGTH) != 0)
            continue;
        if (!code->retired)
            return i;
        *retired = true;
    }
    return 0;
}

/* Drawing blindly: 64 times as often as there are selectors misses a free one once in 10^27. */
enum { DRAWS_MAX = 64 * LINK_SELECTORS };

bool codes_draw(struct secret *secret, const struct model *model, const struct link_random *random)
{
    for (unsigned i = 0; i < DRAWS_MAX; i++) {
        char code[LINK_CODE_SIZE];
        bool retired;
        link_code_make(code, NULL, random);
        if (code_with_selector(model, (const uint8_t *)code, &retired))
            continue;
        secret->length = CODE_LENGTH;
        memcpy(secret->bytes, code, CODE_LENGTH);
        return true;
    }
    return false;
}

static enum link_found find_seat(const struct model *model, const uint8_t name[LINK_NAME],
                                 struct link_secret *secret)
{
    for (seat_id s = 1; s <= model->seat_count; s++) {
        const struct seat *seat = &model->seats[s];
        if (seat->removed || seat->token_hash.length != SECRET_SIZE ||
            memcmp(seat->token_id, name, sizeof seat->token_id) != 0)
            continue;
        memcpy(secret->bytes, seat->token_hash.bytes, SECRET_SIZE);
        secret->id = s;
        return LINK_KNOWN;
    }
    return LINK_UNKNOWN;
}

enum link_found codes_find(const struct model *model, enum link_by by,
                           const uint8_t name[LINK_NAME], struct link_secret *secret)
{
    if (by == LINK_BY_TOKEN)
        return find_seat(model, name, secret);
    bool retired = false;
    uint16_t found = code_with_selector(model, name, &retired);
    if (!found)
        return retired ? LINK_RETIRED : LINK_UNKNOWN;
    if (!lets_in(model, &model->codes[found]))
        return LINK_RETIRED;
    memset(secret->bytes, 0, sizeof secret->bytes);
    memcpy(secret->bytes, model->codes[found].symbols.bytes, CODE_LENGTH);
    secret->id = found;
    return LINK_KNOWN;
}

static enum refusal issue(struct store *store, const struct link_random *random, int64_t now_ms,
                          enum code_kind kind, school_id school)
{
    const struct model *model = store_model(store);
    uint16_t code = model_find_code(model, kind, school, 0);
    if (code && model->codes[code].symbols.length == CODE_LENGTH)
        return REFUSAL_NONE;
    struct command command = {.kind = COMMAND_ISSUE_CODE,
                              .change.code = {.kind = (uint8_t)kind, .school = school}};
    if (!codes_draw(&command.secret, model, random))
        return REFUSAL_CODES_FULL;
    return store_do(store, SEAT_KIOSK, &command, now_ms);
}

enum refusal codes_complete(struct store *store, const struct link_random *random, int64_t now_ms)
{
    const struct model *model = store_model(store);
    if (!model->created || model->closed)
        return REFUSAL_NONE;
    enum refusal refusal = issue(store, random, now_ms, CODE_ROOM, 0);
    if (refusal == REFUSAL_NONE)
        refusal = issue(store, random, now_ms, CODE_FACILITATOR, 0);
    for (school_id s = 1; refusal == REFUSAL_NONE && s <= model->school_count; s++)
        refusal = issue(store, random, now_ms, CODE_SCHOOL, s);
    return refusal;
}

bool codes_left(const struct model *model, const struct link_random *random)
{
    struct secret spare;
    bool left = model->code_count < CODES_MAX && codes_draw(&spare, model, random);
    link_wipe(&spare, sizeof spare);
    return left;
}

enum refusal codes_for_school(struct store *store, school_id school,
                              const struct link_random *random, int64_t now_ms)
{
    return issue(store, random, now_ms, CODE_SCHOOL, school);
}
