#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "screen/screen.h"
#include "ui/field.h"

enum { X = 504, W = 564 };

static bool wanted(const struct screens *s)
{
    return s->sight.state == SESSION_APART || s->sight.state == SESSION_JOINING ||
           !s->sight.room->me.seat;
}

static bool in_alphabet(char capital)
{
    return capital && strchr(LINK_ALPHABET, capital);
}

/* An address is typed, and not yet the beginning of an invitation. */
static bool is_invited(const char *text)
{
    struct link_invite invite;
    return link_invite_read(&invite, text) != LINK_INVITE_NOT_ONE;
}

/* Puts both parts of an invitation in their places. One without an address leaves that as it is,
 * but where the invitation itself stands in its field. */
static bool accept(struct screens *s, const char *text)
{
    struct join_form *join = &s->join;
    struct link_invite invite;
    if (link_invite_read(&invite, text) != LINK_INVITE_FINE)
        return false;
    bool keeps = !invite.host[0] && !is_invited(join->address.text);
    char kept[EDIT_SIZE];
    text_copy(kept, sizeof kept, keeps ? join->address.text : "");
    screens_prefill(s, invite.host, invite.port, invite.code);
    if (keeps)
        edit_set(&join->address, kept);
    join->code.caret = CODEBOX_LENGTH;
    join->tried = false;
    ui_focus(&s->ui, ui_id_of("code", 0));
    return true;
}

/* The invitation within a text that may be a whole mail; nothing where there is none. */
static void find_invite(char to[EDIT_SIZE], const char *text)
{
    const char *at = strcasestr(text, "plenary:");
    size_t length = at ? strcspn(at, " \t\r\n<>()\"") : 0;
    while (length && strchr(".,;:!", at[length - 1]))
        length--;
    snprintf(to, EDIT_SIZE, "%.*s", (int)length, at ? at : "");
}

/* An invitation fills in both fields, whichever it was pasted into; one that cannot be used stands
 * where it can be seen and mended. */
static bool take_paste(struct screens *s, const char *text)
{
    char invite[EDIT_SIZE];
    if (accept(s, text))
        return true;
    find_invite(invite, text);
    if (accept(s, invite))
        return true;
    if (!is_invited(invite))
        return false;
    edit_set(&s->join.address, invite);
    ui_focus(&s->ui, ui_id_of("address", 0));
    return true;
}

static void take_pasted(struct screens *s)
{
    const struct input *input = s->ui.input;
    for (int i = 0; i < input->count; i++)
        if (input->event[i].kind == INPUT_PASTE &&
            take_paste(s, input->text + input->event[i].first))
            ui_claim(&s->ui, i);
}

/* HOST or HOST:PORT. False when there is a colon and no port after it. */
static bool read_address(const char *text, char host[SESSION_HOST_SIZE], uint16_t *port)
{
    while (*text == ' ')
        text++;
    size_t n = strcspn(text, ": ");
    if (n >= SESSION_HOST_SIZE)
        n = SESSION_HOST_SIZE - 1;
    memcpy(host, text, n);
    host[n] = '\0';
    *port = SESSION_PORT;
    const char *colon = strchr(text, ':');
    if (!colon)
        return true;
    char *end;
    long number = strtol(colon + 1, &end, 10);
    while (*end == ' ')
        end++;
    *port = (uint16_t)number;
    return end != colon + 1 && *end == '\0' && number >= 1 && number <= UINT16_MAX;
}

static void caller_address(char to[SESSION_HOST_SIZE], const struct link_caller *caller)
{
    if (caller->port == SESSION_PORT)
        snprintf(to, SESSION_HOST_SIZE, "%s", caller->address);
    else
        snprintf(to, SESSION_HOST_SIZE, "%s:%u", caller->address, caller->port);
}

/* Which of the kiosks found has the address that stands in the field; -1: none. */
static int find_caller(const struct screens *s)
{
    char address[SESSION_HOST_SIZE];
    for (size_t i = 0; i < s->sight.caller_count; i++) {
        caller_address(address, &s->sight.callers[i]);
        if (strcmp(address, s->join.address.text) == 0)
            return (int)i;
    }
    return -1;
}

static void draw_left(struct screens *s)
{
    struct draw_list *list = s->list;
    draw_text(list, 32, 112, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK, word(WORD_CLIENT_JOIN_TITLE));
    draw_paragraph(list, 32, 168, 368, 4, REGULAR(20), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK2,
                   word(WORD_CLIENT_JOIN_WHERE));
    /* Where to look: the lobby's screen in outline. */
    draw_outline(list, 32, 288, 368, 208, 16, 2, TOKEN_OUTLINE, TOKEN_SURFACE);
    draw_round(list, 56, 312, 96, 8, 4, TOKEN_LINE);
    draw_round(list, 56, 332, 176, 24, 4, TOKEN_INK);
    draw_round(list, 56, 380, 64, 8, 4, TOKEN_LINE);
    for (int i = 0; i < CODEBOX_LENGTH; i++)
        draw_round(list, 56 + i * 39 + i / CODEBOX_GROUP * 11, 400, 33, 40, 4, TOKEN_ACCENT);
    draw_round(list, 56, 464, 320, 8, 4, TOKEN_LINE);
    draw_text(list, 32, 512, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, word(WORD_CLIENT_JOIN_PICTURE));
}

static bool is_about_code(enum session_over over)
{
    return over == SESSION_WRONG_CODE || over == SESSION_CODE_RETIRED || over == SESSION_WAIT;
}

/* The sentence under the code boxes, empty when there is nothing to fix. */
static void code_fault(const struct screens *s, char *to, size_t size)
{
    enum session_over over = s->sight.over;
    to[0] = '\0';
    if (s->join.code.stranger[0])
        snprintf(to, size, word(WORD_SESSION_CODE_STRANGER), s->join.code.stranger);
    else if (s->join.tried && over == SESSION_WAIT && s->sight.wait_s)
        snprintf(to, size, word(WORD_CLIENT_JOIN_WAIT), s->sight.wait_s);
    else if (s->join.tried && over && s->sight.state == SESSION_APART)
        snprintf(to, size, "%s", session_over_text(over));
}

/* Why Join is off; empty when it is not. */
static void why_off(const struct screens *s, char *to, size_t size)
{
    char host[SESSION_HOST_SIZE], number[32];
    uint16_t port;
    unsigned missing = (unsigned)(CODEBOX_LENGTH - codebox_filled(&s->join.code));
    bool good = read_address(s->join.address.text, host, &port);
    struct link_invite invite;
    enum link_invite_fault fault = link_invite_read(&invite, s->join.address.text);
    to[0] = '\0';
    if (fault != LINK_INVITE_NOT_ONE)
        snprintf(to, size, "%s", session_invite_text(fault));
    else if (!good)
        snprintf(to, size, "%s", word(WORD_CLIENT_JOIN_ODD_ADDRESS));
    else if (missing == 1)
        snprintf(to, size, "%s", word(WORD_CLIENT_JOIN_ONE_MORE));
    else if (missing > 1) {
        screen_number(number, sizeof number, missing, true);
        snprintf(to, size, word(WORD_CLIENT_JOIN_MORE), number);
    } else if (!host[0])
        snprintf(to, size, "%s", word(WORD_CLIENT_JOIN_NO_ADDRESS));
}

static void ask_to_join(struct screens *s)
{
    if (!read_address(s->join.address.text, s->wish->host, &s->wish->port))
        return;
    codebox_text(s->wish->code, &s->join.code);
    s->wish->join = true;
    s->join.tried = true;
}

/* The kiosks heard on this network; the only one there is fills in the address by itself. */
static void run_callers(struct screens *s, double y, bool off)
{
    struct screens_lists *lists = &s->lists;
    char address[SESSION_HOST_SIZE];
    int count = (int)s->sight.caller_count;
    for (int i = 0; i < count; i++) {
        caller_address(address, &s->sight.callers[i]);
        snprintf(lists->texts[i], sizeof lists->texts[i], "%s  %s", s->sight.callers[i].title,
                 address);
        lists->others[i] = lists->texts[i];
    }
    struct dropdown *caller = &s->join.caller;
    if (!caller->open)
        caller->chosen = find_caller(s);
    bool changed =
        dropdown_run(&s->ui, ui_id_of("caller", 0), X, y, W, caller, lists->others, count,
                     word(WORD_CLIENT_JOIN_LIST), word(WORD_CLIENT_JOIN_LIST_NONE), off);
    if (changed && caller->chosen >= 0) {
        caller_address(address, &s->sight.callers[caller->chosen]);
        edit_set(&s->join.address, address);
        ui_focus(&s->ui, ui_id_of("code", 0));
    }
}

static void draw(struct screens *s)
{
    struct ui *ui = &s->ui;
    struct join_form *join = &s->join;
    bool busy = s->sight.state != SESSION_APART; /* or the room is still on its way */
    ui_id code_id = ui_id_of("code", 0), address_id = ui_id_of("address", 0);
    if (s->sight.caller_count == 1 && !join->chosen[0] && !join->address.text[0]) {
        caller_address(join->chosen, &s->sight.callers[0]);
        edit_set(&join->address, join->chosen);
        if (ui_focused(ui, address_id))
            ui_focus(ui, code_id);
    }
    if (s->entered)
        ui_focus(ui, join->address.text[0] ? code_id : address_id);
    if (!busy)
        take_pasted(s);
    screen_body(s);
    draw_left(s);
    char fault[SCREENS_SAY_SIZE], off[SCREENS_SAY_SIZE];
    code_fault(s, fault, sizeof fault);
    bool about_code = join->code.stranger[0] || is_about_code(s->sight.over);
    struct field address = {.label = word(WORD_CLIENT_JOIN_ADDRESS),
                            .placeholder = word(WORD_CLIENT_JOIN_ADDRESS_HINT),
                            .visible = SESSION_HOST_SIZE - 8,
                            .off = busy};
    if (find_caller(s) >= 0) {
        address.aside = word(WORD_CLIENT_JOIN_FOUND);
        address.aside_icon = ICON_CHECK;
    }
    enum field_result typed = field_run(ui, address_id, X, 124, W, &join->address, address);
    field_label(ui, X, 200, word(WORD_CLIENT_JOIN_CODE), NULL);
    enum codebox_result coded =
        codebox_run(ui, code_id, X, 232, W, &join->code, in_alphabet, fault[0] && about_code, busy);
    if (typed == FIELD_CHANGED || coded == CODEBOX_CHANGED)
        join->tried = false;
    if (typed == FIELD_CHANGED)
        accept(s, join->address.text);
    if (fault[0])
        field_fault(ui, X, 312, W, fault);
    if (s->sight.caller_count > 0)
        run_callers(s, 420, busy);
    why_off(s, off, sizeof off);
    struct button go = {.kind = BUTTON_PRIMARY, .width = W, .busy = busy, .off = off[0] != '\0'};
    bool failed = fault[0] && !join->code.stranger[0];
    go.text = word(busy ? WORD_CLIENT_JOINING : failed ? WORD_CLIENT_TRY_AGAIN : WORD_CLIENT_JOIN);
    bool pressed = button_run(ui, ui_id_of("join", 0), X, 560, go);
    bool entered = typed == FIELD_ENTERED || coded == CODEBOX_ENTERED;
    if (!busy && !off[0] && (pressed || entered))
        ask_to_join(s);
    else if (typed == FIELD_ENTERED && codebox_filled(&join->code) < CODEBOX_LENGTH)
        ui_focus(ui, code_id);
    if (off[0] && !busy)
        draw_text(s->list, X, 632, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, off);
    screen_header(s, word(WORD_APP_NAME), NULL);
}

const struct screen screen_join = {SCREEN_JOIN, true, wanted, draw};
