/* Blank forms, read back as text and as pictures: every text of a pack is there in order, and there
 * is room to write. */

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/text.h"
#include "content/content.h"
#include "golden/pages.h"
#include "journal/scratch.h"
#include "report/forms.h"
#include "testing.h"

enum { PATH_SIZE = 512, LONG_CONDITIONS = CONDITIONS_MAX };

static struct pack *load(const char *agenda)
{
    struct trouble trouble = {0};
    struct content_entry entry;
    struct pack *pack = calloc(1, sizeof *pack);
    assert_non_null(pack);
    if (content_find_agenda(&entry, agenda, &trouble) != ERROR_OK ||
        content_load(pack, entry.path, entry.agenda_id, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
    return pack;
}

static void fill(char *text, size_t size, const char *begins)
{
    size_t length = (size_t)snprintf(text, size, "%s", begins);
    while (length + 12 < size)
        length += (size_t)snprintf(text + length, size - length, " words %zu", length);
}

/* As much of everything as a pack can hold. */
static struct pack *make_long(void)
{
    struct pack *pack = load("cluster-workshop");
    pack->condition_count = LONG_CONDITIONS;
    for (unsigned c = 0; c < LONG_CONDITIONS; c++) {
        struct condition *condition = &pack->conditions[c];
        char begins[64];
        snprintf(begins, sizeof begins, "Condition %u", c + 1);
        fill(condition->name, 81, begins);
        fill(condition->question, LINE_SIZE, "Question");
        condition->prompt_count = PROMPTS_MAX;
        for (unsigned i = 0; i < PROMPTS_MAX; i++) {
            snprintf(begins, sizeof begins, "Prompt %u", i + 1);
            fill(condition->prompts[i], LINE_SIZE, begins);
        }
        for (unsigned i = 0; i < SCALE_COUNT; i++) {
            snprintf(begins, sizeof begins, "Scale %u", i + 1);
            fill(condition->scale[i], LINE_SIZE, begins);
        }
    }
    return pack;
}

static void write_forms(char path[PATH_SIZE], const struct scratch *scratch,
                        const struct pack *pack)
{
    struct trouble trouble = {0};
    snprintf(path, PATH_SIZE, "%s/forms.pdf", scratch->folder);
    if (report_forms(path, pack, &trouble) != ERROR_OK)
        fail_msg("%s", trouble.text);
}

/* Without white space: lines break where they may. */
static void squeeze(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if (!isspace((unsigned char)*from))
            *to++ = *from;
    *to = '\0';
}

/* Goes on behind the text. */
static void follow(const char **at, const char *text)
{
    char wanted[2 * LINE_SIZE];
    snprintf(wanted, sizeof wanted, "%s", text);
    squeeze(wanted);
    const char *found = strstr(*at, wanted);
    if (!found)
        fail_msg("“%s” should follow in: %.200s", text, *at);
    *at = found + strlen(wanted);
}

static void assert_all_there(const char *path, const struct pack *pack)
{
    static char text[PAGES_TEXT_SIZE];
    pages_text(text, path, true);
    squeeze(text);
    const char *at = text;
    follow(&at, pack->title);
    for (unsigned c = 0; c < pack->condition_count; c++)
        follow(&at, pack->conditions[c].name);
    for (unsigned c = 0; c < pack->condition_count; c++) {
        const struct condition *condition = &pack->conditions[c];
        static const char *const figures[SCALE_COUNT] = {"1: ", "5: ", "10: "};
        follow(&at, condition->name);
        follow(&at, condition->question);
        for (unsigned i = 0; i < condition->prompt_count; i++)
            follow(&at, condition->prompts[i]);
        for (unsigned i = 0; i < SCALE_COUNT; i++) {
            char scale[LINE_SIZE + 8];
            snprintf(scale, sizeof scale, "%s%s", figures[i], condition->scale[i]);
            follow(&at, scale);
        }
        follow(&at, "1 2 3 4 5 6 7 8 9 10 Now Goal");
        follow(&at, "reached by");
        follow(&at, "Why, and notes");
        follow(&at, "What will be done");
    }
    follow(&at, "Cluster review grid");
    follow(&at, "Total Average");
    follow(&at, "Action plan");
    follow(&at, "How we will know");
}

static void every_text_of_a_pack_is_there(void **state)
{
    static const char *const agendas[] = {"cluster-workshop", "centre-review"};
    for (size_t i = 0; i < sizeof agendas / sizeof *agendas; i++) {
        struct pack *pack = load(agendas[i]);
        char path[PATH_SIZE];
        write_forms(path, *state, pack);
        assert_all_there(path, pack);
        free(pack);
    }
}

/* Dark rows of a page, looked at down a narrow strip: what is written on. Gives how many lines
 * follow one another at `pitch` pixels, most in one run. */
static unsigned count_lines(const struct pages_picture *picture, int x, int pitch)
{
    unsigned run = 0, most = 0;
    int last = -1000;
    for (int y = 0; y < picture->height; y++) {
        bool dark = picture->grey[y * picture->width + x] < 210;
        if (!dark || y - last < 3)
            continue;
        int apart = y - last;
        run = apart >= pitch - 1 && apart <= pitch + 1 ? run + 1 : 1;
        most = run > most ? run : most;
        last = y;
    }
    return most;
}

static void there_is_room_to_write(void **state)
{
    enum { DPI = 127, MILLIMETRE = 5, LEFT_OF_EDGE = 100 };
    struct pack *pack = load("cluster-workshop");
    char path[PATH_SIZE];
    write_forms(path, *state, pack);
    for (int page = 2; page <= 1 + pack->condition_count; page++) {
        struct pages_picture picture;
        pages_picture(&picture, path, page, DPI);
        /* a goal's line ends in the middle of the page: from there on are the lines alone */
        assert_in_range(count_lines(&picture, picture.width - LEFT_OF_EDGE, 8 * MILLIMETRE), 5, 20);
        free(picture.grey);
    }
    free(pack);
}

static void as_much_as_a_pack_can_hold_has_its_pages(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct pack *pack = make_long();
    char path[PATH_SIZE];
    write_forms(path, *state, pack);
    assert_all_there(path, pack);
    pages_info(text, path);
    const char *pages = strstr(text, "Pages:");
    assert_non_null(pages);
    /* the front, the conditions with a page each for what is written, the grid, the plan */
    assert_in_range(atoi(pages + strlen("Pages:")), 2 + LONG_CONDITIONS + 3,
                    3 + 2 * LONG_CONDITIONS + 4);
    free(pack);
}

static void it_is_tagged_and_has_bookmarks(void **state)
{
    static char text[PAGES_TEXT_SIZE];
    struct pack *pack = load("cluster-workshop");
    char path[PATH_SIZE];
    pack->condition_count = 2;
    write_forms(path, *state, pack);
    pages_info(text, path);
    static const char *const info[] = {"forms for paper", "Tagged:          yes", NULL};
    pages_in_order(text, info);
    pages_bookmarks(text, path);
    assert_string_equal(text, "Sustaining extended services\n"
                              "  1  Consultation and needs analysis\n"
                              "  2  Integration into school planning\n"
                              "Cluster review grid\n"
                              "Action plan\n");
    pages_golden("report/forms", path);
    free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_text_of_a_pack_is_there, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(there_is_room_to_write, scratch_setup, scratch_teardown),
        cmocka_unit_test_setup_teardown(as_much_as_a_pack_can_hold_has_its_pages, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(it_is_tagged_and_has_bookmarks, scratch_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
