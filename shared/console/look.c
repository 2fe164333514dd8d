/* What the room sees, and what is asked of it: the look that everybody shares, with what acts here
 * at once and is told to the host afterwards. */

#include "console/parts.h"

#include <string.h>

#include "base/table.h"
#include "model/history.h"
#include "model/model.h"

/* For so long after a look was asked for, what the room says of it may be the answer to an earlier
 * one. */
enum { ANSWER_MS = 1000 };

static bool is_settled(const struct console *c)
{
    return c->asked_ms == 0 || c->sight.now_ms - c->asked_ms >= ANSWER_MS;
}

struct view console_looking(const struct console *c)
{
    return is_settled(c) ? c->sight.room->view : c->asked;
}

void console_look(struct console *c, struct view view)
{
    struct command *command = console_command(c, COMMAND_LOOK);
    view.blank = c->blank;
    view.frozen = c->frozen;
    view.page = (uint8_t)c->page;
    c->asked = view;
    c->asked_ms = c->sight.now_ms > 0 ? c->sight.now_ms : 1;
    if (command)
        command->change.view = view;
}

void console_left(struct console *c)
{
    c->asked = console_looking(c);
    c->asked_ms = c->sight.now_ms > 0 ? c->sight.now_ms : 1;
    c->asked.page = 0;
    c->asked.note = 0;
    c->asked.finding_kind = c->asked.finding = 0;
    c->asked.action = 0;
    c->asked.ballot = 0;
    c->asked.sight = SIGHT_RESULT;
}

void console_then(struct console *c)
{
    struct view view = console_looking(c);
    if (!history_latest(c->sight.room)) {
        console_say(c, word(WORD_CONSOLE_THEN_NONE));
        return;
    }
    view.then = (uint8_t)((view.then + 1) % THEN_COUNT);
    if (view.then != THEN_NOT)
        view.targets = false;
    console_look(c, view);
}

/* The open grid as others get it: in the facilitator's room it stands in the talks. */
static void make_cells(struct room *made, const struct room *own)
{
    table_clear(made->cells, sizeof made->cells);
    table_clear(made->has_talk, sizeof made->has_talk);
    for (condition_id c = 1; made->workshop.named && c <= CONDITIONS_MAX; c++)
        for (school_id s = 1; s <= SCHOOLS_MAX; s++)
            made->cells[c][s] = room_cell(own, c, s);
}

/* Figures of too few people are for the facilitator alone, and goals go with names. */
static void make_figures(struct room *made)
{
    for (condition_id c = 1; !made->workshop.named && c <= CONDITIONS_MAX; c++) {
        struct summary_item *summary = &made->summaries[c];
        summary->has_figures = summary->has_figures && summary->counted >= UNNAMED_LEAST;
        summary->target_counted = summary->target_average = summary->target_band = 0;
    }
    for (unsigned kind = 0; kind < SLIP_COUNT; kind++)
        for (unsigned i = 1; kind != SLIP_ICEBREAKER && i <= CONDITIONS_MAX; i++)
            if (made->tallies[kind][i].count < UNNAMED_LEAST)
                made->tallies[kind][i] = (struct tally_item){0};
}

/* What schools said in earlier reviews goes with names, and few ratings stay untold. */
static void make_past(struct room *made)
{
    if (made->workshop.named)
        return;
    table_clear(made->pasts, sizeof made->pasts);
    for (review_id r = 1; r <= REVIEWS_MAX; r++)
        for (condition_id c = 1; c <= CONDITIONS_MAX; c++) {
            struct summary_item *then = &made->past_summaries[r][c];
            then->has_figures = then->has_figures && then->counted >= UNNAMED_LEAST;
            then->target_counted = then->target_average = then->target_band = 0;
        }
}

/* Of votes the facilitator alone learns who is missing where. */
static void make_votes(struct room *made)
{
    for (unsigned b = 1; b <= BALLOTS_MAX; b++)
        memset(&made->turnouts[b][1], 0, SCHOOLS_MAX * sizeof made->turnouts[b][1]);
    table_clear(made->own_papers, sizeof made->own_papers);
}

/* What is told of one action: not which seat it came from or went to, nor a finding behind it that
 * is hidden. */
static void make_action(struct action_item *action, const struct room *own)
{
    struct action_content *content = &action->content;
    if (content->source == SOURCE_FINDING && content->source_a < FINDING_COUNT &&
        content->source_b <= CONDITIONS_MAX &&
        own->findings[content->source_a][content->source_b].hidden)
        content->source = SOURCE_NONE;
    action->proposer = 0;
    content->owner_seat = 0;
}

/* The words of what was voted on stand in the result whatever has become of it. */
static void keep_words(struct room *made, const struct room *own)
{
    for (unsigned b = 1; b <= BALLOTS_MAX; b++) {
        const struct ballot_content *content = &own->ballots[b].content;
        if (own->ballots[b].state != BALLOT_REVEALED || content->about != ABOUT_ACTIONS)
            continue;
        for (unsigned i = 0; i < content->option_count; i++)
            memcpy(made->actions[content->things[i]].content.text,
                   own->actions[content->things[i]].content.text, NOTE_SIZE);
    }
}

/* Of actions the room does not see those of a school's own and those that wait, nor what became
 * part of another. */
static void make_actions(struct room *made, const struct room *own)
{
    for (unsigned i = 1; i <= ACTIONS_MAX; i++) {
        struct action_item *action = &made->actions[i];
        uint8_t whole = own->actions[action->merged ? action->merged : i].state;
        if (action->state == ACTION_OWN || action->state == ACTION_WAITING ||
            whole == ACTION_WAITING)
            *action = (struct action_item){0};
        else if (action->merged)
            *action = (struct action_item){
                .state = action->state, .merged = action->merged, .revision = action->revision};
        make_action(action, own);
    }
    keep_words(made, own);
}

/* The projector's room as far as the facilitator's own can say: names only where the room sees
 * them, and nothing that is the facilitator's alone. It is a likeness for the facilitator's eyes;
 * what others see is the kiosk's to decide. */
static void make_room(struct console *c)
{
    struct room *made = c->made;
    if (made->changes == c->sight.room->changes)
        return;
    table_copy(made, c->sight.room, sizeof *made);
    made->workshop.named = made->workshop.room_named;
    make_cells(made, c->sight.room);
    make_figures(made);
    make_past(made);
    make_votes(made);
    make_actions(made, c->sight.room);
    table_clear(made->readings, sizeof made->readings);
    table_clear(made->seats, sizeof made->seats);
    for (unsigned i = 1; i <= NOTES_MAX; i++) {
        struct note_item *note = &made->notes[i];
        if (note->state == NOTE_WAITING || made->boards[note->board].content.personal)
            note->state = NOTE_NONE;
    }
    for (unsigned kind = 0; kind < FINDING_COUNT; kind++)
        for (unsigned i = 0; i <= CONDITIONS_MAX; i++)
            if (made->findings[kind][i].hidden)
                made->findings[kind][i].text[0] = '\0';
    for (unsigned i = 1; i <= CODES_MAX; i++)
        if (made->codes[i].kind != CODE_ROOM)
            made->codes[i].symbols[0] = '\0';
}

static void hold(struct console *c)
{
    *c->held = *c->stage.room;
    c->stage.room = c->held;
    c->stage.motion = NULL;
}

/* Keeps the page where it should be: at the first one of a new part, and with the condition that is
 * being spoken of when that has moved. */
static void turn_page(struct console *c, bool moved)
{
    const struct view *view = &c->sight.room->view;
    struct stage_frame *stage = &c->stage;
    if (moved) {
        c->page = 0;
        c->run.closing = false;
    }
    int pages = stage_pages(stage);
    c->page = stage->page = (c->page % pages + pages) % pages;
    if (view->focus != c->focus || view->by_average != c->by_average)
        c->page = stage->page = stage_focus_page(stage);
    c->focus = view->focus;
    c->by_average = view->by_average;
}

static bool same_look(const struct view *a, const struct view *b)
{
    return a->targets == b->targets && a->by_average == b->by_average && a->blank == b->blank &&
           a->frozen == b->frozen && a->larger == b->larger && a->focus == b->focus &&
           a->page == b->page && a->note == b->note && a->finding_kind == b->finding_kind &&
           a->finding == b->finding && a->action == b->action && a->ballot == b->ballot &&
           a->sight == b->sight && a->then == b->then;
}

/* Takes over what another console, or this one long ago, made of the shared look: as soon as what
 * was asked for here has come. */
static void follow_view(struct console *c)
{
    const struct view *view = &c->sight.room->view;
    if (same_look(view, &c->asked))
        c->asked_ms = 0;
    if (!is_settled(c))
        return;
    if (view->blank != c->seen.blank)
        c->blank = view->blank;
    if (view->page != c->seen.page)
        c->page = view->page;
    if (view->frozen != c->seen.frozen && view->frozen != c->frozen)
        console_freeze(c, view->frozen);
    c->seen = *view;
}

void console_freeze(struct console *c, bool on)
{
    c->frozen = on;
    if (on && c->stage.room)
        hold(c);
}

void console_follow(struct console *c, const struct console_sight *sight, struct console_wish *wish)
{
    const struct place *place = &sight->room->place;
    bool moved = place->item != c->place.item || place->step != c->place.step;
    c->sight = *sight;
    c->wish = wish;
    wish->theme = wish->full_screen = wish->leave = wish->console = wish->bring = false;
    wish->commands = 0;
    wish->sheet = 0;
    wish->cards = wish->print = wish->everything = false;
    c->keeping = NULL;
    c->escaped = false;
    if (!sight->projector)
        make_room(c);
    if (moved) {
        c->place = *place;
        c->going.item = UINT8_MAX;
    }
    c->stage.layout = sight->stage;
    if (!c->frozen) {
        c->stage = (struct stage_frame){.room = sight->projector ? sight->projector : c->made,
                                        .layout = sight->stage,
                                        .metrics = sight->metrics,
                                        .now_ms = sight->now_ms,
                                        .clock = sight->clock,
                                        .today = sight->today,
                                        .page = c->page,
                                        .reduced_motion = sight->reduced_motion,
                                        .motion = sight->motion};
        turn_page(c, moved);
    }
    follow_view(c);
    console_votes_follow(c);
}
