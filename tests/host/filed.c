#include "host/filed.h"

#include <stdlib.h>

#include "host/rows.h"
#include "host/setup.h"
#include "testing.h"

static void fill_pack(struct pack *pack)
{
    memset(pack, 0, sizeof *pack);
    strcpy(pack->id, "pack");
    pack->condition_count = 1;
    strcpy(pack->conditions[0].id, "c1"), strcpy(pack->conditions[0].name, "One");
    pack->agenda.item_count = 1;
    pack->agenda.items[0] = (struct agenda_item){
        .title = "Day", .step_count = 1, .objective_count = 2, .steps = {{.stage = STAGE_GRID}}};
    strcpy(pack->agenda.items[0].objectives[0], "to see");
    strcpy(pack->agenda.items[0].objectives[1], "to hear");
    pack->agenda.board_count = 1;
    strcpy(pack->agenda.boards[0].id, "board");
    strcpy(pack->agenda.boards[0].question, "What worked well?");
    strcpy(pack->agenda.boards[0].headings[0], "Worked well");
    pack->agenda.boards[0].heading_count = 1;
    pack->agenda.question_count = 1;
    strcpy(pack->agenda.questions[0], "Have you ever?");
}

void filed_begin(struct filed *f, struct scratch *scratch, seat_id seats)
{
    static struct pack pack;
    static const char schools[][NAME_SIZE] = {"Ashby", "Birch"};
    struct journal *journal;
    uint64_t seed = 3;
    struct link_random random = seeded(&seed);
    struct trouble trouble = {0};
    *f = (struct filed){.scratch = scratch, .now_ms = INT64_C(1257241000123)};
    fill_pack(&pack);
    assert_int_equal(journal_create(&journal, scratch->path, &trouble), ERROR_OK);
    assert_int_equal(store_create(&f->store, &journal, &trouble), ERROR_OK);
    assert_int_equal(
        setup_workshop(f->store,
                       &(struct setup_new){
                           .pack = &pack, .title = "Title", .schools = schools, .school_count = 2},
                       &random, f->now_ms, &trouble),
        ERROR_OK);
    struct command join = {.kind = COMMAND_JOIN, .secret.length = SECRET_SIZE};
    join.change.join.code = model_find_code(store_model(f->store), CODE_SCHOOL, 1, 0);
    for (seat_id s = 1; s <= seats; s++) {
        join.change.join.token_id[0] = (uint8_t)s, join.change.join.token_id[1] = (uint8_t)(s >> 8);
        filed_obey(f, SEAT_KIOSK, join);
    }
    filed_commit(f);
}

void filed_obey(struct filed *f, seat_id seat, struct command command)
{
    if (!command.id && seat == SEAT_KIOSK)
        command.id = ++f->last_id; /* as the presenter does */
    assert_int_equal(store_do(f->store, seat, &command, f->now_ms += 7), REFUSAL_NONE);
}

void filed_commit(struct filed *f)
{
    bool wipes = store_batch_wipes(f->store);
    assert_int_equal(store_commit(f->store, NULL), ERROR_OK);
    if (wipes)
        assert_int_equal(journal_scrub(store_journal(f->store), NULL), ERROR_OK);
}

void filed_close(struct filed *f)
{
    store_destroy(&f->store);
}

void filed_open(struct filed *f)
{
    struct journal *journal;
    assert_int_equal(journal_open(&journal, f->scratch->path, NULL), ERROR_OK);
    assert_int_equal(store_create(&f->store, &journal, NULL), ERROR_OK);
}

void filed_assert_replays(struct filed *f)
{
    struct model *live = malloc(sizeof *live);
    assert_non_null(live);
    memcpy(live, store_model(f->store), sizeof *live);
    filed_close(f);
    filed_open(f);
    assert_memory_equal(live, store_model(f->store), sizeof *live);
    assert_int_equal(rows_compare(store_journal(f->store), store_model(f->store), NULL), ERROR_OK);
    free(live);
}
