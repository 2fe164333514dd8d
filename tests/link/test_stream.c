#include "link/stream.h"
#include "testing.h"

enum { SEALED = 3 };

static struct link_stream sender, receiver;
static uint8_t sealed[SEALED][64];
static size_t sealed_length[SEALED];
static const char *const said[SEALED] = {"one", "two, a little longer", "three"};

static int begin(void **state)
{
    (void)state;
    uint8_t key[LINK_STREAM_KEY] = {7}, header[LINK_STREAM_HEADER];
    if (sodium_init() < 0)
        return -1;
    link_stream_begin(&sender, header, key);
    if (link_stream_follow(&receiver, header, key))
        return -1;
    for (int i = 0; i < SEALED; i++)
        if (link_stream_seal(sealed[i], &sealed_length[i], &sender, (const uint8_t *)said[i],
                             strlen(said[i])))
            return -1;
    return 0;
}

static enum error take(int i)
{
    uint8_t plain[64];
    size_t length = 0;
    enum error e = link_stream_open(plain, &length, &receiver, sealed[i], sealed_length[i]);
    if (!e) {
        assert_int_equal(length, strlen(said[i]));
        assert_memory_equal(plain, said[i], length);
    }
    return e;
}

static void opens_in_order(void **state)
{
    (void)state;
    for (int i = 0; i < SEALED; i++)
        assert_int_equal(take(i), ERROR_OK);
}

static void hides_what_is_said(void **state)
{
    (void)state;
    for (int i = 0; i < SEALED; i++)
        assert_null(memmem(sealed[i], sealed_length[i], said[i], strlen(said[i])));
}

static void refuses_a_replay(void **state)
{
    (void)state;
    assert_int_equal(take(0), ERROR_OK);
    assert_int_equal(take(0), ERROR_CRYPTO);
}

static void refuses_another_order(void **state)
{
    (void)state;
    assert_int_equal(take(1), ERROR_CRYPTO);
}

static void refuses_a_gap(void **state)
{
    (void)state;
    assert_int_equal(take(0), ERROR_OK);
    assert_int_equal(take(2), ERROR_CRYPTO);
}

static void refuses_every_shorter_form(void **state)
{
    (void)state;
    uint8_t plain[64];
    size_t length;
    for (size_t cut = 0; cut < sealed_length[0]; cut++)
        assert_int_equal(link_stream_open(plain, &length, &receiver, sealed[0], cut), ERROR_CRYPTO);
    assert_int_equal(take(0), ERROR_OK); /* a refused one did not move the stream on */
}

static void refuses_every_changed_bit(void **state)
{
    (void)state;
    for (size_t bit = 0; bit < sealed_length[0] * 8; bit++) {
        sealed[0][bit / 8] ^= (uint8_t)(1 << bit % 8);
        assert_int_equal(take(0), ERROR_CRYPTO);
        sealed[0][bit / 8] ^= (uint8_t)(1 << bit % 8);
    }
}

static void takes_the_largest_and_no_larger(void **state)
{
    (void)state;
    static uint8_t big[LINK_PLAIN_MAX + 1], cover[LINK_MESSAGE_MAX], back[LINK_MESSAGE_MAX];
    size_t length = 0, back_length = 0;
    for (int i = 0; i < SEALED; i++)
        assert_int_equal(take(i), ERROR_OK);
    assert_int_equal(link_stream_seal(cover, &length, &sender, big, sizeof big), ERROR_RANGE);
    assert_int_equal(link_stream_seal(cover, &length, &sender, big, LINK_PLAIN_MAX), ERROR_OK);
    assert_int_equal(length, LINK_MESSAGE_MAX);
    assert_int_equal(link_stream_open(back, &back_length, &receiver, cover, length), ERROR_OK);
    assert_int_equal(back_length, LINK_PLAIN_MAX);
    assert_memory_equal(back, big, back_length);
}

static void takes_an_empty_message(void **state)
{
    (void)state;
    uint8_t cover[LINK_STREAM_EXTRA], back[LINK_STREAM_EXTRA];
    size_t length = 0, back_length = 1;
    for (int i = 0; i < SEALED; i++)
        assert_int_equal(take(i), ERROR_OK);
    assert_int_equal(link_stream_seal(cover, &length, &sender, NULL, 0), ERROR_OK);
    assert_int_equal(link_stream_open(back, &back_length, &receiver, cover, length), ERROR_OK);
    assert_int_equal(back_length, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(opens_in_order, begin),
        cmocka_unit_test_setup(hides_what_is_said, begin),
        cmocka_unit_test_setup(refuses_a_replay, begin),
        cmocka_unit_test_setup(refuses_another_order, begin),
        cmocka_unit_test_setup(refuses_a_gap, begin),
        cmocka_unit_test_setup(refuses_every_shorter_form, begin),
        cmocka_unit_test_setup(refuses_every_changed_bit, begin),
        cmocka_unit_test_setup(takes_the_largest_and_no_larger, begin),
        cmocka_unit_test_setup(takes_an_empty_message, begin),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
