#include "screen/polls.h"
#include "screen/scenes.h"
#include "screen/workday.h"
#include "testing.h"

/* Voting on laptops: each way of voting, whose turn it is, and what came of it. */

enum { INGLE = 9 };

/* ---- papers ---- */

static void dots(struct desk *desk)
{
    polls_open_usual(desk, METHOD_DOTS);
    desk_letter(desk, '6', 0);
    desk_letter(desk, '0', 0);
    desk_key(desk, KEY_UP, 0);
}

static void dots_placed(struct desk *desk)
{
    dots(desk);
    desk_letter(desk, '6', 0);
}

static void dots_limit(struct desk *desk)
{
    struct ballot_content content = polls_typed(METHOD_DOTS, 24);
    content.budget = 10;
    content.limit = 6;
    content.named = true;
    polls_sit(desk);
    polls_open(desk, &content);
    for (int i = 0; i < 6; i++)
        desk_letter(desk, '2', 0);
    desk_key(desk, KEY_PAGE_DOWN, 0);
    desk_key(desk, KEY_ENTER, 0);
    desk_key(desk, KEY_PAGE_UP, 0);
    desk_key(desk, KEY_DOWN, 0);
}

static void approval(struct desk *desk)
{
    polls_open_usual(desk, METHOD_APPROVAL);
    desk_letter(desk, '3', 0);
    desk_letter(desk, '4', 0);
    desk_key(desk, KEY_DOWN, 0);
}

static void ranking(struct desk *desk)
{
    polls_open_usual(desk, METHOD_RANKING);
    polls_letters(desk, "60925-"); /* 5 is left out again, */
    polls_letters(desk, "5");
    desk_key(desk, KEY_LEFT, 0); /* beside 2 */
}

static void scores(struct desk *desk)
{
    polls_open_usual(desk, METHOD_SCORES);
    polls_letters(desk, "524153");
    desk_letter(desk, '4', 0);
}

static void scores_long(struct desk *desk)
{
    struct ballot_content content = polls_typed(METHOD_SCORES, 24);
    polls_sit(desk);
    polls_open(desk, &content);
    polls_letters(desk, "524153");
}

static void school(struct desk *desk)
{
    struct ballot_content content = polls_content(METHOD_DOTS);
    content.by_school = content.named = true;
    polls_sit(desk);
    seat_id other = workday_other(desk, INGLE, "Grace Achieng");
    ballot_id ballot = polls_open(desk, &content);
    desk_letter(desk, '6', 0);
    polls_cast(desk, other, ballot, (const int[]){0, 1, 2, -1});
}

/* All the footer can have to say at once. */
static void school_long(struct desk *desk)
{
    struct ballot_content content = polls_typed(METHOD_DOTS, 8);
    content.budget = content.limit = 3;
    content.by_school = content.named = true;
    polls_sit(desk);
    seat_id other = workday_other(desk, INGLE, "Grace Achieng");
    ballot_id ballot = polls_open(desk, &content);
    polls_cast(desk, other, ballot, (const int[]){0, 1, 2, -1});
    polls_letters(desk, "2-4");
}

/* ---- sent ---- */

static void saved(struct desk *desk)
{
    dots_placed(desk);
    desk_click(desk, "Send my dots");
}

static void returned(struct desk *desk)
{
    saved(desk);
    desk_letter(desk, 'e', 0);
}

static void changed(struct desk *desk)
{
    returned(desk);
    desk_letter(desk, '-', 0);
}

static void on_way(struct desk *desk)
{
    dots_placed(desk);
    desk->sight.state = SESSION_WAITING;
    desk_click(desk, "Send my dots");
}

static void on_way_looked_at(struct desk *desk)
{
    on_way(desk);
    desk_letter(desk, 'e', 0);
}

static void lost(struct desk *desk)
{
    on_way(desk);
    desk_connection(desk, SESSION_DOWN);
}

static void refused(struct desk *desk)
{
    on_way(desk);
    polls_set(desk, 1, BALLOT_CLOSED);
    desk_connection(desk, SESSION_UP);
}

static void moved(struct desk *desk)
{
    saved(desk);
    polls_move_seat(desk);
    screens_destroy(&desk->screens);
    assert_int_equal(screens_create(&desk->screens, THEME_LIGHT, false), ERROR_OK);
    desk_step(desk);
}

/* ---- several at one laptop ---- */

static void share(struct desk *desk)
{
    polls_open_usual(desk, METHOD_DOTS);
    desk_click(desk, "Several of us share this laptop");
    desk_letter(desk, '3', 0);
}

static void turns(struct desk *desk)
{
    share(desk);
    desk_key(desk, KEY_ENTER, 0);
}

static void turn(struct desk *desk)
{
    turns(desk);
    desk_letter(desk, '2', 0);
    desk_letter(desk, '6', 0);
}

static void handed_on(struct desk *desk)
{
    turn(desk);
    desk_click(desk, "Send my dots");
}

/* ---- waiting for a vote ---- */

static void prepared(struct desk *desk)
{
    struct ballot_content content = polls_content(METHOD_DOTS);
    polls_sit(desk);
    polls_look(desk, polls_add(desk, &content));
}

static void observed(struct desk *desk)
{
    struct ballot_content content = polls_content(METHOD_DOTS);
    desk_sit(desk, CODE_OBSERVER, 0, "Lena Hartmann");
    polls_open(desk, &content);
}

static void unadmitted(struct desk *desk)
{
    struct ballot_content content = polls_content(METHOD_DOTS);
    content.by_school = true;
    desk_sit(desk, CODE_ROOM, 0, "Sam Okafor");
    struct command command = {.kind = COMMAND_PLACE_SEAT};
    command.change.seat = (struct seat_change){.seat = desk->seat, .school = 1};
    desk_other(desk, desk->seat, &command);
    polls_open(desk, &content);
}

/* ---- over ---- */

static void closed(struct desk *desk)
{
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_others(desk, ballot, 12);
    polls_set(desk, ballot, BALLOT_CLOSED);
}

static void reveal(struct desk *desk, const struct ballot_content *content, const char *keys)
{
    polls_sit(desk);
    ballot_id ballot = polls_open(desk, content);
    polls_letters(desk, keys);
    desk_click(desk, content->method == METHOD_DOTS ? "Send my dots" : "Send my vote");
    polls_others(desk, ballot, 12);
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_REVEALED);
}

static void revealed_dots(struct desk *desk)
{
    struct ballot_content content = polls_content(METHOD_DOTS);
    reveal(desk, &content, "660");
}

static void revealed_approval(struct desk *desk)
{
    struct ballot_content content = polls_typed(METHOD_APPROVAL, 24);
    reveal(desk, &content, "12");
}

static void revealed_ranking(struct desk *desk)
{
    struct ballot_content content = polls_content(METHOD_RANKING);
    reveal(desk, &content, "609");
}

static void revealed_scores(struct desk *desk)
{
    struct ballot_content content = polls_content(METHOD_SCORES);
    reveal(desk, &content, "5241");
}

static void revealed_none(struct desk *desk)
{
    ballot_id ballot = polls_open_usual(desk, METHOD_DOTS);
    polls_set(desk, ballot, BALLOT_CLOSED);
    polls_set(desk, ballot, BALLOT_REVEALED);
}

static void menu(struct desk *desk)
{
    dots(desk);
    desk_key(desk, KEY_F1, 0);
}

const struct scene scenes_vote[SCENES_VOTE] = {
    {"vote-dots", dots},
    {"vote-dots-placed", dots_placed},
    {"vote-dots-limit", dots_limit},
    {"vote-approval", approval},
    {"vote-ranking", ranking},
    {"vote-scores", scores},
    {"vote-scores-long", scores_long},
    {"vote-school", school},
    {"vote-school-long", school_long},
    {"vote-saved", saved},
    {"vote-returned", returned},
    {"vote-changed", changed},
    {"vote-on-way", on_way},
    {"vote-on-way-looked-at", on_way_looked_at},
    {"vote-lost", lost},
    {"vote-refused", refused},
    {"vote-moved", moved},
    {"vote-share", share},
    {"vote-turns", turns},
    {"vote-turn", turn},
    {"vote-handed-on", handed_on},
    {"vote-prepared", prepared},
    {"vote-observed", observed},
    {"vote-unadmitted", unadmitted},
    {"vote-closed", closed},
    {"vote-revealed-dots", revealed_dots},
    {"vote-revealed-approval", revealed_approval},
    {"vote-revealed-ranking", revealed_ranking},
    {"vote-revealed-scores", revealed_scores},
    {"vote-revealed-none", revealed_none},
    {"vote-menu", menu},
};
