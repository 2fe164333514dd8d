#include <stdio.h>

#include "content/content.h"
#include "content/written.h"
#include "model/types.h"
#include "testing.h"

/* A small pack that is right, by line. A case replaces one of the lines. */
static const char *const right[] = {
    /*  1 */ "id: small",
    /*  2 */ "title: A small pack",
    /*  3 */ "language: en-GB",
    /*  4 */ "conditions:",
    /*  5 */ "  - id: one",
    /*  6 */ "    name: The first",
    /*  7 */ "    tight: First",
    /*  8 */ "    question: How is it?",
    /*  9 */ "    prompts: [Well?]",
    /* 10 */ "    scale: {low: a, middle: b, high: c}",
    /* 11 */ "  - id: two",
    /* 12 */ "    name: The second",
    /* 13 */ "    tight: Second",
    /* 14 */ "    question: And now?",
    /* 15 */ "    prompts:",
    /* 16 */ "      - Better?",
    /* 17 */ "    scale: {low: a, middle: b, high: c}",
    /* 18 */ "    resources:",
    /* 19 */ "      - title: A book",
    /* 20 */ "agendas:",
    /* 21 */ "  - id: day",
    /* 22 */ "    title: The day",
    /* 23 */ "    items:",
    /* 24 */ "      - id: start",
    /* 25 */ "        title: Start",
    /* 26 */ "        start: 09:20",
    /* 27 */ "        minutes: 20",
    /* 28 */ "        steps: [{stage: briefing}, {stage: board, board: ideas, minutes: 20}]",
    /* 29 */ "        objectives: [Begin]",
    /* 30 */ "      - id: end",
    /* 31 */ "        title: End",
    /* 32 */ "        start: 9:20",
    /* 33 */ "        steps:",
    /* 34 */ "          - {stage: evaluation, of: start, how: alone}",
    /* 35 */ "          - {stage: icebreaker}",
    /* 36 */ "    questions: [Have you ever?]",
    /* 37 */ "    boards:",
    /* 38 */ "      - id: ideas",
    /* 39 */ "        question: Which?",
    /* 40 */ "        headings: [Old, New]",
    /* 41 */ "        always: yes",
    /* 42 */ "    ballots:",
    /* 43 */ "      - {id: first, question: Which first?}",
    /* 44 */ "      - id: then",
    /* 45 */ "        question: Which then?",
    /* 46 */ "        method: scores",
    /* 47 */ "        gain: Impact",
    /* 48 */ "        cost: Effort",
    /* 49 */ "        about: typed",
    /* 50 */ "        options: [A fair, A walk]",
    /* 51 */ "        named: yes",
};
enum { LINES = sizeof right / sizeof right[0] };

#define TEN        "0123456789"
#define TEN_SPACES "          "
#define GRIDS      "{stage: grid}, {stage: grid}, {stage: grid}"
#define HUNDRED    TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN

static const struct fault_case {
    unsigned replaced; /* line of `right` */
    const char *by;
    unsigned line; /* where the message must point */
    const char *word;
} cases[] = {
    /* YAML */
    {6, "    name: \"The first", 6, "quoted scalar"},
    {7, "   tight: First", 7, "not YAML"},
    {7, "\ttight: First", 7, "not YAML"},
    {9, "    prompts: [Well?", 10, "not YAML"},
    {12, "    name: *first", 12, "not YAML"},
    {12, "    name: Caf\xE9 society", 12, "UTF-8"},
    {13, "    tight: \xED\xA0\x80", 13, "UTF-8"},
    {51, "        named: yes\n---\nid: more", 53, "second document"},
    /* keys */
    {3, "langauge: en-GB", 3, "no key \"langauge\""},
    {19, "      - title: A book\n        url: somewhere", 20, "title, kind, offered_by, where"},
    {25, "        titel: Start", 25, "no key \"titel\""},
    {2, "", 1, "\"title\" is missing"},
    {13, "", 11, "\"tight\" is missing"},
    {10, "    scale: {low: a, high: c}", 10, "\"middle\" is missing"},
    {12, "    id: three", 12, "\"id\" stands here twice; the first is on line 11"},
    {12, "    [a, b]: three", 12, "one word"},
    /* kinds */
    {8, "    question: [How, is, it]", 8, "\"question\" should be one text"},
    {9, "    prompts: Well?", 9, "\"prompts\" should be a list"},
    {10, "    scale: high", 10, "\"scale\" should be a group"},
    {16, "      - {a: Better?}", 16, "\"prompts\" should be one text"},
    {27, "        minutes: twenty", 27, "whole number from 0 to 1440, not \"twenty\""},
    {27, "        minutes: -5", 27, "whole number"},
    {27, "        minutes: 1441", 27, "whole number"},
    {27, "        minutes: 0x10", 27, "whole number"},
    {27, "        minutes:", 27, "whole number"},
    /* sizes */
    {7, "    tight: Twenty-five characters ..", 7, "25 characters, and 24 fit"},
    {8, "    question: " HUNDRED HUNDRED HUNDRED TEN TEN TEN, 8, "330 bytes, and 320 fit"},
    {7,
     "    tight: \"a" TEN_SPACES TEN_SPACES TEN_SPACES TEN_SPACES TEN_SPACES TEN_SPACES TEN_SPACES
     "b\"",
     7, "72 characters, and 24 fit"},
    {1, "id: " TEN TEN TEN TEN, 1, "40 bytes, and 31 fit"},
    {9, "    prompts: [1, 2, 3, 4, 5, 6, 7, 8, 9]", 9, "number 9, and 8 fit"},
    {16,
     "      - 1\n      - 2\n      - 3\n      - 4\n      - 5\n      - 6\n      - 7\n      - 8\n     "
     " - 9",
     24, "number 9, and 8 fit"},
    {9, "    prompts: []", 9, "at least 1"},
    {28, "        steps: [" GRIDS ", " GRIDS ", " GRIDS "]", 28, "number 9, and 8 fit"},
    {40, "        headings: [a, b, c, d, e, f, g]", 40, "number 7, and 6 fit"},
    {40, "        headings: []", 40, "at least 1"},
    {36, "    questions: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]", 36, "and 12 fit"},
    /* texts */
    {2, "title:", 2, "\"title\" is empty"},
    {25, "        title: \" \\t \"", 25, "\"title\" is empty"},
    {7, "    tight: \"A\\0B\"", 7, "zero byte"},
    {16, "      - \"\"", 16, "\"prompts\" is empty"},
    {5, "  - id: One", 5, "\"One\" will not do for \"id\""},
    {5, "  - id: the first", 5, "small letters"},
    {5, "  - id: \xC3\xA9t\xC3\xA9", 5, "small letters"},
    {3, "language: en_GB", 3, "like en-GB"},
    {26, "        start: 25:99", 26, "\"25:99\" will not do for \"start\""},
    {26, "        start: 09:60", 26, "like 09:20"},
    {26, "        start: 24:00", 26, "like 09:20"},
    {26, "        start: nine", 26, "like 09:20"},
    {26, "        start: 9", 26, "like 09:20"},
    {26, "        start: 99999999999:00", 26, "like 09:20"},
    {28, "        steps: [{stage: briefing}, {stage: karaoke}]", 28,
     "no \"karaoke\"; it can be: briefing, grid"},
    {28, "        steps: [briefing]", 28, "should be a group of keys"},
    {28, "        steps: [{stage: lobby}]", 28, "no \"lobby\""},
    {28, "        steps: [{stage: 1}]", 28, "no \"1\""},
    {28, "        steps: [{how: alone}]", 28, "\"stage\" is missing"},
    {28, "        steps: [{stage: grid, how: in pairs}]", 28, "no \"in pairs\"; it can be: none,"},
    {41, "        always: perhaps", 41, "\"always\" should be yes or no, not \"perhaps\""},
    {27, "        group_size: 31", 27, "from 0 to 30"},
    /* places */
    {14, "    question:", 14, "\"question\" is empty"},
    {19, "      - kind: A book", 19, "\"title\" is missing"},
    {31, "        titel: End", 31, "no key \"titel\""},
    {2, "title:", 2, "\"title\" is empty"},
    /* what keys say about one another */
    {32, "        start: 9:19", 32, "9:19 is earlier than 09:20"},
    {32, "        start: 25:70", 32, "like 09:20"},
    {28, "        steps: [{stage: grid, minutes: 15}, {stage: grid, minutes: 6}]", 28,
     "21 minutes, and the item has 20"},
    {28, "        steps: [{stage: board}]", 28, "needs \"board\": the id of a board"},
    {28, "        steps: [{stage: board, board: idea}]", 28, "no \"idea\" among the \"boards\""},
    {28, "        steps: [{stage: board, board: \"\"}]", 28, "\"board\" is empty"},
    {28, "        steps: [{stage: grid, board: ideas}]", 28, "only the stage \"board\" has"},
    {28, "        steps: [{stage: board, board: ideas, of: end}]", 28, "only the stage \"evalua"},
    {34, "          - {stage: evaluation}", 34, "needs \"of\": the id of an item"},
    {34, "          - {stage: evaluation, of: ideas}", 34, "no \"ideas\" among the \"items\""},
    {29, "        objectives: []", 34, "\"start\" has no \"objectives\""},
    {36, "", 35, "an icebreaker needs \"questions\""},
    {3, "language: en-GB\nconditions_from: other.yaml", 4, "cannot both stand here"},
    {3, "language: en-GB\nconditions_from: ../other.yaml", 4, "of the same folder"},
    /* ballots */
    {28, "        steps: [{stage: ballot}]", 28, "needs \"ballot\": the id of a ballot"},
    {28, "        steps: [{stage: ballot, ballot: last}]", 28, "no \"last\" among the \"ballots\""},
    {28, "        steps: [{stage: grid, ballot: first}]", 28, "only the stage \"ballot\" has"},
    {43, "      - {id: first, question: Q, dots: 11}", 43, "a whole number from 1 to 10"},
    {43, "      - {id: first, question: Q, dots: 0}", 43, "a whole number from 1 to 10"},
    {43, "      - {id: first, question: Q, most: 4}", 43,
     "4 dots on one option are more than the 3"},
    {43, "      - {id: first, question: Q, method: vote}", 43, "it can be: dots, approval"},
    {43, "      - {id: first, question: Q, method: ranking, dots: 3}", 43,
     "only a ballot with \"method: dots\" has \"dots\""},
    {43, "      - {id: first, question: Q, options: [A, B]}", 43,
     "only a ballot with \"about: typed\" has"},
    {43, "      - {id: then, question: Q}", 44, "also on line 43"},
    {48, "", 44, "a ballot with \"method: scores\" needs \"cost\""},
    {50, "", 44, "a ballot with \"about: typed\" needs \"options\""},
    {50, "        options: [A fair]", 50, "too few entries: it needs at least 2"},
    {50, "        options: [A fair,\n          a fair]", 51, "also on line 50"},
    {51, "        by_school: perhaps", 51, "yes or no"},
    /* ids */
    {11, "  - id: one", 11, "the id \"one\" is taken; it is also on line 5"},
    {30, "      - id: start", 30, "also on line 24"},
    {51, "  - id: day\n    title: Again\n    items: [{id: a, title: b}]", 51, "also on line 21"},
    {41, "      - {id: ideas, question: Q, headings: [A]}", 41, "also on line 38"},
    /* aliases */
    {6, "    name: &n The first\n    tight: *n\n    question: x\n  - id: three", 6, "alias"},
};

static void compose(char *to, size_t size, unsigned replaced, const char *by)
{
    size_t used = 0;
    for (unsigned i = 0; i < LINES; i++)
        used += (size_t)snprintf(to + used, size - used, "%s\n", i + 1 == replaced ? by : right[i]);
    assert_true(used < size);
}

static void the_pattern_is_right(void **state)
{
    struct written *w = *state;
    char text[4096];
    struct trouble t = {""};
    compose(text, sizeof text, 0, "");
    assert_int_equal(written_load(w, text, &t), ERROR_OK);
    assert_int_equal(w->pack->condition_count, 2);
    assert_int_equal(w->pack->agenda.item_count, 2);
    assert_int_equal(w->pack->agenda.items[0].start, 9 * 60 + 20);
    const struct agenda_step *steps = w->pack->agenda.items[0].steps;
    assert_int_equal(w->pack->agenda.items[0].step_count, 2);
    assert_int_equal(steps[0].stage, STAGE_BRIEFING);
    assert_int_equal(steps[0].subject, 0);
    assert_int_equal(steps[1].stage, STAGE_BOARD);
    assert_int_equal(steps[1].subject, 1);
    assert_int_equal(steps[1].minutes, 20);
    assert_int_equal(w->pack->agenda.items[1].steps[0].stage, STAGE_EVALUATION);
    assert_int_equal(w->pack->agenda.items[1].steps[0].how, HOW_ALONE);
    assert_int_equal(w->pack->agenda.items[1].steps[0].subject, 1);
    assert_int_equal(w->pack->agenda.board_count, 1);
    assert_int_equal(w->pack->agenda.boards[0].heading_count, 2);
    assert_string_equal(w->pack->agenda.boards[0].headings[1], "New");
    assert_true(w->pack->agenda.boards[0].always);
    assert_false(w->pack->agenda.boards[0].held);
    assert_int_equal(w->pack->agenda.ballot_count, 2);
    const struct ballot_content *ballots = w->pack->agenda.ballots;
    assert_int_equal(ballots[0].method, METHOD_DOTS);
    assert_int_equal(ballots[0].about, ABOUT_CONDITIONS);
    assert_int_equal(ballots[0].budget, BUDGET_USUAL);
    assert_int_equal(ballots[0].limit, BUDGET_USUAL);
    assert_int_equal(ballots[0].option_count, 0);
    assert_false(ballots[0].named);
    assert_int_equal(ballots[1].method, METHOD_SCORES);
    assert_int_equal(ballots[1].budget, 0);
    assert_string_equal(ballots[1].criteria[0], "Impact");
    assert_string_equal(ballots[1].criteria[1], "Effort");
    assert_int_equal(ballots[1].option_count, 2);
    assert_string_equal(ballots[1].texts[1], "A walk");
    assert_true(ballots[1].named);
    assert_string_equal(w->pack->agenda.questions[0], "Have you ever?");
    assert_string_equal(w->pack->conditions[1].resources[0].title, "A book");
    assert_string_equal(w->pack->conditions[0].scale[SCALE_HIGH], "c");
}

static void faults_are_named_with_their_line(void **state)
{
    struct written *w = *state;
    unsigned wrong = 0;
    for (unsigned i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char text[4096], place[64];
        struct trouble t = {""};
        compose(text, sizeof text, cases[i].replaced, cases[i].by);
        snprintf(place, sizeof place, "%s, line %u", strrchr(w->path, '/') + 1, cases[i].line);
        enum error e = written_load(w, text, &t);
        if (e == ERROR_FORMAT && strncmp(t.text, place, strlen(place)) == 0 &&
            strstr(t.text, cases[i].word) && w->pack->condition_count == 0)
            continue;
        print_error("line %u \"%s\" gave %d: %s\n", cases[i].replaced, cases[i].by, (int)e, t.text);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

/* The path of a fault, right after its line. */
static const struct place_case {
    unsigned replaced;
    const char *by, *path;
} places[] = {
    {2, "title:", "title"},
    {3, "langauge: en-GB", ""},
    {7, "    tight:", "conditions[1].tight"},
    {14, "    question:", "conditions[2].question"},
    {16, "      - \"\"", "conditions[2].prompts[1]"},
    {19, "      - kind: A book", "conditions[2].resources[1]"},
    {22, "    title:", "agendas[1].title"},
    {27, "        minutes: -5", "agendas[1].items[1].minutes"},
    {28, "        steps: [{stage: grid}, {stage: no}]", "agendas[1].items[1].steps[2].stage"},
    {28, "        steps: [{stage: board, board: no}]", "agendas[1].items[1].steps[1].board"},
    {28, "        steps: [{stage: board}]", "agendas[1].items[1].steps[1]"},
    {28, "        steps: [{stage: grid, minutes: 21}]", "agendas[1].items[1].steps[1].minutes"},
    {28, "        steps: [" GRIDS ", " GRIDS ", " GRIDS "]", "agendas[1].items[1].steps"},
    {30, "      - id: start", "agendas[1].items[2]"},
    {31, "        title:", "agendas[1].items[2].title"},
    {32, "        start: 25:70", "agendas[1].items[2].start"},
    {32, "        start: 09:19", "agendas[1].items[2].start"},
    {34, "          - {stage: evaluation, of: no}", "agendas[1].items[2].steps[1].of"},
    {36, "", "agendas[1].items[2].steps[2]"},
    {40, "        headings: []", "agendas[1].boards[1].headings"},
    {41, "        personal: maybe", "agendas[1].boards[1].personal"},
    {41, "      - {id: ideas, question: Q, headings: [A]}", "agendas[1].boards[2]"},
    {51, "  - id: day\n    title: Again\n    items: [{id: a, title: b}]", "agendas[2]"},
    {43, "      - {id: first, question: Q, most: 4}", "agendas[1].ballots[1].most"},
    {50, "        options: [A fair, a fair]", "agendas[1].ballots[2].options[2]"},
};

static void faults_are_named_with_their_path(void **state)
{
    struct written *w = *state;
    for (unsigned i = 0; i < sizeof places / sizeof places[0]; i++) {
        char text[4096], path_told[128];
        struct trouble t = {""};
        compose(text, sizeof text, places[i].replaced, places[i].by);
        assert_int_equal(written_load(w, text, &t), ERROR_FORMAT);
        const char *at = strstr(t.text, ", line ");
        assert_non_null(at);
        at += strlen(", line ");
        at += strspn(at, "0123456789");
        snprintf(path_told, sizeof path_told, "%s%s: ", places[i].path[0] ? ", " : "",
                 places[i].path);
        if (strncmp(at, path_told, strlen(path_told)) != 0)
            fail_msg("%s\nshould name %s", t.text, places[i].path);
    }
}

static void other_files_are_no_packs(void **state)
{
    struct written *w = *state;
    struct trouble t = {""};
    assert_int_equal(written_load(w, "", &t), ERROR_FORMAT);
    assert_non_null(strstr(t.text, "line 1: the file is empty"));
    assert_int_equal(written_load(w, "just a text\n", &t), ERROR_FORMAT);
    assert_int_equal(written_load(w, "- a\n- b\n", &t), ERROR_FORMAT);
    assert_non_null(strstr(t.text, "line 1: \"the pack\" should be a group"));
    assert_int_equal(content_load(w->pack, "/tmp", NULL, &t), ERROR_IO);
    assert_int_equal(content_load(w->pack, "/nowhere/at/all.yaml", NULL, &t), ERROR_ABSENT);
    assert_non_null(strstr(t.text, "/nowhere/at/all.yaml"));
}

static void what_is_left_out_has_its_meaning(void **state)
{
    struct written *w = *state;
    struct trouble t = {""};
    char text[4096];
    compose(text, sizeof text, 28, "");
    assert_int_equal(written_load(w, text, &t), ERROR_OK);
    assert_int_equal(w->pack->agenda.items[0].step_count, 1);
    assert_int_equal(w->pack->agenda.items[0].steps[0].stage, STAGE_BRIEFING);
    compose(text, sizeof text, 32, "        start: 00:00");
    assert_int_equal(written_load(w, text, &t),
                     ERROR_OK); /* not planned, and so not earlier either */
    assert_int_equal(w->pack->agenda.items[1].start, 0);
}

static void texts_of_any_language_survive(void **state)
{
    struct written *w = *state;
    static const struct {
        const char *written, *read;
    } labels[] = {
        {"T\xC5\xB7 a d\xC5\xB5r", "T\xC5\xB7 a d\xC5\xB5r"}, /* Welsh: circumflexed y and w */
        {"Tw\xCC\x82r", "T\xC5\xB5r"}, /* w and a combining circumflex: one letter */
        {"Za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87 g\xC4\x99\xC5\x9Bl\xC4\x85",
         "Za\xC5\xBC\xC3\xB3\xC5\x82\xC4\x87 g\xC4\x99\xC5\x9Bl\xC4\x85"}, /* Polish */
        {"\xD8\xA7\xD9\x84\xD9\x85\xD8\xAF\xD8\xB1\xD8\xB3\xD8\xA9",
         "\xD8\xA7\xD9\x84\xD9\x85\xD8\xAF\xD8\xB1\xD8\xB3\xD8\xA9"}, /* Arabic */
        {"\"two\\n  lines\"", "two lines"},
        {"|\n      two\n      lines", "two lines"},
    };
    for (unsigned i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        char text[4096], by[128];
        struct trouble t = {""};
        snprintf(by, sizeof by, "    tight: %s", labels[i].written);
        compose(text, sizeof text, 7, by);
        assert_int_equal(written_load(w, text, &t), ERROR_OK);
        assert_string_equal(w->pack->conditions[0].tight, labels[i].read);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_pattern_is_right),
        cmocka_unit_test(faults_are_named_with_their_line),
        cmocka_unit_test(faults_are_named_with_their_path),
        cmocka_unit_test(other_files_are_no_packs),
        cmocka_unit_test(what_is_left_out_has_its_meaning),
        cmocka_unit_test(texts_of_any_language_survive),
    };
    return cmocka_run_group_tests(tests, written_set_up, written_tear_down);
}
