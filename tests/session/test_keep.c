#include "testing.h"

#include <sys/stat.h>

#include "session/stand.h"

static struct stand stand;

static void a_seat_is_kept_for_its_owner_alone(void **state)
{
    struct stand *s = *state;
    char path[512];
    struct stat about;
    stand_sit(s);
    assert_true(stand_kept(s, path));
    assert_string_equal(path + strlen(s->folder), "/seat-abababababababababababababababab.token");
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0600);
    assert_int_equal(stat(s->folder, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0700);
}

static void the_same_code_gives_the_same_seat(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    stand_new_session(s, true);
    stand_sit(s);
    assert_int_equal(s->came_by, LINK_BY_TOKEN);
    s->token_known = false; /* the kiosk holds another workshop, or gave the seat up */
    stand_new_session(s, true);
    stand_sit(s);
    assert_int_equal(s->came_by, LINK_BY_CODE);
}

static void ids_count_on_in_a_new_process(void **state)
{
    struct stand *s = *state;
    struct trouble t = {0};
    stand_sit(s);
    assert_int_equal(stand_rate(s, 1), 1);
    stand_run(s, 50);
    s->last_command = 41;
    stand_new_session(s, true);
    assert_int_equal(session_resume(s->session, NULL, 0, s->now_ms, &t), ERROR_OK);
    stand_run(s, 100);
    assert_string_equal(s->dialled_host, "kiosk");
    assert_int_equal(s->dialled_port, 47474);
    assert_int_equal(s->came_by, LINK_BY_TOKEN);
    assert_int_equal(stand_rate(s, 1), 42);
}

static void resumes_only_where_it_sat(void **state)
{
    struct stand *s = *state;
    struct trouble t = {0};
    assert_int_equal(session_resume(s->session, NULL, 0, s->now_ms, &t), ERROR_ABSENT);
    assert_true(t.text[0]);
    stand_sit(s);
    assert_int_equal(session_resume(s->session, "elsewhere", 47474, s->now_ms, &t), ERROR_ABSENT);
    assert_int_equal(session_resume(s->session, "kiosk", 47475, s->now_ms, &t), ERROR_ABSENT);
    assert_int_equal(session_resume(s->session, "KIOSK", 47474, s->now_ms, &t), ERROR_OK);
    s->token_known = false;
    stand_run(s, 100);
    assert_int_equal(session_over(s->session), SESSION_REMOVED);
}

static void the_seat_last_used_comes_first(void **state)
{
    struct stand *s = *state;
    struct trouble t = {0};
    stand_sit(s);
    memset(s->house.workshop_id, 0xcd, LINK_WORKSHOP_ID);
    s->token_known = false;
    assert_int_equal(session_join(s->session, "second", 1000, STAND_CODE, s->now_ms, &t), ERROR_OK);
    stand_run(s, 100);
    stand_new_session(s, true);
    assert_int_equal(session_resume(s->session, NULL, 0, s->now_ms, &t), ERROR_OK);
    stand_run(s, 100);
    assert_string_equal(s->dialled_host, "second");
}

static void damage(const char *path, const char *how)
{
    char command[700];
    snprintf(command, sizeof command, how, path);
    assert_int_equal(system(command), 0);
}

static void damaged_seats_are_left_aside(void **state)
{
    static const char *const ways[] = {
        "truncate -s 100 '%s'",
        "truncate -s 0 '%s'",
        "truncate -s 2000 '%s'",
        "sed -i 's/^token ../token zz/' '%s'",
        "sed -i 's/^port .*/port 0/' '%s'",
        "sed -i '/^host/d' '%s'",
        "sed -i 's/seat 1/seat 2/' '%s'",
        "printf 'more\\n' >> '%s'",
    };
    struct stand *s = *state;
    for (unsigned i = 0; i < sizeof ways / sizeof *ways; i++) {
        char path[512];
        struct trouble t = {0};
        stand_new_session(s, true);
        stand_sit(s);
        assert_true(stand_kept(s, path));
        damage(path, ways[i]);
        stand_new_session(s, true);
        assert_int_equal(session_resume(s->session, NULL, 0, s->now_ms, &t), ERROR_ABSENT);
        assert_non_null(strstr(t.text, "seat-abab"));
        stand_sit(s); /* the code still opens the door, and the file is made anew */
        assert_int_equal(s->came_by, LINK_BY_CODE);
        assert_int_equal(stand_noticed(s, SESSION_TROUBLE, NULL), 1);
        assert_non_null(strstr(session_trouble(s->session), "seat-abab"));
        stand_new_session(s, true);
        stand_sit(s);
        assert_int_equal(s->came_by, LINK_BY_TOKEN);
    }
}

static void a_folder_that_cannot_be_written_is_told(void **state)
{
    struct stand *s = *state;
    FILE *in_the_way = fopen(s->folder, "w");
    assert_non_null(in_the_way);
    fclose(in_the_way);
    stand_sit(s);
    assert_int_equal(stand_noticed(s, SESSION_TROUBLE, NULL), 1);
    assert_non_null(strstr(session_trouble(s->session), s->folder));
}

static void the_folder_is_where_desktops_keep_state(void **state)
{
    char folder[256];
    (void)state;
    setenv("PLENARY_STATE", "/a", 1);
    setenv("XDG_STATE_HOME", "/b", 1);
    setenv("HOME", "/c", 1);
    assert_int_equal(session_default_folder(folder, sizeof folder), ERROR_OK);
    assert_string_equal(folder, "/a");
    unsetenv("PLENARY_STATE");
    assert_int_equal(session_default_folder(folder, sizeof folder), ERROR_OK);
    assert_string_equal(folder, "/b/plenary");
    unsetenv("XDG_STATE_HOME");
    assert_int_equal(session_default_folder(folder, sizeof folder), ERROR_OK);
    assert_string_equal(folder, "/c/.local/state/plenary");
    assert_int_equal(session_default_folder(folder, 8), ERROR_RANGE);
    unsetenv("HOME");
    assert_int_equal(session_default_folder(folder, sizeof folder), ERROR_ABSENT);
}

int main(void)
{
#define TEST(name) STAND_TEST(name, &stand)
    const struct CMUnitTest tests[] = {
        TEST(a_seat_is_kept_for_its_owner_alone),
        TEST(the_same_code_gives_the_same_seat),
        TEST(ids_count_on_in_a_new_process),
        TEST(resumes_only_where_it_sat),
        TEST(the_seat_last_used_comes_first),
        TEST(damaged_seats_are_left_aside),
        TEST(a_folder_that_cannot_be_written_is_told),
        TEST(the_folder_is_where_desktops_keep_state),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
