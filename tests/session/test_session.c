#include "testing.h"

#include "session/parts.h"
#include "session/stand.h"

static struct stand stand;

static void joins_and_is_given_the_room(void **state)
{
    struct stand *s = *state;
    stand_join(s, "ktrm-7xpd");
    assert_int_equal(session_state(s->session), SESSION_JOINING);
    assert_int_equal(stand_rate(s, 1), 0); /* nobody has said where ids go on */
    stand_run(s, 100);
    assert_int_equal(session_state(s->session), SESSION_UP);
    assert_int_equal(s->came_by, LINK_BY_CODE);
    assert_int_equal(stand_noticed(s, SESSION_SEATED, NULL), 1);
    assert_int_equal(stand_noticed(s, SESSION_CAUGHT_UP, NULL), 1);
    assert_int_equal(stand_noticed(s, SESSION_CHANGED, NULL), 0);
    assert_string_equal(session_room(s->session)->schools[2].name, "Birch");
    assert_int_equal(stand_rate(s, 4), 1);
    assert_int_equal(stand_rate(s, 5), 2);
    stand_run(s, 50);
    unsigned last = 0, waiting;
    assert_int_equal(stand_noticed(s, SESSION_SAVED, &last), 2);
    assert_int_equal(s->notices[last].id, 2);
    (void)session_pending(s->session, &waiting);
    assert_int_equal(waiting, 0);
}

static void refusals_carry_their_reason(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    s->answers = false;
    uint32_t id = stand_rate(s, 4);
    stand_run(s, 50);
    letter_begin(&s->letter, s->now_ms);
    assert_true(letter_add_receipt(&s->letter, id, REFUSAL_NO_CONDITION));
    assert_true(letter_add_receipt(&s->letter, id, REFUSAL_NONE));     /* answered already */
    assert_true(letter_add_receipt(&s->letter, id + 9, REFUSAL_NONE)); /* never asked */
    stand_send(s);
    stand_run(s, 50);
    unsigned last = 0;
    assert_int_equal(stand_noticed(s, SESSION_REFUSED, &last), 1);
    assert_int_equal(s->notices[last].refusal, REFUSAL_NO_CONDITION);
    assert_int_equal(stand_noticed(s, SESSION_SAVED, NULL), 0);
}

/* A code such as ABCDEFGH was only told to have eight letters, which it has. */
static void says_what_is_amiss_with_a_code(void **state)
{
    static const struct {
        const char *typed, *says;
    } cases[] = {
        {"ABCDEFGH", "“B” is in no code"},
        {"KTRM 7XP\xC3\xA9", "“é” is in no code"},
        {"KTRM", "only 4."},
        {"KTRM 7XPD A", "Here are more."},
        {"", "such as KTRM 7XPD."},
        {"KTRM\xFF", "such as KTRM 7XPD."},
    };
    struct stand *s = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct trouble t = {0};
        assert_int_equal(session_join(s->session, "kiosk", 1, cases[i].typed, s->now_ms, &t),
                         ERROR_FORMAT);
        if (!strstr(t.text, cases[i].says))
            fail_msg("\"%s\" gives: %s", cases[i].typed, t.text);
    }
}

static void says_why_it_was_not_let_in(void **state)
{
    struct stand *s = *state;
    char path[512];
    struct trouble t = {0};
    assert_int_equal(session_join(s->session, "kiosk", 1, "KTRM", s->now_ms, &t), ERROR_FORMAT);
    assert_true(t.text[0]);
    stand_join(s, STAND_WRONG);
    stand_run(s, 100);
    assert_int_equal(session_over(s->session), SESSION_WRONG_CODE);
    assert_int_equal(session_state(s->session), SESSION_APART);
    assert_int_equal(stand_noticed(s, SESSION_ENDED, NULL), 1);
    assert_false(stand_kept(s, path));
    for (int i = 0; i < 12 && session_over(s->session) == SESSION_WRONG_CODE; i++) {
        stand_join(s, STAND_WRONG);
        stand_run(s, 100);
    }
    assert_int_equal(session_over(s->session), SESSION_WAIT);
    assert_in_range(session_wait_s(s->session), 1, 60);
    stand_run(s, 61000);
    stand_join(s, STAND_CODE);
    stand_run(s, 100);
    assert_int_equal(session_state(s->session), SESSION_UP);
}

static void gives_up_when_nobody_answers(void **state)
{
    struct stand *s = *state;
    link_destroy(&s->link);
    stand_join(s, STAND_CODE);
    stand_run(s, 8900); /* two more attempts follow the first at once */
    assert_int_equal(session_state(s->session), SESSION_JOINING);
    stand_run(s, 200);
    assert_int_equal(session_over(s->session), SESSION_NO_KIOSK);
    stand_start(s);
    s->hangs = true; /* something is there and says nothing */
    stand_join(s, STAND_CODE);
    stand_run(s, 30300);
    assert_int_equal(session_over(s->session), SESSION_NO_KIOSK);
}

static void tells_how_long_it_has_been_quiet(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    stand_run(s, 20000);
    assert_int_equal(session_state(s->session), SESSION_UP);
    unsigned before = s->notice_count;
    int64_t crashed_ms = s->now_ms;
    stand_crash(s);
    stand_run(s, 6000);
    assert_int_equal(s->notice_count, before + 2);
    assert_int_equal(s->notices[before].kind, SESSION_STATE);
    int64_t waiting_ms = s->noticed_ms[before] - crashed_ms;
    int64_t down_ms = s->noticed_ms[before + 1] - crashed_ms;
    assert_in_range(waiting_ms, SESSION_WAITING_MS - SESSION_BEAT_MS, SESSION_WAITING_MS);
    assert_int_equal(down_ms - waiting_ms, SESSION_DOWN_MS - SESSION_WAITING_MS);
    assert_int_equal(session_state(s->session), SESSION_DOWN);
}

static void redials_at_once_and_then_ever_less_often(void **state)
{
    static const int64_t pauses[] = {2000, 4000, 8000, 10000, 10000};
    struct stand *s = *state;
    stand_sit(s);
    stand_run(s, 2000);
    s->dial_count = 0;
    int64_t crashed_ms = s->now_ms;
    stand_crash(s);
    stand_run(s, 60000);
    assert_true(s->dial_count >= 6);
    assert_in_range(s->dials[0] - crashed_ms, 1900, SESSION_WAITING_MS);
    for (unsigned i = 0; i < 5; i++)
        assert_in_range(s->dials[i + 1] - s->dials[i], LINK_MEMORY_SILENCE_MS + pauses[i],
                        LINK_MEMORY_SILENCE_MS + pauses[i] + 2 * STAND_STEP_MS);
    assert_in_range(session_redial_ms(s->session, s->now_ms), 0, 10000);
}

static void does_not_wait_when_told_to_try(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    stand_crash(s);
    stand_run(s, 30000);
    while (!session_redial_ms(s->session, s->now_ms))
        stand_run(s, STAND_STEP_MS);
    unsigned dials = s->dial_count;
    stand_start(s);
    session_try_now(s->session, s->now_ms);
    stand_run(s, 100);
    assert_int_equal(s->dial_count, dials + 1);
    assert_int_equal(session_state(s->session), SESSION_UP);
}

/* The connection is silent, not ended: a kiosk started again does not know it. */
static void a_silent_connection_is_dialled_anew(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    stand_run(s, 2000);
    s->mute = true;
    s->dial_count = 0;
    int64_t muted_ms = s->now_ms;
    stand_run(s, SESSION_WAITING_MS + 100);
    assert_int_equal(s->dial_count, 1);
    assert_in_range(s->dials[0] - muted_ms, SESSION_WAITING_MS - SESSION_BEAT_MS,
                    SESSION_WAITING_MS);
    assert_int_equal(session_state(s->session), SESSION_UP);
    assert_int_equal(s->came_by, LINK_BY_TOKEN);
}

static void brings_what_was_not_answered_again_in_order(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    s->answers = false;
    for (condition_id c = 1; c <= 3; c++)
        assert_int_equal(stand_rate(s, c), c);
    stand_run(s, 50);
    assert_int_equal(s->command_count, 3);
    stand_crash(s);
    stand_run(s, 1000);
    assert_int_equal(stand_rate(s, 4), 4); /* asked while away */
    stand_start(s);
    s->answers = true;
    s->last_command = 2; /* two had been saved before the break */
    s->command_count = 0;
    stand_run(s, 8000);
    assert_int_equal(s->command_count, 4);
    for (unsigned i = 0; i < 4; i++) {
        assert_int_equal(s->commands[i].id, i + 1);
        assert_int_equal(s->commands[i].condition, i + 1);
    }
    assert_int_equal(stand_noticed(s, SESSION_SAVED, NULL), 4);
    assert_int_equal(stand_rate(s, 5), 5);
    stand_run(s, 50);
    assert_int_equal(s->command_count, 5);
}

static void keeps_no_more_than_it_has_room_for(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    s->answers = false;
    for (uint32_t i = 1; i <= SESSION_OUTBOX_MAX; i++)
        assert_int_equal(stand_rate(s, 1), i);
    assert_int_equal(stand_rate(s, 1), 0);
    stand_run(s, 50);
    letter_begin(&s->letter, s->now_ms);
    assert_true(letter_add_receipt(&s->letter, 5, REFUSAL_NONE));
    stand_send(s);
    stand_run(s, 50);
    assert_int_equal(stand_rate(s, 1), SESSION_OUTBOX_MAX + 1);
}

static void the_old_room_stays_until_the_new_is_whole(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    stand_crash(s);
    stand_start(s);
    s->tells_room = false;
    stand_run(s, 5000);
    assert_int_equal(session_state(s->session), SESSION_UP);
    letter_begin(&s->letter, s->now_ms);
    stand_add_school(s, 1, "Ashby");
    stand_send(s);
    stand_run(s, 50);
    assert_int_equal(session_room(s->session)->school_count, 2);
    assert_int_equal(stand_noticed(s, SESSION_CHANGED, NULL), 0);
    uint64_t changes = session_room(s->session)->changes;
    letter_begin(&s->letter, s->now_ms);
    stand_add_school(s, 3, "Castle");
    assert_true(letter_add_caught_up(&s->letter));
    stand_send(s);
    stand_run(s, 50);
    assert_int_equal(session_room(s->session)->school_count, 2);
    assert_int_equal(room_find_school(session_room(s->session), "birch"), 0);
    assert_int_equal(room_find_school(session_room(s->session), "castle"), 3);
    assert_true(session_room(s->session)->changes > changes);
    assert_int_equal(stand_noticed(s, SESSION_CHANGED, NULL), 2); /* Birch went, Castle came */
}

static void notices_items_that_differ_and_no_others(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    letter_begin(&s->letter, s->now_ms);
    stand_add_school(s, 1, "Ashby");
    stand_add_school(s, 2, "Beech");
    assert_true(letter_add_removed(&s->letter, (struct item_key){ITEM_SCHOOL, 1, 0}));
    stand_send(s);
    stand_run(s, 50);
    unsigned last = 0;
    assert_int_equal(stand_noticed(s, SESSION_CHANGED, &last), 2);
    assert_int_equal(s->notices[last - 1].key.a, 2);
    assert_int_equal(s->notices[last].key.a, 1);
}

static void farewells_end_it(void **state)
{
    static const struct {
        enum farewell farewell;
        enum session_over over;
        bool kept;
    } farewells[] = {{FAREWELL_ELSEWHERE, SESSION_ELSEWHERE, true},
                     {FAREWELL_REMOVED, SESSION_REMOVED, false}};
    struct stand *s = *state;
    char path[512];
    for (unsigned i = 0; i < 2; i++) {
        stand_new_session(s, false);
        stand_sit(s);
        letter_begin(&s->letter, s->now_ms);
        assert_true(letter_add_farewell(&s->letter, farewells[i].farewell));
        stand_send(s);
        stand_run(s, 30000);
        assert_int_equal(session_over(s->session), farewells[i].over);
        assert_int_equal(s->dial_count, 1);
        assert_int_equal(stand_noticed(s, SESSION_ENDED, NULL), 1);
        assert_int_equal(stand_kept(s, path), farewells[i].kept);
    }
}

static void comes_back_to_a_kiosk_that_closed(void **state)
{
    struct stand *s = *state;
    stand_sit(s);
    stand_run(s, 2000);
    letter_begin(&s->letter, s->now_ms);
    assert_true(letter_add_farewell(&s->letter, FAREWELL_CLOSING));
    stand_send(s);
    stand_run(s, 50);
    link_destroy(&s->link);
    stand_run(s, 20000);
    assert_int_equal(session_state(s->session), SESSION_DOWN);
    stand_start(s);
    stand_run(s, 15000);
    assert_int_equal(session_state(s->session), SESSION_UP);
}

/* A room that is another in every place when the connection is back: found by arithmetic while
 * tests/fuzz/letter.c was written. */
static void a_room_may_be_another_in_every_place(void **state)
{
    struct stand *s = *state;
    struct session_notice notice;
    unsigned changed = 0;
    static struct item item;
    stand_sit(s);
    session_inbox_begin(s->session);
    assert_non_null(s->session->fresh);
    memset(&item.body, 0, sizeof item.body);
    *(char *)&item.body = 1;
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++)
        for (uint16_t a = 0; a <= PAPERS_MAX; a++)
            for (uint16_t b = 0; b <= SCHOOLS_MAX; b++) {
                item.key = (struct item_key){(uint8_t)kind, a, b};
                if (room_has_place(item.key))
                    room_apply(s->session->fresh, &item);
            }
    letter_begin(&s->letter, s->now_ms);
    assert_true(letter_add_caught_up(&s->letter));
    stand_send(s);
    s->now_ms += STAND_STEP_MS;
    link_memory_advance(s->memory, (uint64_t)s->now_ms);
    session_step(s->session, s->now_ms);
    while (session_next(s->session, &notice))
        changed += notice.kind == SESSION_CHANGED;
    assert_in_range(changed, room_place_count() - 2, room_place_count());
}

int main(void)
{
#define TEST(name) STAND_TEST(name, &stand)
    const struct CMUnitTest tests[] = {
        TEST(joins_and_is_given_the_room),
        TEST(refusals_carry_their_reason),
        TEST(says_what_is_amiss_with_a_code),
        TEST(says_why_it_was_not_let_in),
        TEST(gives_up_when_nobody_answers),
        TEST(tells_how_long_it_has_been_quiet),
        TEST(a_room_may_be_another_in_every_place),
        TEST(redials_at_once_and_then_ever_less_often),
        TEST(does_not_wait_when_told_to_try),
        TEST(a_silent_connection_is_dialled_anew),
        TEST(brings_what_was_not_answered_again_in_order),
        TEST(keeps_no_more_than_it_has_room_for),
        TEST(the_old_room_stays_until_the_new_is_whole),
        TEST(notices_items_that_differ_and_no_others),
        TEST(farewells_end_it),
        TEST(comes_back_to_a_kiosk_that_closed),
    };
#undef TEST
    return cmocka_run_group_tests(tests, NULL, NULL);
}
