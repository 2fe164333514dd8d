#include "wire/seen_roles.h"

#include "testing.h"

static void see_character(struct seen_roles *seen, const struct character *character,
                          struct audience audience, const struct character_item *item)
{
    assert_int_equal(item->played, character->player != 0);
    assert_int_equal(item->scripted, character->script != 0);
    assert_true(item->scripted || !item->attended);
    seen->played += item->played;
    if (audience.kind != AUDIENCE_FACILITATOR)
        assert_int_equal(item->player | item->script, 0);
}

void seen_role(struct seen_roles *seen, const struct model *m, struct audience audience,
               const struct item *item)
{
    const struct character *character = &m->characters[item->key.a];
    switch (item->key.kind) {
    case ITEM_CHARACTER:
        assert_true(m->training);
        see_character(seen, character, audience, &item->body.character);
        break;
    case ITEM_CARD:
        if (audience.kind == AUDIENCE_FACILITATOR)
            break;
        assert_int_equal(character->player, audience.id);
        assert_false(m->seats[audience.id].removed);
        assert_int_equal(m->seats[audience.id].school, character->content.school);
        seen->cards++;
        break;
    case ITEM_WORKSHOP:
        assert_int_equal(item->body.workshop.training, m->training);
        break;
    case ITEM_MOMENT:
    case ITEM_CONDUCTING:
        assert_true(m->training);
        break;
    default:
        break;
    }
}
