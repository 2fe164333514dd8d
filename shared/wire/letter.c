#include "wire/item_tags.h"
#include "wire/wire.h"

#include "model/model.h"
#include "model/room.h"
#include "plenary.pb.h"

#include <assert.h>
#include <pb_decode.h>
#include <pb_encode.h>
#include <string.h>

/* A letter is a Downward message written field by field: protobuf lets fields stand in any order
 * and number, so a letter can be filled until it is full. */

void letter_begin(struct letter *letter, int64_t now_ms)
{
    pb_ostream_t stream = pb_ostream_from_buffer(letter->bytes, sizeof letter->bytes);
    pb_encode_tag(&stream, PB_WT_VARINT, plenary_Downward_now_ms_tag);
    pb_encode_svarint(&stream, now_ms);
    letter->length = stream.bytes_written;
}

static pb_ostream_t end_of(struct letter *letter)
{
    return pb_ostream_from_buffer(letter->bytes + letter->length,
                                  sizeof letter->bytes - letter->length);
}

static bool add_bytes(struct letter *letter, uint32_t tag, const uint8_t *bytes, size_t length)
{
    pb_ostream_t stream = end_of(letter);
    if (!pb_encode_tag(&stream, PB_WT_STRING, tag) || !pb_encode_string(&stream, bytes, length))
        return false;
    letter->length += stream.bytes_written;
    return true;
}

static bool add_number(struct letter *letter, uint32_t tag, uint64_t number)
{
    pb_ostream_t stream = end_of(letter);
    if (!pb_encode_tag(&stream, PB_WT_VARINT, tag) || !pb_encode_varint(&stream, number))
        return false;
    letter->length += stream.bytes_written;
    return true;
}

/* Adds a small message of fixed size. */
static bool add_message(struct letter *letter, uint32_t tag, const pb_msgdesc_t *fields,
                        const void *message)
{
    uint8_t bytes[128];
    pb_ostream_t stream = pb_ostream_from_buffer(bytes, sizeof bytes);
    return pb_encode(&stream, fields, message) &&
           add_bytes(letter, tag, bytes, stream.bytes_written);
}

bool letter_add_seated(struct letter *letter, const struct seated *seated)
{
    assert(seated->token_length <= WIRE_TOKEN_MAX);
    plenary_Seated w = {.seat = seated->seat, .last_command = seated->last_command};
    w.token.size = seated->token_length;
    memcpy(w.token.bytes, seated->token, seated->token_length);
    return add_message(letter, plenary_Downward_seated_tag, plenary_Seated_fields, &w);
}

bool letter_add_receipt(struct letter *letter, uint32_t id, enum refusal refusal)
{
    plenary_Receipt w = {.id = id, .refusal = (uint8_t)refusal};
    return add_message(letter, plenary_Downward_receipts_tag, plenary_Receipt_fields, &w);
}

bool letter_add_item(struct letter *letter, const uint8_t *item, size_t length)
{
    return add_bytes(letter, plenary_Downward_items_tag, item, length);
}

bool letter_add_removed(struct letter *letter, struct item_key key)
{
    plenary_Removed w = {.kind = item_tag((enum item_kind)key.kind), .a = key.a, .b = key.b};
    return add_message(letter, plenary_Downward_removed_tag, plenary_Removed_fields, &w);
}

bool letter_add_caught_up(struct letter *letter)
{
    return add_number(letter, plenary_Downward_caught_up_tag, 1);
}

bool letter_add_beat(struct letter *letter, uint32_t beat)
{
    return add_number(letter, plenary_Downward_beat_tag, beat);
}

bool letter_add_farewell(struct letter *letter, enum farewell farewell)
{
    return add_number(letter, plenary_Downward_farewell_tag, farewell);
}

/* A letter being read. */
struct reading {
    const struct letter_reader *reader;
    int64_t ahead_ms; /* local time less host time */
};

static bool read_receipt(pb_istream_t *stream, const pb_field_t *field, void **arg)
{
    (void)field;
    const struct reading *reading = *arg;
    plenary_Receipt w = plenary_Receipt_init_zero;
    if (!pb_decode(stream, plenary_Receipt_fields, &w))
        return false;
    enum refusal refusal =
        w.refusal < REFUSAL_COUNT ? (enum refusal)w.refusal : REFUSAL_NOT_UNDERSTOOD;
    reading->reader->receipt(reading->reader->context, w.id, refusal);
    return true;
}

static bool read_item(pb_istream_t *stream, const pb_field_t *field, void **arg)
{
    (void)field;
    const struct reading *reading = *arg;
    uint8_t bytes[WIRE_ITEM_MAX];
    size_t length = stream->bytes_left;
    struct item item;
    if (length > sizeof bytes || !pb_read(stream, bytes, length))
        return false;
    if (!wire_item_decode(&item, bytes, length))
        return true; /* of a newer kiosk, perhaps: this program has no place for it */
    if (item.key.kind == ITEM_TIMER && item.body.timer.running)
        item.body.timer.ends_ms += reading->ahead_ms;
    reading->reader->item(reading->reader->context, &item);
    return true;
}

static bool read_removed(pb_istream_t *stream, const pb_field_t *field, void **arg)
{
    (void)field;
    const struct reading *reading = *arg;
    plenary_Removed w = plenary_Removed_init_zero;
    if (!pb_decode(stream, plenary_Removed_fields, &w))
        return false;
    struct item_key key = {.kind = (uint8_t)item_kind_of_tag(w.kind), .a = w.a, .b = w.b};
    if (room_has_place(key))
        reading->reader->removed(reading->reader->context, key);
    return true;
}

/* The host time stands first, so that it is known before the items are read. */
static bool read_head(int64_t *now_ms, const uint8_t *bytes, size_t length)
{
    pb_istream_t stream = pb_istream_from_buffer(bytes, length);
    uint32_t tag;
    pb_wire_type_t type;
    bool end;
    return pb_decode_tag(&stream, &type, &tag, &end) && tag == plenary_Downward_now_ms_tag &&
           type == PB_WT_VARINT && pb_decode_svarint(&stream, now_ms);
}

bool letter_read(const struct letter_reader *reader, int64_t now_ms, const uint8_t *bytes,
                 size_t length)
{
    int64_t host_ms;
    if (!read_head(&host_ms, bytes, length))
        return false;
    if (host_ms < -TIME_MOST_MS || host_ms > TIME_MOST_MS)
        return false;
    struct reading reading = {reader, now_ms - host_ms};
    if (reader->ahead)
        reading.ahead_ms = reader->ahead(reader->context, reading.ahead_ms);
    plenary_Downward w = plenary_Downward_init_zero;
    w.receipts = (pb_callback_t){.funcs.decode = read_receipt, .arg = &reading};
    w.items = (pb_callback_t){.funcs.decode = read_item, .arg = &reading};
    w.removed = (pb_callback_t){.funcs.decode = read_removed, .arg = &reading};
    pb_istream_t stream = pb_istream_from_buffer(bytes, length);
    if (!pb_decode(&stream, plenary_Downward_fields, &w))
        return false;
    if (w.has_seated && w.seated.seat >= 1 && w.seated.seat <= SEATS_MAX) {
        struct seated seated = {.seat = w.seated.seat,
                                .last_command = w.seated.last_command,
                                .token_length = (uint8_t)w.seated.token.size};
        memcpy(seated.token, w.seated.token.bytes, w.seated.token.size);
        reader->seated(reader->context, &seated);
    }
    if (w.caught_up)
        reader->caught_up(reader->context);
    if (w.beat)
        reader->beat(reader->context, w.beat);
    if (w.farewell != plenary_Farewell_FAREWELL_NONE && (unsigned)w.farewell < FAREWELL_COUNT)
        reader->farewell(reader->context, (enum farewell)w.farewell);
    return true;
}
