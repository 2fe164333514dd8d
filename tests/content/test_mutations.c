#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "content/content.h"
#include "testing.h"

/* Whatever the bytes, a pack is read or refused with a reason. Seeded, so that a failure can be
 * had again: the number of the mutation is its seed. */

enum { MUTATIONS = TEST_ROUNDS(4000, 1000), TEXT_MAX = 64 * 1024 };

static char path[] = "/tmp/plenary-mutant-XXXXXX";
static struct pack *pack;

static int set_up(void **state)
{
    (void)state;
    int fd = mkstemp(path);
    pack = malloc(sizeof *pack);
    return fd >= 0 && pack ? close(fd) : -1;
}

static int tear_down(void **state)
{
    (void)state;
    free(pack);
    return unlink(path);
}

/* xorshift64* (Vigna 2014). */
static uint32_t draw(uint64_t *seed, uint32_t below)
{
    *seed ^= *seed >> 12;
    *seed ^= *seed << 25;
    *seed ^= *seed >> 27;
    return (uint32_t)((*seed * UINT64_C(2685821657736338717)) >> 33) % below;
}

/* What YAML, the schema or UTF-8 may stumble over. */
static const char *const morsels[] = {
    "- ",
    ": ",
    "\n",
    "[",
    "]",
    "{",
    "}",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "!!int ",
    "\"",
    "'",
    "\t",
    "---\n",
    "...\n",
    "#",
    "? ",
    "%YAML",
    "\x80",
    "\xFF",
    "\xC3",
    "\xEF\xBB\xBF",
    "id: x\n",
    "  - id: a\n",
    "~",
    "<<: ",
    "99999",
    "  ",
    "\\u0000",
    "\"\\0\"",
    "items:\n",
    "steps: []\n",
    "board: b",
    "of: start",
    "boards: []\n",
};

/* Changes a handful of places: bytes flipped, spans cut or doubled, morsels put in, the end lost.
 */
static size_t mutate(char *text, size_t length, uint64_t *seed)
{
    for (uint32_t n = 1 + draw(seed, 4); n > 0; n--) {
        size_t at = draw(seed, (uint32_t)length), span = 1 + draw(seed, 200);
        const char *morsel = morsels[draw(seed, sizeof morsels / sizeof morsels[0])];
        if (span > length - at)
            span = length - at;
        switch (draw(seed, 6)) {
        case 0:
            text[at] = (char)draw(seed, 256);
            break;
        case 1:
            memmove(text + at, text + at + span, length - at - span);
            length -= span;
            break;
        case 2:
            memmove(text + at + span, text + at, length - at);
            length += span;
            break;
        case 3:
        case 4:
            memmove(text + at + strlen(morsel), text + at, length - at);
            memcpy(text + at, morsel, strlen(morsel));
            length += strlen(morsel);
            break;
        default:
            if (draw(seed, 4) == 0)
                length = at;
            break;
        }
        if (length == 0)
            break;
    }
    return length;
}

/* A step names what is there. */
static void the_step_is_whole(const struct agenda_step *step)
{
    assert_in_range(step->stage, STAGE_BRIEFING, STAGE_COUNT - 1);
    assert_in_range(step->how, 0, HOW_COUNT - 1);
    if (step->stage == STAGE_BOARD)
        assert_in_range(step->subject, 1, pack->agenda.board_count);
    else if (step->stage == STAGE_BALLOT)
        assert_in_range(step->subject, 1, pack->agenda.ballot_count);
    else if (step->stage == STAGE_EVALUATION)
        assert_in_range(step->subject, 1, pack->agenda.item_count);
    else
        assert_int_equal(step->subject, 0);
    assert_true(step->stage != STAGE_ICEBREAKER || pack->agenda.question_count > 0);
}

static void the_result_is_whole(enum error e, const struct trouble *t)
{
    if (e) {
        assert_true(t->text[0] != '\0');
        assert_int_equal(pack->condition_count, 0);
        return;
    }
    assert_in_range(pack->condition_count, 1, CONDITIONS_MAX);
    assert_in_range(pack->agenda.item_count, 1, AGENDA_MAX);
    for (unsigned i = 0; i < pack->agenda.item_count; i++) {
        assert_true(pack->agenda.items[i].title[0] != '\0');
        assert_in_range(pack->agenda.items[i].step_count, 1, STEPS_MAX);
        for (unsigned j = 0; j < pack->agenda.items[i].step_count; j++)
            the_step_is_whole(&pack->agenda.items[i].steps[j]);
    }
}

/* A pack short enough to be struck in its bones by a few changes. */
static const char small[] =
    "id: small\ntitle: Small\nlanguage: en\nconditions:\n  - id: one\n    name: &a One\n"
    "    tight: One\n    question: How?\n    prompts: [a, b]\n"
    "    scale: {low: a, middle: b, high: c}\n    resources:\n      - title: Book\n"
    "agendas:\n  - id: day\n    title: Day\n    items:\n      - id: start\n        title: Start\n"
    "        start: 09:20\n        minutes: 20\n        objectives: [Begin]\n"
    "        steps: [{stage: icebreaker}, {stage: board, board: ideas, minutes: 9}]\n"
    "        notes: >-\n          Some\n          lines.\n      - id: end\n        title: End\n"
    "        steps: [{stage: evaluation, of: start, how: alone}]\n    questions: [Ever?]\n"
    "    boards:\n      - id: ideas\n        question: Which?\n        headings: [Old, New]\n"
    "        held: yes\n";

static void survive(const char *original, size_t length, unsigned count)
{
    static char text[TEXT_MAX];
    unsigned fine = 0;
    for (unsigned i = 1; i <= count; i++) {
        uint64_t seed = i * UINT64_C(0x9E3779B97F4A7C15);
        struct trouble t = {""};
        memcpy(text, original, length);
        size_t size = mutate(text, length, &seed);
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        assert_int_equal(fwrite(text, 1, size, f), size);
        assert_int_equal(fclose(f), 0);
        enum error e = content_load(pack, path, NULL, &t);
        /* libcyaml's own refusals have no line: check.c must have been quicker */
        if (e && !strstr(t.text, ", line "))
            print_error("mutation %u: %s\n", i, t.text);
        assert_true(!e || strstr(t.text, ", line "));
        the_result_is_whole(e, &t);
        fine += !e;
    }
    /* both outcomes have to occur, or the mutations are too mild or too wild */
    assert_in_range(fine, count / 50, count * 9 / 10);
}

static void a_small_pack_survives(void **state)
{
    (void)state;
    survive(small, sizeof small - 1, MUTATIONS);
}

static void a_shipped_pack_survives(void **state)
{
    (void)state;
    static char text[TEXT_MAX / 2];
    FILE *f = fopen(PACKS_DIR "/childrens-centre.yaml", "rb");
    assert_non_null(f);
    size_t length = fread(text, 1, sizeof text, f);
    assert_int_equal(fclose(f), 0);
    assert_in_range(length, 1000, sizeof text - 1);
    survive(text, length, MUTATIONS / 4);
}

static void every_truncation_is_survived(void **state)
{
    (void)state;
    for (size_t size = 0; size < sizeof small - 1; size++) {
        struct trouble t = {""};
        FILE *f = fopen(path, "wb");
        assert_non_null(f);
        assert_int_equal(fwrite(small, 1, size, f), size);
        assert_int_equal(fclose(f), 0);
        the_result_is_whole(content_load(pack, path, NULL, &t), &t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_small_pack_survives),
        cmocka_unit_test(a_shipped_pack_survives),
        cmocka_unit_test(every_truncation_is_survived),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
