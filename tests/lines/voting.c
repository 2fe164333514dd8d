#include "lines/voting.h"

#include <stdio.h>

#include "testing.h"
#include "lines/review.h"

static void put_ballot(struct room *room, ballot_id ballot, enum method method, enum about about)
{
    struct ballot_item *b = &room->ballots[ballot];
    b->state = BALLOT_OPEN;
    b->revision = 6;
    strcpy(b->content.question, "What first?");
    b->content.method = (uint8_t)method;
    b->content.about = (uint8_t)about;
    b->content.option_count = 3;
    for (unsigned o = 0; o < 3; o++)
        if (about == ABOUT_TYPED)
            snprintf(b->content.texts[o], NAME_SIZE, "Club %u", o + 1);
        else
            b->content.things[o] = (uint16_t)(4 - o); /* 4 3 2 */
}

struct room *voting_room(bool facilitator)
{
    struct room *room = review_room();
    put_ballot(room, DOTS, METHOD_DOTS, ABOUT_CONDITIONS);
    strcpy(room->ballots[DOTS].content.id, "priorities");
    room->ballots[DOTS].content.budget = 3;
    room->ballots[DOTS].content.limit = 2;
    put_ballot(room, APPROVAL, METHOD_APPROVAL, ABOUT_ACTIONS);
    put_ballot(room, RANKING, METHOD_RANKING, ABOUT_TYPED);
    put_ballot(room, SCORES, METHOD_SCORES, ABOUT_CONDITIONS);
    strcpy(room->ballots[SCORES].content.criteria[0], "impact");
    strcpy(room->ballots[SCORES].content.criteria[1], "effort");
    put_ballot(room, SCHOOLS, METHOD_APPROVAL, ABOUT_CONDITIONS);
    room->ballots[SCHOOLS].content.by_school = true;
    if (facilitator)
        room->me = (struct me_item){.seat = 1, .role = ROLE_FACILITATOR, .speaks = true};
    return room;
}

/* Twelve papers: 4 and 3 share the first place, 2 is after them. */
void voting_reveal(struct room *room, ballot_id ballot)
{
    struct ballot_tally *t = &room->ballot_tallies[ballot];
    room->ballots[ballot].state = BALLOT_REVEALED;
    t->papers = 12;
    t->by_hand = 2;
    for (unsigned o = 1; o <= 3; o++) {
        t->chosen[o] = (uint16_t)(o == 3 ? 4 : 8);
        t->points[o] = (uint16_t)(o == 3 ? 6 : 15);
        t->scores[0][o][4] = t->chosen[o];
        t->scores[1][o][o] = t->chosen[o];
        for (unsigned other = 1; other <= 3; other++)
            t->above[o][other] = (uint16_t)(o == other ? 0 : o == 3 ? 2 : other == 3 ? 9 : 5);
    }
}
