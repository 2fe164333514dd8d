/* What leaves the kiosk for the cluster and the local authority, in every format, gives away
 * nothing that its reader may not see: no mark of what is others' alone, and where names are off
 * not one byte that depends on whose a rating is. */

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "export/evening.h"
#include "export/everything.h"
#include "journal/scratch.h"
#include "model/findings.h"
#include "model/portray.h"
#include "phrase/phrase.h"
#include "testing.h"
#include "words/words.h"

enum { ROOM_ONLY = 1 << SCOPE_ROOM, ALL = 1 << SCOPE_ROOM | 1 << SCOPE_SUMMARY | 1 << SCOPE_LA };

static const char cluster[] = "for-the-cluster", la[] = "for-the-local-authority",
                  facilitator[] = "for-the-facilitator", schools[] = "schools";

static struct bench b;

static void write_everything(const struct scratch *scratch, const char *name)
{
    char folder[128];
    struct export_done done;
    struct trouble trouble = {0};
    snprintf(folder, sizeof folder, "%s/%s", scratch->folder, name);
    struct export_everything asked = {
        .model = b.model, .name = "autumn", .folder = folder, .now_ms = evening_now_ms};
    if (export_everything(&done, &asked, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    assert_int_equal(done.written, done.of);
    assert_int_equal(done.written, 3 * 6 + b.model->school_count);
}

static bool run(const char *format, const char *a, const char *b_text, const char *c)
{
    char command[1024];
    snprintf(command, sizeof command, format, a, b_text, c);
    int status = system(command);
    assert_in_range(status, 0, 0x7fff);
    return status == 0;
}

/* Lays open what PDF and XLSX keep packed, so that it can be searched. */
static void unpack(const struct scratch *scratch, const char *name)
{
    assert_true(run("cd '%s/%s%s' && find . -name '*.pdf' -exec sh -c "
                    "'pdftotext \"$1\" \"$1.txt\" && pdfinfo \"$1\" >>\"$1.txt\"' - {} \\; && "
                    "find . -name '*.xlsx' -exec sh -c 'unzip -p \"$1\" >\"$1.txt\"' - {} \\;",
                    scratch->folder, name, ""));
}

/* True when the mark stands in a file of that reader's. */
static bool holds(const struct scratch *scratch, const char *name, const char *reader,
                  const char *mark)
{
    char folder[192];
    snprintf(folder, sizeof folder, "%s/%s/%s", scratch->folder, name, reader);
    return scratch_holds(folder, mark, strlen(mark));
}

static const char *const others[] = {MARK_NOTE,    MARK_WITH,     MARK_OWN,
                                     MARK_WAITING, MARK_MERGED,   MARK_HIDDEN,
                                     MARK_HELD,    MARK_PERSONAL, MARK_SEAT};

enum { OTHERS = sizeof others / sizeof *others };

/* With all consents there is most to give away. */
static void no_mark_leaves_for_others(void **state)
{
    const struct scratch *scratch = *state;
    evening_fill(&b, ALL);
    write_everything(scratch, "all");
    unpack(scratch, "all");
    for (unsigned i = 0; i < OTHERS; i++) {
        if (holds(scratch, "all", cluster, others[i]) || holds(scratch, "all", la, others[i]))
            fail_msg("%s is for the facilitator alone", others[i]);
        if (!holds(scratch, "all", facilitator, others[i]))
            fail_msg("%s is not where it belongs", others[i]);
    }
    for (unsigned i = 0; i < OTHERS; i++) /* a school takes home what was agreed with it */
        assert_int_equal(holds(scratch, "all", schools, others[i]), i < 3);
    bench_close(&b);
}

/* What the figures say by themselves and the facilitator has hidden is told to nobody else, though
 * whoever has the figures could say it again. */
static void what_is_hidden_is_left_out(void **state)
{
    const struct scratch *scratch = *state;
    static struct room_finding found[ROOM_FINDINGS_MAX];
    struct room *room;
    char sentence[PHRASE_SIZE];
    evening_fill(&b, ALL);
    assert_int_equal(room_portray(&room, b.model, AUDIENCE_SUMMARY, 0), ERROR_OK);
    assert_true(room_findings(found, room) > 1);
    assert_int_not_equal(found[0].kind, FINDING_ADDED);
    phrase_finding(sentence, room, &found[0]);
    struct command hide = ask_finding(COMMAND_SET_FINDING, found[0].kind, found[0].number, 0, "");
    hide.change.finding.hidden = true;
    assert_int_equal(bench_ask(&b, SEAT_KIOSK, hide), REFUSAL_NONE);
    write_everything(scratch, "hidden");
    unpack(scratch, "hidden");
    const char *const signs[] = {sentence, word(WORD_REPORT_HIDDEN)};
    for (unsigned i = 0; i < 2; i++) {
        assert_false(holds(scratch, "hidden", cluster, signs[i]));
        assert_false(holds(scratch, "hidden", la, signs[i]));
        assert_true(holds(scratch, "hidden", facilitator, signs[i]));
    }
    room_destroy(&room);
    bench_close(&b);
}

/* A school's sheet holds its own notes and actions, and no other school's. */
static void a_sheet_is_its_schools_alone(void **state)
{
    const struct scratch *scratch = *state;
    evening_fill(&b, 0);
    write_everything(scratch, "sheets");
    unpack(scratch, "sheets");
    assert_true(holds(scratch, "sheets", schools, MARK_NOTE));
    for (school_id s = 1; s <= b.model->school_count; s++)
        for (school_id other = 1; other <= b.model->school_count; other++) {
            char pattern[64];
            snprintf(pattern, sizeof pattern, "%s [123], .%u.", MARK_NOTE, other);
            char *name = strdup(b.model->schools[s].name);
            *strchrnul(name, ' ') = '\0'; /* as its file begins */
            name[strcspn(name, ",\"=")] = '\0';
            bool found = name[0] && run("grep -qE '%s' '%s/sheets/schools/'\"%s\"*.txt", pattern,
                                        scratch->folder, name);
            if (name[0] && found != (s == other))
                fail_msg("%s: notes of school %u", b.model->schools[s].name, other);
            free(name);
        }
    bench_close(&b);
}

/* ---- whose a rating is ---- */

static void swap(void *a, void *b_side, size_t size)
{
    uint8_t *kept = malloc(size);
    assert_non_null(kept);
    memcpy(kept, a, size);
    memcpy(a, b_side, size);
    memcpy(b_side, kept, size);
    free(kept);
}

/* Schools 1 and 2 have each other's ratings, now and then, and what they said of names. */
static void swap_ratings(struct model *m)
{
    for (condition_id c = 1; c <= m->condition_count; c++) {
        swap(&m->ratings[c][1], &m->ratings[c][2], sizeof m->ratings[c][1]);
        for (unsigned n = 0; n < NAMING_COUNT; n++)
            swap(&m->unnamed[n][c].figures[1], &m->unnamed[n][c].figures[2], 1);
    }
    swap(&m->reviews[1].pasts[1], &m->reviews[1].pasts[2], sizeof m->reviews[1].pasts[1]);
    swap(m->schools[1].consent, m->schools[2].consent, sizeof m->schools[1].consent);
}

static bool same(const struct scratch *scratch, const char *reader)
{
    return run("cd '%s' && diff -r 'a/%s' 'b/%s' >/dev/null", scratch->folder, reader, reader);
}

static void check_swapped(const struct scratch *scratch, unsigned consents, bool is_same)
{
    evening_fill(&b, consents);
    if (!consents) /* one has said yes: that is its own matter */
        b.model->schools[2].consent[SCOPE_SUMMARY] = ANSWER_YES;
    write_everything(scratch, "a");
    swap_ratings(b.model);
    write_everything(scratch, "b");
    bench_close(&b);
    assert_int_equal(same(scratch, cluster), is_same);
    assert_int_equal(same(scratch, la), is_same);
    assert_false(same(scratch, facilitator));
}

static void without_names_nothing_depends_on_whose_it_is(void **state)
{
    check_swapped(*state, 0, true);
}

static void names_in_the_room_are_none_in_writing(void **state)
{
    check_swapped(*state, ROOM_ONLY, true);
}

static void with_names_it_does(void **state)
{
    check_swapped(*state, ALL, false);
}

/* The local authority's consent is its own. */
static void each_reader_by_its_own_consent(void **state)
{
    const struct scratch *scratch = *state;
    evening_fill(&b, 1 << SCOPE_SUMMARY);
    write_everything(scratch, "a");
    swap_ratings(b.model);
    write_everything(scratch, "b");
    bench_close(&b);
    assert_false(same(scratch, cluster));
    assert_true(same(scratch, la));
    assert_true(run("test -e '%s/a/%s/tables/ratings.csv'%s", scratch->folder, cluster, ""));
    assert_false(run("test -e '%s/a/%s/tables/ratings.csv'%s", scratch->folder, la, ""));
}

/* ---- and nobody else on this computer ---- */

static int found_open;

static int look(const char *path, const struct stat *there, int type, struct FTW *ftw)
{
    (void)path, (void)ftw;
    found_open += type == FTW_F && (there->st_mode & 077) != 0;
    return 0;
}

static void files_are_for_whoever_wrote_them(void **state)
{
    const struct scratch *scratch = *state;
    evening_fill(&b, 0);
    write_everything(scratch, "all");
    bench_close(&b);
    assert_int_equal(nftw(scratch->folder, look, 8, FTW_PHYS), 0);
    assert_int_equal(found_open, 0);
}

int main(void)
{
#define IN_A_FOLDER(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_A_FOLDER(no_mark_leaves_for_others),
        IN_A_FOLDER(what_is_hidden_is_left_out),
        IN_A_FOLDER(a_sheet_is_its_schools_alone),
        IN_A_FOLDER(without_names_nothing_depends_on_whose_it_is),
        IN_A_FOLDER(names_in_the_room_are_none_in_writing),
        IN_A_FOLDER(with_names_it_does),
        IN_A_FOLDER(each_reader_by_its_own_consent),
        IN_A_FOLDER(files_are_for_whoever_wrote_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
