/* Rehearsal packs: those that ship, and what is said of one with a fault. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"
#include "content/rehearsal.h"
#include "testing.h"

static char path[] = "/tmp/plenary-rehearsal-XXXXXX.yaml";

static int set_up(void **state)
{
    (void)state;
    int fd = mkstemps(path, 5);
    return fd >= 0 ? close(fd) : -1;
}

static int tear_down(void **state)
{
    (void)state;
    return unlink(path);
}

static enum error load(struct rehearsal_pack **pack, const char *text, struct trouble *t)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
    *t = (struct trouble){0};
    return content_load_rehearsal(pack, path, t);
}

/* A small pack that is right, by line. A case replaces one of the lines. */
static const char *const right[] = {
    /*  1 */ "id: small",
    /*  2 */ "title: Three schools",
    /*  3 */ "language: en-GB",
    /*  4 */ "agenda: modelling",
    /*  5 */ "schools:",
    /*  6 */ "  - {name: Ash, now: [2, 3, 4, 5, 6, 7, 8, 9, 10, 0]}",
    /*  7 */ "  - name: Birch",
    /*  8 */ "    now: [2, 3, 4, 5, 6, 7, 8, 9, 10, 0]",
    /*  9 */ "    target: [3, 3, 4, 5, 6, 7, 8, 9, 10, 0]",
    /* 10 */ "    months: [6, 12, 12, 12, 12, 12, 12, 12, 12, 12]",
    /* 11 */ "  - {name: Castle, now: [2, 3, 4, 5, 6, 7, 8, 9, 10, 0]}",
    /* 12 */ "roles:",
    /* 13 */ "  - name: Mary Holt",
    /* 14 */ "    school: Birch",
    /* 15 */ "    temperament: sceptical",
    /* 16 */ "    who: Head of Birch.",
    /* 17 */ "    wants: To go home.",
    /* 18 */ "    unsaid: That she wants to.",
    /* 19 */ "    names: later",
    /* 20 */ "    defends: funding",
    /* 21 */ "    arrives: 2",
    /* 22 */ "    says:",
    /* 23 */ "      political: [\"  Who   decides? \", Who pays?]",
    /* 24 */ "      issues: [What if it rains?]",
    /* 25 */ "      anything: [\"Hm.\"]",
    /* 26 */ "    votes: [funding, impact]",
    /* 27 */ "    proposes:",
    /* 28 */ "      - {what: One bid, condition: funding, plan: cluster, by: 90, know: It is in}",
    /* 29 */ "    leaves: {at: grid, minutes: 3}",
    /* 30 */ "moments:",
    /* 31 */ "  - title: She objects",
    /* 32 */ "    acts:",
    /* 33 */ "      - {role: mary holt, does: objects, line: I did not agree., heading: Political}",
    /* 34 */ "      - {role: Mary Holt, does: rerates, condition: funding, now: 1}",
    /* 35 */ "      - {role: Mary Holt, does: leaves, minutes: 4}",
};

enum { LINES = sizeof right / sizeof *right };

static void write_pack(char *to, size_t size, unsigned line, const char *instead)
{
    size_t used = 0;
    for (unsigned i = 0; i < LINES; i++)
        used +=
            (size_t)snprintf(to + used, size - used, "%s\n", i + 1 == line ? instead : right[i]);
    assert_true(used < size);
}

static void a_pack_is_read_as_it_is_written(void **state)
{
    char text[8192];
    struct rehearsal_pack *pack;
    struct trouble t;
    (void)state;
    write_pack(text, sizeof text, 0, NULL);
    if (load(&pack, text, &t))
        fail_msg("%s", t.text);
    assert_int_equal(pack->condition_count, 10);
    assert_int_equal(pack->school_count, 3);
    assert_int_equal(pack->schools[1].now[1], 2);
    assert_int_equal(pack->schools[1].target[1], 3);
    assert_int_equal(pack->schools[1].months[1], 6);
    assert_int_equal(pack->schools[1].months[10], 0); /* no target, no time to it */
    const struct rehearsal_role *role = &pack->roles[0];
    assert_int_equal(role->school, 1);
    assert_int_equal(role->temperament, TEMPERAMENT_SCEPTICAL);
    assert_int_equal(role->names, NAMES_LATER);
    assert_int_equal(role->defends, 9);
    assert_int_equal(role->arrives, 2);
    assert_int_equal(role->says_count, 3);
    assert_string_equal(role->says[0].under, "political");
    assert_int_equal(role->says[0].line_count, 2);
    assert_string_equal(role->says[0].lines[0], "Who decides?");
    assert_int_equal(role->vote_count, 2);
    assert_int_equal(role->votes[1], 10);
    assert_string_equal(role->proposes[0].what, "One bid");
    assert_int_equal(role->proposes[0].level, ACTION_LEVEL_CLUSTER);
    assert_int_equal(role->proposes[0].by, 90);
    assert_int_equal(role->leaves_at, STAGE_GRID);
    assert_int_equal(role->leaves_minutes, 3);
    assert_int_equal(pack->moments[0].act_count, 3);
    assert_int_equal(pack->moments[0].acts[0].does, DEED_OBJECTS);
    assert_int_equal(pack->moments[0].acts[1].condition, 9);
    assert_int_equal(pack->moments[0].acts[2].minutes, 4);
    rehearsal_pack_destroy(&pack);
    assert_null(pack);
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
    static const struct {
        unsigned line;
        const char *instead, *place, *says;
    } cases[] = {
        {4, "agenda: nowhere", "line 4, agenda:", "no agenda \"nowhere\""},
        {5, "houses:", "line 5:", "there is no key \"houses\""},
        {6, "  - {name: Ash, now: [2, 3]}", "line 6, schools[1].now:", "2 figures stand here"},
        {6, "  - {name: Ash, now: [2, 3, 4, 5, 6, 7, 8, 9, 11, 0]}",
         "line 6, schools[1].now[9]:", "0 to 10"},
        {7, "  - name: ash", "line 7, schools[2]:", "the name \"ash\" is taken"},
        {9, "    target: [1, 3, 4, 5, 6, 7, 8, 9, 10, 0]",
         "line 9, schools[2].target[1]:", "below where the school is, 2"},
        {9, "    target: [3, 3, 4, 5, 6, 7, 8, 9, 10, 5]",
         "line 9, schools[2].target[10]:", "needs a figure"},
        {14, "    school: Dene", "line 14, roles[1].school:", "there is no school \"Dene\""},
        {15, "    temperament: merry", "line 15, roles[1].temperament:", "keen, busy"},
        {16, "    # who", "line 13, roles[1]:", "\"who\" is missing"},
        {19, "    names: maybe", "line 19, roles[1].names:", "yes, later, no"},
        {20, "    defends: money", "line 20, roles[1].defends:", "no condition \"money\""},
        {23, "      Pollitical: [Oh]", "line 23, roles[1].says:", "\"Pollitical\""},
        {23, "      Issues: []", "line 23, roles[1].says.Issues:", "is empty"},
        {23, "      Issues: Oh", "line 23, roles[1].says.Issues:", "should be a list"},
        {25, "      ISSUES: [Oh]", "line 25, roles[1].says:", "stands here twice"},
        {26, "    votes: [funding, funding]", "line 26, roles[1].votes[2]:", "twice"},
        {26, "    votes: [money]", "line 26, roles[1].votes[1]:", "no condition \"money\""},
        {28, "      - {what: One bid, condition: money, plan: cluster}",
         "line 28, roles[1].proposes[1].condition:", "no condition"},
        {29, "    leaves: {at: tea, minutes: 3}", "line 29, roles[1].leaves.at:", "lobby"},
        {29, "    leaves: {at: grid, minutes: 0}",
         "line 29, roles[1].leaves.minutes:", "1 minute at least"},
        {33, "      - {role: Ann, does: posts, line: Oh}",
         "line 33, moments[1].acts[1].role:", "no role \"Ann\""},
        {33, "      - {role: Mary Holt, does: posts}",
         "line 33, moments[1].acts[1]:", "needs \"line\""},
        {34, "      - {role: Mary Holt, does: rerates, condition: funding, now: 0}",
         "line 34, moments[1].acts[2]:", "needs \"now\""},
        {35, "      - {role: Mary Holt, does: sings}",
         "line 35, moments[1].acts[3].does:", "objects, posts"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[8192];
        struct rehearsal_pack *pack;
        struct trouble t;
        write_pack(text, sizeof text, cases[i].line, cases[i].instead);
        assert_int_not_equal(load(&pack, text, &t), ERROR_OK);
        assert_null(pack);
        if (!strstr(t.text, cases[i].place) || !strstr(t.text, cases[i].says))
            fail_msg("%s\n gives: %s\n wanted: %s ... %s", cases[i].instead, t.text, cases[i].place,
                     cases[i].says);
    }
}

/* Each fits its agenda, and its people differ. */
static void the_packs_that_ship_load(void **state)
{
    struct rehearsal_catalogue *all = malloc(sizeof *all);
    struct trouble t = {0};
    (void)state;
    assert_non_null(all);
    assert_int_equal(content_list_rehearsals(all, NULL, &t), ERROR_OK);
    assert_int_equal(all->count, 3);
    unsigned most = 0;
    for (uint16_t i = 0; i < all->count; i++) {
        struct rehearsal_pack *pack;
        if (all->entries[i].trouble.text[0] ||
            content_load_rehearsal(&pack, all->entries[i].id, &t))
            fail_msg("%s%s", all->entries[i].trouble.text, t.text);
        assert_true(all->entries[i].about[0]);
        assert_int_equal(all->entries[i].role_count, pack->role_count);
        assert_int_equal(all->entries[i].school_count, pack->school_count);
        assert_true(pack->moment_count >= 3);
        for (uint8_t r = 0; r < pack->role_count; r++)
            assert_true(pack->roles[r].says_count > 0 && pack->roles[r].vote_count > 0);
        most = pack->school_count > most ? pack->school_count : most;
        rehearsal_pack_destroy(&pack);
    }
    assert_int_equal(most, 28);
    free(all);
}

static void what_is_not_there_is_said(void **state)
{
    struct rehearsal_pack *pack;
    struct trouble t = {0};
    (void)state;
    assert_int_equal(content_load_rehearsal(&pack, "nowhere", &t), ERROR_ABSENT);
    assert_non_null(strstr(t.text, "easy-cluster, divided-cluster, large-cluster"));
    assert_int_equal(content_load_rehearsal(&pack, "/nowhere/at-all.yaml", &t), ERROR_ABSENT);
    assert_null(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pack_is_read_as_it_is_written),
        cmocka_unit_test(what_is_wrong_is_told_with_its_place),
        cmocka_unit_test(the_packs_that_ship_load),
        cmocka_unit_test(what_is_not_there_is_said),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
