#include "console/vote_scenes.h"

#include <stdio.h>
#include <string.h>

static ballot_id begin(struct sitting *s, enum method method)
{
    struct ballot_content content = vote_content(method);
    strcpy(content.id, "first");
    ballot_id ballot = vote_prepare(s, &content);
    content.id[0] = '\0';
    content.about = ABOUT_TYPED;
    content.method = METHOD_APPROVAL;
    content.budget = content.limit = 0;
    memset(content.criteria, 0, sizeof content.criteria);
    strcpy(content.question, "When do we meet again?");
    content.option_count = 3;
    strcpy(content.texts[0], "In September");
    strcpy(content.texts[1], "In October");
    strcpy(content.texts[2], "After half term");
    vote_prepare(s, &content);
    vote_at_step(s, ballot);
    return ballot;
}

static void look(struct sitting *s)
{
    sitting_letter(s, '1' + CONSOLE_VOTES, WITH_CONTROL);
}

static ballot_id open_dots(struct sitting *s, int votes)
{
    ballot_id ballot = begin(s, METHOD_DOTS);
    vote_set(s, ballot, BALLOT_OPEN);
    vote_cast(s, ballot, votes);
    return ballot;
}

static ballot_id reveal(struct sitting *s, enum method method)
{
    ballot_id ballot = begin(s, method);
    vote_set(s, ballot, BALLOT_OPEN);
    vote_cast(s, ballot, 1000);
    vote_set(s, ballot, BALLOT_CLOSED);
    vote_set(s, ballot, BALLOT_REVEALED);
    return ballot;
}

static void prepared(struct sitting *s)
{
    begin(s, METHOD_DOTS);
    look(s);
}

static void open_votes(struct sitting *s)
{
    open_dots(s, 14);
    look(s);
}

static void ask_close(struct sitting *s)
{
    open_votes(s);
    sitting_letter(s, 'r', 0);
}

static void ask_reveal(struct sitting *s)
{
    ballot_id ballot = open_dots(s, 14);
    vote_set(s, ballot, BALLOT_CLOSED);
    look(s);
    sitting_letter(s, 'r', 0);
}

static void ask_open(struct sitting *s)
{
    prepared(s);
    sitting_letter(s, 'r', 0);
}

static void reveal_dots(struct sitting *s)
{
    reveal(s, METHOD_DOTS);
    look(s);
}

static void reveal_ranking(struct sitting *s)
{
    reveal(s, METHOD_RANKING);
    look(s);
}

static void reveal_two_scales(struct sitting *s)
{
    reveal(s, METHOD_SCORES);
    look(s);
}

static void terms(struct sitting *s)
{
    prepared(s);
    sitting_letter(s, 'v', 0);
    sitting_type(s, "Where do we begin, and who comes along?");
}

static void terms_amiss(struct sitting *s)
{
    prepared(s);
    sitting_letter(s, 'v', 0);
    sitting_tab_to(s, ui_id_of("terms-about", ABOUT_CONDITIONS));
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0);
    sitting_tab_to(s, ui_id_of("terms-option", 0));
    sitting_type(s, "A breakfast club in every school");
    sitting_key(s, KEY_ENTER, 0);
    sitting_type(s, "A breakfast club in every school");
    sitting_tab_to(s, ui_id_of("terms-keep", 0));
    sitting_key(s, KEY_ENTER, 0);
}

static void terms_actions(struct sitting *s)
{
    vote_actions(s, 30);
    prepared(s);
    sitting_letter(s, 'v', 0);
    sitting_type(s, "Which of these shall we do?");
    sitting_tab_to(s, ui_id_of("terms-about", ABOUT_CONDITIONS));
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0);
    sitting_tab_to(s, ui_id_of("terms-method", METHOD_DOTS));
    for (int i = 0; i < METHOD_SCORES; i++)
        sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0);
    sitting_tab_to(s, ui_id_of("terms-which", 0));
    sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_ENTER, 0);
    sitting_tab_to(s, ui_id_of("terms-options", 0));
    for (int i = 0; i < 4; i++) {
        sitting_key(s, KEY_SPACE, 0);
        sitting_key(s, KEY_DOWN, 0);
    }
}

static void paper_dots(struct sitting *s)
{
    open_votes(s);
    sitting_letter(s, 'y', 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_letter(s, '2', 0);
    sitting_key(s, KEY_DOWN, 0);
    sitting_letter(s, '2', 0);
    sitting_key(s, KEY_ENTER, WITH_CONTROL);
}

static void paper_two_scales(struct sitting *s)
{
    struct ballot_content content = vote_content(METHOD_SCORES);
    content.by_school = true;
    content.about = ABOUT_TYPED;
    content.option_count = OPTIONS_MAX;
    for (int i = 0; i < OPTIONS_MAX; i++)
        snprintf(content.texts[i], NAME_SIZE, "Something that could be done, number %d", i + 1);
    vote_set(s, vote_prepare(s, &content), BALLOT_OPEN);
    look(s);
    sitting_letter(s, 'y', 0);
    for (const char *digit = "4253"; *digit; digit++)
        sitting_letter(s, *digit, 0);
}

static void first_three(struct sitting *s)
{
    reveal_dots(s);
    sitting_letter(s, 'k', 0);
}

static void first_actions(struct sitting *s)
{
    struct ballot_content content = vote_content(METHOD_APPROVAL);
    content.about = ABOUT_ACTIONS;
    vote_actions(s, 8);
    ballot_id ballot = vote_prepare(s, &content);
    vote_set(s, ballot, BALLOT_OPEN);
    vote_cast(s, ballot, 1000);
    vote_set(s, ballot, BALLOT_CLOSED);
    vote_set(s, ballot, BALLOT_REVEALED);
    look(s);
    sitting_letter(s, 'k', 0);
}

static void long_terms(struct sitting *s)
{
    struct ballot_content content = vote_content(METHOD_DOTS);
    content.about = ABOUT_TYPED;
    content.named = true;
    content.option_count = OPTIONS_MAX;
    content.limit = 2;
    strcpy(content.question, "Which of all that was said this morning, by all of us, should come "
                             "first when we are back");
    for (int i = 0; i < OPTIONS_MAX; i++)
        snprintf(content.texts[i], NAME_SIZE, "Whatever the schools of the cluster could do, %d",
                 i + 1);
    ballot_id ballot = vote_prepare(s, &content);
    vote_set(s, ballot, BALLOT_OPEN);
    vote_cast(s, ballot, 9);
    look(s);
}

/* Two sit at one laptop, and the seat is looked at under People. */
static void shared(struct sitting *s)
{
    open_dots(s, 9);
    sitting_letter(s, 'n', 0);
    for (int i = 0; i < 2; i++)
        sitting_key(s, KEY_DOWN, 0);
    sitting_tab_to(s, ui_id_of("person-shared", 2));
    sitting_key(s, KEY_ENTER, 0);
    sitting_key(s, KEY_ENTER, 0);
}

static void run_open(struct sitting *s)
{
    open_dots(s, 14);
}

static void run_ask(struct sitting *s)
{
    open_dots(s, 14);
    sitting_letter(s, 'r', 0);
}

static void run_ask_open(struct sitting *s)
{
    begin(s, METHOD_DOTS);
    sitting_letter(s, 'r', 0);
}

static void run_revealed(struct sitting *s)
{
    reveal(s, METHOD_DOTS);
}

static void run_none(struct sitting *s)
{
    vote_at_step(s, 7);
}

static void closing(struct sitting *s)
{
    open_dots(s, 14);
    while (s->model->place.item < s->model->item_count)
        sitting_key(s, KEY_RIGHT, 0);
    sitting_key(s, KEY_RIGHT, 0);
    sitting_letter(s, 'e', WITH_CONTROL);
}

#define LIVE .address = "192.168.4.20"
#define ROOM .ratings = ROOMS_AGREED, .place = {2, 2}, .elapsed_ms = 1040000, LIVE

const struct vote_scene vote_scenes[] = {
    {"votes", {.schools = 10, .seats = 24, ROOM}, false, prepared},
    {"votes-open", {.schools = 10, .seats = 24, ROOM}, false, open_votes},
    {"votes-ask-close", {.schools = 10, .seats = 24, ROOM}, true, ask_close},
    {"votes-ask-reveal", {.schools = 10, .seats = 24, ROOM}, false, ask_reveal},
    {"votes-ask-open", {.schools = 3, .seats = 4, ROOM}, false, ask_open},
    {"votes-revealed", {.schools = 10, .seats = 24, ROOM}, false, reveal_dots},
    {"votes-ranking", {.schools = 10, .seats = 24, ROOM}, true, reveal_ranking},
    {"votes-two-scales", {.schools = 10, .seats = 24, ROOM}, false, reveal_two_scales},
    {"votes-terms", {.schools = 10, .seats = 24, ROOM}, false, terms},
    {"votes-terms-amiss", {.schools = 10, .seats = 24, ROOM}, false, terms_amiss},
    {"votes-terms-actions", {.schools = 10, .seats = 24, ROOM}, true, terms_actions},
    {"votes-paper", {.schools = 10, .seats = 24, ROOM}, false, paper_dots},
    {"votes-paper-24", {.schools = 10, .seats = 24, ROOM}, true, paper_two_scales},
    {"votes-first", {.schools = 10, .seats = 24, ROOM}, false, first_three},
    {"votes-first-actions", {.schools = 10, .seats = 24, ROOM}, true, first_actions},
    {"votes-none", {.schools = 3, .place = {2, 2}}, false, look},
    {"votes-28", {.schools = 28, .seats = 60, ROOM}, false, open_votes},
    {"votes-long", {.schools = 14, .seats = 40, .long_names = true, ROOM}, true, long_terms},
    {"people-shared", {.schools = 10, .seats = 24, ROOM}, false, shared},
    {"run-vote", {.schools = 10, .seats = 24, ROOM}, false, run_open},
    {"run-vote-28-ask", {.schools = 28, .seats = 60, ROOM}, false, run_ask},
    {"run-vote-3", {.schools = 3, .seats = 4, .long_names = true, ROOM}, true, ask_open},
    {"run-vote-ask-open", {.schools = 3, .seats = 4, ROOM}, false, run_ask_open},
    {"run-vote-revealed", {.schools = 10, .seats = 24, ROOM}, false, run_revealed},
    {"run-vote-none", {.schools = 10, .seats = 24, ROOM}, false, run_none},
    {"run-vote-closing", {.schools = 10, .seats = 24, ROOM}, false, closing},
};

const int vote_scenes_count = sizeof vote_scenes / sizeof *vote_scenes;

void vote_scene_open(struct sitting **out, const struct vote_scene *scene, int width, int height,
                     const struct type_metrics *metrics)
{
    sitting_create(out, &scene->spec, width, height);
    (*out)->metrics = metrics;
    sitting_step(*out);
    if (scene->act)
        scene->act(*out);
    (*out)->now_ms += CONSOLE_SAY_MS;
    sitting_step(*out);
}
