/* Lines as typed into the program without a window, or piped into it: each becomes a command that
 * travels, or the person is told what was not understood. */

#include "fuzz/fuzz.h"
#include "fuzz/busy.h"
#include "fuzz/rewind.h"
#include "lines/commands.h"
#include "lines/forms.h"
#include "wire/wire.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 600, TODAY = 14700 };

static struct busy busy;
static struct room *rooms[2]; /* of the facilitator, of somebody from a school */

void fuzz_begin(void)
{
    busy_begin(&busy, DAY);
    for (int i = 0; i < 2; i++) {
        struct room *made;
        enum error e = room_create(&made);
        assert(e == ERROR_OK);
        bench_look(&busy.bench, made, &busy.live, i ? AUDIENCE_PARTICIPANTS : AUDIENCE_FACILITATOR,
                   0);
        made->me = (struct me_item){.seat = 3,
                                    .role = i ? ROLE_SCHOOL : ROLE_FACILITATOR,
                                    .speaks = true,
                                    .school = i ? 1 : 0};
        rooms[i] = rewind_keep(made, sizeof *made);
        room_destroy(&made);
    }
}

static void send(const struct command *command)
{
    static uint8_t bytes[WIRE_UPWARD_MAX];
    static struct command sent;
    static struct upward upward;
    sent = *command;
    sent.id = 70000;
    bool taken = wire_upward_decode(&upward, bytes, wire_command_encode(bytes, &sent));
    assert(taken && upward.has_command);
    assert(upward.refusal != REFUSAL_NONE || upward.command.kind == sent.kind);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct lines_asked asked;
    struct trouble trouble;
    char *text = fuzz_text(bytes, length), *rest = text, *line;
    while ((line = strsep(&rest, "\n")))
        for (int i = 0; i < 2; i++) {
            trouble.text[0] = '\0';
            enum error e = lines_read(&asked, rooms[i], TODAY, line, &trouble);
            assert(e == ERROR_OK || trouble.text[0]);
            if (e == ERROR_OK && asked.ask == LINES_SEND)
                send(&asked.command);
        }
    free(text);
    return 0;
}

void fuzz_seeds(void)
{
    static const char *const lines[] = {
        "rate 1 5 goal 7 in 12 \"why not\"",
        "ballot add dots conditions 1 2 3 question=\"Which?\" dots=3 limit=2 voters=people",
        "ballot add scores typed \"a\" \"b\" question=\"How?\" first=\"impact\" second=\"effort\"",
        "vote 1 on 1:2 2:1\nvote 2 on 1 > 2 = 3\nvote 3 on 1:4/2 2:5/1\nvote 4 on 1 2 as 2",
        "action propose \"Do it\" condition=2 level=cluster owner=me due=\"14 July\" sure=yes",
        "action change 1 due=2010-03-12 owner=\"seat 3\"\naction merge 1 2\naction part 1",
        "finding word gap 1 \"More\"\nfinding hide well 2\nfinding rank need 1 3",
        "goto 1.2\nretime 1 09:20 30\ntimer add -5\nreplan 1 10",
        "note add 1 1 \"A note\" by=\"Ann\"\nnote move 1 2 before 3\nsave page /tmp/none",
        "# nothing\n\nhelp\nquit\nshow\nfindings\nactions loose",
        "say \"\\\"quoted\\\\\"",
    };
    unsigned count;
    const struct form *forms = lines_forms(&count);
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        fuzz_seed_text(lines[i]);
    for (unsigned i = 0; i < count; i++) {
        fuzz_seed_text(forms[i].form);
        fuzz_word(forms[i].form);
        char *form = strdup(forms[i].form), *rest = form, *word;
        while ((word = strsep(&rest, " ")))
            if (*word)
                fuzz_word(word);
        free(form);
    }
}
