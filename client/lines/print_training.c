#include "lines/printing.h"

/* Trainings: whom one can play, one's card, and how those who are scripted go on. */

void print_character(struct printing *p)
{
    const struct character_item *character = &p->room->characters[p->key.a];
    if (!character->school)
        return;
    lines_begin(&p->line, "role");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "name", character->name);
    printing_school(p, character->school);
    lines_yes_no(&p->line, "played", character->played);
    lines_yes_no(&p->line, "scripted", character->scripted);
    printing_some(p, "seat", character->player);
    printing_some(p, "script", character->script);
    printing_end(p, LINES_ALWAYS);
}

void print_card(struct printing *p)
{
    const struct card_item *card = &p->room->cards[p->key.a];
    if (!card->who[0] && p->all)
        return;
    lines_begin(&p->line, "role-card");
    lines_number(&p->line, "id", p->key.a);
    if (card->who[0]) {
        lines_text(&p->line, "who", card->who);
        printing_text(p, "wants", card->wants);
        printing_text(p, "unsaid", card->unsaid);
    } else {
        lines_yes_no(&p->line, "there", false);
    }
    printing_end(p, LINES_ALWAYS);
}

void print_moment(struct printing *p)
{
    const struct moment_item *moment = &p->room->moments[p->key.a];
    if (!moment->title[0])
        return;
    lines_begin(&p->line, "moment");
    lines_number(&p->line, "id", p->key.a);
    lines_text(&p->line, "title", moment->title);
    printing_end(p, LINES_ALWAYS);
}

void print_conducting(struct printing *p)
{
    const struct conducting_item *conducting = &p->room->conducting;
    if (!p->room->workshop.training)
        return;
    lines_begin(&p->line, "rehearsal");
    lines_yes_no(&p->line, "paused", conducting->paused);
    lines_number(&p->line, "pace", conducting->pace);
    printing_some(p, "steps", conducting->steps);
    printing_some(p, "moment", conducting->moment);
    printing_some(p, "calls", conducting->calls);
    printing_end(p, LINES_ALWAYS);
}

void lines_print_roles(struct lines_printer *printer, const struct room *room)
{
    struct printing p = {.printer = printer, .room = room, .all = true};
    for (character_id i = 1; i <= CHARACTERS_MAX; i++) {
        p.key = (struct item_key){ITEM_CHARACTER, i, 0};
        print_character(&p);
    }
    for (character_id i = 1; i <= CHARACTERS_MAX; i++) {
        p.key = (struct item_key){ITEM_CARD, i, 0};
        print_card(&p);
    }
}
