/* The page engine: what its tags, bookmarks and pages are, read back by other programs. */

#include <stdio.h>
#include <stdlib.h>

#include "analysis/summary.h"
#include "golden/pages.h"
#include "journal/scratch.h"
#include "report/block.h"
#include "report/chart.h"
#include "testing.h"

enum { PATH_SIZE = 512 };

/* 12 March 2010, 9:00 */
static const int64_t made_ms = INT64_C(1268384400000);

static void begin(struct page *page, char path[PATH_SIZE], const struct scratch *scratch)
{
    struct trouble trouble = {0};
    snprintf(path, PATH_SIZE, "%s/pages.pdf", scratch->folder);
    assert_int_equal(page_open(page,
                               &(struct page_setup){.path = path,
                                                    .title = "Riverside (cluster)",
                                                    .subject = "For the cluster",
                                                    .foot = "Riverside cluster, 12 March 2010",
                                                    .made_ms = made_ms},
                               &trouble),
                     ERROR_OK);
}

static void end(struct page *page)
{
    struct trouble trouble = {0};
    if (page_close(page, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
}

static void it_says_what_it_is(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct page page;
    char path[PATH_SIZE];
    begin(&page, path, *state);
    block_heading(&page, 0, true, 0, "Riverside cluster");
    page_turn(&page, true);
    block_heading(&page, 1, true, 0, "The review grid");
    block_heading(&page, 2, true, 0, "Goals");
    page_turn(&page, false);
    block_heading(&page, 1, true, 0, "Key findings");
    end(&page);
    pages_info(text, path);
    static const char *const info[] = {"Riverside (cluster)",
                                       "For the cluster",
                                       "Creator:         Plenary",
                                       "Fri Mar 12 09:00:00 2010",
                                       "Tagged:          yes",
                                       "Pages:           3",
                                       NULL};
    pages_in_order(text, info);
    pages_bookmarks(text, path);
    assert_string_equal(text, "Riverside cluster\n  The review grid\n    Goals\n  Key findings\n");
    pages_text(text, path, true);
    static const char *const feet[] = {"12 March 2010, page 1", "12 March 2010, page 2",
                                       "12 March 2010, page 3", NULL};
    pages_in_order(text, feet);
}

/* A table of so many rows, each cell with a word that tells where it is. */
static void write_table(struct page *page, int rows)
{
    static const struct block_column columns[] = {{"Condition", 0, PAGE_START},
                                                  {"Average", 60, PAGE_CENTRE},
                                                  {"How it went", 200, PAGE_START}};
    const struct block_table table = {.columns = columns, .count = 3, .scope = true};
    block_table_begin(page, &table);
    for (int r = 1; r <= rows; r++) {
        char first[64], third[64];
        snprintf(first, sizeof first, "row%d-a: a condition with a name that is wrapped", r);
        snprintf(third, sizeof third, "row%d-c", r);
        const struct block_cell cells[] = {
            {.text = first},
            {.kind = BLOCK_BAND, .text = "5.3", .band = BAND_MEDIUM, .settled = r % 2},
            {.text = third}};
        block_row(page, &table, cells);
    }
    block_table_end(page);
}

static void rows_stay_whole_and_heads_come_again(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct page page;
    char path[PATH_SIZE], a[32], c[32];
    enum { ROWS = 60 };
    begin(&page, path, *state);
    write_table(&page, ROWS);
    end(&page);
    pages_text(text, path, true);
    const char *at = text;
    for (int r = 1; r <= ROWS; r++) {
        snprintf(a, sizeof a, "row%d-a", r);
        snprintf(c, sizeof c, "row%d-c", r);
        const char *first = strstr(at, a), *last = first ? strstr(first, c) : NULL;
        if (!first || !last)
            fail_msg("row %d is not in its place in:\n%s", r, at);
        for (const char *p = first; p < last; p++)
            assert_int_not_equal(*p, '\f');
        at = last;
    }
    int pages = 0, heads = 0;
    for (const char *p = text; (p = strchr(p, '\f')); p++)
        pages++;
    for (const char *p = text; (p = strstr(p, "Condition")); p++)
        heads++;
    assert_true(pages > 1);
    assert_int_equal(heads, pages);
    pages_structure(text, path);
    static const char *const tree[] = {"Document", "Table", "TR",  "TH", "Condition", "TR", "TH",
                                       "row1-a",   "TD",    "5.3", "TD", "row1-c",    NULL};
    pages_in_order(text, tree);
}

static void a_heading_never_stands_alone(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct page page;
    char path[PATH_SIZE];
    begin(&page, path, *state);
    block_text(&page, 0, block_body, "above");
    page.y = page.height - PAGE_FOOT - 60;
    block_heading(&page, 1, false, 40, "Heading");
    block_text(&page, 0, block_body, "under it");
    end(&page);
    pages_text(text, path, true);
    static const char *const order[] = {"above", "\f", "Heading", "under it", NULL};
    pages_in_order(text, order);
}

static void a_long_paragraph_goes_over_and_loses_nothing(void **state)
{
    static char text[PAGES_TEXT_SIZE], written[1 << 15];
    struct page page;
    char path[PATH_SIZE], word[32];
    enum { WORDS = 2000 };
    size_t length = 0;
    for (int i = 0; i < WORDS; i++)
        length += (size_t)snprintf(written + length, sizeof written - length, "word%d ", i);
    begin(&page, path, *state);
    page_text(&page, PAGE_MARGIN, 0, 0, block_body, "head");
    page.y = page.height - PAGE_FOOT - 40;
    block_text(&page, 12, block_body, written);
    end(&page);
    pages_text(text, path, true);
    const char *at = text;
    for (int i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "word%d", i);
        at = strstr(at, word);
        assert_non_null(at);
    }
}

static void drop_spaces(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (*from != ' ')
            *to++ = *from;
    *to = '\0';
}

static void names_in_any_script_are_there(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct page page;
    char path[PATH_SIZE];
    begin(&page, path, *state);
    block_heading(&page, 1, false, 0, "Δημοτικό Σχολείο Αθηνών");
    block_text(&page, 0, block_body, "مدرسة النور");
    block_list(&page);
    block_entry(&page, 0, NULL, block_body, "Ysgol Gymraeg Ŵy, a 100 % office file");
    block_list_end(&page);
    page_upright(&page, 400, 300, 20, 150, block_small, "Straße");
    end(&page);
    pages_words_inside(path, PAGE_FOOT / 2.0);
    pages_text(text, path, true);
    static const char *const order[] = {"Δημοτικό Σχολείο Αθηνών", "Ysgol Gymraeg Ŵy",
                                        "office file", "Straße", NULL};
    pages_in_order(text, order);
    pages_text(text, path, false);
    drop_spaces(text); /* poppler takes joined letters for words of their own */
    assert_non_null(strstr(text, "مدرسةالنور"));
    pages_structure(text, path);
    static const char *const tree[] = {"H2", "P", "L", "LI", "Lbl", "LBody", NULL};
    pages_in_order(text, tree);
}

/* What the middle of a cell looks like on paper without colour, beside its figure. */
static int grey_of(const struct pages_picture *picture, double x, double y)
{
    enum { DPI = 72 };
    return picture->grey[(int)y * picture->width + (int)x];
}

static void bands_are_told_apart_in_grey(void **state)
{
    struct page page;
    struct pages_picture picture;
    char path[PATH_SIZE];
    begin(&page, path, *state);
    for (int band = BAND_LOW; band <= BAND_HIGH; band++) {
        page_band(&page, 100, 100.0 * band, 60, 40, band, true, "5");
        page_band(&page, 200, 100.0 * band, 60, 40, band, false, "5");
    }
    end(&page);
    pages_picture(&picture, path, 1, 72);
    int low = grey_of(&picture, 106, 110), medium = grey_of(&picture, 106, 210),
        high = grey_of(&picture, 106, 310);
    assert_true(low - medium >= 40);
    assert_true(medium - high >= 40);
    for (int band = BAND_LOW; band <= BAND_HIGH; band++) /* an outline is empty */
        assert_true(grey_of(&picture, 206, 100 * band + 10) > 250);
    free(picture.grey);
}

static void it_looks_as_it_did(void **state)
{
    struct page page;
    char path[PATH_SIZE];
    struct history_line line = {
        .count = 3, .now = true, .points = {{14000, 31}, {14300, 46}, {14680, 53}}, .target = 70};
    begin(&page, path, *state);
    block_heading(&page, 0, true, 0, "Riverside cluster");
    block_text(&page, 0, block_quiet, "What was decided on the day, for those who were there.");
    write_table(&page, 3);
    block_heading(&page, 1, true, 100, "Over time");
    chart_line(&page, PAGE_MARGIN, page.y, 300, 100, &line, false);
    chart_bar(&page, PAGE_MARGIN, page.y + 180, 300, 12, 0.6, true);
    end(&page);
    pages_golden("report/page", path);
}

int main(void)
{
    setenv("TZ", "UTC", 1);
#define IN_SCRATCH(test) cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)
    const struct CMUnitTest tests[] = {
        IN_SCRATCH(it_says_what_it_is),
        IN_SCRATCH(rows_stay_whole_and_heads_come_again),
        IN_SCRATCH(a_heading_never_stands_alone),
        IN_SCRATCH(a_long_paragraph_goes_over_and_loses_nothing),
        IN_SCRATCH(names_in_any_script_are_there),
        IN_SCRATCH(bands_are_told_apart_in_grey),
        IN_SCRATCH(it_looks_as_it_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
