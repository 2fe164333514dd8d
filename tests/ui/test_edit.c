#include "testing.h"

#include <stdlib.h>

#include "base/text.h"
#include "ui/edit.h"

static struct input input;

static bool type(struct edit *edit, const char *text, size_t visible)
{
    input_clear(&input);
    input_text(&input, INPUT_TEXT, text, strlen(text));
    return edit_apply(edit, &input.event[0], input.text, visible, 0);
}

static bool press(struct edit *edit, enum input_key key, unsigned modifiers)
{
    input_clear(&input);
    input_key(&input, key, modifiers);
    return edit_apply(edit, &input.event[0], "", 0, 0);
}

static void letters_and_keys(void **state)
{
    (void)state;
    struct edit e = {0};
    assert_true(type(&e, "Sam Ok", 0));
    press(&e, KEY_HOME, 0);
    type(&e, "I am ", 0);
    assert_string_equal(e.text, "I am Sam Ok");
    press(&e, KEY_END, 0);
    assert_true(press(&e, KEY_BACKSPACE, 0));
    assert_false(press(&e, KEY_DELETE, 0)); /* nothing after the end */
    press(&e, KEY_LEFT, 0);
    assert_true(press(&e, KEY_DELETE, 0));
    assert_string_equal(e.text, "I am Sam ");
    press(&e, KEY_HOME, 0);
    assert_false(press(&e, KEY_BACKSPACE, 0));
    press(&e, KEY_LEFT, 0);
    assert_int_equal(e.caret, 0);
}

static void one_key_moves_one_letter(void **state)
{
    (void)state;
    struct edit e;
    /* a flag, a family, an e with its accent apart, and a Hangul syllable in parts */
    edit_set(&e, "\xF0\x9F\x87\xAC\xF0\x9F\x87\xA7"
                 "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"
                 "e\xCC\x81"
                 "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB");
    assert_int_equal(text_visible(e.text), 4);
    press(&e, KEY_LEFT, 0);
    press(&e, KEY_LEFT, 0);
    press(&e, KEY_LEFT, 0);
    assert_int_equal(e.caret, 8);
    assert_true(press(&e, KEY_DELETE, 0));
    assert_int_equal(text_visible(e.text), 3);
    assert_true(press(&e, KEY_BACKSPACE, 0));
    assert_string_equal(e.text, "e\xCC\x81\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB");
    press(&e, KEY_END, 0);
    press(&e, KEY_BACKSPACE, 0);
    press(&e, KEY_BACKSPACE, 0);
    assert_string_equal(e.text, "");
}

static void an_accent_joins_its_letter(void **state)
{
    (void)state;
    struct edit e;
    edit_set(&e, "ab");
    press(&e, KEY_LEFT, 0);
    type(&e, "\xCC\x81", 0); /* a combining acute, onto the a */
    assert_int_equal(e.caret, 3);
    press(&e, KEY_BACKSPACE, 0);
    assert_string_equal(e.text, "b");
    edit_set(&e, "\xCC\x81"
                 "b"); /* an accent that has lost its letter, and gets one */
    press(&e, KEY_HOME, 0);
    type(&e, "a", 0);
    assert_int_equal(e.caret, 3);
}

static void selections(void **state)
{
    (void)state;
    struct edit e;
    edit_set(&e, "31 February");
    press(&e, KEY_HOME, WITH_SHIFT);
    type(&e, "1 March", 0);
    assert_string_equal(e.text, "1 March");
    press(&e, KEY_LEFT, WITH_SHIFT);
    press(&e, KEY_LEFT, WITH_SHIFT);
    press(&e, KEY_LEFT, 0); /* to where the selection began */
    assert_int_equal(e.caret, 5);
    assert_int_equal(e.mark, 5);
    input_clear(&input);
    input_letter(&input, 'a', WITH_CONTROL);
    edit_apply(&e, &input.event[0], "", 0, 0);
    assert_true(press(&e, KEY_DELETE, 0));
    assert_string_equal(e.text, "");
}

static void limits_cut_and_keep(void **state)
{
    (void)state;
    struct edit e = {0};
    assert_true(type(&e, "12345678", 5));
    assert_string_equal(e.text, "12345");
    assert_false(type(&e, "6", 5));
    press(&e, KEY_HOME, WITH_SHIFT);
    assert_true(type(&e, "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9", 5));
    assert_int_equal(text_visible(e.text), 5);
}

static void a_paste_of_ten_thousand(void **state)
{
    (void)state;
    enum { LONG = 30000 };
    char *text = malloc(LONG + 1);
    assert_non_null(text);
    for (int i = 0; i < LONG; i += 3)
        memcpy(text + i, "\xE2\x82\xAC", 3); /* 10,000 euro signs */
    text[LONG] = '\0';
    struct edit e = {0};
    input_clear(&input);
    input_text(&input, INPUT_PASTE, text, LONG);
    assert_true(edit_apply(&e, &input.event[0], input.text, 0, 0));
    assert_true(strlen(e.text) < EDIT_SIZE);
    assert_int_equal(strlen(e.text) % 3, 0);
    assert_int_equal(text_visible(e.text), (EDIT_SIZE - 1) / 3);
    assert_int_equal(e.caret, strlen(e.text));
    edit_set(&e, "");
    assert_true(edit_apply(&e, &input.event[0], input.text, 140, 0));
    assert_int_equal(text_visible(e.text), 140);
    free(text);
}

/* A family of four is one visible character of 25 bytes. */
static void bytes_run_out_too(void **state)
{
    (void)state;
    static const char family[] = "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D"
                                 "\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0\x9F\x91\xA6";
    struct edit e = {0};
    for (int i = 0; i < 3; i++) {
        assert_false(e.cut);
        input_clear(&input);
        input_text(&input, INPUT_TEXT, family, sizeof family - 1);
        edit_apply(&e, &input.event[0], input.text, 140, 60);
    }
    assert_int_equal(strlen(e.text), 50); /* two whole ones */
    assert_true(e.cut);
    assert_true(press(&e, KEY_BACKSPACE, 0));
    assert_false(e.cut);
}

static void broken_bytes_and_breaks_do_not_get_in(void **state)
{
    (void)state;
    struct edit e = {0};
    static const char bad[] = "a\xFF\xC3(\nb\x01\tc\xE2\x82";
    input_clear(&input);
    input_text(&input, INPUT_PASTE, bad, sizeof bad - 1);
    edit_apply(&e, &input.event[0], input.text, 0, 0);
    assert_string_equal(e.text, "a( b  c");
}

static void composing_is_not_yet_text(void **state)
{
    (void)state;
    struct edit e = {0};
    input_clear(&input);
    input_text(&input, INPUT_COMPOSE, "ni", 2);
    assert_false(edit_apply(&e, &input.event[0], input.text, 0, 0));
    assert_string_equal(e.text, "");
    assert_string_equal(e.composing, "ni");
    assert_true(type(&e, "\xE4\xBD\xA0", 0));
    assert_string_equal(e.text, "\xE4\xBD\xA0");
    assert_string_equal(e.composing, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_and_keys),
        cmocka_unit_test(one_key_moves_one_letter),
        cmocka_unit_test(an_accent_joins_its_letter),
        cmocka_unit_test(selections),
        cmocka_unit_test(limits_cut_and_keep),
        cmocka_unit_test(a_paste_of_ten_thousand),
        cmocka_unit_test(bytes_run_out_too),
        cmocka_unit_test(broken_bytes_and_breaks_do_not_get_in),
        cmocka_unit_test(composing_is_not_yet_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
