#include "report/command.h"

#include "content/content.h"
#include "host/workshop.h"
#include "model/portray.h"
#include "report/cards.h"
#include "report/forms.h"
#include "words/words.h"

#include <stdlib.h>
#include <time.h>

static int64_t now_ms(void)
{
    return (int64_t)time(NULL) * 1000;
}

static enum error write_cards(const struct asked *asked, const struct model *model, FILE *out,
                              struct trouble *trouble)
{
    struct room *room;
    const char *path = asked->value[ASKED_PDF];
    enum error e = room_portray(&room, model, AUDIENCE_FACILITATOR, 0);
    if (e != ERROR_OK)
        return e;
    e = report_cards(path, room, asked->value[ASKED_AT], now_ms(), trouble);
    unsigned count = report_card_count(room);
    bool roles = report_cards_are_roles(room);
    room_destroy(&room);
    if (e != ERROR_OK)
        return e;
    if (roles)
        fprintf(out, word(WORD_ROLE_CARDS_WRITTEN), count, path);
    else if (count == 1)
        fprintf(out, word(WORD_CARDS_WRITTEN_ONE), path);
    else
        fprintf(out, word(WORD_CARDS_WRITTEN), count, path);
    return ERROR_OK;
}

enum error report_cards_command(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    struct model *model;
    if (!asked->value[ASKED_PDF])
        return trouble_set(trouble, ERROR_FORMAT, "%s", word(WORD_CARDS_NEEDS_FILE));
    enum error e = workshop_read(&model, asked->files[0], trouble);
    if (e == ERROR_OK)
        e = write_cards(asked, model, out, trouble);
    model_destroy(&model);
    return e;
}

/* The agenda whose pack is meant where none is named. */
static const char usual[] = "cluster-workshop";

enum error report_forms_of(const char *path, const char *agenda, struct trouble *trouble)
{
    struct content_entry entry;
    struct pack *pack = calloc(1, sizeof *pack);
    if (!pack)
        return ERROR_MEMORY;
    enum error e = content_find_agenda(&entry, agenda ? agenda : usual, trouble);
    if (e == ERROR_OK)
        e = content_load(pack, entry.path, entry.agenda_id[0] ? entry.agenda_id : NULL, trouble);
    if (e == ERROR_OK)
        e = report_forms(path, pack, trouble);
    free(pack);
    return e;
}

enum error report_forms_command(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    const char *path = asked->value[ASKED_PDF];
    if (!path)
        return trouble_set(trouble, ERROR_FORMAT, "%s", word(WORD_FORMS_NEEDS_FILE));
    enum error e = report_forms_of(path, asked->value[ASKED_PACK], trouble);
    if (e == ERROR_OK)
        fprintf(out, word(WORD_FORMS_WRITTEN), path);
    return e;
}
