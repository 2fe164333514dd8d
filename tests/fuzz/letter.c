/* What a kiosk sends, as a client takes it: letters into the room, notices out of them, the room as
 * lines of text and, as the projector has it, as pictures. No item, however wrong, may break a
 * screen. Pieces are written into a letter one after the other; what the last two kinds say is done
 * once the letter so far has been read. */

#include "fuzz/busy.h"
#include "fuzz/fuzz.h"
#include "fuzz/rewind.h"
#include "base/text.h"
#include "lines/print.h"
#include "rooms/votes.h"
#include "session/parts.h"
#include "stage/stage.h"
#include "wire/fill.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { DAY = 600, HOST_MS = 1700000000, VOTES = 2 * METHOD_COUNT };

/* `a`, `b` and the bytes of each. */
enum kind {
    ITEM,    /* an item's bytes */
    REMOVED, /* the kind; the numbers in the bytes */
    RECEIPT, /* id, refusal */
    SEATED,
    CAUGHT_UP,
    BEAT,
    FAREWELL,
    RAW,  /* the letter goes on with just these bytes */
    DRAW, /* the stage of item a, step b, on a screen of one of some sizes */
    PRINT,
    KINDS
};

static struct busy busy;
static struct session *session, *as_it_was;
static struct room *room;
static FILE *nowhere;

static enum error dial_nobody(void *context, struct link **out, const char *host, uint16_t port,
                              struct trouble *t)
{
    (void)context, (void)host, (void)port;
    *out = NULL;
    return trouble_set(t, ERROR_NETWORK, "nobody");
}

static void take(void *context, const struct item *item)
{
    (void)context;
    room_apply(session->room, item);
}

/* A vote of every method, under way and revealed. */
static void add_votes(void)
{
    static const enum ballot_state states[] = {BALLOT_OPEN, BALLOT_REVEALED};
    for (unsigned i = 0; i < VOTES; i++) {
        struct rooms_vote vote = {.ballot = (ballot_id)(i + 1),
                                  .method = (enum method)(i % METHOD_COUNT),
                                  .about = (enum about)(i % ABOUT_COUNT),
                                  .state = states[i / METHOD_COUNT % 2],
                                  .named = i % 2,
                                  .circle = i % 4 == 2,
                                  .expected = 12,
                                  .voted = 9};
        rooms_vote(session->room, &vote);
    }
}

/* A full room: what the facilitator sees of a busy workshop, with a person's own part. */
static void fill_room(void)
{
    static const struct audience audiences[] = {
        {AUDIENCE_FACILITATOR, 0}, {AUDIENCE_SCHOOL, 1}, {AUDIENCE_SEAT, 2}};
    for (unsigned i = 0; i < sizeof audiences / sizeof *audiences; i++)
        model_project(busy.bench.model, &busy.live, audiences[i], take, NULL);
    busy_back(&busy);
}

void fuzz_begin(void)
{
    const struct session_means means = {.dial = dial_nobody, .random = link_random_system()};
    busy_begin(&busy, DAY);
    enum error e = session_create(&session, NULL, true, &means);
    assert(e == ERROR_OK);
    session->now_ms = 1000;
    session->whole = session->seated = session->begun = true;
    session->outbox.next_id = 1;
    fill_room();
    add_votes();
    room = rewind_keep(session->room, sizeof *room);
    room_destroy(&session->room);
    session->room = room;
    as_it_was = malloc(sizeof *as_it_was);
    nowhere = fopen("/dev/null", "w");
    assert(as_it_was && nowhere);
    *as_it_was = *session;
}

static void draw(const struct piece *piece)
{
    static struct draw_list list;
    static const int sizes[][2] = {{1920, 1080}, {1024, 768}, {3840, 2160}};
    const int *size = sizes[piece->length % 3];
    room->place = (struct place){piece->a % (AGENDA_MAX + 1), piece->b % (STEPS_MAX + 1)};
    struct stage_frame frame = {.room = room,
                                .layout = layout_kiosk(size[0], size[1]),
                                .now_ms = session->now_ms,
                                .clock = 600,
                                .today = 14700};
    int pages = stage_pages(&frame);
    assert(pages >= 1);
    for (int i = 0; i < 2; i++, frame.page = pages - 1) {
        draw_begin(&list, &frame.layout, &type_fixed_metrics);
        stage_draw(&list, &frame);
        for (uint32_t c = 0; c < list.commands; c++)
            if (list.command[c].kind == DRAW_TEXT)
                assert(text_whole(list.text + list.command[c].first, list.command[c].count) ==
                       list.command[c].count);
    }
    fuzz_sink += (uint64_t)stage_focus_page(&frame) + list.commands;
}

static struct lines_printer printer;

static void read_out(struct letter *letter)
{
    struct session_notice notice;
    fuzz_sink += session_inbox_read(session, letter->bytes, letter->length);
    while (session_next(session, &notice))
        if (notice.kind == SESSION_CHANGED)
            lines_print_item(&printer, session->room, notice.key, session->now_ms);
    letter_begin(letter, HOST_MS);
}

static bool write_piece(struct letter *letter, const struct piece *piece)
{
    struct seated seated = {.seat = (seat_id)(piece->a % SEATS_MAX + 1),
                            .last_command = piece->b,
                            .token_length = (uint8_t)(piece->length % (WIRE_TOKEN_MAX + 1))};
    struct item_key key = {piece->a % ITEM_COUNT, piece->length ? piece->bytes[0] : 0, piece->b};
    switch ((enum kind)(piece->kind % KINDS)) {
    case ITEM:
        return piece->length > WIRE_ITEM_MAX ||
               letter_add_item(letter, piece->bytes, piece->length);
    case REMOVED:
        return !room_has_place(key) || letter_add_removed(letter, key);
    case RECEIPT:
        return letter_add_receipt(letter, piece->a, (enum refusal)piece->b);
    case SEATED:
        return letter_add_seated(letter, &seated);
    case CAUGHT_UP:
        return letter_add_caught_up(letter);
    case BEAT:
        return letter_add_beat(letter, piece->a);
    case FAREWELL:
        return letter_add_farewell(letter, (enum farewell)piece->a);
    case RAW:
        if (letter->length + piece->length > sizeof letter->bytes)
            return false;
        if (piece->length)
            memcpy(letter->bytes + letter->length, piece->bytes, piece->length);
        letter->length += piece->length;
        return true;
    case DRAW:
        read_out(letter);
        draw(piece);
        return true;
    case PRINT:
        read_out(letter);
        lines_print_room(&printer, session->room, session->now_ms);
        return true;
    case KINDS:
        break;
    }
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    static struct letter letter;
    static const struct piece last = {.kind = DRAW};
    struct piece piece;
    memset(&printer, 0, sizeof printer);
    printer.out = nowhere;
    letter_begin(&letter, HOST_MS);
    for (unsigned n = 0; n < PIECES_MOST && piece_take(&piece, &bytes, &length); n++)
        if (!write_piece(&letter, &piece)) {
            read_out(&letter);
            fuzz_sink += write_piece(&letter, &piece);
        }
    read_out(&letter);
    struct place place = room->place;
    draw(&(struct piece){.a = place.item, .b = place.step});
    draw(&last);
    assert(session->room == room);
    *session = *as_it_was;
    rewind_back(room, sizeof *room);
    return 0;
}

/* ---- seeds */

static struct pieces pieces;

static void put_item(void *context, const struct item *item)
{
    static uint8_t bytes[WIRE_ITEM_MAX];
    (void)context;
    piece_put(&pieces, (struct piece){ITEM, 0, 0, bytes, wire_item_encode(bytes, item)});
}

static void some_items(void *context, struct audience audience, const struct item *item)
{
    unsigned *left = context;
    if (audience.kind != AUDIENCE_FACILITATOR && audience.kind != AUDIENCE_SEAT)
        return;
    if (item->key.kind != ITEM_PLACE && item->key.kind != ITEM_VIEW && left[item->key.kind] == 0)
        return;
    left[item->key.kind]--;
    put_item(NULL, item);
    if (pieces.length > 6000) {
        piece_put(&pieces, (struct piece){.kind = PRINT});
        pieces_seed(&pieces);
    }
}

/* Every stage: an agenda item whose steps show it, and what it is about. */
static void every_stage(void)
{
    static struct item item;
    for (unsigned stage = 0; stage < STAGE_COUNT; stage++) {
        memset(&item, 0, sizeof item);
        item.key = (struct item_key){ITEM_AGENDA_ITEM, 1, 0};
        strcpy(item.body.agenda_item.title, "Here");
        item.body.agenda_item.step_count = 3;
        for (uint8_t i = 0; i < 3; i++)
            item.body.agenda_item.steps[i] =
                (struct agenda_step){.stage = (uint8_t)stage, .subject = (uint8_t)(i + 1)};
        put_item(NULL, &item);
        for (uint8_t i = 1; i <= 3; i++)
            piece_put(&pieces, (struct piece){.kind = DRAW, .a = 1, .b = i});
        pieces_seed(&pieces);
    }
}

/* Every vote and every sight of it; and what else the view brings up. */
static void every_view(void)
{
    static struct item item;
    for (uint8_t i = 0; i < VOTES * SIGHT_COUNT; i++) {
        memset(&item, 0, sizeof item);
        item.key.kind = ITEM_VIEW;
        item.body.view.ballot = (ballot_id)(i / SIGHT_COUNT + 1);
        item.body.view.sight = i % SIGHT_COUNT;
        put_item(NULL, &item);
        piece_put(&pieces, (struct piece){.kind = DRAW, .a = 1, .b = 1});
        item.body.view = (struct view){.note = i, .action = i, .then = i % THEN_COUNT, .larger = 1};
        put_item(NULL, &item);
        piece_put(&pieces, (struct piece){.kind = DRAW, .a = i % 4, .b = i % 3});
        pieces_seed(&pieces);
    }
}

void fuzz_seeds(void)
{
    static struct item item;
    static uint8_t bytes[4] = {1, 2, 3, 4};
    unsigned left[ITEM_COUNT];
    for (unsigned kind = 0; kind < ITEM_COUNT; kind++) {
        left[kind] = 6;
        memset(&item, 0, sizeof item);
        fill_item(&item, (enum item_kind)kind);
        put_item(NULL, &item);
        memset(&item, 0, sizeof item);
        fill_least_item(&item, (enum item_kind)kind);
        put_item(NULL, &item);
        piece_put(&pieces, (struct piece){REMOVED, (uint8_t)kind, 0, bytes, 1});
        pieces_seed(&pieces);
    }
    busy_look(busy.bench.model, &busy.live, some_items, left);
    busy_back(&busy);
    pieces_seed(&pieces);
    for (uint8_t kind = RECEIPT; kind < KINDS; kind++)
        piece_put(&pieces, (struct piece){kind, 1, 1, bytes, sizeof bytes});
    pieces_seed(&pieces);
    every_stage();
    every_view();
}
