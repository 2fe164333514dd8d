#include "testing.h"

#include "link/meeting.h"

static struct meeting m;

static int begin(void **state)
{
    (void)state;
    meeting_begin(&m, 1);
    return 0;
}

static void say_both_ways(void)
{
    static const uint8_t words[] = "agreed: 7";
    uint8_t sealed[64];
    size_t length;
    assert_int_equal(link_guest_seal(sealed, &length, &m.guest, words, sizeof words), ERROR_OK);
    link_door_receive(&m.door, &m.out, m.plain, &m.house, sealed, length, m.now_ms);
    assert_int_equal(m.out.kind, LINK_PLAIN);
    assert_int_equal(m.out.plain_length, sizeof words);
    assert_memory_equal(m.plain, words, sizeof words);

    assert_int_equal(link_door_seal(sealed, &length, &m.door, words, sizeof words), ERROR_OK);
    link_guest_receive(&m.guest, &m.out, m.plain, sealed, length);
    assert_int_equal(m.out.kind, LINK_PLAIN);
    assert_memory_equal(m.plain, words, sizeof words);
}

static void expect_refused(enum link_no no)
{
    assert_int_equal(m.out.kind, LINK_REFUSED);
    assert_int_equal(m.out.no, no);
}

static void admits_the_right_code(void **state)
{
    (void)state;
    meeting_knock(&m, MEETING_CODE);
    meeting_to_door(&m);
    assert_int_equal(m.out.kind, LINK_REPLY);
    assert_false(link_door_admitted(&m.door));
    meeting_to_guest(&m);
    assert_int_equal(m.out.kind, LINK_REPLY);
    meeting_to_door(&m);
    assert_int_equal(m.out.kind, LINK_ADMITTED);
    assert_int_equal(m.out.id, MEETING_CODE_ID);
    assert_true(link_door_admitted(&m.door));
    meeting_to_guest(&m);
    assert_int_equal(m.out.kind, LINK_ADMITTED);
    assert_memory_equal(m.guest.workshop_id, m.house.workshop_id, LINK_WORKSHOP_ID);
    meeting_to_door(&m);
    assert_int_equal(m.out.kind, LINK_NOTHING);
    say_both_ways();
}

static void admits_a_token(void **state)
{
    (void)state;
    m.house.full = true; /* its seat is its own */
    meeting_admit(&m, NULL);
    assert_int_equal(m.out.kind, LINK_NOTHING);
    assert_true(link_door_admitted(&m.door));
    say_both_ways();
}

static void refuses_a_token_with_another_secret(void **state)
{
    (void)state;
    meeting_knock(&m, NULL);
    m.token.secret[0] ^= 1;
    meeting_to_door(&m);
    meeting_to_guest(&m);
    meeting_to_door(&m);
    expect_refused(LINK_NO_WRONG);
}

static void keeps_no_secret_when_open(void **state)
{
    (void)state;
    static const uint8_t zeros[sizeof m.door.keys];
    meeting_admit(&m, MEETING_CODE);
    assert_memory_equal(&m.door.keys, zeros, sizeof zeros);
    assert_memory_equal(&m.guest.keys, zeros, sizeof zeros);
    assert_memory_equal(m.guest.scalar, zeros, sizeof m.guest.scalar);
}

static void refuses_a_wrong_code(void **state)
{
    (void)state;
    meeting_knock(&m, MEETING_WRONG);
    meeting_to_door(&m);
    meeting_to_guest(&m);
    meeting_to_door(&m);
    expect_refused(LINK_NO_WRONG);
    assert_false(link_door_admitted(&m.door));
    meeting_to_guest(&m);
    expect_refused(LINK_NO_WRONG);
}

/* What an onlooker sees of an attempt, but for the fresh point. */
static void watch(const char *code, struct link_outcome seen[2])
{
    meeting_begin(&m, 1);
    meeting_knock(&m, code);
    meeting_to_door(&m);
    seen[0] = m.out;
    memset(seen[0].reply + 2 + LINK_WORKSHOP_ID, 0, LINK_CPACE_POINT);
    meeting_to_guest(&m);
    meeting_to_door(&m);
    seen[1] = m.out;
    seen[1].id = 0; /* the caller's own, not on the wire */
}

static void does_not_tell_unknown_from_wrong(void **state)
{
    (void)state;
    struct link_outcome wrong[2], unknown[2];
    watch(MEETING_WRONG, wrong);
    watch(MEETING_UNKNOWN, unknown);
    for (int i = 0; i < 2; i++) {
        assert_int_equal(wrong[i].kind, unknown[i].kind);
        assert_int_equal(wrong[i].no, unknown[i].no);
        assert_int_equal(wrong[i].reply_length, unknown[i].reply_length);
        assert_memory_equal(wrong[i].reply, unknown[i].reply, sizeof wrong[i].reply);
    }
}

static void uses_fresh_points_each_time(void **state)
{
    (void)state;
    struct link_outcome first;
    meeting_knock(&m, MEETING_UNKNOWN);
    struct link_outcome hello = m.out;
    meeting_to_door(&m);
    first = m.out;
    assert_int_equal(link_door_open(&m.door, &m.out, &m.house, MEETING_ADDRESS, 0), ERROR_OK);
    m.out = hello;
    meeting_to_door(&m);
    assert_memory_not_equal(first.reply, m.out.reply, sizeof first.reply);
}

static void tells_a_retired_code(void **state)
{
    (void)state;
    meeting_knock(&m, MEETING_RETIRED);
    meeting_to_door(&m);
    expect_refused(LINK_NO_RETIRED);
    meeting_to_guest(&m);
    expect_refused(LINK_NO_RETIRED);
}

static void tells_when_full(void **state)
{
    (void)state;
    m.house.full = true;
    meeting_knock(&m, MEETING_CODE);
    meeting_to_door(&m);
    meeting_to_guest(&m);
    expect_refused(LINK_NO_FULL);
}

static void tells_versions_apart(void **state)
{
    (void)state;
    meeting_knock(&m, MEETING_CODE);
    m.out.reply[1] = LINK_VERSION + 1;
    m.out.reply_length = LINK_REPLY_MAX; /* a newer hello may be longer */
    meeting_to_door(&m);
    meeting_to_guest(&m);
    expect_refused(LINK_NO_NEWER);

    meeting_knock(&m, MEETING_CODE);
    m.out.reply[1] = LINK_VERSION - 1;
    m.out.reply_length = 2;
    meeting_to_door(&m);
    m.out.reply[1] = LINK_VERSION - 1; /* a refusal is understood in any version */
    meeting_to_guest(&m);
    expect_refused(LINK_NO_OLDER);
}

static void guess_wrong(void)
{
    meeting_knock(&m, MEETING_WRONG);
    meeting_to_door(&m);
    meeting_to_guest(&m);
    meeting_to_door(&m);
}

static void makes_guessers_wait(void **state)
{
    (void)state;
    for (int i = 0; i < LINK_PAIR_FAILURES; i++) {
        guess_wrong();
        expect_refused(LINK_NO_WRONG);
    }
    meeting_knock(&m, MEETING_CODE);
    meeting_to_door(&m);
    meeting_to_guest(&m);
    expect_refused(LINK_NO_WAIT);
    assert_int_equal(m.out.wait_s, 60);
    m.now_ms += LINK_PAIR_MS;
    meeting_admit(&m, MEETING_CODE);
    assert_true(link_door_admitted(&m.door));
}

/* Many hellos answered first, then all the guesses at once: no more than ten are looked at. */
static void counts_guesses_made_side_by_side(void **state)
{
    (void)state;
    enum { AT_ONCE = 40 };
    static struct link_door doors[AT_ONCE];
    static struct link_outcome confirms[AT_ONCE];
    int looked_at = 0;
    for (int i = 0; i < AT_ONCE; i++) {
        meeting_knock(&m, MEETING_WRONG);
        meeting_to_door(&m);
        meeting_to_guest(&m);
        doors[i] = m.door;
        confirms[i] = m.out;
    }
    for (int i = 0; i < AT_ONCE; i++) {
        m.door = doors[i];
        m.out = confirms[i];
        meeting_to_door(&m);
        assert_int_equal(m.out.kind, LINK_REFUSED);
        looked_at += m.out.no == LINK_NO_WRONG;
    }
    assert_int_equal(looked_at, LINK_PAIR_FAILURES);
}

static void retires_a_guessed_code_but_not_its_seats(void **state)
{
    (void)state;
    int retired = 0;
    for (int i = 0; i < LINK_CODE_FAILURES; i++) {
        guess_wrong();
        expect_refused(LINK_NO_WRONG);
        retired += m.out.retire;
        if (m.out.retire)
            assert_int_equal(m.out.id, MEETING_CODE_ID);
        if ((i + 1) % LINK_PAIR_FAILURES == 0)
            m.now_ms += LINK_PAIR_MS;
    }
    assert_int_equal(retired, 1);
    meeting_knock(&m, MEETING_CODE);
    meeting_to_door(&m);
    expect_refused(LINK_NO_RETIRED);
    meeting_admit(&m, NULL);
    assert_true(link_door_admitted(&m.door));
    link_guard_renew(&m.house.guard, link_code_selector(MEETING_CODE));
    meeting_admit(&m, MEETING_CODE);
    assert_true(link_door_admitted(&m.door));
}

static void looks_again_whether_the_code_stands(void **state)
{
    (void)state;
    meeting_knock(&m, MEETING_CODE);
    meeting_to_door(&m);
    meeting_to_guest(&m);
    m.code_gone = true;
    meeting_to_door(&m);
    expect_refused(LINK_NO_WRONG);
}

static void lets_nobody_dawdle(void **state)
{
    (void)state;
    meeting_knock(&m, MEETING_CODE);
    m.now_ms = LINK_OPEN_MS - 1;
    assert_false(link_door_late(&m.door, m.now_ms));
    meeting_to_door(&m);
    meeting_to_guest(&m);
    m.now_ms = LINK_OPEN_MS;
    assert_true(link_door_late(&m.door, m.now_ms));
    meeting_to_door(&m); /* who was held up on the way is not told that something is broken */
    expect_refused(LINK_NO_BUSY);
    assert_int_equal(m.out.wait_s, 1);

    meeting_admit(&m, MEETING_CODE);
    m.now_ms += 10 * LINK_OPEN_MS;
    assert_false(link_door_late(&m.door, m.now_ms));
}

static void gives_places_back(void **state)
{
    (void)state;
    for (int i = 0; i < LINK_OPEN_ADDRESS_MAX; i++, m.now_ms++) {
        meeting_admit(&m, MEETING_CODE);
        assert_true(link_door_admitted(&m.door));
        meeting_knock(&m, MEETING_CODE);
        link_door_close(&m.door, &m.house);
        meeting_knock(&m, MEETING_CODE);
        m.out.reply[0] = 99;
        meeting_to_door(&m);
        expect_refused(LINK_NO_BROKEN);
    }
    struct link_door doors[LINK_OPEN_ADDRESS_MAX];
    for (int i = 0; i < LINK_OPEN_ADDRESS_MAX; i++) {
        assert_int_equal(link_door_open(&doors[i], &m.out, &m.house, MEETING_ADDRESS, m.now_ms),
                         ERROR_OK);
        assert_int_equal(m.out.kind, LINK_NOTHING);
    }
    assert_int_equal(link_door_open(&m.door, &m.out, &m.house, MEETING_ADDRESS, m.now_ms),
                     ERROR_OK);
    expect_refused(LINK_NO_BUSY);
    assert_int_equal(m.out.wait_s, 1);
}

static void makes_tokens_that_differ(void **state)
{
    (void)state;
    struct link_token other;
    uint8_t a[SECRET_SIZE], b[SECRET_SIZE];
    link_token_make(&other, &m.random);
    assert_memory_not_equal(&other, &m.token, sizeof other);
    other = m.token;
    link_token_hash(a, &m.token);
    link_token_hash(b, &other);
    assert_memory_equal(a, b, sizeof a);
    other.secret[31] ^= 1;
    link_token_hash(b, &other);
    assert_memory_not_equal(a, b, sizeof a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(admits_the_right_code, begin),
        cmocka_unit_test_setup(admits_a_token, begin),
        cmocka_unit_test_setup(refuses_a_token_with_another_secret, begin),
        cmocka_unit_test_setup(keeps_no_secret_when_open, begin),
        cmocka_unit_test_setup(refuses_a_wrong_code, begin),
        cmocka_unit_test_setup(does_not_tell_unknown_from_wrong, begin),
        cmocka_unit_test_setup(uses_fresh_points_each_time, begin),
        cmocka_unit_test_setup(tells_a_retired_code, begin),
        cmocka_unit_test_setup(tells_when_full, begin),
        cmocka_unit_test_setup(tells_versions_apart, begin),
        cmocka_unit_test_setup(makes_guessers_wait, begin),
        cmocka_unit_test_setup(counts_guesses_made_side_by_side, begin),
        cmocka_unit_test_setup(retires_a_guessed_code_but_not_its_seats, begin),
        cmocka_unit_test_setup(looks_again_whether_the_code_stands, begin),
        cmocka_unit_test_setup(lets_nobody_dawdle, begin),
        cmocka_unit_test_setup(gives_places_back, begin),
        cmocka_unit_test_setup(makes_tokens_that_differ, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
