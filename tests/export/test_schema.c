/* The document is what kiosk/export/schema.json says, looked at by SQLite's JSON functions: nothing
 * in it is unknown to the schema, nothing the schema asks for is missing, every value is of its
 * type or among its words; and the schema describes no more than can ever be written. */

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

#include "export/evening.h"
#include "export/tables.h"
#include "journal/scratch.h"
#include "model/portray.h"
#include "testing.h"

enum { ALL = 1 << SCOPE_ROOM | 1 << SCOPE_SUMMARY | 1 << SCOPE_LA };

static sqlite3 *db;
static char *schema, *document;

static char *text_of(const char *path)
{
    struct bytes bytes = bytes_read(path);
    char *text = calloc(1, bytes.length + 1);
    assert_non_null(text);
    memcpy(text, bytes.at, bytes.length);
    free(bytes.at);
    return text;
}

/* Runs a query on the document (?1), the schema (?2), the path of a table's rows (?3) and of their
 * description (?4). What it gives are complaints: there are to be none. */
static void complain(const char *query, const char *rows, const char *described)
{
    const char *const texts[] = {document, schema, rows, described};
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(db, query, -1, &statement, NULL) != SQLITE_OK)
        fail_msg("%s", sqlite3_errmsg(db));
    for (int i = 0; i < sqlite3_bind_parameter_count(statement); i++)
        sqlite3_bind_text(statement, i + 1, texts[i], -1, SQLITE_STATIC);
    int done = sqlite3_step(statement);
    if (done == SQLITE_ROW)
        fail_msg("%s: %s", rows ? rows : "the document",
                 (const char *)sqlite3_column_text(statement, 0));
    assert_int_equal(done, SQLITE_DONE);
    sqlite3_finalize(statement);
}

static const char unknown[] = "select distinct j.key from json_each(?1, ?3) r, json_each(r.value) j"
                              " except select key from json_each(?2, ?4 || '.properties')";
static const char missing[] =
    "select q.value || ' is missing' from json_each(?1, ?3) r, json_each(?2, ?4 || '.required') q"
    " where json_type(r.value, '$.' || q.value) is null";
static const char mistyped[] =
    "select j.key || ' is ' || j.type from json_each(?1, ?3) r, json_each(r.value) j,"
    " json_each(?2, ?4 || '.properties') p where p.key = j.key and not exists"
    " (select 1 from json_each(p.value, '$.type') t where j.type = case t.value"
    "  when 'string' then 'text' when 'null' then 'null' when 'integer' then 'integer'"
    "  when 'number' then 'real' end or t.value = 'boolean' and j.type in ('true', 'false'))"
    " and not exists (select 1 from json_each(p.value, '$.enum') e where e.value is j.atom)";

/* The workshop is one object: in a list of its own it is looked at like the others. */
static void wrap_workshop(void)
{
    sqlite3_stmt *statement;
    assert_int_equal(
        sqlite3_prepare_v2(db,
                           "select json_set(?1, '$.workshop', json_array(json_extract(?1, "
                           "'$.workshop')))",
                           -1, &statement, NULL),
        SQLITE_OK);
    sqlite3_bind_text(statement, 1, document, -1, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
    char *wrapped = strdup((const char *)sqlite3_column_text(statement, 0));
    sqlite3_finalize(statement);
    free(document);
    document = wrapped;
}

static void check_tables(const struct export *what)
{
    for (unsigned id = 0; id < EXPORT_TABLE_COUNT; id++) {
        struct export_table table;
        char rows[64], described[64];
        if (!export_table_describe(&table, (enum export_table_id)id, what))
            continue;
        snprintf(rows, sizeof rows, "$.%s", table.id);
        snprintf(described, sizeof described, "$.properties.%s%s", table.id,
                 id == EXPORT_TABLE_WORKSHOP ? "" : ".items");
        complain(unknown, rows, described);
        complain(missing, rows, described);
        complain(mistyped, rows, described);
    }
}

static void check_document(const struct scratch *scratch, unsigned consents,
                           enum audience_kind reader)
{
    struct bench b;
    struct room *room;
    struct trouble trouble = {0};
    char path[128];
    evening_fill(&b, consents);
    assert_int_equal(room_portray(&room, b.model, reader, 0), ERROR_OK);
    struct export what = {.room = room, .reader = reader, .now_ms = evening_now_ms};
    snprintf(path, sizeof path, "%s/document.json", scratch->folder);
    assert_int_equal(export_json(path, &what, &trouble), ERROR_OK);
    document = text_of(path);
    complain("select 'no JSON' where not json_valid(?1)", NULL, NULL);
    complain("select key from json_each(?1) except select key from json_each(?2, '$.properties')",
             NULL, NULL);
    complain("select value from json_each(?2, '$.required') except select key from json_each(?1)",
             NULL, NULL);
    complain("select 'schema' where json_extract(?1, '$.plenary.schema') is not"
             " json_extract(?2, '$.properties.plenary.properties.schema.const')",
             NULL, NULL);
    wrap_workshop();
    check_tables(&what);
    free(document);
    document = NULL;
    room_destroy(&room);
    bench_close(&b);
}

static void documents_are_as_described(void **state)
{
    check_document(*state, 0, AUDIENCE_SUMMARY);
    check_document(*state, 0, AUDIENCE_LA);
    check_document(*state, ALL, AUDIENCE_SUMMARY);
    check_document(*state, ALL, AUDIENCE_FACILITATOR);
}

/* All that the facilitator is given is all there is. */
static void nothing_else_is_described(void **state)
{
    static struct room room;
    struct export what = {.room = &room, .reader = AUDIENCE_FACILITATOR};
    unsigned count = 1; /* "plenary" */
    (void)state;
    room.workshop.named = true;
    for (unsigned id = 0; id < EXPORT_TABLE_COUNT; id++) {
        struct export_table table;
        char query[256];
        assert_true(export_table_describe(&table, (enum export_table_id)id, &what));
        snprintf(query, sizeof query,
                 "select count(*) from json_each(?2, '$.properties.%s%s.properties')"
                 " having count(*) <> %u",
                 table.id, id == EXPORT_TABLE_WORKSHOP ? "" : ".items", table.column_count);
        complain(query, NULL, NULL);
        count++;
    }
    char query[128];
    snprintf(query, sizeof query,
             "select count(*) from json_each(?2, '$.properties') having count(*) <> %u", count);
    complain(query, NULL, NULL);
}

int main(void)
{
    assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
    schema = text_of(SCHEMA);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(documents_are_as_described, scratch_setup,
                                        scratch_teardown),
        cmocka_unit_test(nothing_else_is_described),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    sqlite3_close(db);
    free(schema);
    return failed;
}
