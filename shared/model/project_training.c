#include "model/projecting.h"

#include <string.h>

void project_characters(struct projecting *p)
{
    for (character_id i = 1; i <= p->model->character_count; i++) {
        const struct character *character = &p->model->characters[i];
        struct character_item *item = projecting_start(p, ITEM_CHARACTER, i, 0);
        item->school = character->content.school;
        item->played = character->player;
        item->scripted = character->script;
        item->attended = character->script && p->live->presence[character->script] == PRESENCE_HERE;
        item->scripts = character->scripts;
        if (projecting_for_facilitator(p)) {
            item->player = character->player;
            item->script = character->script;
        }
        memcpy(item->name, character->content.name, sizeof item->name);
        projecting_emit(p);
    }
}

static void project_card(struct projecting *p, character_id i)
{
    const struct character_content *content = &p->model->characters[i].content;
    struct card_item *card = projecting_start(p, ITEM_CARD, i, 0);
    memcpy(card->who, content->who, sizeof card->who);
    memcpy(card->wants, content->wants, sizeof card->wants);
    memcpy(card->unsaid, content->unsaid, sizeof card->unsaid);
    projecting_emit(p);
}

void project_cards(struct projecting *p)
{
    for (character_id i = 1; i <= p->model->character_count; i++)
        project_card(p, i);
}

void project_own_card(struct projecting *p)
{
    for (character_id i = 1; i <= p->model->character_count; i++)
        if (p->model->characters[i].player == p->audience.id)
            project_card(p, i);
}

void project_moments(struct projecting *p)
{
    for (uint8_t i = 1; i <= p->model->moment_count; i++) {
        struct moment_item *moment = projecting_start(p, ITEM_MOMENT, i, 0);
        memcpy(moment->title, p->model->moments[i], sizeof moment->title);
        projecting_emit(p);
    }
}

void project_conducting(struct projecting *p)
{
    if (!p->model->training)
        return;
    *(struct conducting_item *)projecting_start(p, ITEM_CONDUCTING, 0, 0) = p->model->conducting;
    projecting_emit(p);
}
