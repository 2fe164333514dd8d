#include "faults/people.h"

#include "testing.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

enum { CONDITIONS = 10 };

unsigned people_draw(struct people *people, unsigned count)
{
    people->random = people->random * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(people->random >> 33) % count;
}

void people_start(struct people *people, unsigned who)
{
    struct person *p = &people->person[who];
    p->in = false;
    p->read = 0;
    p->open_count = 0;
    venue_client(people->venue, &p->process, p->name, people->venue->school_code[p->school],
                 people->port);
}

void people_kill(struct people *people, unsigned who)
{
    struct person *p = &people->person[who];
    process_kill(&p->process, SIGKILL);
    people_hear(people, 0); /* what it had said by then counts */
    for (unsigned i = 0; i < p->open_count; i++)
        people->asked[p->open[i]].told = PEOPLE_CUT_OFF;
    p->open_count = 0;
    p->in = false;
}

void people_come(struct people *people, struct venue *venue, unsigned count, uint64_t seed)
{
    people->venue = venue;
    people->random = seed;
    people->count = count;
    assert_in_range(count, 1, PEOPLE_MAX);
    for (unsigned i = 0; i < count; i++) {
        snprintf(people->person[i].name, sizeof people->person[i].name, "person %u", i + 1);
        people->person[i].school = i % VENUE_SCHOOLS;
        people_start(people, i);
    }
    for (unsigned i = 0; i < count; i++)
        venue_expect(&people->person[i].process, 0, "room complete");
    people_hear(people, 0);
}

/* ---- saying */

static void say_one(struct people *people, struct person *p)
{
    unsigned number = people->asked_count++;
    unsigned dice = people_draw(people, 10);
    unsigned one = 1 + people_draw(people, CONDITIONS), other = 1 + one % CONDITIONS;
    enum people_what what = people->only_votes || dice < 4 ? PEOPLE_VOTE
                            : dice < 9                     ? PEOPLE_RATE
                                                           : PEOPLE_NOTE;
    assert_true(number < PEOPLE_ASKED_MAX);
    people->asked[number] = (struct people_asked){.what = what, .at_ms = venue_ms()};
    p->open[p->open_count++] = number;
    if (what == PEOPLE_VOTE)
        process_say(&p->process, "vote 1 on %u:2 %u:1", one, other);
    else if (what == PEOPLE_RATE)
        process_say(&p->process, "rate %u %u note=\"F%06u\"", one, 1 + people_draw(people, 10),
                    number);
    else
        process_say(&p->process, "note add parked 1 \"F%06u\"", number);
}

void people_say(struct people *people, unsigned open)
{
    for (unsigned i = 0; i < people->count; i++) {
        struct person *p = &people->person[i];
        while (p->in && p->process.in >= 0 && p->open_count < open)
            say_one(people, p);
    }
}

/* ---- hearing */

static void take_answer(struct people *people, struct person *p, const char *line, bool saved)
{
    char id[16];
    assert_true(process_value(id, sizeof id, line, "id"));
    if (p->open_count == 0)
        fail_msg("%s: an answer to nothing: %.80s", p->name, line);
    struct people_asked *asked = &people->asked[p->open[0]];
    memmove(p->open, p->open + 1, --p->open_count * sizeof p->open[0]);
    *asked = (struct people_asked){.what = asked->what,
                                   .told = saved ? PEOPLE_SAVED : PEOPLE_REFUSED,
                                   .seat = p->seat,
                                   .id = (unsigned)atoi(id),
                                   .at_ms = asked->at_ms};
    figures_time(&people->receipts, venue_ms() - asked->at_ms);
    if (saved)
        people->saved++;
    else if (++people->refused && memmem(line, strcspn(line, "\n"), "not-saved", 9))
        people->not_saved++;
}

static bool begins(const char *line, const char *with)
{
    return strncmp(line, with, strlen(with)) == 0;
}

static void take_line(struct people *people, struct person *p, const char *line)
{
    char seat[16];
    if (begins(line, "saved id="))
        take_answer(people, p, line, true);
    else if (begins(line, "refused id="))
        take_answer(people, p, line, false);
    else if (begins(line, "seated ") && process_value(seat, sizeof seat, line, "seat"))
        p->seat = (unsigned)atoi(seat);
    else if (begins(line, "room complete"))
        p->in = true;
    else if (begins(line, "unclear ") || begins(line, "ended "))
        fail_msg("%s: %.200s", p->name, line);
}

void people_hear(struct people *people, int ms)
{
    process_listen(ms);
    for (unsigned i = 0; i < people->count; i++) {
        struct person *p = &people->person[i];
        const char *end;
        while (p->process.heard && p->read < p->process.length &&
               (end = strchr(p->process.heard + p->read, '\n'))) {
            take_line(people, p, p->process.heard + p->read);
            p->read = (size_t)(end - p->process.heard) + 1;
        }
    }
}

void people_stir(struct people *people, unsigned answers, unsigned open)
{
    unsigned until = people->saved + people->refused + answers;
    double patience = venue_ms() + PATIENCE_MS;
    while (people->saved + people->refused < until) {
        people_say(people, open);
        people_hear(people, 20);
        assert_true(venue_ms() < patience);
    }
}

void people_settle(struct people *people)
{
    double patience = venue_ms() + PATIENCE_MS;
    for (unsigned i = 0; i < people->count; i++)
        while (people->person[i].open_count) {
            people_hear(people, 20);
            if (venue_ms() > patience)
                fail_msg("%s waits for an answer in vain", people->person[i].name);
        }
}

/* ---- the file */

/* How often each thing that was asked is in the file. */
struct found {
    const struct people *people;
    unsigned char *times;
};

static void find_numbers(struct found *found, const char *body, int length)
{
    for (int at = 0; at + 7 <= length; at++) {
        unsigned number;
        if (body[at] == 'F' && sscanf(body + at, "F%6u", &number) == 1 &&
            number < found->people->asked_count)
            found->times[number]++;
    }
}

static void find_votes(struct found *found, unsigned seat, unsigned command)
{
    for (unsigned i = 0; i < found->people->asked_count; i++) {
        const struct people_asked *a = &found->people->asked[i];
        if (a->what == PEOPLE_VOTE && (a->told == PEOPLE_SAVED || a->told == PEOPLE_REFUSED) &&
            a->seat == seat && a->id == command)
            found->times[i]++;
    }
}

static void find_all(struct found *found, const char *path)
{
    sqlite3 *db;
    sqlite3_stmt *row;
    assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db,
                                        "select kind, seat, command, cast(body as blob) from event "
                                        "where kind in ('paper-cast', 'rating-proposed', "
                                        "'note-added')",
                                        -1, &row, NULL),
                     SQLITE_OK);
    while (sqlite3_step(row) == SQLITE_ROW)
        if (strcmp((const char *)sqlite3_column_text(row, 0), "paper-cast") == 0) {
            find_votes(found, (unsigned)sqlite3_column_int(row, 1),
                       (unsigned)sqlite3_column_int(row, 2));
        } else {
            char body[4096];
            int length = sqlite3_column_bytes(row, 3);
            assert_in_range(length, 1, sizeof body - 1);
            memcpy(body, sqlite3_column_blob(row, 3), (size_t)length);
            body[length] = '\0';
            find_numbers(found, body, length);
        }
    assert_int_equal(sqlite3_finalize(row), SQLITE_OK);
    sqlite3_close(db);
}

struct people_found people_look_up(struct people *people)
{
    struct people_found result = {0};
    char command[1024], copy[96];
    struct found found = {people, calloc(people->asked_count + 1, 1)};
    assert_non_null(found.times);
    snprintf(copy, sizeof copy, "%s/looked-up", people->venue->folder);
    snprintf(command, sizeof command,
             "rm -f '%s' '%s-wal'; cp '%s' '%s' && if test -e '%s-wal'; then cp '%s-wal' '%s-wal'; "
             "fi",
             copy, copy, people->venue->file, copy, people->venue->file, people->venue->file, copy);
    assert_int_equal(system(command), 0);
    find_all(&found, copy);
    for (unsigned i = 0; i < people->asked_count; i++) {
        bool there = people->asked[i].told == PEOPLE_SAVED;
        result.lost += there && found.times[i] == 0;
        result.doubled += found.times[i] > 1;
        bool denied = people->asked[i].told == PEOPLE_REFUSED && found.times[i] > 0;
        result.denied += denied;
        if ((there && found.times[i] != 1) || found.times[i] > 1 || denied)
            print_message("F%06u, seat %u, command %u: %u times\n", i, people->asked[i].seat,
                          people->asked[i].id, found.times[i]);
    }
    free(found.times);
    return result;
}

void people_tell(struct people *people, struct figures *figures)
{
    struct people_found found = people_look_up(people);
    figures_count(figures, "sent", people->asked_count);
    figures_count(figures, "receipted", people->saved);
    figures_count(figures, "lost", found.lost);
    figures_count(figures, "doubled", found.doubled);
    figures_count(figures, "denied", found.denied);
    figures_count(figures, "refused", people->refused);
    figures_times(figures, "receipt_ms", &people->receipts);
    assert_int_equal(found.lost, 0);
    assert_int_equal(found.doubled, 0);
    assert_int_equal(found.denied, 0);
}

void people_end(struct people *people)
{
    for (unsigned i = 0; i < people->count; i++)
        free(people->person[i].process.heard);
}
