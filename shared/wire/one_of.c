#include "wire/one_of.h"

#include <string.h>

bool one_of_begin(pb_field_iter_t *body, const pb_msgdesc_t *fields, pb_size_t tag, void *message)
{
    if (!pb_field_iter_begin(body, fields, message) || !pb_field_iter_find(body, tag))
        return false;
    memset(body->pData, 0, body->data_size);
    return true;
}

bool one_of_encode(pb_ostream_t *stream, const pb_field_iter_t *body)
{
    return pb_encode_tag_for_field(stream, body) &&
           pb_encode_submessage(stream, body->submsg_desc, body->pData);
}

bool one_of_decode(pb_istream_t *stream, const pb_msgdesc_t *fields, void *message)
{
    return pb_decode_ex(stream, fields, message, PB_DECODE_NOINIT);
}
