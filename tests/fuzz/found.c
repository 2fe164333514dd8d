/* Short things from outside, each with a reader of its own: where a kiosk is, as an invitation, a
 * code, a call over the network or a typed address says; a kept seat; the list of workshops last
 * opened; days and times as people type them; the command line. The first byte says which. */

#include "fuzz/fuzz.h"
#include "base/day.h"
#include "base/text.h"
#include "content/content.h"
#include "link/beacon.h"
#include "link/invite.h"
#include "opening/recent.h"
#include "options/asked.h"
#include "options/options.h"
#include "session/keep.h"
#include "words/date.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ARGUMENTS_MOST = 24, TODAY = 14700 };

static const char kept_name[] = "seat-abababababababababababababababab.token";

void fuzz_begin(void)
{
    static char path[128];
    setenv("XDG_STATE_HOME", fuzz_folder(), 1);
    snprintf(path, sizeof path, "%s/plenary", fuzz_folder());
    int failed = mkdir(path, 0700);
    assert(!failed);
}

/* What an invitation says, written again, is the same invitation. */
static void invitation(const uint8_t *bytes, size_t length)
{
    char *text = fuzz_text(bytes, length), again[LINK_INVITE_SIZE];
    struct link_invite invite, same;
    enum link_invite_fault fault = link_invite_read(&invite, text);
    assert(fault < LINK_INVITE_FAULTS);
    if (fault == LINK_INVITE_FINE) {
        link_invite_write(again, &invite);
        fault = link_invite_read(&same, again);
        assert(fault == LINK_INVITE_FINE && memcmp(&invite, &same, sizeof same) == 0);
    }
    free(text);
}

static void code(const uint8_t *bytes, size_t length)
{
    char *text = fuzz_text(bytes, length);
    struct link_code_typed typed;
    bool whole = link_code_read(&typed, text);
    assert(strlen(typed.symbols) == typed.length && typed.length <= CODE_LENGTH);
    assert(!whole || (typed.length == CODE_LENGTH && !typed.odd));
    assert(!typed.odd || typed.odd_at < strlen(text));
    free(text);
}

static void call(const uint8_t *bytes, size_t length)
{
    struct link_caller caller = {.port = 0};
    uint8_t *exactly = malloc(length), again[LINK_BEACON_MAX];
    if (length)
        memcpy(exactly, bytes, length);
    if (link_beacon_read(&caller, exactly, length)) {
        assert(text_is_clean(caller.title) && caller.title[0]);
        size_t same = link_beacon_write(again, caller.title, caller.port);
        assert(same == length && memcmp(again, exactly, length) == 0);
    }
    free(exactly);
}

/* A seat that is found is one that could have been kept: it is kept and found again. */
static void kept_seat(const uint8_t *bytes, size_t length)
{
    struct session_kept kept = {.port = 0}, again = {.port = 0};
    struct trouble trouble = {0};
    const char *path = fuzz_file(kept_name, bytes, length);
    enum error e = session_keep_find(&kept, fuzz_folder(), NULL, 0, NULL, &trouble);
    assert(e == ERROR_OK || trouble.text[0]);
    unlink(path);
    if (e == ERROR_OK) {
        e = session_keep(fuzz_folder(), &kept, &trouble);
        assert(e == ERROR_OK);
        e = session_keep_find(&again, fuzz_folder(), NULL, 0, NULL, &trouble);
        assert(e == ERROR_OK && memcmp(&kept, &again, sizeof again) == 0);
        session_keep_forget(fuzz_folder(), kept.workshop_id);
    }
}

static void recent_files(const uint8_t *bytes, size_t length)
{
    static struct recent recent[RECENT_SHOWN];
    fuzz_file("plenary/recent", bytes, length);
    unsigned count = recent_list(recent);
    assert(count <= RECENT_SHOWN);
    recent_remember(fuzz_file("workshop", "", 0));
    fuzz_sink += recent_list(recent);
}

/* A day is read again as it was written; without its year only one to come is. */
static void day(const uint8_t *bytes, size_t length)
{
    char *text = fuzz_text(bytes, length), said[WORD_DATE_SIZE];
    uint32_t read, again;
    if (word_day_read(&read, text, TODAY)) {
        word_day_long(said, read, read < TODAY ? 0 : TODAY);
        bool same = word_day_read(&again, said, TODAY);
        assert(same && again == read);
    }
    int minutes = content_clock(text);
    assert(minutes >= -1 && minutes < 24 * 60);
    free(text);
}

static void text(const uint8_t *bytes, size_t length)
{
    char to[NAME_SIZE], again[NAME_SIZE];
    enum text_fault fault = text_take(to, sizeof to, NAME_VISIBLE, (const char *)bytes, length);
    if (fault == TEXT_FINE) {
        assert(text_is_clean(to) && to[0] && text_visible(to) <= NAME_VISIBLE);
        fault = text_take(again, sizeof again, NAME_VISIBLE, to, strlen(to));
        assert(fault == TEXT_FINE && strcmp(to, again) == 0);
        fuzz_sink += (uint64_t)text_order(to, "Ashby") + text_leftward(to);
        text_file_name(again, sizeof again, to);
        assert(!strchr(again, '/'));
    }
}

/* Arguments end in line breaks. */
static void command_line(const uint8_t *bytes, size_t length)
{
    char *words = fuzz_text(bytes, length), *rest = words;
    char *argv[ARGUMENTS_MOST + 2] = {(char[]){"plenary-kiosk"}};
    int argc = 1;
    struct trouble trouble = {0};
    static struct asked asked;
    static struct options options;
    while (argc <= ARGUMENTS_MOST && (argv[argc] = strsep(&rest, "\n")))
        argc++;
    argv[argc] = NULL;
    enum error e = asked_read(&asked, argc, argv, &trouble);
    assert(e == ERROR_OK || trouble.text[0]);
    if (e == ERROR_OK && asked.verb == VERB_COUNT) {
        e = options_read(&options, argc, argv, &trouble);
        assert(e == ERROR_OK || trouble.text[0]);
    }
    free(words);
}

static void (*const readers[])(const uint8_t *bytes, size_t length) = {
    invitation, code, call, kept_seat, recent_files, day, text, command_line};
enum { READERS = sizeof readers / sizeof *readers };

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (length)
        readers[*bytes % READERS](bytes + 1, length - 1);
    return 0;
}

static void seed_call(void)
{
    uint8_t bytes[1 + LINK_BEACON_MAX] = {2};
    fuzz_seed(bytes, 1 + link_beacon_write(bytes + 1, "Riverside cluster", 47474));
}

static void seed_kept(void)
{
    char path[256];
    struct trouble trouble;
    struct session_kept kept = {.host = "192.168.4.20", .port = 47474};
    memset(kept.workshop_id, 0xAB, sizeof kept.workshop_id);
    enum error e = session_keep(fuzz_folder(), &kept, &trouble);
    assert(e == ERROR_OK);
    snprintf(path, sizeof path, "%s/%s", fuzz_folder(), kept_name);
    fuzz_seed_file(path, "\3");
}

void fuzz_seeds(void)
{
    static const char *const texts[] = {"\10plenary://192.168.4.20:47474/KTRM7XPD",
                                        "\10plenary:ktrm 7xpd",
                                        "\1KTRM-7XPD",
                                        "\4/tmp/a.plenary\n/tmp/b.plenary\n",
                                        "\5end of March 2027",
                                        "\00512th Mar 27",
                                        "\0052027-03-12",
                                        "\0059:20",
                                        "\6  Caf\xC3\xA9  du\tNord ",
                                        "\6\xD7\xA9\xD7\x9C",
                                        "\7merge\na\nb\n--ours",
                                        "\7bring-review\na\nb\n--on\n2009-01-02\n--match\nx=3",
                                        "\7--new\nday\n--title\nA\n--port\n0",
                                        "\7export\na\n--all\nx\n--for\nla",
                                        "\7--windowed\n800x600\n--speed\n60\n--theme\ndark"};
    static const char *const words[] = {
#define X(name, word, ...) word,
        VERB_LIST(X)
#undef X
#define X(name, word, ...) "--" word,
            ASKED_LIST(X)
#undef X
                "January",
        "Feb",
        "end of ",
        "plenary:",
        "plenary-seat 1\n",
        "workshop ",
        "host ",
        "port ",
        "token ",
        "code "};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        fuzz_seed_text(texts[i]);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        fuzz_word(words[i]);
    seed_call();
    seed_kept();
}
