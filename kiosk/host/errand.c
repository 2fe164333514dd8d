#include "host/errand.h"

#include "host/state.h"
#include "words/words.h"

#include <assert.h>
#include <string.h>

/* Between ticks, so nothing of anybody's is half done. While something that was to be wiped may
 * still stand in the file, nothing of the workshop is given out, and the errand says why. */
void errand_do(struct host *host, int64_t now_ms)
{
    struct errand *errand = host->box ? mailbox_errand(host->box) : NULL;
    const struct model *model = store_model(host->store);
    if (!errand)
        return;
    uint64_t events = model->event_count;
    uint16_t codes = model->code_count;
    struct errand_ground ground = {host->store, &host->random, host_workshop_ms(host, now_ms)};
    errand->trouble.text[0] = '\0';
    if (host->held)
        errand->error = trouble_set(&errand->trouble, ERROR_BUSY, "%s", host->not_wiped.text);
    else
        errand->error = errand->run(errand, &ground, &errand->trouble);
    assert(!store_has_batch(host->store));
    if (model->event_count != events) {
        intake_renew_guard(host, codes);
        host->not_saved.text[0] = '\0';
        host->dirty = host->backup_due = true;
    }
    mailbox_return_errand(host->box);
}

enum error errand_copy_run(struct errand *errand, const struct errand_ground *ground,
                           struct trouble *trouble)
{
    struct errand_copy *copy = (struct errand_copy *)errand;
    copy->model = NULL;
    if (store_astray(ground->store))
        return trouble_set(trouble, ERROR_IO, "%s", word(WORD_ERRAND_ASTRAY));
    enum error e = model_create(&copy->model);
    if (e == ERROR_OK)
        memcpy(copy->model, store_model(ground->store), sizeof *copy->model);
    return e;
}
