#include "content/checking.h"

/* libyaml's tree of a file takes time and memory that grow with the square of how deep it nests and
 * of how many names (&name) it gives: a file of a megabyte made for the purpose kept a kiosk busy
 * for minutes. Its events come one by one. */

enum { DEPTH_MOST = 24, ANCHORS_MOST = 64 };

static bool is_named(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor;
    case YAML_MAPPING_START_EVENT:
        return event->data.mapping_start.anchor;
    default:
        return false;
    }
}

enum error checking_shape(struct checking *c, const char *bytes, size_t length)
{
    yaml_parser_t parser;
    yaml_event_t event;
    unsigned depth = 0, anchors = 0;
    bool ended = false;
    enum error e = ERROR_OK;
    if (!yaml_parser_initialize(&parser))
        return trouble_set(c->trouble, ERROR_MEMORY, "%s: %s", c->name, error_text(ERROR_MEMORY));
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, length);
    while (!e && !ended && yaml_parser_parse(&parser, &event)) {
        yaml_event_type_t type = event.type;
        depth += type == YAML_SEQUENCE_START_EVENT || type == YAML_MAPPING_START_EVENT;
        depth -= type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT;
        anchors += is_named(&event);
        ended = type == YAML_STREAM_END_EVENT;
        if (depth > DEPTH_MOST)
            e = checking_fault(c, event.start_mark.line + 1,
                               "this is a group within more than %d others.", DEPTH_MOST);
        else if (anchors > ANCHORS_MOST)
            e = checking_fault(c, event.start_mark.line + 1,
                               "more than %d parts of the file have a name (&).", ANCHORS_MOST);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&parser);
    return e;
}
