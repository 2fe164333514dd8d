/* Grids and sheets as spreadsheets write them, dropped or pasted, one or several ("\f" between
 * them), held against a workshop and taken in; then the same as an earlier review. The first byte
 * says whether the reader is told the conditions, and who answers for rows that are not clear. */

#include "fuzz/fuzz.h"
#include "fuzz/rewind.h"
#include "import/import.h"
#include "past/past.h"
#include "rooms/rooms.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct room *room;

void fuzz_begin(void)
{
    static const struct rooms_spec spec = {
        .schools = 5, .ratings = ROOMS_MOST, .named = true, .seats = 2, .earlier = 1};
    struct room *made;
    enum error e = room_create(&made);
    assert(e == ERROR_OK);
    rooms_example(made, (struct audience){AUDIENCE_FACILITATOR, 0}, &spec);
    room = rewind_keep(made, sizeof *made);
    room_destroy(&made);
}

/* Says all there is to say of it. */
static void tell(struct import *import)
{
    char text[IMPORT_TEXT_SIZE];
    for (unsigned i = 0; i < import->entry_count; i++) {
        import_line(text, import, &import->entries[i]);
        import_becomes(text, &import->entries[i]);
        import_was(text, &import->entries[i]);
        fuzz_sink += strlen(text);
    }
    for (unsigned i = 0; i < import->row_count; i++)
        import_row_text(text, import, i);
    for (unsigned i = 0; i < import_remarks(import); i++)
        import_remark(text, import, i);
    import_sum(text, import);
    fuzz_sink += strlen(text);
}

static void bring_in(const char *bytes, size_t length, bool answers)
{
    struct import *import;
    struct trouble trouble = {0};
    enum error e = import_create(&import, room);
    assert(e == ERROR_OK);
    while (length > 0) {
        const char *end = memchr(bytes, '\f', length);
        size_t one = end ? (size_t)(end - bytes) : length;
        e = import_add_text(import, bytes, one, "pasted", &trouble);
        assert(e == ERROR_OK || trouble.text[0]);
        bytes += one + (end != NULL);
        length -= one + (end != NULL);
    }
    e = import_compare(import, room, &trouble);
    if (e == ERROR_OK && answers && import_asks(import)) {
        for (unsigned row = 0, c = 1; row < import->row_count; row++)
            import_answer(import, row, (condition_id)(c++ % (import->condition_count + 1U)));
        e = import_compare(import, room, &trouble);
    }
    if (e == ERROR_OK)
        tell(import);
    import_destroy(&import);
}

static void hear(void *context, const char *text)
{
    (void)context;
    fuzz_sink += strlen(text);
}

static void look_back(const char *bytes, size_t length)
{
    struct past_set *past;
    struct trouble trouble = {0};
    enum error e = past_create(&past, room, NULL);
    assert(e == ERROR_OK);
    const struct past_source source = {
        .path = fuzz_file("Ashby.csv", bytes, length), .day = 14000, .title = "Earlier"};
    e = past_read(past, &source, &trouble);
    assert(e == ERROR_OK || trouble.text[0]);
    unsigned file, row;
    for (condition_id c = 0; e == ERROR_OK && past_question(past, &file, &row); c++) {
        condition_id answer = (condition_id)(c % (past->condition_count + 1U));
        past_answer(past, file, row, past_may_answer(past, file, row, answer) ? answer : 0);
    }
    if (e == ERROR_OK)
        past_tell(past, room, hear, NULL);
    past_destroy(&past);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length)
{
    if (!length)
        return 0;
    char *text = fuzz_text(bytes + 1, length - 1);
    bring_in(text, length - 1, *bytes & 1);
    if (*bytes & 2)
        look_back(text, length - 1);
    free(text);
    rewind_back(room, sizeof *room);
    return 0;
}

void fuzz_seeds(void)
{
    static const char *const words[] = {
        "School", "Condition",    "Now",      "Goal",     "Target",   "Months",
        "Agreed", "Notes",        "Total",    "Average",  "n/a",      "6,0",
        "6.0",    "yes",          "no",       "\"\"",     ";",        "\t",
        "\r\n",   "\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF", "\xC2\xA0", "1. ",
        "10",     "11",           "id",       "-",        "proposed",
    };
    fuzz_seed_folder(FUZZ_SOURCE "/assets/examples", ".csv", "\1");
    fuzz_seed_folder(FUZZ_SOURCE "/tests/grid/files", ".csv", "\3");
    fuzz_seed_folder(FUZZ_SOURCE "/tests/grid/files", ".txt", "\3");
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        fuzz_word(words[i]);
}
