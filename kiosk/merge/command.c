#include "merge/command.h"

#include "host/workshop.h"
#include "merge/earlier.h"
#include "words/words.h"

static void print_entry(FILE *out, const struct merge *merge, const struct merge_entry *entry)
{
    char about[MERGE_TEXT_SIZE], says[MERGE_TEXT_SIZE];
    merge_about(about, merge, entry);
    if (!merge_differs(entry)) {
        merge_says(says, merge, entry, 0);
        fprintf(out, word(WORD_MERGE_LINE_NEW), merge_where(merge, entry->candidates[0].from),
                about, says);
        fputc('\n', out);
        return;
    }
    fprintf(out, word(WORD_MERGE_LINE_DIFFERS), about);
    fputc('\n', out);
    for (unsigned i = 0; i < entry->count; i++) {
        merge_says(says, merge, entry, i);
        fprintf(out, word(i == entry->chosen ? WORD_MERGE_LINE_STANDS : WORD_MERGE_LINE_OTHER),
                merge_where(merge, entry->candidates[i].from), says);
        fputc('\n', out);
    }
}

void merge_print(FILE *out, const struct merge *merge)
{
    for (unsigned file = 1; file <= merge->file_count; file++) {
        fprintf(out, word(WORD_MERGE_LINE_FILE), merge_where(merge, file), merge->files[file].same);
        fputc('\n', out);
    }
    for (unsigned i = 0; i < merge->entry_count; i++)
        print_entry(out, merge, &merge->entries[i]);
}

static void print_sum(FILE *out, enum word text, const struct merge_report *report)
{
    char sum[MERGE_TEXT_SIZE];
    merge_sum(sum, report);
    fprintf(out, word(text), sum);
    fputc('\n', out);
}

static enum error merge_into(struct store *store, const struct merge_asked *asked,
                             const struct link_random *random, FILE *out, struct trouble *trouble)
{
    struct merge *merge = NULL;
    struct merge_report report;
    enum error e = merge_create(&merge, store, asked->from, asked->from_count, trouble);
    if (e == ERROR_OK) {
        merge_choose_all(merge, asked->rule);
        merge_print(out, merge);
        report = merge_count(merge);
        if (!asked->preview)
            e = merge_apply(&report, merge, store, random, workshop_now(store), trouble);
    }
    if (e == ERROR_OK)
        print_sum(out, asked->preview ? WORD_MERGE_WOULD : WORD_MERGE_DONE, &report);
    merge_destroy(&merge);
    return e;
}

enum error merge_files(const struct merge_asked *asked, const struct link_random *random, FILE *out,
                       struct trouble *trouble)
{
    struct store *store;
    enum error e = workshop_open(&store, asked->file, asked->preview, trouble);
    if (e == ERROR_OK)
        e = merge_into(store, asked, random, out, trouble);
    store_destroy(&store);
    return e;
}

static void print_earlier(FILE *out, const struct earlier_report *report)
{
    char sum[EARLIER_TEXT_SIZE];
    for (unsigned i = 0; i < report->remarks && i < EARLIER_REMARKS_MAX; i++)
        fprintf(out, "%s\n", report->remark[i]);
    if (report->remarks > EARLIER_REMARKS_MAX) {
        fprintf(out, word(WORD_EARLIER_REMARKS_MORE), report->remarks - EARLIER_REMARKS_MAX);
        fputc('\n', out);
    }
    earlier_sum(sum, report);
    fprintf(out, "%s\n", sum);
}

enum error merge_bring_actions(const char *file, const char *earlier, FILE *out,
                               struct trouble *trouble)
{
    struct store *store;
    struct earlier_report report;
    enum error e = workshop_open(&store, file, false, trouble);
    if (e == ERROR_OK)
        e = earlier_bring(&report, store, earlier, workshop_now(store), trouble);
    if (e == ERROR_OK)
        print_earlier(out, &report);
    store_destroy(&store);
    return e;
}
