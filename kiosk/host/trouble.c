#include "host/state.h"

#include "base/text.h"
#include "words/words.h"

#include <string.h>

/* A code that was guessed at too often is missed until there is another of its kind. */
static bool code_missing(const struct host *host)
{
    const struct model *model = store_model(host->store);
    if (!host->guessed || host->guessed > model->code_count || model->closed)
        return false;
    const struct code *code = &model->codes[host->guessed];
    return code->retired &&
           !model_find_code(model, (enum code_kind)code->kind, code->school, code->seat);
}

void trouble_tell(struct host *host)
{
    const char *text = host->not_saved.text[0]   ? host->not_saved.text
                       : host->not_wiped.text[0] ? host->not_wiped.text
                       : code_missing(host)      ? word(WORD_CODE_RETIRED_BY_GUESSES)
                                                 : host->not_copied.text;
    if (strcmp(text, host->live.trouble) == 0)
        return;
    text_copy(host->live.trouble, sizeof host->live.trouble, text);
    host->dirty = true;
}

void trouble_wipe(struct host *host, int64_t now_ms)
{
    struct trouble trouble = {0};
    if (!host->wipe_due || now_ms < host->wipe_ms)
        return;
    host->wipe_ms = now_ms + RETRY_EVERY_MS;
    enum error e = journal_scrub(store_journal(host->store), &trouble);
    host->wipe_due = e != ERROR_OK;
    host->held &= host->wipe_due;
    host->not_wiped.text[0] = '\0';
    if (e != ERROR_OK)
        trouble_set(&host->not_wiped, e, word(WORD_NOT_WIPED_BECAUSE),
                    trouble.text[0] ? trouble.text : error_text(e));
}
