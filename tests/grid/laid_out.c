#include "grid/laid_out.h"

#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>

#include "grid/cell.h"
#include "testing.h"

enum { ROWS_MAX = 400, COLUMNS_MAX = 80, SMALL = 12 };

static uint64_t seed;

static unsigned below(unsigned n)
{
    seed ^= seed << 13;
    seed ^= seed >> 7;
    seed ^= seed << 17;
    return (unsigned)((seed >> 16) % n);
}

static const char *pick(const char *const *from, unsigned count)
{
    return from[below(count)];
}

/* ---- what is written ---- */

/* Of these a file says only where schools are, and whether all of a school is agreed. */
static bool is_plain(enum layout layout)
{
    return layout == WIDE || layout == TALL;
}

static struct grid_import written;

static void make_rating(struct grid_rating *rating, bool plain, bool agreed)
{
    static const char *const notes[] = {"",     "",     "fees, mostly", "\"so\" they say",
                                        "=1+2", "-5 %", "line\nbreak",  "École; déjà",
                                        "'tis"};
    struct figure *figure = &rating->figure;
    figure->now = (uint8_t)below(RATING_MAX + 1);
    if (!figure->now)
        return;
    rating->agreed = plain ? agreed : below(2);
    if (plain)
        return;
    strcpy(figure->note, pick(notes, sizeof notes / sizeof *notes));
    if (below(2))
        figure->target = (uint8_t)(figure->now + below(RATING_MAX + 1u - figure->now));
    if (figure->target && below(2))
        figure->months = (uint8_t)(1 + below(MONTHS_MAX));
}

static void make_grid(enum layout layout)
{
    static const char *const decor[] = {" Primary", ", Lower", "; Upper", " \"Hill\"",
                                        "\tHall",   " École",  " - East", "\nWest"};
    memset(&written, 0, sizeof written);
    written.school_count = (uint16_t)(2 + below(SMALL - 1));
    written.row_count = (uint8_t)(1 + below(SMALL));
    for (unsigned s = 0; s < written.school_count; s++) {
        bool agreed = below(2);
        snprintf(written.schools[s], NAME_SIZE, "S%u%s", s, pick(decor, 8));
        for (unsigned r = 0; r < written.row_count; r++)
            make_rating(&written.ratings[r][s], is_plain(layout), agreed);
    }
    for (unsigned r = 0; r < written.row_count; r++) {
        snprintf(written.rows[r].label, TITLE_SIZE, "Row %u%s", r, pick(decor, 8));
        written.rows[r].number = (uint8_t)(r + 1);
    }
}

/* ---- cells ---- */

static char cells[ROWS_MAX][COLUMNS_MAX][96];
static unsigned rows, columns;

static void put(unsigned row, unsigned column, const char *text)
{
    assert_true(row < ROWS_MAX && column < COLUMNS_MAX && strlen(text) < sizeof cells[0][0]);
    strcpy(cells[row][column], text);
    rows = row >= rows ? row + 1 : rows;
    columns = column >= columns ? column + 1 : columns;
}

static void put_label(unsigned row, unsigned column, unsigned condition)
{
    char text[96];
    snprintf(text, sizeof text, "%u. %.60s", condition + 1, written.rows[condition].label);
    put(row, column, text);
}

/* A text that begins like a formula comes with an apostrophe before it. */
static void put_note(unsigned row, unsigned column, const char *note)
{
    char text[96];
    snprintf(text, sizeof text, "%s%s", *note && strchr("=+-@", *note) ? "'" : "", note);
    put(row, column, text);
}

static void put_number(unsigned row, unsigned column, unsigned number)
{
    static const char *const blanks[] = {"", "-", "–", "—", "n/a", " "};
    static const char *const forms[] = {"%u", "%u", "%u.0", "%u,0", "0%u"};
    char text[16];
    snprintf(text, sizeof text, pick(forms, 5), number);
    put(row, column, number ? text : pick(blanks, 6));
}

static void put_months(unsigned row, unsigned column, unsigned months)
{
    char text[32] = "";
    if (months && months % 12 == 0 && below(2))
        snprintf(text, sizeof text, "%u %s", months / 12, months == 12 ? "year" : "yrs");
    else if (months)
        snprintf(text, sizeof text, "%u%s", months, below(2) ? " months" : "");
    put(row, column, text);
}

enum { PARTS = 5 };
static const char *const parts[PARTS][2] = {{"Now", "Where we are"},
                                            {"Goal", "Target"},
                                            {"By when", "Months"},
                                            {"State", "Agreed?"},
                                            {"Notes", "Why"}};

static void put_heading(unsigned row, unsigned column, unsigned part)
{
    put(row, column, parts[part][below(2)]);
}

static void put_part(unsigned row, unsigned column, unsigned part, unsigned condition,
                     unsigned school)
{
    const struct grid_rating *rating = &written.ratings[condition][school];
    switch (part) {
    case 0:
        put_number(row, column, rating->figure.now);
        break;
    case 1:
        put_number(row, column, rating->figure.target);
        break;
    case 2:
        put_months(row, column, rating->figure.months);
        break;
    case 3:
        put(row, column, rating->agreed ? "agreed" : below(2) ? "proposed" : "");
        break;
    default:
        put_note(row, column, rating->figure.note);
    }
}

/* ---- layouts ---- */

static bool all_agreed(unsigned school)
{
    for (unsigned r = 0; r < written.row_count; r++)
        if (written.ratings[r][school].agreed)
            return true;
    return false;
}

static void write_wide(unsigned at)
{
    put(at, 0, "Condition");
    for (unsigned s = 0; s < written.school_count; s++) {
        put(at, s + 1, written.schools[s]);
        put(at + written.row_count + 1, s + 1, all_agreed(s) ? "agreed" : "proposed");
        for (unsigned r = 0; r < written.row_count; r++)
            put_number(at + 1 + r, s + 1, written.ratings[r][s].figure.now);
    }
    for (unsigned r = 0; r < written.row_count; r++)
        put_label(at + 1 + r, 0, r);
    put(at + written.row_count + 1, 0, "State");
}

static void write_tall(unsigned at)
{
    put(at, 0, "School");
    put(at, written.row_count + 1u, "State");
    for (unsigned r = 0; r < written.row_count; r++)
        put_label(at, r + 1, r);
    for (unsigned s = 0; s < written.school_count; s++) {
        put(at + 1 + s, 0, written.schools[s]);
        put(at + 1 + s, written.row_count + 1u, all_agreed(s) ? "agreed" : "");
        for (unsigned r = 0; r < written.row_count; r++)
            put_number(at + 1 + s, r + 1, written.ratings[r][s].figure.now);
    }
}

static void write_list(unsigned at)
{
    bool conditions_first = below(2), merged = below(2);
    put(at, conditions_first, "School");
    put(at, !conditions_first, "Condition");
    for (unsigned part = 0; part < PARTS; part++)
        put_heading(at, 2 + part, part);
    for (unsigned s = 0; s < written.school_count; s++)
        for (unsigned r = 0; r < written.row_count; r++) {
            unsigned row = ++at;
            if (r == 0 || !merged)
                put(row, conditions_first, written.schools[s]);
            put_label(row, !conditions_first, r);
            for (unsigned part = 0; part < PARTS; part++)
                put_part(row, 2 + part, part, r, s);
        }
}

/* The first of `count` heads stands over its parts, which are repeated below each. */
static void write_over(unsigned at, bool tall)
{
    unsigned heads = tall ? written.row_count : written.school_count;
    unsigned down = tall ? written.school_count : written.row_count;
    put(at, 0, below(2) ? "" : tall ? "School" : "Condition");
    put(at + 1, 0, cells[at][0][0] ? "" : tall ? "School" : "Condition");
    for (unsigned h = 0; h < heads; h++) {
        if (tall)
            put_label(at, 1 + h * PARTS, h);
        else
            put(at, 1 + h * PARTS, written.schools[h]);
        for (unsigned part = 0; part < PARTS; part++) {
            put_heading(at + 1, 1 + h * PARTS + part, part);
            for (unsigned i = 0; i < down; i++)
                put_part(at + 2 + i, 1 + h * PARTS + part, part, tall ? h : i, tall ? i : h);
        }
    }
    for (unsigned i = 0; i < down; i++) {
        if (tall)
            put(at + 2 + i, 0, written.schools[i]);
        else
            put_label(at + 2 + i, 0, i);
    }
}

static void write_parts_over(unsigned at)
{
    unsigned count = written.school_count;
    put(at, 0, "Condition");
    for (unsigned part = 0; part < PARTS; part++) {
        put_heading(at, 1 + part * count, part);
        for (unsigned s = 0; s < count; s++) {
            put(at + 1, 1 + part * count + s, written.schools[s]);
            for (unsigned r = 0; r < written.row_count; r++)
                put_part(at + 2 + r, 1 + part * count + s, part, r, s);
        }
    }
    for (unsigned r = 0; r < written.row_count; r++)
        put_label(at + 2 + r, 0, r);
}

/* "S1 goal" in one row, or "Goal" to the right of the name. */
static void write_in_one_row(unsigned at, bool endings)
{
    put(at, 0, "Condition");
    for (unsigned s = 0; s < written.school_count; s++)
        for (unsigned part = 0; part < PARTS; part++) {
            unsigned column = 1 + s * PARTS + part;
            char text[96];
            snprintf(text, sizeof text, "%.60s: %s", written.schools[s], parts[part][below(2)]);
            put(at, column,
                endings     ? text
                : part == 0 ? written.schools[s]
                            : parts[part][below(2)]);
            for (unsigned r = 0; r < written.row_count; r++)
                put_part(at + 1 + r, column, part, r, s);
        }
    for (unsigned r = 0; r < written.row_count; r++)
        put_label(at + 1 + r, 0, r);
}

/* One sheet below the other. */
static void write_sheets(unsigned at)
{
    for (unsigned s = 0; s < written.school_count; s++) {
        char text[96];
        snprintf(text, sizeof text, "School: %.60s", written.schools[s]);
        put(at++, 0, text);
        put(at, 0, "Condition");
        for (unsigned part = 0; part < PARTS; part++)
            put(at, 1 + part, parts[part][0]);
        at++;
        for (unsigned r = 0; r < written.row_count; r++, at++) {
            put_label(at, 0, r);
            for (unsigned part = 0; part < PARTS; part++)
                put_part(at, 1 + part, part, r, s);
        }
        at += below(2);
    }
}

static void lay_out(enum layout layout)
{
    unsigned at = 0;
    memset(cells, 0, sizeof cells);
    rows = columns = 0;
    if (below(2)) {
        put(0, 0, "Cluster review, May 2009");
        at = 1 + below(2);
    }
    switch (layout) {
    case WIDE:
        write_wide(at);
        break;
    case TALL:
        write_tall(at);
        break;
    case LIST:
        write_list(at);
        break;
    case NAMES_OVER:
    case NAMES_OVER_TALL:
        write_over(at, layout == NAMES_OVER_TALL);
        break;
    case PARTS_OVER:
        write_parts_over(at);
        break;
    case ENDINGS:
    case BESIDE:
        write_in_one_row(at, layout == ENDINGS);
        break;
    default:
        write_sheets(at);
    }
}

/* ---- bytes ---- */

static char *to_utf16(char *text, size_t *length)
{
    char *out = malloc(*length * 2 + 2), *in = text, *to = out + 2;
    size_t left = *length * 2;
    assert_non_null(out);
    memcpy(out, "\xFF\xFE", 2);
    iconv_t conversion = iconv_open("UTF-16LE", "UTF-8");
    assert_int_equal(iconv(conversion, &in, length, &to, &left), 0);
    iconv_close(conversion);
    *length = (size_t)(to - out);
    free(text);
    return out;
}

static char *write_file(size_t *length)
{
    static const char *const line_ends[] = {"\n", "\r\n", "\r"};
    const char *line_end = pick(line_ends, 3);
    char separator = ",;\t"[below(3)], *text = NULL;
    bool quote = below(2);
    unsigned encoding = below(3);
    FILE *to = open_memstream(&text, length);
    if (encoding == 1)
        fputs("\xEF\xBB\xBF", to);
    for (unsigned row = 0; row < rows; row++) {
        for (unsigned column = 0; column < columns; column++) {
            if (column)
                fputc(separator, to);
            cell_write(to, cells[row][column], quote && cells[row][column][0]);
        }
        fputs(line_end, to);
    }
    fclose(to);
    return encoding == 2 ? to_utf16(text, length) : text;
}

char *laid_out(const struct grid_import **what, size_t *length, enum layout layout, uint64_t from)
{
    seed = from;
    make_grid(layout);
    lay_out(layout);
    *what = &written;
    return write_file(length);
}
