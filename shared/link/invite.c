#include "link/invite.h"

#include <assert.h>
#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

static const char scheme[] = "plenary:";

/* A stretch of the text being read. */
struct part {
    const char *at;
    size_t length;
};

static struct part trim(const char *text)
{
    struct part part = {text, strlen(text)};
    for (; part.length && isspace((unsigned char)*part.at); part.length--)
        part.at++;
    while (part.length && isspace((unsigned char)part.at[part.length - 1]))
        part.length--;
    return part;
}

static struct part skip(struct part part, size_t bytes)
{
    return (struct part){part.at + bytes, part.length - bytes};
}

/* What comes before the first of `ends`, or all of it. */
static struct part before(struct part part, const char *ends)
{
    size_t length = 0;
    while (length < part.length && !strchr(ends, part.at[length]))
        length++;
    return (struct part){part.at, length};
}

static bool begins(struct part part, const char *with)
{
    size_t length = strlen(with);
    return part.length >= length && strncasecmp(part.at, with, length) == 0;
}

/* ASCII alone, whatever the locale says. */
static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool read_host(struct link_invite *out, struct part host)
{
    if (host.length == 0 || host.length >= sizeof out->host)
        return false;
    for (size_t i = 0; i < host.length; i++) {
        char c = host.at[i];
        bool inside = i > 0 && i + 1 < host.length && host.at[i - 1] != '.';
        if (!is_letter(c) && !is_digit(c) && !(inside && (c == '.' || c == '-')))
            return false;
    }
    memcpy(out->host, host.at, host.length);
    return true;
}

static bool read_port(struct link_invite *out, struct part port)
{
    unsigned number = 0;
    for (size_t i = 0; i < port.length; i++) {
        if (!is_digit(port.at[i]) || i == 5)
            return false;
        number = number * 10 + (unsigned)(port.at[i] - '0');
    }
    out->port = (uint16_t)number;
    return number >= 1 && number <= UINT16_MAX;
}

static enum link_invite_fault read_code(struct link_invite *out, struct part part)
{
    char text[2 * LINK_CODE_SIZE];
    struct link_code_typed typed;
    if (before(part, "/?#&=").length < part.length)
        return LINK_INVITE_MORE;
    if (part.length >= sizeof text)
        return LINK_INVITE_CODE;
    memcpy(text, part.at, part.length);
    text[part.length] = '\0';
    if (!link_code_read(&typed, text))
        return LINK_INVITE_CODE;
    memcpy(out->code, typed.symbols, sizeof out->code);
    return LINK_INVITE_FINE;
}

/* "192.168.4.20:47474/KTRM7XPD" */
static enum link_invite_fault read_place(struct link_invite *out, struct part part)
{
    struct part place = before(part, "/?#"), host = before(place, ":");
    if (!read_host(out, host))
        return LINK_INVITE_HOST;
    if (host.length < place.length && !read_port(out, skip(place, host.length + 1)))
        return LINK_INVITE_PORT;
    if (place.length == part.length)
        return LINK_INVITE_CODE; /* it is still to come */
    if (part.at[place.length] != '/')
        return LINK_INVITE_MORE;
    return read_code(out, skip(part, place.length + 1));
}

enum link_invite_fault link_invite_read(struct link_invite *out, const char *text)
{
    struct part part = trim(text);
    *out = (struct link_invite){0};
    if (!begins(part, scheme))
        return LINK_INVITE_NOT_ONE;
    part = skip(part, strlen(scheme));
    enum link_invite_fault fault =
        begins(part, "//") ? read_place(out, skip(part, 2)) : read_code(out, part);
    if (fault != LINK_INVITE_FINE)
        *out = (struct link_invite){0};
    return fault;
}

void link_invite_write(char to[LINK_INVITE_SIZE], const struct link_invite *invite)
{
    int length = 0;
    if (!invite->host[0])
        length = snprintf(to, LINK_INVITE_SIZE, "%s%s", scheme, invite->code);
    else if (!invite->port)
        length = snprintf(to, LINK_INVITE_SIZE, "%s//%s/%s", scheme, invite->host, invite->code);
    else
        length = snprintf(to, LINK_INVITE_SIZE, "%s//%s:%u/%s", scheme, invite->host, invite->port,
                          invite->code);
    assert(length > 0 && length < LINK_INVITE_SIZE);
}
