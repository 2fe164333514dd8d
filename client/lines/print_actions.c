#include "lines/forms.h"
#include "lines/printing.h"

#include "base/day.h"

#include <stdio.h>

/* Actions of the 1-to-1s and of the workshop, and what they have to do with this seat. */

static void put_due(struct printing *p, uint32_t due)
{
    char text[DAY_ISO_SIZE];
    day_write_iso(text, due);
    if (text[0])
        lines_word(&p->line, "due", text);
}

/* Who sees it through, as this audience may know it. */
static void put_owner(struct printing *p, const struct action_content *c)
{
    switch (c->owner) {
    case OWNER_SEAT:
        printing_some(p, "owner-seat", c->owner_seat);
        lines_text(&p->line, "owner", c->owner_name);
        break;
    case OWNER_SCHOOL:
        lines_text(&p->line, "owner", p->room->schools[c->owner_school].name);
        break;
    case OWNER_NAME:
        lines_text(&p->line, "owner", c->owner_name);
        break;
    default:
        break;
    }
}

static void put_source(struct printing *p, const struct action_content *c)
{
    char finding[32];
    switch (c->source) {
    case SOURCE_NOTE:
        lines_number(&p->line, "note", c->source_a);
        break;
    case SOURCE_FINDING:
        if (c->source_a >= FINDING_COUNT)
            break;
        snprintf(finding, sizeof finding, "%s %u", finding_word((enum finding_kind)c->source_a),
                 c->source_b);
        lines_text(&p->line, "finding", finding);
        break;
    case SOURCE_IDEA:
        lines_number(&p->line, "idea", c->source_a);
        break;
    default:
        break;
    }
}

static void put_content(struct printing *p, const struct action_content *c)
{
    printing_school(p, c->school);
    printing_some(p, "condition", c->condition);
    printing_some(p, "months", c->months);
    put_due(p, c->due);
    put_owner(p, c);
    lines_text(&p->line, "text", c->text);
    printing_text(p, "helpers", c->helpers);
    printing_text(p, "measure", c->measure);
    printing_text(p, "resources", c->resources);
    put_source(p, c);
}

/* How it stands in the workshop; one of a 1-to-1 has nothing of this. */
static void put_standing(struct printing *p, const struct action_item *a)
{
    lines_word(&p->line, "state", action_state_word((enum action_state)a->state));
    printing_yes(p, "earlier", a->earlier);
    if (a->state == ACTION_ADOPTED)
        lines_word(&p->line, "progress", progress_word((enum progress)a->progress));
    lines_word(&p->line, "level", action_level_word((enum action_level)a->content.level));
    printing_some(p, "supports", a->supports);
    printing_yes(p, "accepted", a->accepted);
    printing_yes(p, "declined", a->declined);
    printing_some(p, "proposer", a->proposer);
}

void print_action(struct printing *p)
{
    const struct action_item *a = &p->room->actions[p->key.a];
    if (!a->revision && p->all)
        return;
    lines_begin(&p->line, "action");
    lines_number(&p->line, "id", p->key.a);
    if (!a->revision) {
        lines_yes_no(&p->line, "removed", true);
    } else if (a->merged && !a->content.text[0]) {
        lines_number(&p->line, "part-of", a->merged);
    } else {
        if (a->state != ACTION_OWN)
            put_standing(p, a);
        printing_some(p, "part-of", a->merged);
        put_content(p, &a->content);
    }
    printing_end(p, LINES_ALWAYS);
}

/* What was proposed here and waits says all of it; the others say their own line (print_action). */
void print_own_action(struct printing *p)
{
    const struct own_action_item *a = &p->room->own_actions[p->key.a];
    if (p->all && !a->proposed && !a->asked && !a->supported)
        return;
    lines_begin(&p->line, "own-action");
    lines_number(&p->line, "id", p->key.a);
    lines_yes_no(&p->line, "proposed", a->proposed);
    lines_yes_no(&p->line, "asked", a->asked);
    lines_yes_no(&p->line, "supported", a->supported);
    if (a->content.text[0]) {
        lines_word(&p->line, "state", action_state_word((enum action_state)a->state));
        lines_word(&p->line, "level", action_level_word((enum action_level)a->content.level));
        put_content(p, &a->content);
    }
    printing_end(p, LINES_ALWAYS);
}

void lines_print_loose(struct lines_printer *printer, const struct room *room)
{
    struct printing p = {.printer = printer, .room = room};
    for (action_id a = 1; a <= ACTIONS_MAX; a++) {
        const struct action_item *action = &room->actions[a];
        if (!lines_is_loose(action))
            continue;
        lines_begin(&p.line, "loose");
        lines_number(&p.line, "id", a);
        lines_yes_no(&p.line, "owner", action->content.owner != OWNER_NOBODY);
        lines_yes_no(&p.line, "due", action->content.due != 0);
        lines_text(&p.line, "text", action->content.text);
        printing_end(&p, LINES_ALWAYS);
    }
}
