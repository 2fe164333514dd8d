/* An invitation pasted or typed on the join screen fills in both fields. */

#include "screen/desk.h"
#include "testing.h"
#include "words/words.h"

static int open_desk(void **state)
{
    static struct desk desk;
    desk_open(&desk, &(struct rooms_spec){.schools = 4});
    desk_step(&desk);
    *state = &desk;
    return 0;
}

static void assert_joins(struct desk *desk, const char *host, uint16_t port)
{
    desk_key(desk, KEY_ENTER, 0);
    assert_true(desk->wish->join);
    assert_string_equal(desk->wish->host, host);
    assert_int_equal(desk->wish->port, port);
    assert_string_equal(desk->wish->code, "KTRM7XPD");
}

static void pasted_into_the_address(void **state)
{
    struct desk *desk = *state;
    desk_paste(desk, " plenary://192.168.4.21:47475/ktrm-7xpd\n");
    assert_joins(desk, "192.168.4.21", 47475);
}

static void pasted_into_the_code(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "10.0.0.1");
    desk_key(desk, KEY_TAB, 0);
    desk_type(desk, "AC");
    desk_paste(desk, "plenary://192.168.4.21/KTRM7XPD");
    assert_joins(desk, "192.168.4.21", SESSION_PORT);
}

static void the_address_that_is_there_stays(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "10.0.0.1:47475");
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "plenary:KTRM7XPD");
    assert_joins(desk, "10.0.0.1", 47475);
}

static void without_an_address_it_is_found(void **state)
{
    struct desk *desk = *state;
    desk_paste(desk, "plenary:KTRM7XPD");
    assert_true(desk_shows(desk, word(WORD_CLIENT_JOIN_NO_ADDRESS)));
    desk->sight.callers = &(struct link_caller){
        .title = "Riverside", .address = "192.168.4.22", .port = SESSION_PORT};
    desk->sight.caller_count = 1;
    desk_step(desk);
    assert_joins(desk, "192.168.4.22", SESSION_PORT);
}

static void typed_it_is_taken_when_it_is_whole(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "plenary://192.168.4.21/KTRM7XP");
    assert_true(desk_shows(desk, word(WORD_INVITE_CODE)));
    desk_type(desk, "D");
    assert_false(desk_shows(desk, word(WORD_INVITE_CODE)));
    assert_joins(desk, "192.168.4.21", SESSION_PORT);
}

static void what_cannot_be_used_is_told(void **state)
{
    struct desk *desk = *state;
    desk_paste(desk, "plenary://192.168.4.21/KTRM7XPD?name=Sam");
    assert_true(desk_shows(desk, word(WORD_INVITE_MORE)));
    desk_key(desk, KEY_ENTER, 0);
    assert_false(desk->wish->join);
}

static void it_is_found_in_a_mail(void **state)
{
    struct desk *desk = *state;
    desk_paste(desk,
               "Dear Sam,\njoin with plenary://192.168.4.21:47475/KTRM7XPD. See you there!\n");
    assert_joins(desk, "192.168.4.21", 47475);
}

static void what_cannot_be_used_is_told_wherever_it_was_pasted(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "10.0.0.1");
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "plenary://192.168.4.21/KTRM");
    assert_true(desk_shows(desk, word(WORD_INVITE_CODE)));
}

static void a_code_by_itself_is_pasted_as_before(void **state)
{
    struct desk *desk = *state;
    desk_type(desk, "10.0.0.1");
    desk_key(desk, KEY_TAB, 0);
    desk_paste(desk, "ktrm-7xpd");
    assert_joins(desk, "10.0.0.1", SESSION_PORT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(pasted_into_the_address, open_desk, desk_tear_down),
        cmocka_unit_test_setup_teardown(pasted_into_the_code, open_desk, desk_tear_down),
        cmocka_unit_test_setup_teardown(the_address_that_is_there_stays, open_desk, desk_tear_down),
        cmocka_unit_test_setup_teardown(without_an_address_it_is_found, open_desk, desk_tear_down),
        cmocka_unit_test_setup_teardown(typed_it_is_taken_when_it_is_whole, open_desk,
                                        desk_tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_used_is_told, open_desk, desk_tear_down),
        cmocka_unit_test_setup_teardown(it_is_found_in_a_mail, open_desk, desk_tear_down),
        cmocka_unit_test_setup_teardown(what_cannot_be_used_is_told_wherever_it_was_pasted,
                                        open_desk, desk_tear_down),
        cmocka_unit_test_setup_teardown(a_code_by_itself_is_pasted_as_before, open_desk,
                                        desk_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
