/* What is done with a vote, the same by key, by button and in either view. */

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "console/votes_parts.h"

/* A slip of the finger is no yes; and for so long what was asked for may not be here yet. */
enum { YES_AFTER_MS = 500, AWAITED_MS = 3000 };

static const struct ballot_item *ballot_of(const struct console *c, ballot_id ballot)
{
    return &c->sight.room->ballots[ballot];
}

ballot_id votes_at(const struct console *c)
{
    const struct console_votes *v = &c->votes;
    ballot_id at = room_ballot(c->sight.room);
    if (c->sight.in_sight && c->view == CONSOLE_VOTES)
        at = v->page == VOTES_LOOK ? v->chosen : 0;
    return at <= BALLOTS_MAX && ballot_of(c, at)->state != BALLOT_NONE ? at : 0;
}

/* Whether the keys of votes speak of votes here at all. */
static bool speaks_of_votes(const struct console *c)
{
    return (c->sight.in_sight && c->view == CONSOLE_VOTES) ||
           room_stage(c->sight.room) == STAGE_BALLOT;
}

void votes_choose(struct console *c, ballot_id ballot)
{
    if (c->votes.chosen != ballot)
        c->votes.asking.what = VOTES_ASK_NOTHING;
    c->votes.chosen = ballot;
}

void votes_turn_page(struct console *c, enum votes_page page)
{
    c->votes.page = page;
    c->votes.arrived = true;
    c->votes.asking.what = VOTES_ASK_NOTHING;
}

bool votes_is_shown(const struct console *c, ballot_id ballot)
{
    return ballot && room_ballot(c->sight.room) == ballot;
}

static void look_at(struct console *c, ballot_id ballot, enum ballot_sight sight)
{
    struct view view = console_looking(c);
    view.ballot = ballot;
    view.sight = (uint8_t)sight;
    c->page = 0;
    console_look(c, view);
}

void votes_show(struct console *c, ballot_id ballot)
{
    bool put_away = c->sight.room->view.ballot == ballot;
    if (ballot && (put_away || !votes_is_shown(c, ballot)))
        look_at(c, put_away ? 0 : ballot, SIGHT_RESULT);
}

void votes_set(struct console *c, ballot_id ballot, enum ballot_state state)
{
    struct command *command = console_command(c, COMMAND_SET_BALLOT);
    c->votes.asking.what = VOTES_ASK_NOTHING;
    if (!command)
        return;
    command->change.ballot_set =
        (struct ballot_set_change){.ballot = ballot, .state = (uint8_t)state};
    if (state != BALLOT_CLOSED && !votes_is_shown(c, ballot))
        look_at(c, ballot, SIGHT_RESULT); /* what is opened or revealed is seen */
}

/* ---- the next step ---- */

/* What has to be asked before it; NOTHING: nothing. */
static enum votes_ask ask_of(const struct console *c, ballot_id ballot)
{
    const struct room *room = c->sight.room;
    const struct ballot_item *item = ballot_of(c, ballot);
    switch (item->state) {
    case BALLOT_PREPARED:
        return !item->content.named && room->turnouts[ballot][0].expected < VOTERS_LEAST
                   ? VOTES_ASK_OPEN
                   : VOTES_ASK_NOTHING;
    case BALLOT_OPEN:
        return votes_missing(room, ballot, VOTES_ALL) ? VOTES_ASK_CLOSE : VOTES_ASK_NOTHING;
    default:
        return VOTES_ASK_REVEAL;
    }
}

static void ask(struct console *c, ballot_id ballot, enum votes_ask what)
{
    c->votes.asking = (struct votes_asking){.what = (uint8_t)what,
                                            .ballot = ballot,
                                            .since_ms = c->sight.now_ms,
                                            .fresh = true,
                                            .raised = !c->sight.in_sight};
    if (!c->sight.in_sight || c->view != CONSOLE_VOTES)
        console_go(c, CONSOLE_RUN);
    if (c->votes.asking.raised)
        c->wish->console = true; /* a question nobody sees is none */
}

void votes_go_on(struct console *c, ballot_id ballot)
{
    static const enum ballot_state next[BALLOT_STATE_COUNT] = {
        [BALLOT_PREPARED] = BALLOT_OPEN,
        [BALLOT_OPEN] = BALLOT_CLOSED,
        [BALLOT_CLOSED] = BALLOT_REVEALED,
    };
    const struct votes_asking *asking = &c->votes.asking;
    enum ballot_state state = (enum ballot_state)ballot_of(c, ballot)->state;
    if (!ballot || !next[state])
        return;
    const char *obstacle = state == BALLOT_PREPARED         ? votes_obstacle(c->sight.room, ballot)
                           : c->sight.room->workshop.closed ? word(WORD_VOTES_OBSTACLE_CLOSED)
                                                            : NULL;
    bool asked = asking->what && asking->ballot == ballot;
    enum votes_ask what = ask_of(c, ballot);
    if (obstacle)
        console_say(c, obstacle);
    else if (!asked && what)
        ask(c, ballot, what);
    else if (!asked || c->sight.now_ms - asking->since_ms >= YES_AFTER_MS)
        votes_set(c, ballot, next[state]);
}

bool console_votes_step(struct console *c)
{
    if (!speaks_of_votes(c))
        return false;
    votes_go_on(c, votes_at(c));
    return true;
}

bool console_votes_escape(struct console *c)
{
    bool asked = c->votes.asking.what != VOTES_ASK_NOTHING;
    c->votes.asking.what = VOTES_ASK_NOTHING;
    return asked;
}

/* ---- another one ---- */

void votes_add(struct console *c, const struct ballot_content *content, bool show)
{
    struct votes_awaited *awaited = &c->votes.awaited;
    struct command *command = console_command(c, COMMAND_ADD_BALLOT);
    if (!command)
        return;
    command->change.ballot.content = *content;
    awaited->since_ms = c->sight.now_ms > 0 ? c->sight.now_ms : 1;
    awaited->show = show;
    awaited->after = 0;
    for (unsigned b = 1; b <= BALLOTS_MAX; b++)
        if (ballot_of(c, (ballot_id)b)->state != BALLOT_NONE)
            awaited->after = (ballot_id)b;
    text_copy(awaited->question, sizeof awaited->question, content->question);
}

void votes_remove(struct console *c, ballot_id ballot)
{
    struct command *command = ballot_of(c, ballot)->state == BALLOT_PREPARED
                                  ? console_command(c, COMMAND_REMOVE_BALLOT)
                                  : NULL;
    if (!command)
        return;
    command->change.ballot.ballot = ballot;
    command->change.ballot.revision = ballot_of(c, ballot)->revision;
    console_say(c, word(WORD_VOTES_REMOVED));
}

void votes_again(struct console *c, ballot_id ballot)
{
    if (ballot_of(c, ballot)->state != BALLOT_REVEALED)
        return;
    struct ballot_content content = ballot_of(c, ballot)->content;
    content.again = ballot;
    content.id[0] = '\0';
    votes_add(c, &content, votes_is_shown(c, ballot));
    console_say(c, word(WORD_VOTES_AGAIN_READY));
}

uint8_t votes_wanted(const struct console *c)
{
    return c->votes.wanted ? c->votes.wanted : VOTES_WANTED;
}

uint8_t votes_tie(const struct console *c, ballot_id ballot, uint8_t options[OPTIONS_MAX])
{
    const struct ballot_item *item = ballot_of(c, ballot);
    struct outcome outcome;
    if (!ballot || item->state != BALLOT_REVEALED)
        return 0;
    outcome_work_out(&outcome, &item->content, &c->sight.room->ballot_tallies[ballot]);
    return outcome_run_off(&outcome, votes_wanted(c), options);
}

/* One dot each, or in order where it was put in order before. */
static void make_run_off(struct ballot_content *to, const struct ballot_content *from,
                         ballot_id again, const uint8_t *options, uint8_t count)
{
    char question[LINE_SIZE + 64];
    *to = (struct ballot_content){.method = METHOD_DOTS,
                                  .about = from->about,
                                  .by_school = from->by_school,
                                  .named = from->named,
                                  .budget = 1,
                                  .limit = 1,
                                  .again = again,
                                  .option_count = count};
    if (from->method == METHOD_RANKING) {
        to->method = METHOD_RANKING;
        to->budget = to->limit = 0;
    }
    snprintf(question, sizeof question, word(WORD_VOTES_RUN_OFF_OF), from->question);
    bool fits = text_take(to->question, LINE_SIZE, 0, question, strlen(question)) == TEXT_FINE;
    if (!fits || from->again)
        text_copy(to->question, LINE_SIZE, from->question);
    for (uint8_t i = 0; i < count; i++) {
        to->things[i] = from->things[options[i] - 1];
        text_copy(to->texts[i], NAME_SIZE, from->texts[options[i] - 1]);
    }
}

void votes_decide_tie(struct console *c, ballot_id ballot)
{
    uint8_t options[OPTIONS_MAX], count = votes_tie(c, ballot, options);
    struct ballot_content content;
    if (count < 2) {
        console_say(c, word(WORD_VOTES_NO_TIE));
        return;
    }
    make_run_off(&content, &ballot_of(c, ballot)->content, ballot, options, count);
    votes_add(c, &content, votes_is_shown(c, ballot));
    console_say(c, word(WORD_VOTES_RUN_OFF_READY));
}

bool console_votes_has_tie(const struct console *c)
{
    uint8_t options[OPTIONS_MAX];
    return votes_tie(c, votes_at(c), options) >= 2;
}

bool console_votes_run_off(struct console *c)
{
    ballot_id at = votes_at(c);
    bool in_view = c->sight.in_sight && c->view == CONSOLE_VOTES;
    if (!in_view && !console_votes_has_tie(c))
        return false;
    if (at)
        votes_decide_tie(c, at);
    return true;
}

void votes_turn_sight(struct console *c, ballot_id ballot)
{
    const struct ballot_item *item = ballot_of(c, ballot);
    if (!ballot || item->state != BALLOT_REVEALED)
        return;
    struct view view = console_looking(c);
    unsigned last = item->content.named ? SIGHT_PEOPLE : SIGHT_COUNTING;
    unsigned sight = votes_is_shown(c, ballot) ? view.sight + 1U : SIGHT_COUNTING;
    look_at(c, votes_is_shown(c, ballot) ? view.ballot : ballot,
            sight > last ? SIGHT_RESULT : (enum ballot_sight)sight);
}

bool console_votes_turn(struct console *c)
{
    if (!speaks_of_votes(c))
        return false;
    votes_turn_sight(c, votes_at(c));
    return true;
}

/* ---- what has become of them ---- */

static void follow_awaited(struct console *c)
{
    struct votes_awaited *awaited = &c->votes.awaited;
    if (!awaited->since_ms)
        return;
    for (unsigned b = awaited->after + 1U; b <= BALLOTS_MAX; b++) {
        const struct ballot_item *item = ballot_of(c, (ballot_id)b);
        if (item->state == BALLOT_NONE || strcmp(item->content.question, awaited->question) != 0)
            continue;
        awaited->since_ms = 0;
        votes_choose(c, (ballot_id)b);
        votes_turn_page(c, VOTES_LOOK);
        if (awaited->show)
            look_at(c, (ballot_id)b, SIGHT_RESULT);
        return;
    }
    if (c->sight.now_ms - awaited->since_ms > AWAITED_MS)
        awaited->since_ms = 0;
}

static void follow_asking(struct console *c)
{
    static const uint8_t asked_in[] = {[VOTES_ASK_OPEN] = BALLOT_PREPARED,
                                       [VOTES_ASK_CLOSE] = BALLOT_OPEN,
                                       [VOTES_ASK_REVEAL] = BALLOT_CLOSED};
    struct votes_asking *asking = &c->votes.asking;
    if (asking->what && ballot_of(c, asking->ballot)->state != asked_in[asking->what])
        asking->what = VOTES_ASK_NOTHING;
}

/* Answered, the question leaves the room's picture free again. */
static void lower_again(struct console *c)
{
    struct votes_asking *asking = &c->votes.asking;
    if (asking->what || !asking->raised)
        return;
    asking->raised = false;
    c->wish->console |= c->sight.over_stage;
}

void console_votes_follow(struct console *c)
{
    struct console_votes *v = &c->votes;
    ballot_id here = room_ballot(c->sight.room);
    follow_awaited(c);
    follow_asking(c);
    if (here != v->seen && here && v->page == VOTES_LOOK)
        votes_choose(c, here); /* the view goes along with the room */
    v->seen = here;
    if (v->asking.what && votes_at(c) != v->asking.ballot)
        v->asking.what = VOTES_ASK_NOTHING;
    lower_again(c);
}

void console_votes_refused(struct console *c, uint8_t refusal)
{
    struct console_votes *v = &c->votes;
    bool terms = v->page == VOTES_TERMS && (v->awaited.since_ms || v->terms.sent);
    if (terms)
        v->terms.refusal = refusal;
    if (v->paper.sent_ms)
        v->paper.refusal = refusal;
    v->awaited.since_ms = 0;
    v->terms.sent = v->first.sent = false;
    v->paper.sent_ms = 0;
}
