/* The whole kiosk with people in it, and what some of them send once they have been admitted as
 * anybody is: the connection, the command, the journal, the answers, what is shown. A piece is one
 * message of a person, sealed as it should be, or not. Whoever behaves is served to the end, and
 * what the journal says is what the state is. */

#include "fuzz/busy.h"
#include "fuzz/fuzz.h"
#include "host/hall.h"
#include "wire/fill.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { PEOPLE = 2, MOST = 24 };

enum kind { SEALED, IN_THE_CLEAR, CLOCK, CONSOLE, COME_AGAIN, KINDS };

static struct hall hall;
static struct person *people[PEOPLE], *good;

void fuzz_begin(void)
{
}

static void come(unsigned i)
{
    static const enum code_kind kinds[PEOPLE] = {CODE_SCHOOL, CODE_FACILITATOR};
    people[i] = person_seated(&hall, kinds[i], kinds[i] == CODE_SCHOOL ? 1 : 0);
}

static void take(const struct piece *piece)
{
    static struct upward upward;
    struct person *p = people[piece->a % PEOPLE];
    size_t length = piece->length < WIRE_UPWARD_MAX ? piece->length : WIRE_UPWARD_MAX;
    switch ((enum kind)(piece->kind % KINDS)) {
    case SEALED:
        if (length && !p->gone)
            person_send(p, piece->bytes, length);
        break;
    case IN_THE_CLEAR:
        if (length && !p->gone)
            person_send_raw(p, piece->bytes, length);
        break;
    case CLOCK:
        hall_run(&hall, piece->b * 4);
        break;
    case CONSOLE: /* what the presenter's own screens made of it */
        if (wire_upward_decode(&upward, piece->bytes, length) && upward.has_command &&
            upward.refusal == REFUSAL_NONE && upward.command.kind != COMMAND_CLOSE)
            hall_console(&hall, &upward.command);
        break;
    case COME_AGAIN:
    case KINDS:
        person_go(&hall, &people[piece->a % PEOPLE]);
        hall_run(&hall, 20);
        if (!host_model(hall.host)->closed)
            come(piece->a % PEOPLE);
        else
            people[piece->a % PEOPLE] = good;
        break;
    }
    hall_step(&hall);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct piece piece;
    unsigned n = 0;
    hall_begin(&hall, 3, 2, 8, true);
    good = person_seated(&hall, CODE_SCHOOL, 2);
    for (unsigned i = 0; i < PEOPLE; i++)
        come(i);
    for (; n < MOST && piece_take(&piece, &bytes, &length); n++)
        take(&piece);
    hall_run(&hall, 100);
    static struct command command;
    command = rate(2, 1, 7, "");
    if (!good->gone) {
        int answer = person_obeyed(&hall, good, &command);
        assert(answer >= REFUSAL_NONE && answer < REFUSAL_COUNT);
    }
    if (n % 4 == 0) /* it takes as long as all the rest */
        hall_assert_replays(&hall);
    hall_end(&hall);
    return 0;
}

void fuzz_seeds(void)
{
    static struct pieces pieces;
    static uint8_t bytes[WIRE_UPWARD_MAX];
    static struct command command;
    for (unsigned kind = 0, in_seed = 0; kind < COMMAND_COUNT; kind++) {
        command = (struct command){.kind = (enum command_kind)kind, .id = 1 + kind};
        if (!fill_is_for_clients(command.kind) || command.kind == COMMAND_CLOSE)
            continue;
        fill_command_body(&command.change, command.kind);
        size_t length = wire_command_encode(bytes, &command);
        for (uint8_t who = 0; who < 2; who++)
            piece_put(&pieces, (struct piece){SEALED, who, 0, bytes, length});
        if (++in_seed % 10 == 0)
            pieces_seed(&pieces);
    }
    pieces_seed(&pieces);
    static struct command often[] = {{.id = 0}, {.id = 0}, {.id = 0}, {.id = 0}, {.id = 0}};
    often[0] = rate(1, 1, 5, "why"), often[1] = consent(1, ANSWER_YES);
    often[2] = add_note(1, "a note"), often[3] = slip(SLIP_READING, 1, 5);
    often[4] = call_round(SLIP_READING, 1, ROUND_OPEN);
    for (uint8_t kind = 0; kind < KINDS; kind++) {
        for (unsigned i = 0; i < sizeof often / sizeof *often; i++) {
            often[i].id = i + 1;
            piece_put(&pieces, (struct piece){i == 4 ? CONSOLE : kind, i == 4, 10, bytes,
                                              wire_command_encode(bytes, &often[i])});
        }
        pieces_seed(&pieces);
    }
}
