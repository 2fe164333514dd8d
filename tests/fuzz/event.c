/* The events of a workshop file: what another hand, another program or a worn-out stick made of its
 * rows. A piece is the row of an event: its kind, its seat, when; the body is its bytes. A piece of
 * the kind SECRET holds the secret of the row after it, and NOTHING_YET goes back to before the
 * first row. What model_fits lets through may be applied, shown to everybody and told in the plain
 * tables. */

#include "fuzz/busy.h"
#include "fuzz/fuzz.h"
#include "fuzz/rewind.h"
#include "host/rows.h"
#include "journal/memory.h"
#include "wire/fill.h"
#include "wire/wire.h"

#include <assert.h>
#include <string.h>

enum { DAY = 600, SECRET = 254, NOTHING_YET = 255 };

static struct busy busy;
static struct model *nothing;
static struct journal_disk *disk;
static struct journal *journal;

void fuzz_begin(void)
{
    struct bench bench;
    struct trouble trouble;
    busy_begin(&busy, DAY);
    bench_open(&bench);
    nothing = rewind_keep(bench.model, sizeof *bench.model);
    bench_close(&bench);
    enum error e = journal_disk_create(&disk);
    if (e == ERROR_OK)
        e = journal_open_memory(&journal, disk, &trouble);
    assert(e == ERROR_OK);
}

static int64_t time_of(const struct piece *piece)
{
    static const int64_t far[] = {INT64_MIN,     INT64_MAX,        -1,       0, TIME_MOST_MS,
                                  -TIME_MOST_MS, TIME_MOST_MS + 1, 86400000, 1};
    const uint8_t from = UINT8_MAX - sizeof far / sizeof *far;
    return piece->b > from ? far[piece->b - from - 1] : busy.bench.now_ms + piece->b * 1000;
}

static bool take(struct model *model, const struct piece *piece, const struct piece *secret)
{
    static struct event event;
    event.kind = (enum event_kind)piece->kind;
    if (!wire_event_decode(&event, piece->bytes, piece->length))
        return false;
    event.at_ms = time_of(piece);
    event.seat = piece->a;
    event.command = piece->a ? 70000 + piece->b : 0;
    memset(&event.secret, 0, sizeof event.secret);
    if (secret->length && secret->length <= SECRET_SIZE) {
        event.secret.length = (uint8_t)secret->length;
        memcpy(event.secret.bytes, secret->bytes, secret->length);
    }
    if (!model_fits(model, &event))
        return false;
    model_apply(model, &event);
    rows_put(journal, model, &event);
    return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    struct piece piece, secret = {0};
    struct model *model = busy.bench.model;
    unsigned done = 0;
    for (unsigned n = 0; n < PIECES_MOST && piece_take(&piece, &bytes, &length); n++) {
        if (piece.kind == NOTHING_YET)
            model = nothing;
        if (piece.kind < EVENT_COUNT)
            done += take(model, &piece, &secret);
        secret = piece.kind == SECRET ? piece : (struct piece){0};
    }
    if (done)
        busy_look(model, &busy.live, NULL, NULL);
    journal_rollback(journal);
    busy_back(&busy);
    rewind_back(nothing, sizeof *nothing);
    return 0;
}

static struct pieces pieces;

static void keep(void *context, const struct event *event)
{
    static uint8_t bytes[WIRE_ITEM_MAX];
    (void)context;
    if (event->secret.length)
        piece_put(&pieces, (struct piece){.kind = SECRET,
                                          .bytes = event->secret.bytes,
                                          .length = event->secret.length});
    piece_put(&pieces, (struct piece){(uint8_t)event->kind, (uint8_t)event->seat, 1, bytes,
                                      wire_event_encode(bytes, event)});
}

void fuzz_seeds(void)
{
    static struct event event;
    for (unsigned kind = 0; kind < EVENT_COUNT; kind++) {
        memset(&event, 0, sizeof event);
        event.kind = (enum event_kind)kind;
        fill_event_body(&event.change, event.kind);
        keep(NULL, &event);
        pieces_seed(&pieces);
    }
    for (uint64_t seed = 1; seed <= 60; seed++) {
        busy_play(&busy, seed, 12, NULL, keep, NULL);
        pieces_seed(&pieces);
    }
    struct bench bench;
    bench_open(&bench);
    bench.seen = keep;
    piece_put(&pieces, (struct piece){.kind = NOTHING_YET});
    bench_fill_workshop(&bench);
    bench_schools(&bench, 2);
    bench_boards(&bench);
    pieces_seed(&pieces);
    bench_close(&bench);
}
