#include "screen/vote.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "screen/task.h"
#include "ui/mark.h"

/* The screen that opens with a vote: somebody's paper, whose turn it is at a shared laptop, how
 * many have voted once it is closed, and what came of it. */

enum {
    LINE_TOP = 690,
    LINK_TOP = 716,
    LINK_HEIGHT = 32,
    STATUS_TOP = 705,
    LEAST_TOP = 152,
    REFUSALS_SHOWN = 4
};

static enum ballot_state state_of(const struct screens *s, ballot_id ballot)
{
    return (enum ballot_state)s->sight.room->ballots[ballot].state;
}

static bool is_left(const struct screens *s, ballot_id ballot)
{
    return s->vote.done == ballot && vote_all_given(s, ballot);
}

bool vote_asks(const struct screens *s)
{
    ballot_id ballot = vote_called(s);
    return ballot && state_of(s, ballot) == BALLOT_OPEN && vote_may(s, ballot);
}

bool vote_is_over(const struct screens *s)
{
    ballot_id ballot = room_ballot(s->sight.room);
    return ballot && ballot <= BALLOTS_MAX && task_takes_part(s) &&
           (state_of(s, ballot) == BALLOT_CLOSED || state_of(s, ballot) == BALLOT_REVEALED);
}

static bool wanted(const struct screens *s)
{
    return task_screen(s) == SCREEN_VOTE && !(vote_asks(s) && is_left(s, vote_called(s)));
}

uint32_t vote_tell(const struct screens *s)
{
    ballot_id ballot = vote_called(s);
    return ballot ? (uint32_t)ballot << 3 | (uint32_t)state_of(s, ballot) : 0;
}

/* ---- waiting ---- */

static bool is_on_way(const struct screens *s, ballot_id ballot)
{
    unsigned first, last = vote_slots(s, ballot, &first);
    for (unsigned slot = first; slot <= last; slot++)
        if (vote_given(s, ballot, slot) == VOTE_ON_WAY)
            return true;
    return false;
}

static void say_given(const struct screens *s, ballot_id ballot, enum word *title, enum word *line)
{
    const struct ballot_content *content = &s->sight.room->ballots[ballot].content;
    bool shared = vote_is_shared(s, ballot);
    *line = WORD_PAPER_WAIT_LINE;
    if (is_on_way(s, ballot)) {
        *title = WORD_PAPER_WAIT_ON_WAY;
        *line = WORD_PAPER_WAIT_ON_WAY_LINE;
    } else if (shared) {
        *title = WORD_PAPER_WAIT_ALL;
    } else {
        *title = content->by_school               ? WORD_PAPER_WAIT_SCHOOL_IN
                 : content->method == METHOD_DOTS ? WORD_PAPER_WAIT_DOTS
                                                  : WORD_PAPER_WAIT_VOTE;
    }
}

bool vote_waiting(const struct screens *s, enum word *title, enum word *line, enum word *button)
{
    ballot_id ballot = vote_called(s);
    if (vote_asks(s)) {
        bool given = vote_all_given(s, ballot);
        *button = given ? WORD_PAPER_WAIT_CHANGE : WORD_PAPER_WAIT_NOW;
        if (given)
            say_given(s, ballot, title, line);
        return true;
    }
    if (!ballot || room_stage(s->sight.room) != STAGE_BALLOT || !task_takes_part(s))
        return false;
    if (vote_is_over(s)) {
        *button = state_of(s, ballot) == BALLOT_REVEALED ? WORD_PAPER_WAIT_RESULT
                                                         : WORD_PAPER_WAIT_CLOSED;
    } else if (state_of(s, ballot) == BALLOT_PREPARED) {
        *title = WORD_PAPER_WAIT_PREPARED;
        *line = s->sight.room->me.role == ROLE_OBSERVER ? WORD_PAPER_WAIT_OBSERVER_LINE
                                                        : WORD_PAPER_WAIT_PREPARED_LINE;
    } else if (s->sight.room->me.role == ROLE_OBSERVER) {
        *title = WORD_PAPER_WAIT_OBSERVER;
        *line = WORD_PAPER_WAIT_OBSERVER_LINE;
    } else {
        *title = WORD_PAPER_WAIT_SCHOOL;
        *line = WORD_PAPER_WAIT_SCHOOL_LINE;
    }
    return true;
}

const struct turnout_item *vote_turnout(const struct screens *s)
{
    ballot_id ballot = vote_called(s);
    bool tells = ballot && state_of(s, ballot) >= BALLOT_OPEN;
    return tells ? &s->sight.room->turnouts[ballot][0] : NULL;
}

/* ---- parts ---- */

void vote_criterion(char to[ID_SIZE], const struct ballot_content *content, unsigned criterion)
{
    text_copy(to, ID_SIZE, content->criteria[criterion]);
    to[0] = (char)toupper((unsigned char)to[0]);
    for (char *c = to; *c; c++)
        if (*c == '-')
            *c = ' ';
}

double vote_draw_title(struct screens *s, const char *question, const char *line, double right)
{
    double y = 80, w = right - SCREEN_LEFT;
    if (draw_width(s->list, SEMIBOLD(28), question) <= w)
        y += draw_paragraph(s->list, SCREEN_LEFT, y, w, 1, SEMIBOLD(28), ALIGN_LEFT, WRAP_GREEDY,
                            TOKEN_INK, question);
    else /* a long one is smaller rather than cut */
        y += draw_paragraph(s->list, SCREEN_LEFT, y, w, 5, SEMIBOLD(20), ALIGN_LEFT, WRAP_BALANCED,
                            TOKEN_INK, question);
    if (line[0])
        y += draw_paragraph(s->list, SCREEN_LEFT, y, 800, 2, REGULAR(16), ALIGN_LEFT, WRAP_GREEDY,
                            TOKEN_INK2, line);
    return y;
}

double vote_draw_notice(struct screens *s, double y, const char *text)
{
    mark_bang(s->list, SCREEN_LEFT + 12, y + 4 + 12, 24);
    return y + 4 +
           draw_paragraph(s->list, SCREEN_LEFT + 36, y + 4, SCREEN_WIDTH - 36, 2, SEMIBOLD(16),
                          ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK, text);
}

double vote_draw_refusals(struct screens *s, ballot_id ballot, double y)
{
    char text[SCREEN_TEXT_SIZE];
    unsigned first, last = vote_slots(s, ballot, &first), drawn = 0;
    for (unsigned slot = first; slot <= last && drawn < REFUSALS_SHOWN; slot++) {
        enum refusal refusal = s->vote.drafts[ballot][slot].refusal;
        if (refusal == REFUSAL_NONE)
            continue;
        snprintf(text, sizeof text, word(WORD_PAPER_PERSON_REFUSED), slot, refusal_text(refusal));
        y = vote_draw_notice(s, y, last > first ? text : refusal_text(refusal));
        drawn++;
    }
    return y;
}

/* What should be known before this paper is filled in. */
static double draw_notices(struct screens *s, const struct vote *vote, double y)
{
    char text[SCREEN_TEXT_SIZE];
    if (vote->content->by_school) {
        snprintf(text, sizeof text, word(WORD_PAPER_SCHOOL),
                 s->sight.room->schools[s->sight.room->me.school].name);
        y += draw_paragraph(s->list, SCREEN_LEFT, y, 800, 2, MEDIUM(16), ALIGN_LEFT, WRAP_GREEDY,
                            TOKEN_INK, text);
    }
    if (vote->draft->refusal != REFUSAL_NONE)
        return vote_draw_notice(s, y, refusal_text(vote->draft->refusal));
    if (vote_is_overtaken(vote))
        return vote_draw_notice(s, y, word(WORD_PAPER_OVERTAKEN));
    bool elsewhere =
        vote->own->hidden && vote->draft->stage != PAPER_SENT && vote->draft->stage != PAPER_SAVED;
    return elsewhere ? vote_draw_notice(s, y, word(WORD_PAPER_ELSEWHERE)) : y;
}

/* ---- the footer ---- */

/* Under the sentence: a laptop that is several people's. */
static void run_link(struct screens *s, const struct vote *vote)
{
    char text[SCREEN_TEXT_SIZE];
    ui_id id = ui_id_of("share", 0);
    bool shared = vote_is_shared(s, vote->ballot);
    snprintf(text, sizeof text, word(shared ? WORD_PAPER_TURN_OTHER : WORD_PAPER_SHARE), vote->slot,
             vote_people(s));
    double w = draw_width(s->list, MEDIUM(16), text);
    if (ui_area(&s->ui, id, SCREEN_LEFT - 8, LINK_TOP, w + 40, LINK_HEIGHT, 8, 0, 0)) {
        s->vote.person = s->vote.last = 0;
        if (!shared)
            screen_go(s, SCREEN_SHARE);
    }
    if (ui_hovered(&s->ui, id))
        draw_round(s->list, SCREEN_LEFT - 8, LINK_TOP, w + 40, LINK_HEIGHT, 8, TOKEN_TINT);
    draw_text(s->list, SCREEN_LEFT, LINK_TOP + 4, MEDIUM(16), ALIGN_LEFT, TOKEN_ACCENT, text);
    icon_draw(s->list, ICON_RIGHT, SCREEN_LEFT + w + 8, LINK_TOP + 8, 16, 2.8, TOKEN_ACCENT);
}

static const char *status_of(char to[SCREEN_TEXT_SIZE], const struct screens *s,
                             const struct vote *vote)
{
    bool empty = vote_is_empty(&vote->marks);
    switch ((enum paper_stage)vote->draft->stage) {
    case PAPER_SENT:
        return word(empty ? WORD_PAPER_TAKING_BACK : WORD_PAPER_ON_ITS_WAY);
    case PAPER_SAVED:
        if (!empty)
            return word(WORD_PAPER_IS_SAVED);
        break;
    case PAPER_FOLLOWS:
        if (vote->own->cast && !vote->own->hidden)
            return word(WORD_PAPER_IS_SAVED);
        break;
    case PAPER_IN_HAND:
        break;
    }
    vote->method->say(to, SCREEN_TEXT_SIZE, s, vote);
    return to;
}

static const char *send_text(const struct vote *vote)
{
    bool change = vote->own->cast && !vote->own->hidden;
    if (change && vote_is_empty(&vote->marks))
        return word(WORD_PAPER_TAKE_BACK);
    if (change && vote->draft->stage == PAPER_IN_HAND)
        return word(WORD_PAPER_SEND_CHANGE);
    if (vote->content->by_school)
        return word(WORD_PAPER_SEND_OURS);
    return word(vote->content->method == METHOD_DOTS ? WORD_PAPER_SEND_DOTS : WORD_PAPER_SEND);
}

/* The paper is on its way: the laptop goes on to the next person, or the person waits. */
static void go_on(struct screens *s, const struct vote *vote)
{
    if (vote_is_shared(s, vote->ballot)) {
        s->vote.last = s->vote.person;
        s->vote.person = 0;
    }
    if (!vote_all_given(s, vote->ballot))
        return;
    s->vote.done = vote->ballot;
    screen_go(s, SCREEN_WAITING);
}

static void send(struct screens *s, struct vote *vote)
{
    bool back = vote_is_empty(&vote->marks);
    if (vote_send(s, vote) && !back)
        go_on(s, vote);
}

/* How things are, between the sentence at the left and the buttons; on two lines where it must. */
static void draw_status(struct screens *s, const struct vote *vote, double left, double right)
{
    char text[SCREEN_TEXT_SIZE];
    struct type_lines lines;
    const char *status = status_of(text, s, vote);
    type_wrap(&lines, s->list->metrics, s->list->u, MEDIUM(16), right - left, 2, WRAP_BALANCED,
              status);
    draw_paragraph(s->list, left, STATUS_TOP + 12 - lines.count * 12, right - left, 2, MEDIUM(16),
                   ALIGN_RIGHT, WRAP_BALANCED, TOKEN_INK, status);
    if (vote->draft->stage == PAPER_SENT)
        icon_draw(s->list, ICON_CLOCK, right - lines.width - 32, STATUS_TOP, 24, 2, TOKEN_INK);
}

static void run_buttons(struct screens *s, struct vote *vote, double left)
{
    double right = SCREEN_RIGHT;
    bool in_hand = vote->draft->stage == PAPER_IN_HAND;
    bool cast = vote->own->cast && !vote->own->hidden;
    struct button give = {
        .kind = BUTTON_PRIMARY, .text = send_text(vote), .off = !vote_can_send(vote)};
    struct button back = {.kind = BUTTON_SECONDARY,
                          .text = word(in_hand ? WORD_PAPER_LEAVE : WORD_PAPER_TAKE_BACK)};
    bool sends = screen_foot_button(s, "send", &right, give);
    bool backs = cast && (in_hand || vote->draft->stage == PAPER_FOLLOWS) &&
                 screen_foot_button(s, "back", &right, back);
    draw_status(s, vote, left, right);
    if (sends) {
        send(s, vote);
    } else if (backs && in_hand) {
        vote_leave(vote);
        vote_focus(s);
    } else if (backs) {
        for (unsigned option = 1; option <= vote->options; option++)
            vote_mark(vote, option, 0);
        send(s, vote);
        vote_focus(s);
    }
}

static void run_foot(struct screens *s, struct vote *vote)
{
    bool named = vote->content->named;
    screen_footer(s, NULL);
    enum word sentence = !named                     ? WORD_PAPER_SECRET
                         : vote->content->by_school ? WORD_PAPER_NAMED_SCHOOL
                                                    : WORD_PAPER_NAMED;
    struct type type = named ? SEMIBOLD(16) : REGULAR(16);
    draw_text(s->list, SCREEN_LEFT, vote->slot ? LINE_TOP : STATUS_TOP, type, ALIGN_LEFT,
              named ? TOKEN_INK : TOKEN_INK2, word(sentence));
    run_buttons(s, vote, SCREEN_LEFT + draw_width(s->list, type, word(sentence)) + 24);
    if (vote->slot)
        run_link(s, vote);
}

/* ---- the whole ---- */

static void draw_paper(struct screens *s, struct vote *vote)
{
    char ask[SCREEN_TEXT_SIZE];
    double right = vote->method->head(s, vote) - 24;
    vote->method->ask(ask, sizeof ask, vote);
    double y = vote_draw_title(s, vote->content->question, ask, right);
    y = draw_notices(s, vote, y) + (vote->method->columns ? 48 : 12);
    vote_run_rows(s, vote, y < LEAST_TOP ? LEAST_TOP : y,
                  SCREEN_FOOT - 10 + s->layout.spare * 2 / 3);
    run_foot(s, vote);
}

/* Whose paper is looked at: nobody's while it is to be said whose turn it is. */
static unsigned slot_here(struct screens *s, ballot_id ballot)
{
    unsigned first, last = vote_slots(s, ballot, &first);
    if (s->vote.person > last)
        s->vote.person = 0;
    return last > first ? s->vote.person : first;
}

/* True when keys have to be led to what is shown now; in a ballot that is opened again they go on
 * where they were. */
static bool begin(struct screens *s, ballot_id ballot)
{
    bool in_hand = task_is_in_hand(s) && s->vote.person;
    bool other = s->vote.ballot != ballot, turned = other || s->vote.state != state_of(s, ballot);
    if (other || (turned && state_of(s, ballot) == BALLOT_REVEALED))
        s->vote.option = 1;
    if (s->vote.ballot != ballot || (s->entered && !in_hand)) {
        s->vote.criterion = 0;
        s->vote.person = 0;
    }
    if (other)
        s->vote.last = 0;
    s->vote.ballot = ballot;
    s->vote.state = (uint8_t)state_of(s, ballot);
    return s->entered || turned;
}

static void draw(struct screens *s)
{
    ballot_id ballot = vote_ballot(s);
    struct vote vote;
    bool turned = begin(s, ballot);
    unsigned slot = slot_here(s, ballot);
    enum ballot_state state = state_of(s, ballot);
    bool open = state == BALLOT_OPEN && vote_may(s, ballot);
    screen_body(s);
    if (!vote_look(&vote, s, ballot, slot) || (!open && state < BALLOT_CLOSED)) {
        screen_go(s, SCREEN_WAITING); /* put away while it was looked at */
        screen_footer(s, NULL);
    } else if (state == BALLOT_REVEALED) {
        vote_draw_result(s, &vote);
    } else if (state == BALLOT_CLOSED) {
        vote_draw_closed(s, &vote);
    } else if (slot || vote.content->by_school) {
        if (turned)
            vote_focus(s);
        draw_paper(s, &vote);
    } else if (vote_run_turns(s, ballot)) {
        vote_focus(s);
    }
    screen_header_here(s);
}

const struct screen screen_vote = {SCREEN_VOTE, false, wanted, draw};
