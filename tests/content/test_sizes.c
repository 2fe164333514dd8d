/* How much a pack may hold, and that no file keeps a kiosk busy. */

#include <stdio.h>
#include <time.h>

#include "content/content.h"
#include "content/written.h"
#include "testing.h"

/* The same bytes over and over, to nearly the largest file there is. */
static enum error load_much(struct written *w, const char *again, struct trouble *t)
{
    FILE *f = fopen(w->path, "wb");
    assert_non_null(f);
    for (size_t i = 0; i < 1000000; i += strlen(again))
        fputs(again, f);
    assert_int_equal(fclose(f), 0);
    return content_load(w->pack, w->path, NULL, t);
}

/* Found by tests/fuzz/rehearsal.c: each kept a kiosk busy for minutes. */
static void a_file_made_to_take_long_is_refused_at_once(void **state)
{
    struct written *w = *state;
    static const char *const much[] = {"[", "{", "{a: ", "- ", "? ", "- &a x\n", "[&a x,"};
    for (unsigned i = 0; i < sizeof much / sizeof much[0]; i++) {
        struct trouble t = {""};
        clock_t begun = clock();
        assert_int_equal(load_much(w, much[i], &t), ERROR_FORMAT);
        assert_non_null(strstr(t.text, "line "));
        assert_true(clock() - begun < 5 * CLOCKS_PER_SEC); /* of this processor's time */
    }
}

static void write_conditions(const struct written *w, unsigned count)
{
    FILE *f = fopen(w->path, "wb");
    assert_non_null(f);
    fputs("id: many\ntitle: Many\nlanguage: en\nconditions:\n", f);
    for (unsigned i = 0; i < count; i++)
        fprintf(f,
                "  - {id: c%u, name: N, tight: T, question: Q, prompts: [P],"
                " scale: {low: l, middle: m, high: h}}\n",
                i);
    fputs("agendas: [{id: a, title: A, items: [{id: i, title: I}]}]\n", f);
    assert_int_equal(fclose(f), 0);
}

static void twenty_four_conditions_fit(void **state)
{
    struct written *w = *state;
    struct trouble t = {""};
    write_conditions(w, CONDITIONS_MAX);
    assert_int_equal(content_load(w->pack, w->path, NULL, &t), ERROR_OK);
    assert_int_equal(w->pack->condition_count, 24);
    assert_string_equal(w->pack->conditions[23].id, "c23");
    write_conditions(w, CONDITIONS_MAX + 1);
    assert_int_equal(content_load(w->pack, w->path, NULL, &t), ERROR_FORMAT);
    assert_non_null(strstr(t.text, "line 29, conditions: \"conditions\" has too many entries"));
}

static void a_megabyte_is_enough(void **state)
{
    struct written *w = *state;
    struct trouble t = {""};
    FILE *f = fopen(w->path, "wb");
    assert_non_null(f);
    for (unsigned i = 0; i < 1048577; i++)
        fputc('#', f);
    assert_int_equal(fclose(f), 0);
    assert_int_equal(content_load(w->pack, w->path, NULL, &t), ERROR_RANGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_made_to_take_long_is_refused_at_once),
        cmocka_unit_test(twenty_four_conditions_fit),
        cmocka_unit_test(a_megabyte_is_enough),
    };
    return cmocka_run_group_tests(tests, written_set_up, written_tear_down);
}
