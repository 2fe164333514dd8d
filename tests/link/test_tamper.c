#include "testing.h"

#include "link/meeting.h"

/* An attacker on the path: each message of an exchange changed, cut, replayed or made up. */

enum {
    HELLO,
    WELCOME,
    CONFIRM,
    ACCEPT,
    START,
    MESSAGES,
    MUTATIONS = 3000,
};

static struct meeting m;
static uint8_t bytes[2 * LINK_REPLY_MAX]; /* the message in the attacker's hands */
static size_t length;

static void deliver(int message)
{
    if (message == WELCOME || message == ACCEPT)
        link_guest_receive(&m.guest, &m.out, m.plain, bytes, length);
    else
        link_door_receive(&m.door, &m.out, m.plain, &m.house, bytes, length, m.now_ms);
}

static void hold(void)
{
    memcpy(bytes, m.out.reply, m.out.reply_length);
    length = m.out.reply_length;
}

/* Plays an exchange up to `message`, which is then held. */
static void play_to(int message, uint64_t seed)
{
    meeting_begin(&m, seed);
    meeting_knock(&m, MEETING_CODE);
    hold();
    for (int i = HELLO; i < message; i++) {
        deliver(i);
        hold();
    }
}

/* Delivers what is held and plays on, while anyone has something to say. Nobody whom the changed
 * message reaches, or who comes after, may be taken in. */
static void play_on(int message)
{
    int i = message;
    for (deliver(i); i < START && m.out.kind != LINK_REFUSED && m.out.reply_length; deliver(i)) {
        hold();
        i++;
        assert_int_equal(m.out.kind, LINK_REPLY);
    }
    if (message == START) {
        /* The header cannot be judged by itself: the first sealed message shows it. */
        if (m.out.kind == LINK_NOTHING) {
            assert_int_equal(link_guest_seal(bytes, &length, &m.guest, (const uint8_t *)"x", 1),
                             ERROR_OK);
            deliver(START);
        }
    } else if (message != ACCEPT) {
        assert_false(link_door_admitted(&m.door));
    }
    assert_int_equal(m.out.kind, LINK_REFUSED);
}

static void refuses_every_changed_bit(void **state)
{
    (void)state;
    for (int message = HELLO; message < MESSAGES; message++) {
        play_to(message, 1);
        const size_t bits = length * 8;
        for (size_t bit = 0; bit < bits; bit++) {
            play_to(message, 1 + bit);
            bytes[bit / 8] ^= (uint8_t)(1 << bit % 8);
            play_on(message);
        }
    }
}

static void refuses_every_other_length(void **state)
{
    (void)state;
    for (int message = HELLO; message < MESSAGES; message++) {
        play_to(message, 1);
        const size_t whole = length;
        for (size_t other = 0; other < whole + 9; other++) {
            if (other == whole)
                continue;
            play_to(message, 1);
            memset(bytes + length, 0, sizeof bytes - length);
            length = other;
            play_on(message);
        }
    }
}

static void refuses_a_replayed_session(void **state)
{
    (void)state;
    static uint8_t heard[MESSAGES + 1][LINK_REPLY_MAX];
    size_t heard_length[MESSAGES + 1] = {0};
    play_to(HELLO, 1);
    for (int i = HELLO; i < MESSAGES; i++) {
        memcpy(heard[i], bytes, length);
        heard_length[i] = length;
        deliver(i);
        hold();
    }
    assert_int_equal(link_guest_seal(heard[MESSAGES], &heard_length[MESSAGES], &m.guest,
                                     (const uint8_t *)"vote", 4),
                     ERROR_OK);

    /* To the kiosk, again. */
    assert_int_equal(link_door_open(&m.door, &m.out, &m.house, MEETING_ADDRESS, 0), ERROR_OK);
    static const int to_door[] = {HELLO, CONFIRM, START, MESSAGES};
    for (size_t i = 0; i < 4; i++) {
        memcpy(bytes, heard[to_door[i]], heard_length[to_door[i]]);
        length = heard_length[to_door[i]];
        deliver(HELLO);
        assert_false(link_door_admitted(&m.door));
        assert_int_equal(m.out.kind, i == 0 ? LINK_REPLY : LINK_REFUSED);
    }

    /* To another client, as if from the kiosk. */
    assert_int_equal(link_guest_code(&m.guest, &m.out, MEETING_CODE, &m.random), ERROR_OK);
    memcpy(bytes, heard[WELCOME], heard_length[WELCOME]);
    length = heard_length[WELCOME];
    deliver(WELCOME);
    assert_int_equal(m.out.kind, LINK_REPLY);
    memcpy(bytes, heard[ACCEPT], heard_length[ACCEPT]);
    length = heard_length[ACCEPT];
    deliver(ACCEPT);
    assert_int_equal(m.out.kind, LINK_REFUSED);
}

static void refuses_its_own_words_back(void **state)
{
    (void)state;
    /* Tag a is not tag b, and what the client sealed does not open at the client. */
    play_to(ACCEPT, 1);
    uint8_t tag[32];
    memcpy(tag, bytes + 2, sizeof tag);
    play_to(CONFIRM, 1);
    assert_memory_not_equal(tag, bytes + 2, sizeof tag);

    play_to(START, 1);
    deliver(START);
    assert_int_equal(link_guest_seal(bytes, &length, &m.guest, (const uint8_t *)"x", 1), ERROR_OK);
    deliver(ACCEPT);
    assert_int_equal(m.out.kind, LINK_REFUSED);
}

static void mutate(uint64_t *seed)
{
    switch (seeded_below(seed, 5)) {
    case 0:
        length = seeded_below(seed, length);
        break;
    case 1:
        length += 1 + seeded_below(seed, sizeof bytes - length);
        break;
    case 2:
        length = seeded_below(seed, sizeof bytes);
        seeded_fill(seed, bytes, length);
        break;
    case 3: /* a well-formed head, anything behind it */
        seeded_fill(seed, bytes + 2, length - 2);
        break;
    default:
        for (size_t n = 1 + seeded_below(seed, 8); n > 0; n--)
            bytes[seeded_below(seed, length)] ^= (uint8_t)(1 + seeded_below(seed, 255));
        break;
    }
}

static void survives_a_seeded_flood_of_mutations(void **state)
{
    (void)state;
    uint64_t seed = 20091121;
    for (int i = 0; i < MUTATIONS; i++) {
        int message = (int)seeded_below(&seed, MESSAGES);
        uint8_t before[LINK_REPLY_MAX];
        play_to(message, (uint64_t)i);
        memcpy(before, bytes, length);
        const size_t before_length = length;
        mutate(&seed);
        if (length == before_length && memcmp(before, bytes, length) == 0)
            continue;
        play_on(message);
    }
}

static void refuses_points_that_are_none(void **state)
{
    (void)state;
    play_to(HELLO, 1);
    memset(bytes + length - LINK_CPACE_POINT, 0, LINK_CPACE_POINT); /* the identity */
    deliver(HELLO);
    assert_int_equal(m.out.kind, LINK_REFUSED);
    assert_int_equal(m.out.no, LINK_NO_BROKEN);
    play_to(WELCOME, 1);
    memset(bytes + length - LINK_CPACE_POINT, 0xff, LINK_CPACE_POINT);
    deliver(WELCOME);
    assert_int_equal(m.out.kind, LINK_REFUSED);
    assert_int_equal(m.out.no, LINK_NO_BROKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_every_changed_bit),
        cmocka_unit_test(refuses_every_other_length),
        cmocka_unit_test(refuses_a_replayed_session),
        cmocka_unit_test(refuses_its_own_words_back),
        cmocka_unit_test(survives_a_seeded_flood_of_mutations),
        cmocka_unit_test(refuses_points_that_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
