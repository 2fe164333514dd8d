/* The cluster's report, read back by other programs: what it says and in which order, what it does
 * not say to whom, and how it looks. */

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/text.h"
#include "golden/pages.h"
#include "journal/scratch.h"
#include "report/cluster.h"
#include "report/written.h"
#include "testing.h"

enum { PATH_SIZE = 512 };

static const struct written_spec whole_day = {
    .schools = 10, .ratings = ROOMS_MOST, .consented = true, .full = true, .reviews = 2};

/* Writes it and reads its text, as it stands in the file. */
static void write_room(char path[PATH_SIZE], char text[PAGES_TEXT_SIZE],
                       const struct scratch *scratch, const struct room *room,
                       enum audience_kind reader)
{
    struct trouble trouble = {0};
    struct stat written;
    snprintf(path, PATH_SIZE, "%s/report.pdf", scratch->folder);
    if (report_cluster(path, room, reader, written_ms, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_int_equal(stat(path, &written), 0);
    assert_int_equal(written.st_mode & 0777, 0600); /* nobody else's to read */
    pages_text(text, path, true);
    pages_words_inside(path, 24);
}

static void write_report(char path[PATH_SIZE], char text[PAGES_TEXT_SIZE],
                         const struct scratch *scratch, const struct written_spec *spec,
                         enum audience_kind reader)
{
    struct room *room = written_room(spec, reader, 0);
    write_room(path, text, scratch, room, reader);
    room_destroy(&room);
}

static void it_reads_from_the_first_page_to_the_last(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    static const char *const order[] = {
        "Riverside cluster",
        "Review of 22 November 2026",
        "For the schools of the cluster",
        "Ten schools:",
        "Ashby, Birch, Castle",
        "What is in this report",
        "The review grid page 2",
        "Riverside cluster, 22 November 2026, page 1",
        "\f",
        "The review grid",
        "84 ratings agreed",
        "Where we are now",
        "Condition Ashby Birch Castle Dene Elms Fern Grange Hilltop Ingle Juniper Total Average",
        "1 Consultation and needs analysis 2 6 8 8 7 7 6 5 3 9 61 6.1",
        "10 Impact measurement 3 3 2 4 4 – 4 – – 4 17 3.4",
        "Where we would like to be",
        "1 Consultation and needs analysis 6 8 9 9 8 8 8 7 6 10 6.1 7.9",
        "Over time",
        "1 Consultation and needs analysis 4.1 5.1 6.1 +1.0 7.9",
        "Since the last review, school by school",
        "was 1",
        "What the ratings tell us",
        "What we do well",
        "Publicity stands at 6.6 on average.",
        "For the local authority",
        "Put to the local authority",
        "Its answer: We will offer one evaluation model",
        "What comes first",
        "Decided by a vote: “What should we work on first?”",
        "24 people, 2 on paper, 72 dots. Two of our first three",
        "1 Impact measurement 1 1 3.4",
        "2 Multi-agency training 2= 7 5.4",
        "Votes",
        "1 Impact measurement 16 22% 1",
        "How many others it beats",
        "Impact Effort",
        "Would go along",
        "This vote was by name. In the order of schools and names.",
        "What we will do",
        "Together, as a cluster",
        "Priya, Dene 30 Nov 2026 Agreed",
        "Still loose",
        "What we set out to do",
        "What people wrote",
        "★",
        "How the day was",
        "Who took part",
        "Birch 3",
        NULL};
    char path[PATH_SIZE];
    write_report(path, text, *state, &whole_day, AUDIENCE_SUMMARY);
    pages_in_order(text, order);
    assert_null(strstr(text, "Confidential"));
}

static void it_is_tagged_and_has_bookmarks(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    static const char *const info[] = {"Riverside cluster, 22 November 2026",
                                       "For the schools of the cluster",
                                       "Plenary",
                                       "Tagged:",
                                       "yes",
                                       NULL};
    static const char *const tree[] = {"Document",
                                       "H1",
                                       "Riverside cluster",
                                       "H2",
                                       "The review grid",
                                       "H3",
                                       "Where we are now",
                                       "Table",
                                       "TR",
                                       "TH",
                                       "Condition",
                                       "TH",
                                       "Ashby",
                                       "TR",
                                       "TH",
                                       "Consultation",
                                       "TD",
                                       "2",
                                       "TD",
                                       "6",
                                       "H2",
                                       "What the ratings tell us",
                                       "L",
                                       "LI",
                                       "LBody",
                                       "Publicity",
                                       NULL};
    static const char *const bookmarks[] = {"Riverside cluster\n  The review grid\n    Where we "
                                            "are now\n    Where we would like to be\n",
                                            "  Over time\n",
                                            "  What the ratings tell us\n",
                                            "  What comes first\n",
                                            "  Votes\n    What should we work on first?\n",
                                            "  What we will do\n    In schools\n",
                                            NULL};
    char path[PATH_SIZE];
    write_report(path, text, *state, &whole_day, AUDIENCE_SUMMARY);
    pages_info(text, path);
    pages_in_order(text, info);
    pages_structure(text, path);
    pages_in_order(text, tree);
    pages_bookmarks(text, path);
    pages_in_order(text, bookmarks);
}

/* What stands between two headings, cut out in place. */
static char *between(char *text, const char *from, const char *to)
{
    char *start = strstr(text, from), *end = start ? strstr(start, to) : NULL;
    if (!start || !end)
        fail_msg("no \"%s\" and \"%s\" in:\n%s", from, to, text);
    *end = '\0';
    return start;
}

static void without_names_nothing_is_any_schools(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct written_spec spec = whole_day;
    char path[PATH_SIZE];
    spec.consented = false;
    for (int i = 0; i < 2; i++) {
        enum audience_kind reader = i ? AUDIENCE_LA : AUDIENCE_SUMMARY;
        struct room *room = written_room(&spec, reader, 0);
        write_room(path, text, *state, room, reader);
        assert_non_null(strstr(text, i ? "For the local authority" : "For the schools"));
        assert_non_null(strstr(text, "It shows how ratings are spread, never whose they are"));
        /* of ten schools one stands at 2, one at 3, ... and the dots are ratings nobody has */
        char *told = between(strstr(text, "\f"), "How our ratings are spread", "What comes first");
        assert_non_null(
            strstr(told, "1 Consultation and needs analysis · 1 1 · 1 2 2 2 · · 52 5.8"));
        assert_null(strstr(told, "school by school"));
        assert_null(strstr(told, "Where we would like to be"));
        for (school_id s = 1; s <= room->workshop.school_count; s++)
            assert_null(strstr(told, room->schools[s].name));
        room_destroy(&room);
    }
}

/* Marks in what nobody but the facilitator is told. */
static void only_the_facilitator_reads_what_is_confidential(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    static const enum audience_kind readers[] = {AUDIENCE_SUMMARY, AUDIENCE_LA,
                                                 AUDIENCE_FACILITATOR};
    char path[PATH_SIZE];
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        bool told = readers[i] == AUDIENCE_FACILITATOR;
        write_report(path, text, *state, &whole_day, readers[i]);
        assert_int_equal(strstr(text, written_why) != NULL, told);
        assert_int_equal(strstr(text, written_own_action) != NULL, told);
        assert_int_equal(strstr(text, written_person) != NULL, told);
        assert_int_equal(strstr(text, "Confidential") != NULL, told);
    }
}

static void nothing_is_added_up_for_a_school(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct written_spec spec = {.schools = 3, .ratings = ROOMS_AGREED, .consented = true};
    char path[PATH_SIZE];
    write_report(path, text, *state, &spec, AUDIENCE_LA);
    /* under the last condition comes no row of sums */
    assert_non_null(strstr(text, "\n10 Impact measurement 3 3 2 8 2.7\n2 Low 1–3 5 Medium"));
    assert_null(strcasestr(text, "rank"));
}

static void twenty_eight_schools_and_long_names_are_all_there(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct written_spec spec = {.schools = 28,
                                .ratings = ROOMS_MOST,
                                .consented = true,
                                .long_names = true,
                                .foreign = true,
                                .full = true,
                                .reviews = 3};
    struct room *room = written_room(&spec, AUDIENCE_SUMMARY, 0);
    char path[PATH_SIZE];
    write_room(path, text, *state, room, AUDIENCE_SUMMARY);
    for (condition_id c = 1; c <= room->workshop.condition_count; c++) {
        char row[16];
        snprintf(row, sizeof row, "\n%u ", c);
        assert_non_null(strstr(text, row));
    }
    assert_non_null(strstr(text, "In full: "));
    assert_non_null(strstr(text, "Δημοτικό Σχολείο Αθηνών"));
    room_destroy(&room);
}

static void a_hundred_schools_take_more_pages(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct written_spec spec = {.schools = 100, .ratings = ROOMS_MOST, .consented = true};
    char path[PATH_SIZE];
    write_report(path, text, *state, &spec, AUDIENCE_SUMMARY);
    static const char *const order[] = {"Schools 1 to 25 of 100",   "\f",
                                        "Schools 26 to 50 of 100",  "\f",
                                        "Schools 76 to 100 of 100", NULL};
    pages_in_order(text, order);
}

static void with_nothing_there_it_says_so(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct written_spec spec = {0};
    char path[PATH_SIZE];
    write_report(path, text, *state, &spec, AUDIENCE_SUMMARY);
    static const char *const order[] = {"Riverside cluster", "No school has been added",
                                        "No action has been agreed or proposed yet.", NULL};
    pages_in_order(text, order);
    assert_ptr_equal(strchr(text, '\f'), strrchr(text, '\f')); /* on one page */
    spec.schools = 3;
    spec.consented = true;
    write_report(path, text, *state, &spec, AUDIENCE_SUMMARY);
    static const char *const unrated[] = {"\f",         "No rating has been given yet.",
                                          "\f",         "No action has been agreed",
                                          "page 3\n\f", NULL};
    pages_in_order(text, unrated);
    assert_string_equal(strrchr(text, 'p'), "page 3\n\f"); /* and no empty one after it */
}

static void it_is_there_whole_or_not_at_all(void **state)
{
    const struct scratch *scratch = *state;
    static char text[PAGES_TEXT_SIZE];
    char path[PATH_SIZE], part[PATH_SIZE + 8];
    struct trouble trouble = {0};
    struct room *room = written_room(&whole_day, AUDIENCE_SUMMARY, 0);
    write_room(path, text, scratch, room, AUDIENCE_SUMMARY);
    struct bytes before = bytes_read(path);
    write_room(path, text, scratch, room, AUDIENCE_SUMMARY);
    assert_true(bytes_same(path, before)); /* the same room, the same bytes */
    snprintf(part, sizeof part, "%s.part", path);
    assert_int_equal(mkdir(part, 0700), 0);
    assert_int_equal(report_cluster(path, room, AUDIENCE_SUMMARY, written_ms, &trouble), ERROR_IO);
    assert_non_null(strstr(trouble.text, path));
    assert_true(bytes_same(path, before));
    rmdir(part);
    free(before.at);
    room_destroy(&room);
}

static void it_looks_as_it_did(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct written_spec unnamed = {.schools = 28, .ratings = ROOMS_MOST, .reviews = 1};
    struct written_spec large = {.schools = 28, .ratings = ROOMS_MOST};
    char path[PATH_SIZE];
    write_report(path, text, *state, &whole_day, AUDIENCE_SUMMARY);
    pages_golden("report/cluster", path);
    write_report(path, text, *state, &unnamed, AUDIENCE_SUMMARY);
    pages_golden("report/unnamed", path);
    write_report(path, text, *state, &large, AUDIENCE_FACILITATOR);
    pages_golden("report/facilitator", path);
}

int main(void)
{
    setenv("TZ", "UTC", 1);
#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(it_reads_from_the_first_page_to_the_last),
        IN_SCRATCH(it_is_tagged_and_has_bookmarks),
        IN_SCRATCH(without_names_nothing_is_any_schools),
        IN_SCRATCH(only_the_facilitator_reads_what_is_confidential),
        IN_SCRATCH(nothing_is_added_up_for_a_school),
        IN_SCRATCH(twenty_eight_schools_and_long_names_are_all_there),
        IN_SCRATCH(a_hundred_schools_take_more_pages),
        IN_SCRATCH(with_nothing_there_it_says_so),
        IN_SCRATCH(it_is_there_whole_or_not_at_all),
        IN_SCRATCH(it_looks_as_it_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
