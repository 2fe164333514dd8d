#include "lines/commands.h"

#include "lines/forms.h"
#include "words/words.h"

#include <string.h>

/* The length of the form's next word if it must be typed as it stands, else 0. */
static size_t fixed_word(const char *form)
{
    size_t length = strspn(form, "abcdefghijklmnopqrstuvwxyz-");
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
    unsigned count;
    const struct form *forms = lines_forms(&count);
    for (unsigned i = 0; i < count; i++) {
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

enum error lines_read(struct lines_asked *asked, const struct room *room, uint32_t today,
                      const char *line, struct trouble *t)
{
    struct lines_reader r;
    unsigned who = room->me.role == ROLE_FACILITATOR ? FACILITATOR : PEOPLE, count;
    const struct form *forms = lines_forms(&count);
    memset(asked, 0, sizeof *asked);
    r.room = room;
    r.today = today;
    r.warned = false;
    r.command = &asked->command;
    r.path = asked->path;
    r.trouble = t;
    if (!lines_split(&r, line))
        return ERROR_FORMAT;
    if (r.count == 0 || (!r.words[0].name && r.words[0].text[0] == '#'))
        return ERROR_OK;
    for (unsigned i = 0; i < count; i++) {
        bool fits;
        unsigned matched = match(&r, forms[i].form, &fits);
        if (!(forms[i].who & who) || !fits)
            continue;
        for (unsigned n = 0; n < matched; n++)
            r.words[n].taken = true;
        r.form = forms[i].form;
        bool said = (!forms[i].read || forms[i].read(&r)) && lines_take_end(&r);
        if (!said && !r.warned)
            return ERROR_FORMAT;
        asked->ask = said ? forms[i].ask : LINES_WARN;
        return ERROR_OK;
    }
    return no_form(&r, who);
}

void lines_help(FILE *out, const struct room *room)
{
    unsigned who = room->me.role == ROLE_FACILITATOR ? FACILITATOR : PEOPLE, count;
    const struct form *forms = lines_forms(&count);
    for (unsigned i = 0; i < count; i++)
        if (forms[i].who & who && (forms[i].shown || who == FACILITATOR) &&
            (room->workshop.training || !(forms[i].who & TRAINING)))
            fprintf(out, "help %s: %s\n", forms[i].form, word((enum word)forms[i].help));
}
