#include "lines/commands.h"

#include "lines/parse.h"
#include "words/words.h"

#include <string.h>

static bool is_facilitator(const struct lines_reader *r)
{
    return r->room->me.role == ROLE_FACILITATOR;
}

/* The facilitator names the school that is meant, everybody else means their own. */
static bool take_whose(struct lines_reader *r, school_id *school)
{
    *school = r->room->me.school;
    return !is_facilitator(r) || lines_take_school(r, school);
}

static bool take_figure(struct lines_reader *r, struct figure *figure)
{
    long now = 0, target = 0, months = 0;
    if (!lines_take_number(r, &now, 0, UINT8_MAX, word(WORD_LINES_A_RATING)) ||
        (lines_peek(r) &&
         !lines_take_number(r, &target, 0, UINT8_MAX, word(WORD_LINES_A_TARGET))) ||
        (lines_peek(r) && !lines_take_number(r, &months, 0, UINT8_MAX, word(WORD_LINES_MONTHS))))
        return false;
    figure->now = (uint8_t)now;
    figure->target = (uint8_t)target;
    figure->months = (uint8_t)months;
    return lines_take_named(r, "note", figure->note, sizeof figure->note, NOTE_VISIBLE);
}

static bool read_rate(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    r->command->kind = COMMAND_RATE;
    return take_whose(r, &c->school) && lines_take_condition(r, &c->condition) &&
           take_figure(r, &c->figure);
}

/* The revision this person has seen: that of the other side. 0: none is there, as the kiosk will
 * say. */
static bool read_agree(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    enum side theirs = is_facilitator(r) ? SIDE_SCHOOL : SIDE_MANAGER;
    r->command->kind = COMMAND_AGREE;
    if (!take_whose(r, &c->school) || !lines_take_condition(r, &c->condition))
        return false;
    c->revision = r->room->talks[c->condition][c->school].proposals[theirs].revision;
    return true;
}

static bool read_withdraw(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    r->command->kind = COMMAND_WITHDRAW;
    return take_whose(r, &c->school) && lines_take_condition(r, &c->condition);
}

static bool read_agreed(struct lines_reader *r)
{
    struct rating_change *c = &r->command->change.rating;
    r->command->kind = COMMAND_AGREE_IN_PERSON;
    return lines_take_school(r, &c->school) && lines_take_condition(r, &c->condition) &&
           take_figure(r, &c->figure) &&
           lines_take_named(r, "with", c->with, sizeof c->with, NAME_VISIBLE);
}

static bool read_consent(struct lines_reader *r)
{
    struct consent_change *c = &r->command->change.consent;
    bool yes;
    r->command->kind = COMMAND_CONSENT;
    if (!take_whose(r, &c->school) ||
        !lines_take_either(r, &yes, "yes", "no", word(WORD_LINES_YES_NO)))
        return false;
    c->answer = yes ? ANSWER_YES : ANSWER_NO;
    while (lines_peek(r)) {
        unsigned scope = 0;
        while (scope < SCOPE_COUNT && !lines_take(r, scope_word((enum scope)scope)))
            scope++;
        if (scope == SCOPE_COUNT)
            return lines_unclear(r, lines_peek(r), word(WORD_LINES_A_SCOPE));
        c->scopes = (uint8_t)(c->scopes | 1U << scope);
    }
    if (!c->scopes)
        c->scopes = 1U << SCOPE_ROOM | 1U << SCOPE_SUMMARY;
    return true;
}

/* A name as it is typed, in one word with marks or in several without. */
static bool read_school(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    char name[NAME_SIZE];
    r->command->kind = COMMAND_PLACE_SEAT;
    c->seat = r->room->me.seat;
    if (!lines_take_name(r, name))
        return false;
    c->school = room_find_school(r->room, name);
    return c->school || lines_unclear(r, name, word(WORD_LINES_A_SCHOOL));
}

static bool read_name(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    r->command->kind = COMMAND_NAME_SEAT;
    c->seat = r->room->me.seat;
    return lines_take_name(r, c->name);
}

static bool read_setting(struct lines_reader *r, enum setting setting)
{
    struct setting_change *c = &r->command->change.setting;
    r->command->kind = COMMAND_SET;
    c->setting = (uint8_t)setting;
    return lines_take_either(r, &c->on, "on", "off", word(WORD_LINES_ON_OFF));
}

static bool read_admit_all(struct lines_reader *r)
{
    return read_setting(r, SETTING_ADMIT_ALL);
}

static bool read_count_proposed(struct lines_reader *r)
{
    return read_setting(r, SETTING_COUNT_PROPOSED);
}

static bool read_room_code(struct lines_reader *r)
{
    return read_setting(r, SETTING_OFFER_ROOM_CODE);
}

static bool read_admit(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    r->command->kind = COMMAND_ADMIT;
    if (!lines_take_seat(r, &c->seat))
        return false;
    c->speaks = !lines_take(r, "off");
    return true;
}

static bool read_code(struct lines_reader *r, enum code_kind kind)
{
    r->command->kind = COMMAND_ISSUE_CODE;
    r->command->change.code.kind = (uint8_t)kind;
    return true;
}

static bool read_code_school(struct lines_reader *r)
{
    return read_code(r, CODE_SCHOOL) && lines_take_school(r, &r->command->change.code.school);
}

static bool read_code_seat(struct lines_reader *r)
{
    return read_code(r, CODE_SEAT) && lines_take_seat(r, &r->command->change.code.seat);
}

static bool read_code_room(struct lines_reader *r)
{
    return read_code(r, CODE_ROOM);
}

static bool read_code_observer(struct lines_reader *r)
{
    return read_code(r, CODE_OBSERVER);
}

static bool read_move(struct lines_reader *r)
{
    struct seat_change *c = &r->command->change.seat;
    r->command->kind = COMMAND_PLACE_SEAT;
    return lines_take_seat(r, &c->seat) && lines_take_school(r, &c->school);
}

static bool read_remove(struct lines_reader *r)
{
    r->command->kind = COMMAND_REMOVE_SEAT;
    return lines_take_seat(r, &r->command->change.seat.seat);
}

static bool read_add_school(struct lines_reader *r)
{
    r->command->kind = COMMAND_ADD_SCHOOL;
    return lines_take_name(r, r->command->change.school.name);
}

static bool read_rename_school(struct lines_reader *r)
{
    struct school_change *c = &r->command->change.school;
    r->command->kind = COMMAND_RENAME_SCHOOL;
    return lines_take_school(r, &c->school) && lines_take_name(r, c->name);
}

static bool read_next(struct lines_reader *r)
{
    r->command->kind = COMMAND_GO;
    r->command->change.place = room_place_after(r->room, r->room->place, 1);
    return true;
}

static bool read_back(struct lines_reader *r)
{
    r->command->kind = COMMAND_GO;
    r->command->change.place = room_place_after(r->room, r->room->place, -1);
    return true;
}

/* "3" or "3.2" */
static bool read_goto(struct lines_reader *r)
{
    const char *typed = lines_peek(r);
    unsigned item, step = 1;
    int all = 0;
    r->command->kind = COMMAND_GO;
    bool whole = typed && strspn(typed, "0123456789.") == strlen(typed) && strlen(typed) <= 6 &&
                 ((sscanf(typed, "%u.%u%n", &item, &step, &all) == 2 && !typed[all]) ||
                  (sscanf(typed, "%u%n", &item, &all) == 1 && !typed[all]));
    if (!whole || item > UINT8_MAX || step > UINT8_MAX)
        return lines_unclear(r, typed, word(WORD_LINES_AN_ITEM));
    r->command->change.place = (struct place){(uint8_t)item, (uint8_t)step};
    return lines_take(r, typed);
}

static bool read_timer(struct lines_reader *r, enum timer_action action)
{
    r->command->kind = COMMAND_TIME;
    r->command->change.timer.action = (uint8_t)action;
    return true;
}

static bool read_timer_start(struct lines_reader *r)
{
    return read_timer(r, TIMER_START);
}

static bool read_timer_pause(struct lines_reader *r)
{
    return read_timer(r, TIMER_PAUSE);
}

static bool read_timer_add(struct lines_reader *r)
{
    long minutes;
    if (!read_timer(r, TIMER_ADD) ||
        !lines_take_number(r, &minutes, -24 * 60, 24 * 60, word(WORD_LINES_MINUTES)))
        return false;
    r->command->change.timer.milliseconds = minutes * INT64_C(60000);
    return true;
}

/* The view is sent as a whole: what is not named stays as it is. */
static struct view *begin_view(struct lines_reader *r)
{
    r->command->kind = COMMAND_LOOK;
    r->command->change.view = r->room->view;
    return &r->command->change.view;
}

static bool read_view_targets(struct lines_reader *r)
{
    return lines_take_either(r, &begin_view(r)->targets, "on", "off", word(WORD_LINES_ON_OFF));
}

static bool read_view_order(struct lines_reader *r)
{
    return lines_take_either(r, &begin_view(r)->by_average, "average", "number",
                             word(WORD_LINES_AN_ORDER));
}

static bool read_view_focus(struct lines_reader *r)
{
    struct view *view = begin_view(r);
    condition_id condition = 0;
    if (!lines_take(r, "0") && !lines_take_condition(r, &condition))
        return false;
    view->focus = (uint8_t)condition;
    return true;
}

enum {
    PEOPLE = 1, /* everybody but the facilitator */
    FACILITATOR = 2,
    ALL = PEOPLE | FACILITATOR,
};

/* What can be typed. A form begins with the words that must stand there; what follows in capitals
 * or brackets tells people what to put. Of two forms that fit, the first is meant. */
static const struct form {
    const char *form;
    enum word help;
    unsigned who; /* whose form this is; the kiosk decides who may use it */
    bool shown;   /* in everybody's help */
    enum lines_ask ask;
    bool (*read)(struct lines_reader *); /* LINES_SEND only */
} forms[] = {
#define FIGURE "CONDITION NOW [TARGET [MONTHS]]"
    {"rate " FIGURE " [note=\"...\"]", WORD_HELP_RATE, PEOPLE, true, LINES_SEND, read_rate},
    {"rate SCHOOL " FIGURE " [note=\"...\"]", WORD_HELP_RATE, FACILITATOR, false, LINES_SEND,
     read_rate},
    {"agree CONDITION", WORD_HELP_AGREE, PEOPLE, true, LINES_SEND, read_agree},
    {"agree SCHOOL CONDITION", WORD_HELP_AGREE, FACILITATOR, false, LINES_SEND, read_agree},
    {"withdraw CONDITION", WORD_HELP_WITHDRAW, PEOPLE, true, LINES_SEND, read_withdraw},
    {"withdraw SCHOOL CONDITION", WORD_HELP_WITHDRAW, FACILITATOR, false, LINES_SEND,
     read_withdraw},
    {"agreed SCHOOL " FIGURE " with=\"NAME\" [note=\"...\"]", WORD_HELP_AGREED, ALL, false,
     LINES_SEND, read_agreed},
    {"consent yes|no [room] [summary] [la]", WORD_HELP_CONSENT, PEOPLE, true, LINES_SEND,
     read_consent},
    {"consent SCHOOL yes|no [room] [summary] [la]", WORD_HELP_CONSENT, FACILITATOR, false,
     LINES_SEND, read_consent},
    {"school NAME", WORD_HELP_SCHOOL, ALL, true, LINES_SEND, read_school},
    {"name NAME", WORD_HELP_NAME, ALL, true, LINES_SEND, read_name},
    {"admit all on|off", WORD_HELP_ADMIT_ALL, ALL, false, LINES_SEND, read_admit_all},
    {"admit SEAT [off]", WORD_HELP_ADMIT, ALL, false, LINES_SEND, read_admit},
    {"code school SCHOOL", WORD_HELP_CODE, ALL, false, LINES_SEND, read_code_school},
    {"code seat SEAT", WORD_HELP_CODE_SEAT, ALL, false, LINES_SEND, read_code_seat},
    {"code room", WORD_HELP_CODE, ALL, false, LINES_SEND, read_code_room},
    {"code observer", WORD_HELP_CODE, ALL, false, LINES_SEND, read_code_observer},
    {"move SEAT SCHOOL", WORD_HELP_MOVE, ALL, false, LINES_SEND, read_move},
    {"remove SEAT", WORD_HELP_REMOVE, ALL, false, LINES_SEND, read_remove},
    {"add school NAME", WORD_HELP_ADD_SCHOOL, ALL, false, LINES_SEND, read_add_school},
    {"rename school SCHOOL NAME", WORD_HELP_RENAME_SCHOOL, ALL, false, LINES_SEND,
     read_rename_school},
    {"next", WORD_HELP_NEXT, ALL, false, LINES_SEND, read_next},
    {"back", WORD_HELP_BACK, ALL, false, LINES_SEND, read_back},
    {"goto ITEM[.STEP]", WORD_HELP_GOTO, ALL, false, LINES_SEND, read_goto},
    {"timer start", WORD_HELP_TIMER_START, ALL, false, LINES_SEND, read_timer_start},
    {"timer pause", WORD_HELP_TIMER_PAUSE, ALL, false, LINES_SEND, read_timer_pause},
    {"timer add MINUTES", WORD_HELP_TIMER_ADD, ALL, false, LINES_SEND, read_timer_add},
    {"view targets on|off", WORD_HELP_VIEW_TARGETS, ALL, false, LINES_SEND, read_view_targets},
    {"view order number|average", WORD_HELP_VIEW_ORDER, ALL, false, LINES_SEND, read_view_order},
    {"view focus CONDITION", WORD_HELP_VIEW_FOCUS, ALL, false, LINES_SEND, read_view_focus},
    {"count proposed on|off", WORD_HELP_COUNT, ALL, false, LINES_SEND, read_count_proposed},
    {"room code on|off", WORD_HELP_ROOM_CODE, ALL, false, LINES_SEND, read_room_code},
    {"show", WORD_HELP_SHOW, ALL, true, LINES_SHOW, NULL},
    {"help", WORD_HELP_HELP, ALL, true, LINES_HELP, NULL},
    {"quit", WORD_HELP_QUIT, ALL, true, LINES_QUIT, NULL},
#undef FIGURE
};

enum { FORMS = sizeof forms / sizeof *forms };

/* The length of the form's next word if it must be typed as it stands, else 0. */
static size_t fixed_word(const char *form)
{
    size_t length = strspn(form, "abcdefghijklmnopqrstuvwxyz");
    return form[length] == ' ' || form[length] == '\0' ? length : 0;
}

/* How many of the form's fixed words the typed line begins with; all of them: `*fits`. */
static unsigned match(const struct lines_reader *r, const char *form, bool *fits)
{
    unsigned matched = 0;
    size_t length;
    *fits = true;
    for (; (length = fixed_word(form)) > 0; form += form[length] ? length + 1 : length) {
        const struct lines_typed *typed = &r->words[matched];
        *fits = matched < r->count && !typed->name && strlen(typed->text) == length &&
                strncmp(typed->text, form, length) == 0;
        if (!*fits)
            break;
        matched++;
    }
    return matched;
}

/* No form fits: says which ones begin as the line does. */
static enum error no_form(struct lines_reader *r, unsigned who)
{
    char begun[sizeof r->trouble->text] = "";
    size_t length = 0;
    bool fits;
    for (unsigned i = 0; i < FORMS; i++) {
        size_t more = strlen(forms[i].form);
        if (!(forms[i].who & who) || !match(r, forms[i].form, &fits) ||
            length + more + 3 > sizeof begun)
            continue;
        length += (size_t)sprintf(begun + length, "%s%s", length ? "; " : "", forms[i].form);
    }
    const char *typed = r->words[0].name ? r->words[0].name : r->words[0].text;
    if (length)
        return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_LINES_NO_FORM), typed, begun);
    return trouble_set(r->trouble, ERROR_FORMAT, word(WORD_LINES_NO_COMMAND), typed);
}

enum error lines_read(struct lines_asked *asked, const struct room *room, const char *line,
                      struct trouble *t)
{
    struct lines_reader r;
    unsigned who = room->me.role == ROLE_FACILITATOR ? FACILITATOR : PEOPLE;
    memset(asked, 0, sizeof *asked);
    r.room = room;
    r.command = &asked->command;
    r.trouble = t;
    if (!lines_split(&r, line))
        return ERROR_FORMAT;
    if (r.count == 0 || (!r.words[0].name && r.words[0].text[0] == '#'))
        return ERROR_OK;
    for (unsigned i = 0; i < FORMS; i++) {
        bool fits;
        unsigned matched = match(&r, forms[i].form, &fits);
        if (!(forms[i].who & who) || !fits)
            continue;
        for (unsigned n = 0; n < matched; n++)
            r.words[n].taken = true;
        r.form = forms[i].form;
        if ((forms[i].read && !forms[i].read(&r)) || !lines_take_end(&r))
            return ERROR_FORMAT;
        asked->ask = forms[i].ask;
        return ERROR_OK;
    }
    return no_form(&r, who);
}

void lines_help(FILE *out, const struct room *room)
{
    unsigned who = room->me.role == ROLE_FACILITATOR ? FACILITATOR : PEOPLE;
    for (unsigned i = 0; i < FORMS; i++)
        if (forms[i].who & who && (forms[i].shown || who == FACILITATOR))
            fprintf(out, "help %s: %s\n", forms[i].form, word(forms[i].help));
}
