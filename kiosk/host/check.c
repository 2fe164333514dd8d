#include "host/check.h"

#include "host/rows.h"
#include "host/store.h"

#include <inttypes.h>

static void describe(const struct journal_report *report, const struct model *model, FILE *out)
{
    unsigned agreed = 0, proposed = 0;
    for (condition_id c = 1; c <= model->condition_count; c++)
        for (school_id s = 1; s <= model->school_count; s++) {
            enum rating_state state = model_rating_state(&model->ratings[c][s]);
            agreed += state == RATING_AGREED;
            proposed += state == RATING_PROPOSED;
        }
    fprintf(out, "records=%" PRId64 " secrets=%" PRId64 "\n", report->records, report->secrets);
    fprintf(out, "title=\"%s\" schools=%u conditions=%u seats=%u agreed=%u proposed=%u%s\n",
            model->title, model->school_count, model->condition_count, model->seat_count, agreed,
            proposed, model->training ? " training=yes" : "");
}

enum error check_file(const char *path, FILE *out, struct trouble *trouble)
{
    struct journal *journal;
    struct journal_report report;
    enum error e = journal_open_to_read(&journal, path, trouble);
    if (e != ERROR_OK)
        return e;
    e = journal_check(journal, &report, trouble);
    struct store *store = NULL;
    if (e == ERROR_OK)
        e = store_create(&store, &journal, trouble);
    if (e == ERROR_OK)
        e = rows_compare(store_journal(store), store_model(store), trouble);
    if (e == ERROR_OK)
        describe(&report, store_model(store), out);
    store_destroy(&store);
    journal_destroy(&journal);
    return e;
}
