#include <stdio.h>

#include "link/invite.h"
#include "link/seeded.h"
#include "testing.h"

static void reads_what_is_pasted_and_typed(void **state)
{
    (void)state;
    static const struct {
        const char *text, *host;
        uint16_t port;
    } rows[] = {
        {"plenary:KTRM7XPD", "", 0},
        {"PLENARY:KTRM7XPD", "", 0},
        {"plenary:ktrm-7xpd", "", 0},
        {"Plenary:ktrm 7xpd", "", 0},
        {" \tplenary:KTRM7XPD\r\n", "", 0},
        {"plenary://192.168.4.20:47474/KTRM7XPD", "192.168.4.20", 47474},
        {"plenary://192.168.4.20/ktrm-7xpd\n", "192.168.4.20", 0},
        {"plenary://kiosk-2.school.example:1/KTRM7XPD", "kiosk-2.school.example", 1},
        {"plenary://k:65535/KTRM7XPD", "k", 65535},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct link_invite invite;
        assert_int_equal(link_invite_read(&invite, rows[i].text), LINK_INVITE_FINE);
        assert_string_equal(invite.host, rows[i].host);
        assert_int_equal(invite.port, rows[i].port);
        assert_string_equal(invite.code, "KTRM7XPD");
    }
}

static void says_what_is_amiss(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum link_invite_fault fault;
    } rows[] = {
        {"", LINK_INVITE_NOT_ONE},
        {"KTRM7XPD", LINK_INVITE_NOT_ONE},
        {"192.168.4.20:47474", LINK_INVITE_NOT_ONE},
        {"http://192.168.4.20/KTRM7XPD", LINK_INVITE_NOT_ONE},
        {"plenary", LINK_INVITE_NOT_ONE},
        {"see plenary:KTRM7XPD", LINK_INVITE_NOT_ONE},
        {"plenary:", LINK_INVITE_CODE},
        {"plenary:KTRM7XP", LINK_INVITE_CODE},
        {"plenary:KTRM7XPDA", LINK_INVITE_CODE},
        {"plenary:KTRM7XP0", LINK_INVITE_CODE},
        {"plenary:KTRM7XP\xC3\xA9", LINK_INVITE_CODE},
        {"plenary:K-T-R-M-7-X-P-D----------------", LINK_INVITE_CODE},
        {"plenary:/KTRM7XPD", LINK_INVITE_MORE},
        {"plenary:KTRM7XPD?name=Sam", LINK_INVITE_MORE},
        {"plenary:KTRM7XPD#2", LINK_INVITE_MORE},
        {"plenary://192.168.4.20/KTRM7XPD/", LINK_INVITE_MORE},
        {"plenary://192.168.4.20/KTRM7XPD&KTRM7XPD", LINK_INVITE_MORE},
        {"plenary://192.168.4.20?code=KTRM7XPD", LINK_INVITE_MORE},
        {"plenary://", LINK_INVITE_HOST},
        {"plenary:///KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://:47474/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://sam@192.168.4.20/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://[::1]/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://%31/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://a..b/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://-a/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://a./KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://k\xC3\xB6ln/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://a b/KTRM7XPD", LINK_INVITE_HOST},
        {"plenary://a:/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:0/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:65536/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:047474/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:4294967297/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:-1/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:+1/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:1:2/KTRM7XPD", LINK_INVITE_PORT},
        {"plenary://a:47474", LINK_INVITE_CODE},
        {"plenary://a/", LINK_INVITE_CODE},
    };
    static const struct link_invite nothing;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct link_invite invite;
        enum link_invite_fault fault = link_invite_read(&invite, rows[i].text);
        if (fault != rows[i].fault)
            fail_msg("%s: %d", rows[i].text, (int)fault);
        assert_memory_equal(&invite, &nothing, sizeof nothing);
    }
}

static void a_name_of_a_host_may_be_as_long_as_they_come(void **state)
{
    (void)state;
    struct link_invite invite;
    char host[LINK_HOST_SIZE + 1] = "", text[2 * LINK_INVITE_SIZE];
    memset(host, 'a', LINK_HOST_SIZE - 1);
    snprintf(text, sizeof text, "plenary://%s:65535/KTRM7XPD", host);
    assert_int_equal(link_invite_read(&invite, text), LINK_INVITE_FINE);
    link_invite_write(text, &invite); /* the longest there is */
    assert_int_equal(link_invite_read(&invite, text), LINK_INVITE_FINE);
    assert_string_equal(invite.host, host);
    host[LINK_HOST_SIZE - 1] = 'a';
    snprintf(text, sizeof text, "plenary://%s/KTRM7XPD", host);
    assert_int_equal(link_invite_read(&invite, text), LINK_INVITE_HOST);
}

static void writes_what_it_reads(void **state)
{
    (void)state;
    static const char *const texts[] = {"plenary:KTRM7XPD", "plenary://192.168.4.20/KTRM7XPD",
                                        "plenary://192.168.4.20:47475/KTRM7XPD"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct link_invite invite;
        char text[LINK_INVITE_SIZE];
        assert_int_equal(link_invite_read(&invite, texts[i]), LINK_INVITE_FINE);
        link_invite_write(text, &invite);
        assert_string_equal(text, texts[i]);
    }
}

/* Whatever is pasted: what is fine can be written and comes back the same. */
static void anything_at_all_is_read_or_refused(void **state)
{
    (void)state;
    enum { TRIES = 200000 };
    static const char signs[] = "KTRM7XPD//::..--01 %?#@[]\n\xC3\xA9\xFFplenary";
    uint64_t seed = 7;
    struct link_random random = seeded(&seed);
    unsigned fine = 0;
    for (int i = 0; i < TRIES; i++) {
        char text[64] = "plenary://a1/KTRM7XPD", again[LINK_INVITE_SIZE];
        struct link_invite invite, same;
        uint8_t drawn[4];
        random.fill(random.context, drawn, sizeof drawn);
        size_t at = drawn[0] % 24, length = strlen(text);
        if (at < length) /* one sign changed, then one more put in, or the end cut off */
            text[at] = signs[drawn[1] % (sizeof signs - 1)];
        at = drawn[2] % (length + 1);
        if (drawn[3] & 1)
            text[at] = '\0';
        else if (drawn[3] & 2) {
            memmove(text + at + 1, text + at, length - at + 1);
            text[at] = signs[drawn[3] % (sizeof signs - 1)];
        }
        if (link_invite_read(&invite, text) != LINK_INVITE_FINE)
            continue;
        fine++;
        link_invite_write(again, &invite);
        assert_int_equal(link_invite_read(&same, again), LINK_INVITE_FINE);
        assert_memory_equal(&same, &invite, sizeof same);
        assert_int_equal(strspn(invite.code, LINK_ALPHABET), CODE_LENGTH);
    }
    assert_in_range(fine, TRIES / 100, TRIES / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_what_is_pasted_and_typed),
        cmocka_unit_test(says_what_is_amiss),
        cmocka_unit_test(a_name_of_a_host_may_be_as_long_as_they_come),
        cmocka_unit_test(writes_what_it_reads),
        cmocka_unit_test(anything_at_all_is_read_or_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
