/* Codes and tokens: gone from every file once the workshop is closed, never in a copy, and fresh
 * after going back to one. */

#include "opening/rig.h"

#include <unistd.h>

#include "host/host.h"
#include "journal/copies.h"
#include "link/link_memory.h"

static void wake_nobody(void *context)
{
    (void)context;
}

struct found {
    unsigned codes, hashes;
};

/* How many of the codes and hashes that `model` held stand in any file of the folder. */
static struct found look(const struct scratch *scratch, const struct model *model)
{
    struct found found = {0};
    for (uint16_t i = 1; i <= model->code_count; i++)
        found.codes += model->codes[i].symbols.length > 0 &&
                       scratch_holds(scratch->folder, model->codes[i].symbols.bytes, CODE_LENGTH);
    for (seat_id s = 1; s <= model->seat_count; s++)
        found.hashes +=
            model->seats[s].token_hash.length > 0 &&
            scratch_holds(scratch->folder, model->seats[s].token_hash.bytes, SECRET_SIZE);
    return found;
}

/* Hosts a store, has it do one command from the console, and stops. Gives what stood in the files
 * before it stopped: closing a file tidies up by itself, and a kiosk may run on for hours. */
static struct found host_once(struct store **store, const struct command *command,
                              const struct scratch *scratch, const struct model *before)
{
    struct link_memory *memory;
    struct link *link;
    struct mailbox *box;
    struct host *host;
    struct trouble trouble = {0};
    assert_int_equal(link_memory_create(&memory, NULL), ERROR_OK);
    assert_int_equal(link_memory_listen(&link, memory, 4), ERROR_OK);
    assert_int_equal(mailbox_create(&box, wake_nobody, NULL), ERROR_OK);
    struct host_parts parts = {
        .store = store, .link = &link, .box = box, .random = link_random_system()};
    assert_int_equal(host_create(&host, &parts, &trouble), ERROR_OK);
    assert_true(mailbox_post_command(box, command));
    host_tick(host, 2000000000000);
    struct found found = look(scratch, before);
    host_destroy(&host);
    mailbox_destroy(&box);
    link_memory_destroy(&memory);
    return found;
}

/* A workshop with four codes in use and one seat taken; its state, to be freed. */
static struct model *make(const struct scratch *scratch, struct store **store,
                          struct opening_report **report)
{
    struct opening asked = {.file = scratch->path, .agenda = AGENDA, .schools = "Ashby,Birch"};
    struct trouble trouble;
    assert_int_equal(rig_open(store, &asked, report, &trouble), ERROR_OK);
    struct command join = {.kind = COMMAND_JOIN, .change.join.code = 1};
    join.secret.length = SECRET_SIZE;
    memcpy(join.secret.bytes, "0123456789abcdef0123456789ABCDEF", SECRET_SIZE);
    assert_int_equal(store_do(*store, SEAT_KIOSK, &join, 2000000000000), REFUSAL_NONE);
    assert_int_equal(store_commit(*store, &trouble), ERROR_OK);
    struct model *before = malloc(sizeof *before);
    assert_non_null(before);
    memcpy(before, store_model(*store), sizeof *before);
    return before;
}

static void closing_leaves_no_code_and_no_token_in_any_file(void **state)
{
    const struct scratch *scratch = *state;
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    struct model *before = make(scratch, &store, &report);
    assert_int_equal(journal_backup(store_journal(store), NULL, 1258000000000, &trouble), ERROR_OK);
    store_destroy(&store);
    struct found found = look(scratch, before);
    assert_int_equal(found.codes, 4);
    assert_int_equal(found.hashes, 1);

    struct opening asked = {.file = scratch->path};
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_OK);
    struct command close = {.kind = COMMAND_CLOSE};
    found = host_once(&store, &close, scratch, before);
    assert_int_equal(found.codes, 0);
    assert_int_equal(found.hashes, 0);

    /* opened again it is what it was, closed, and issues nothing */
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_OK);
    const struct model *after = store_model(store);
    assert_true(after->closed);
    assert_int_equal(after->code_count, before->code_count);
    assert_int_equal(after->codes[1].symbols.length, 0);
    assert_int_equal(after->seats[1].token_hash.length, 0);
    store_destroy(&store);
    free(before);
}

static void removing_a_seat_leaves_its_token_in_no_file(void **state)
{
    const struct scratch *scratch = *state;
    struct opening_report *report;
    struct store *store;
    struct model *before = make(scratch, &store, &report);
    assert_int_equal(look(scratch, before).hashes, 1);
    struct command remove = {.kind = COMMAND_REMOVE_SEAT, .change.seat.seat = 1};
    struct found found = host_once(&store, &remove, scratch, before);
    assert_int_equal(found.hashes, 0);
    assert_int_equal(found.codes, 4); /* the others' secrets are still good */
    free(before);
}

static void copies_hold_no_secret_and_open_with_fresh_ones(void **state)
{
    const struct scratch *scratch = *state;
    struct opening_report *report;
    struct trouble trouble;
    struct store *store;
    struct journal_copy copy;
    struct model *before = make(scratch, &store, &report);
    assert_int_equal(journal_backup(store_journal(store), &copy, 1258000000000, &trouble),
                     ERROR_OK);
    store_destroy(&store);
    assert_int_equal(unlink(scratch->path), 0);
    struct found found = look(scratch, before);
    assert_int_equal(found.codes + found.hashes, 0);

    struct opening asked = {.file = copy.path};
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_OK);
    const struct model *after = store_model(store);
    assert_int_equal(after->code_count, 2 * before->code_count);
    for (uint16_t i = 1; i <= before->code_count; i++) {
        const struct code *old = &before->codes[i];
        uint16_t fresh = model_find_code(after, (enum code_kind)old->kind, old->school, old->seat);
        assert_true(fresh > before->code_count);
        assert_int_equal(after->codes[fresh].symbols.length, CODE_LENGTH);
        assert_memory_not_equal(after->codes[fresh].symbols.bytes, old->symbols.bytes, CODE_LENGTH);
    }
    uint64_t events = after->event_count;
    store_destroy(&store);
    assert_int_equal(rig_open(&store, &asked, &report, &trouble), ERROR_OK);
    assert_int_equal(store_model(store)->event_count, events); /* once is enough */
    store_destroy(&store);
    free(before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(closing_leaves_no_code_and_no_token_in_any_file, rig_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(removing_a_seat_leaves_its_token_in_no_file, rig_setup,
                                        scratch_teardown),
        cmocka_unit_test_setup_teardown(copies_hold_no_secret_and_open_with_fresh_ones, rig_setup,
                                        scratch_teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
