#include "rooms/votes.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/day.h"
#include "base/text.h"

enum { USUAL = 10, HALL = 24 };

/* How the dots of the known vote fell. */
static const int weights[USUAL] = {0, 5, 6, 8, 5, 14, 1, 3, 14, 16};

static const char *const typed[] = {
    "A breakfast club in every school",
    "One coordinator for all of us",
    "Holiday scheme at two sites",
    "A shared minibus",
    "Family learning evenings",
    "Sports with the secondary school",
    "A website that says what is on where",
    "Homework help with volunteers",
    "A fund for children who cannot pay",
    "Music on Saturdays",
    "A caretaker who can work evenings",
    "Meet the social workers every term",
};

static const char *const actions[] = {
    "One short survey for children and parents, the same in every school, twice a year",
    "Write a joint bid to the local innovation fund",
    "Shared training day with the family support team",
    "Set out what each club costs, in the same way",
    "Put clubs into every school's improvement plan",
    "A calendar of all clubs on one page",
    "Ask the authority for a named person in children's services",
    "Visit each other's breakfast clubs",
    "Governors to hear of it once a term",
    "Find out what the secondary school could lend us",
    "A list of people who can be asked to run a session",
    "Parents' panel, one from each school",
};

static const char *const earlier[] = {
    "Name one link person in each school",
    "Publish one leaflet for the whole cluster",
    "Talk to the health visitors about a shared drop-in",
    "Open the sports hall on Saturdays",
    "Ask families what they would come to",
    "Train two people for first aid in each school",
};

static const char *const foreign[] = {
    "نحتاج إلى وقت أطول مع أولياء الأمور قبل نهاية الفصل",
    "保護者と地域の人々が一緒に夕食を作る機会を増やしたい",
    "הילדים מבקשים את זה",
    "Zażółć gęślą jaźń",
};

static const char long_text[] =
    "Open the hall every evening until somebody tells us who pays the caretaker, who locks up, and "
    "who answers when parents ring the office at";

enum {
    TYPED = sizeof typed / sizeof *typed,
    ACTIONS = sizeof actions / sizeof *actions,
    EARLIER = sizeof earlier / sizeof *earlier,
    FOREIGN = sizeof foreign / sizeof *foreign,
};

/* The i-th text of a list, numbered from its second round on. */
static void write(char *to, size_t size, const char *const *list, int length, int i)
{
    if (i < length)
        text_copy(to, size, list[i]);
    else
        snprintf(to, size, "%s (%d)", list[i % length], i / length + 1);
}

static void put(struct room *room, enum item_kind kind, int a, int b, struct item *item)
{
    item->key = (struct item_key){(uint8_t)kind, (uint16_t)a, (uint16_t)b};
    room_apply(room, item);
}

static int options_of(const struct rooms_vote *vote)
{
    return vote->options ? vote->options : USUAL;
}

static int budget_of(const struct rooms_vote *vote)
{
    return vote->method != METHOD_DOTS ? 0 : vote->budget ? vote->budget : BUDGET_USUAL;
}

static int limit_of(const struct rooms_vote *vote)
{
    return vote->method != METHOD_DOTS ? 0 : vote->limit ? vote->limit : budget_of(vote);
}

/* What an option weighs: those of a pair alike where they are tied. */
static int weight(const struct rooms_vote *vote, int option)
{
    return weights[(vote->tied ? option / 2 : option) % USUAL];
}

/* The option that the dot `number` of `all` falls on. */
static int fall(const struct rooms_vote *vote, int number, int all)
{
    int sum = 0, so_far = 0, count = options_of(vote);
    for (int i = 0; i < count; i++)
        sum += weight(vote, i);
    for (int i = 0; i < count; i++) {
        so_far += weight(vote, i);
        if (number * sum / all < so_far)
            return i;
    }
    return count - 1;
}

static void mark_dots(struct marks *marks, const struct rooms_vote *vote, int paper)
{
    int budget = budget_of(vote), count = options_of(vote);
    for (int dot = 0; dot < budget; dot++) {
        int i = fall(vote, dot * vote->voted + paper - 1, budget * vote->voted);
        while (marks->of[i] >= limit_of(vote))
            i = (i + 1) % count;
        marks->of[i]++;
    }
}

/* From 0 to 23, the same for one paper and option every time. */
static int whim(const struct rooms_vote *vote, int paper, int option)
{
    int o = vote->tied ? option / 2 : option;
    return (paper * 7 + o * 5 + paper * o * 3) % HALL;
}

static void mark_ranking(struct marks *marks, const struct rooms_vote *vote, int paper)
{
    int count = options_of(vote);
    for (int i = 0; i < count; i++) {
        int better = 0, mine = 2 * weight(vote, i) + whim(vote, paper, i);
        for (int j = 0; j < count; j++)
            better += 2 * weight(vote, j) + whim(vote, paper, j) > mine;
        marks->of[i] = (uint8_t)(paper % 5 == 4 && better > 3 ? 0 : better + 1);
    }
    if (vote->circle && count >= 3)
        for (int i = 0; i < 3; i++)
            marks->of[i] = (uint8_t)(1 + (i + paper) % 3);
}

static uint8_t clamp(int value, int least, int most)
{
    return (uint8_t)(value < least ? least : value > most ? most : value);
}

void rooms_marks(struct marks *marks, const struct rooms_vote *vote, int paper)
{
    bool any = false;
    memset(marks, 0, sizeof *marks);
    if (vote->method == METHOD_DOTS)
        mark_dots(marks, vote, paper);
    if (vote->method == METHOD_RANKING)
        mark_ranking(marks, vote, paper);
    for (int i = 0; i < options_of(vote); i++) {
        int chance = whim(vote, paper, i);
        if (vote->method == METHOD_APPROVAL)
            marks->of[i] = chance < weight(vote, i) + 4;
        if (vote->method == METHOD_SCORES && chance % 11 != 10) {
            int o = vote->tied ? i / 2 : i;
            marks->of[i] = MARK_SCORES(clamp(1 + weight(vote, i) / 4 + chance % 3 - 1, 1, 5),
                                       clamp(1 + o * 3 % 5 + chance / 3 % 3 - 1, 1, 5));
        }
        any = any || marks->of[i];
    }
    if (!any)
        marks->of[0] = vote->method == METHOD_SCORES ? MARK_SCORES(3, 3) : 1;
}

static void count_paper(struct ballot_tally *tally, const struct rooms_vote *vote,
                        const struct marks *marks)
{
    tally->papers++;
    for (int i = 1; i <= options_of(vote); i++) {
        int mark = marks->of[i - 1];
        tally->chosen[i] = (uint16_t)(tally->chosen[i] + (mark > 0));
        if (vote->method == METHOD_DOTS || vote->method == METHOD_APPROVAL)
            tally->points[i] = (uint16_t)(tally->points[i] + mark);
        for (int j = 1; vote->method == METHOD_RANKING && j <= options_of(vote); j++)
            if (mark && (!marks->of[j - 1] || mark < marks->of[j - 1]))
                tally->above[i][j]++;
        for (int c = 0; vote->method == METHOD_SCORES && mark && c < CRITERIA_MAX; c++)
            tally->scores[c][i][MARK_SCORE(mark, c)]++;
    }
}

/* A person of the room, made up, and their school. */
static school_id write_name(char to[NAME_SIZE], const struct room *room, int paper)
{
    static const char *const names[] = {"Priya",       "Tom",     "Ana",  "Sam Okafor",
                                        "Maria Lopez", "Jo Hill", "Wei",  "Fatma",
                                        "Ben",         "Siobhan", "Ravi", "Ellen"};
    enum { NAMES = sizeof names / sizeof *names };
    write(to, NAME_SIZE, names, NAMES, paper);
    int schools = room->school_count;
    return schools ? room->school_order[paper % schools] : 0;
}

static void reveal(struct room *room, const struct rooms_vote *vote, int ballot)
{
    struct item *tally = calloc(1, sizeof *tally);
    assert(tally);
    for (int p = 1; p <= vote->voted; p++) {
        struct item paper = {.body.named_paper = {.ballot = (ballot_id)ballot}};
        struct named_paper_item *named = &paper.body.named_paper;
        rooms_marks(&named->marks, vote, p);
        count_paper(&tally->body.ballot_tally, vote, &named->marks);
        named->by_hand = p > vote->voted - vote->by_hand;
        named->school = write_name(named->name, room, p);
        if (vote->by_school || named->by_hand)
            named->name[0] = '\0';
        if (named->by_hand && !vote->by_school)
            named->school = 0;
        if (vote->named)
            put(room, ITEM_NAMED_PAPER, p, 0, &paper);
    }
    tally->body.ballot_tally.by_hand = (uint16_t)vote->by_hand;
    put(room, ITEM_BALLOT_TALLY, ballot, 0, tally);
    free(tally);
}

static void turn_out(struct room *room, const struct rooms_vote *vote, int ballot)
{
    struct item item = {.body.turnout = {.voted = (uint16_t)vote->voted,
                                         .expected = (uint16_t)vote->expected,
                                         .by_hand = (uint16_t)vote->by_hand}};
    put(room, ITEM_TURNOUT, ballot, 0, &item);
    int schools = room->school_count;
    for (int s = 1; vote->facilitator && s <= schools; s++) {
        int expected = vote->expected / schools + (s <= vote->expected % schools);
        int voted = vote->voted / schools + (s <= vote->voted % schools);
        item = (struct item){
            .body.turnout = {.voted = (uint16_t)voted, .expected = (uint16_t)expected}};
        put(room, ITEM_TURNOUT, ballot, s, &item);
    }
}

static void write_action(char to[NOTE_SIZE], bool long_texts, bool foreign_texts, int i)
{
    if (long_texts) { /* up to the full 140 */
        text_copy(to, NOTE_SIZE, long_text);
        for (size_t at = strlen(to); at < NOTE_VISIBLE; at++)
            memcpy(to + at, at % 6 ? "o" : " ", 2);
    } else if (foreign_texts) {
        write(to, NOTE_SIZE, foreign, FOREIGN, i);
    } else {
        write(to, NOTE_SIZE, actions, ACTIONS, i);
    }
}

static void write_options(struct room *room, struct ballot_content *content,
                          const struct rooms_vote *vote)
{
    content->option_count = (uint8_t)options_of(vote);
    for (int i = 0; i < content->option_count; i++) {
        content->things[i] = (uint16_t)(vote->about == ABOUT_TYPED ? 0 : i + 1);
        if (vote->about == ABOUT_TYPED && vote->long_texts)
            text_copy(content->texts[i], 61, long_text);
        else if (vote->about == ABOUT_TYPED)
            write(content->texts[i], NAME_SIZE, vote->foreign ? foreign : typed,
                  vote->foreign ? FOREIGN : TYPED, i);
        struct item item = {.body.action = {.state = ACTION_PROPOSED, .revision = 1}};
        write_action(item.body.action.content.text, vote->long_texts, vote->foreign, i);
        if (vote->about == ABOUT_ACTIONS && !room->actions[i + 1].revision)
            put(room, ITEM_ACTION, i + 1, 0, &item);
    }
}

ballot_id rooms_vote(struct room *room, const struct rooms_vote *vote)
{
    int ballot = vote->ballot ? vote->ballot : 1;
    struct item item = {.body.ballot = {.state = (uint8_t)vote->state, .revision = 1}};
    struct ballot_content *content = &item.body.ballot.content;
    content->method = (uint8_t)vote->method;
    content->about = (uint8_t)vote->about;
    content->by_school = vote->by_school;
    content->named = vote->named;
    content->budget = (uint8_t)budget_of(vote);
    content->limit = (uint8_t)limit_of(vote);
    text_copy(content->question, LINE_SIZE,
              vote->long_texts ? "Which of these should all of us, every school and the authority "
                                 "with us, take on before the end of the coming school year?"
                               : "What should we work on first?");
    if (vote->method == METHOD_SCORES) {
        text_copy(content->criteria[0], ID_SIZE, "impact");
        text_copy(content->criteria[1], ID_SIZE, "effort");
    }
    if (vote->state != BALLOT_PREPARED || vote->about == ABOUT_TYPED || vote->options)
        write_options(room, content, vote);
    if (vote->state != BALLOT_NONE) {
        put(room, ITEM_BALLOT, ballot, 0, &item);
        turn_out(room, vote, ballot);
    }
    if (vote->state == BALLOT_REVEALED)
        reveal(room, vote, ballot);
    item = (struct item){.body.view = room->view};
    item.body.view.ballot = (ballot_id)ballot;
    put(room, ITEM_VIEW, 0, 0, &item);
    return (ballot_id)ballot;
}

/* The plan everybody knows comes first, then ones of every kind. */
static void write_plan(const struct room *room, struct action_item *action, int i, bool facilitator)
{
    static const struct {
        enum action_state state;
        condition_id condition;
        int supports;
        struct day_date due;
        const char *owner;
    } known[] = {
        {ACTION_ADOPTED, 10, 16, {2026, 11, 30}, "Priya, Dene"},
        {ACTION_ADOPTED, 9, 14, {2027, 1, 14}, "Tom, Grange"},
        {ACTION_ADOPTED, 6, 14, {2027, 2, 12}, "Ana, Juniper"},
        {ACTION_PROPOSED, 9, 9, {2027, 1, 31}, NULL},
        {ACTION_PROPOSED, 2, 5, {2027, 4, 1}, "All ten heads"},
    };
    enum { KNOWN = sizeof known / sizeof *known };
    struct action_content *content = &action->content;
    if (i < KNOWN) {
        action->state = (uint8_t)known[i].state;
        action->supports = (uint16_t)known[i].supports;
        action->accepted = i < 3;
        content->condition = known[i].condition;
        content->due = day_number(known[i].due);
        content->owner = known[i].owner ? i < 3 ? OWNER_SEAT : OWNER_NAME : OWNER_NOBODY;
        text_copy(content->owner_name, NAME_SIZE, known[i].owner ? known[i].owner : "");
        content->owner_seat = (seat_id)(facilitator && i < 3 ? i + 1 : 0);
        return;
    }
    action->state = i % 6 == 5 ? ACTION_PARKED : i % 3 == 1 ? ACTION_ADOPTED : ACTION_PROPOSED;
    action->supports = (uint16_t)(i * 7 % 15);
    content->condition = (condition_id)(i % 4 == 3 ? 0 : 1 + i * 3 % 10);
    content->due = i % 3 == 2 ? 0 : day_number((struct day_date){2027, (uint8_t)(1 + i % 12), 15});
    content->level = (uint8_t)(i % ACTION_LEVEL_COUNT);
    content->owner = (uint8_t)(i % OWNER_COUNT);
    if (content->owner == OWNER_SCHOOL && room->school_count)
        content->owner_school = room->school_order[i % room->school_count];
    else if (content->owner == OWNER_SEAT || content->owner == OWNER_NAME)
        write_name(content->owner_name, room, i);
    action->accepted = content->owner != OWNER_NAME && i % 4 == 2;
    action->declined = content->owner == OWNER_SCHOOL && i % 8 == 7;
}

static void add_actions(struct room *room, const struct rooms_plan *plan)
{
    for (int i = 0; i < plan->actions; i++) {
        struct item item = {.body.action = {.revision = 1}};
        struct action_item *action = &item.body.action;
        struct action_content *content = &action->content;
        content->level = ACTION_LEVEL_CLUSTER;
        write_plan(room, action, i, plan->facilitator);
        write_action(content->text, plan->long_texts, plan->foreign, i);
        if (i == 0) {
            content->source = SOURCE_IDEA;
            content->source_a = 10;
            text_copy(
                content->measure, NOTE_SIZE,
                "Nine in ten families answer, and we can say what changed for their children");
            text_copy(content->helpers, LINE_SIZE, "The school secretaries, two students");
            text_copy(content->resources, NOTE_SIZE, "Half a day for each school; postage");
        }
        if (i == 7) {
            action->merged = 1;
            *content = (struct action_content){0};
        }
        put(room, ITEM_ACTION, i + 1, 0, &item);
    }
    for (int i = 0; plan->facilitator && i < 2; i++) {
        struct item item = {.body.action = {.revision = 1, .state = ACTION_WAITING}};
        write_action(item.body.action.content.text, false, false, i + 3);
        put(room, ITEM_ACTION, plan->actions + plan->earlier + i + 1, 0, &item);
    }
}

static void add_earlier(struct room *room, const struct rooms_plan *plan)
{
    static const enum progress states[] = {PROGRESS_DONE, PROGRESS_UNDER_WAY, PROGRESS_NOT_BEGUN,
                                           PROGRESS_DROPPED, PROGRESS_DONE};
    enum { STATES = sizeof states / sizeof *states };
    for (int i = 0; i < plan->earlier; i++) {
        struct item item = {.body.action = {.revision = 1,
                                            .state = ACTION_ADOPTED,
                                            .earlier = true,
                                            .progress = (uint8_t)states[i % STATES]}};
        struct action_content *content = &item.body.action.content;
        write(content->text, NOTE_SIZE, earlier, EARLIER, i);
        if (plan->long_texts)
            write_action(content->text, true, false, i);
        content->condition = (condition_id)(1 + i * 3 % 10);
        content->level = ACTION_LEVEL_CLUSTER;
        content->due = i % 4 == 3 ? 0 : day_number((struct day_date){2026, (uint8_t)(1 + i), 20});
        content->owner = i % 3 == 2 ? OWNER_NOBODY : OWNER_NAME;
        text_copy(content->owner_name, NAME_SIZE,
                  i % 3 == 2   ? ""
                  : i % 3 == 0 ? "Maria Lopez"
                               : "The cluster manager");
        put(room, ITEM_ACTION, plan->actions + i + 1, 0, &item);
    }
}

static void add_priorities(struct room *room, const struct rooms_plan *plan)
{
    static const condition_id first[] = {10, 6, 9, 4, 3, 2, 5, 8, 7};
    struct item item = {.body.priorities = {.revision = 1, .count = (uint8_t)plan->priorities}};
    assert(plan->priorities <= PRIORITIES_MAX);
    for (int i = 0; i < plan->priorities; i++) {
        struct priority *priority = &item.body.priorities.list[i];
        if (i < (int)(sizeof first / sizeof *first))
            priority->condition = first[i];
        else
            text_copy(priority->text, NAME_SIZE, typed[0]);
    }
    if (plan->priorities)
        put(room, ITEM_PRIORITIES, 0, 0, &item);
}

void rooms_plan(struct room *room, const struct rooms_plan *plan)
{
    add_actions(room, plan);
    add_earlier(room, plan);
    add_priorities(room, plan);
    struct item item = {.body.workshop = room->workshop};
    item.body.workshop.waiting = plan->actions ? 2 : 0;
    put(room, ITEM_WORKSHOP, 0, 0, &item);
    struct place place = room->place.item ? room->place : (struct place){1, 1};
    item = (struct item){.body.agenda_item = room->items[place.item]};
    place.step = item.body.agenda_item.step_count;
    item.body.agenda_item.steps[place.step - 1] = (struct agenda_step){.stage = STAGE_ACTIONS};
    put(room, ITEM_AGENDA_ITEM, place.item, 0, &item);
    item = (struct item){.body.place = place};
    put(room, ITEM_PLACE, 0, 0, &item);
    item = (struct item){.body.view = room->view};
    item.body.view.ballot = 0;
    item.body.view.action = plan->large;
    put(room, ITEM_VIEW, 0, 0, &item);
}
