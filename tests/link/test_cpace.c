#include <sodium.h>
#include <stdio.h>

#include "link/cpace.h"
#include "testing.h"

/* The vectors of draft-irtf-cfrg-cpace (testvectors.json of its repository; the file names the
 * commit), all that there are for CPACE-RISTR255-SHA512 in initiator-responder form. */
#define VECTORS TEST_SOURCE_DIR "/data/cpace-ristretto255-sha512.json"

static char vectors[8192];

static int load(void **state)
{
    (void)state;
    FILE *file = fopen(VECTORS, "rb");
    if (!file || sodium_init() < 0)
        return -1;
    size_t length = fread(vectors, 1, sizeof vectors - 1, file);
    fclose(file);
    return length ? 0 : -1;
}

struct value {
    uint8_t bytes[64];
    size_t length;
};

/* The hex string of the key; each key occurs once in the file. */
static struct value get(const char *key)
{
    struct value value;
    char quoted[64];
    snprintf(quoted, sizeof quoted, "\"%s\": \"", key);
    const char *hex = strstr(vectors, quoted);
    assert_non_null(hex);
    hex += strlen(quoted);
    size_t digits = strspn(hex, "0123456789ABCDEFabcdef");
    assert_int_equal(hex[digits], '"');
    assert_int_equal(
        sodium_hex2bin(value.bytes, sizeof value.bytes, hex, digits, NULL, &value.length, NULL), 0);
    return value;
}

static struct link_bytes bytes(const struct value *value)
{
    return (struct link_bytes){value->bytes, value->length};
}

static void makes_the_generator(void **state)
{
    (void)state;
    struct value prs = get("PRS"), ci = get("CI"), sid = get("sid"), g = get("g");
    uint8_t made[LINK_CPACE_POINT];
    link_cpace_generator(made, bytes(&prs), bytes(&ci), bytes(&sid));
    assert_memory_equal(made, g.bytes, sizeof made);
}

static void makes_both_shares_and_the_point(void **state)
{
    (void)state;
    struct value g = get("g"), ya = get("ya"), yb = get("yb"), k = get("K");
    struct value share_a = get("Ya"), share_b = get("Yb");
    uint8_t made[LINK_CPACE_POINT];

    assert_int_equal(link_cpace_multiply(made, ya.bytes, g.bytes), ERROR_OK);
    assert_memory_equal(made, share_a.bytes, sizeof made);
    assert_int_equal(link_cpace_multiply(made, yb.bytes, g.bytes), ERROR_OK);
    assert_memory_equal(made, share_b.bytes, sizeof made);
    assert_int_equal(link_cpace_multiply(made, ya.bytes, share_b.bytes), ERROR_OK);
    assert_memory_equal(made, k.bytes, sizeof made);
    assert_int_equal(link_cpace_multiply(made, yb.bytes, share_a.bytes), ERROR_OK);
    assert_memory_equal(made, k.bytes, sizeof made);
}

static void makes_the_key(void **state)
{
    (void)state;
    struct value sid = get("sid"), k = get("K"), isk = get("ISK_IR");
    struct value ya = get("Ya"), yb = get("Yb"), ada = get("ADa"), adb = get("ADb");
    uint8_t made[LINK_CPACE_KEY];
    link_cpace_key(made, bytes(&sid), k.bytes, ya.bytes, bytes(&ada), yb.bytes, bytes(&adb));
    assert_memory_equal(made, isk.bytes, sizeof made);
    /* Not the same the other way round: who began matters. */
    link_cpace_key(made, bytes(&sid), k.bytes, yb.bytes, bytes(&adb), ya.bytes, bytes(&ada));
    assert_memory_not_equal(made, isk.bytes, sizeof made);
}

static void multiplies_a_valid_point(void **state)
{
    (void)state;
    struct value s = get("s"), x = get("X");
    struct value plain = get("G.scalar_mult(s,decode(X))"), checked = get("G.scalar_mult_vfy(s,X)");
    uint8_t made[LINK_CPACE_POINT];
    assert_int_equal(link_cpace_multiply(made, s.bytes, x.bytes), ERROR_OK);
    assert_memory_equal(made, plain.bytes, sizeof made);
    assert_memory_equal(made, checked.bytes, sizeof made);
}

static void refuses_invalid_points(void **state)
{
    (void)state;
    struct value s = get("s"), y1 = get("Invalid Y1"), y2 = get("Invalid Y2");
    uint8_t made[LINK_CPACE_POINT];
    assert_int_equal(link_cpace_multiply(made, s.bytes, y1.bytes), ERROR_CRYPTO);
    assert_int_equal(link_cpace_multiply(made, s.bytes, y2.bytes), ERROR_CRYPTO);
}

static void takes_a_password_longer_than_a_block(void **state)
{
    (void)state;
    uint8_t prs[300], a[LINK_CPACE_POINT], b[LINK_CPACE_POINT];
    memset(prs, 'x', sizeof prs);
    struct link_bytes none = {0};
    link_cpace_generator(a, (struct link_bytes){prs, sizeof prs}, none, none);
    link_cpace_generator(b, (struct link_bytes){prs, sizeof prs - 1}, none, none);
    assert_memory_not_equal(a, b, sizeof a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_the_generator),
        cmocka_unit_test(makes_both_shares_and_the_point),
        cmocka_unit_test(makes_the_key),
        cmocka_unit_test(multiplies_a_valid_point),
        cmocka_unit_test(refuses_invalid_points),
        cmocka_unit_test(takes_a_password_longer_than_a_block),
    };
    return cmocka_run_group_tests(tests, load, NULL);
}
