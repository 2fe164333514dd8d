#include "export/book.h"

#include "base/day.h"
#include "base/text.h"
#include "ui/mark.h"
#include "words/words.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

enum { A4 = 9, HEAD_MAX = 255, LINE_HEIGHT = 15 /* points */ };

static void note(struct book *book, lxw_error e)
{
    book->failed |= e != LXW_NO_ERROR;
}

/* ---- formats ---- */

static lxw_color_t colour(paint p)
{
    return theme_colour(THEME_LIGHT, p);
}

/* What a kind of cell looks like; 0 is as usual. */
static const struct look {
    double size;
    bool bold, italic, wrap, top, centre, line, upright;
    const char *figures;
    enum token ink, fill; /* TOKEN_PAPER: as usual */
    uint8_t border;
} looks[BOOK_FORMAT_COUNT] = {
    [BOOK_TITLE] = {.size = 18, .bold = true},
    [BOOK_MARK] = {.bold = true, .ink = TOKEN_ACCENT},
    [BOOK_TEXT] = {.wrap = true, .top = true},
    [BOOK_QUIET] = {.wrap = true, .top = true, .ink = TOKEN_INK2},
    [BOOK_LINK] = {.line = true, .ink = TOKEN_ACCENT},
    [BOOK_HEAD] = {.bold = true, .wrap = true, .fill = TOKEN_SUNKEN, .border = LXW_BORDER_THIN},
    [BOOK_UPRIGHT] = {.bold = true,
                      .wrap = true,
                      .upright = true,
                      .centre = true,
                      .fill = TOKEN_SUNKEN,
                      .border = LXW_BORDER_THIN},
    [BOOK_ROW] = {.bold = true, .wrap = true, .border = LXW_BORDER_THIN},
    [BOOK_NUMBER] = {.top = true, .centre = true, .figures = "0"},
    [BOOK_TENTHS] = {.top = true, .centre = true, .figures = "0.0"},
    [BOOK_HUNDREDTHS] = {.top = true, .centre = true, .figures = "0.00"},
    [BOOK_DAY] = {.top = true, .centre = true, .figures = "d mmm yyyy"},
    [BOOK_CELL] = {.centre = true, .figures = "0", .border = LXW_BORDER_THIN},
    [BOOK_PROPOSED] = {.centre = true,
                       .italic = true,
                       .figures = "0",
                       .border = LXW_BORDER_MEDIUM_DASHED},
    [BOOK_KEY_PROPOSED] = {.italic = true, .wrap = true, .border = LXW_BORDER_MEDIUM_DASHED},
    [BOOK_AVERAGE] = {.centre = true, .bold = true, .figures = "0.0", .border = LXW_BORDER_THIN},
    [BOOK_LOW] = {.ink = TOKEN_ON_LOW, .fill = TOKEN_LOW, .wrap = true},
    [BOOK_MEDIUM] = {.ink = TOKEN_ON_MED, .fill = TOKEN_MED, .wrap = true},
    [BOOK_HIGH] = {.ink = TOKEN_ON_HIGH, .fill = TOKEN_HIGH, .wrap = true},
};

static lxw_format *make_format(lxw_workbook *workbook, const struct look *look)
{
    lxw_format *format = workbook_add_format(workbook);
    if (!format)
        return NULL;
    format_set_font_size(format, look->size > 0 ? look->size : 11);
    if (look->bold)
        format_set_bold(format);
    if (look->italic)
        format_set_italic(format);
    if (look->wrap)
        format_set_text_wrap(format);
    if (look->line)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (look->upright)
        format_set_rotation(format, 90);
    if (look->centre)
        format_set_align(format, LXW_ALIGN_CENTER);
    format_set_align(format, look->top       ? LXW_ALIGN_VERTICAL_TOP
                             : look->upright ? LXW_ALIGN_VERTICAL_BOTTOM
                                             : LXW_ALIGN_VERTICAL_CENTER);
    if (look->figures)
        format_set_num_format(format, look->figures);
    if (look->ink != TOKEN_PAPER)
        format_set_font_color(format, colour(look->ink));
    if (look->fill != TOKEN_PAPER)
        format_set_bg_color(format, colour(look->fill));
    format_set_border(format, look->border);
    if (look->border)
        format_set_border_color(format, colour(look->italic ? TOKEN_INK : TOKEN_LINE));
    return format;
}

/* What a condition puts on is a format of its own: only what differs. */
static lxw_format *make_band(lxw_workbook *workbook, const struct look *look)
{
    lxw_format *format = workbook_add_format(workbook);
    if (format) {
        format_set_font_color(format, colour(look->ink));
        format_set_bg_color(format, colour(look->fill));
    }
    return format;
}

/* ---- the book ---- */

enum error book_open(struct book *book, const struct book_setup *setup, struct trouble *trouble)
{
    lxw_workbook_options options = {.constant_memory = setup->streamed};
    *book = (struct book){.title = setup->title, .above = setup->training};
    enum error e = whole_begin(&book->whole, setup->path, WHOLE_OWN, trouble);
    if (e != ERROR_OK)
        return e;
    book->workbook = workbook_new_opt(book->whole.part, &options);
    bool made = book->workbook != NULL;
    for (unsigned i = 0; made && i < BOOK_FORMAT_COUNT; i++)
        made = (book->formats[i] = make_format(book->workbook, &looks[i])) != NULL;
    for (unsigned i = 0; made && i < BOOK_BANDS; i++)
        made = (book->bands[i] = make_band(book->workbook, &looks[BOOK_LOW + i])) != NULL;
    if (!made) {
        book_drop(book);
        return ERROR_MEMORY;
    }
    lxw_doc_properties properties = {.title = (char *)(uintptr_t)setup->title,
                                     .subject = (char *)(uintptr_t)setup->subject,
                                     .author = (char *)(uintptr_t) "Plenary",
                                     .created = (time_t)(setup->now_ms / 1000)};
    note(book, workbook_set_properties(book->workbook, &properties));
    return ERROR_OK;
}

enum error book_close(struct book *book, struct trouble *trouble)
{
    errno = 0;
    lxw_error written = workbook_close(book->workbook);
    book->workbook = NULL;
    if ((written != LXW_NO_ERROR || book->failed) && !book->whole.failed)
        book->whole.failed = errno ? errno : EIO;
    return whole_end(&book->whole, trouble);
}

void book_drop(struct book *book)
{
    if (book->workbook)
        lxw_workbook_free(book->workbook);
    book->workbook = NULL;
    whole_drop(&book->whole);
}

/* In heads and feet "&" begins a sign of its own. */
static void put_in_foot(char *to, size_t size, const char *text)
{
    size_t used = strlen(to), length = text_whole(text, strlen(text));
    for (size_t i = 0; i < length && used + 3 < size; i++) {
        if (text[i] == '&')
            to[used++] = '&';
        to[used++] = text[i];
    }
    to[used] = '\0';
    to[text_whole(to, used)] = '\0';
}

/* The title, the sheet and the page. */
static void put_foot(struct book_sheet sheet)
{
    char foot[HEAD_MAX / 2] = "&L", page[64];
    snprintf(page, sizeof page, word(WORD_BOOK_PAGE), "&P", "&N");
    put_in_foot(foot, sizeof foot - 16 - strlen(page), sheet.book->title);
    strcat(foot, "&C&A&R");
    strcat(foot, page);
    note(sheet.book, worksheet_set_footer(sheet.sheet, foot));
}

struct book_sheet book_sheet(struct book *book, const char *name, unsigned frozen)
{
    struct book_sheet sheet = {book, workbook_add_worksheet(book->workbook, name)};
    assert(sheet.sheet);
    worksheet_set_landscape(sheet.sheet);
    worksheet_set_paper(sheet.sheet, A4);
    worksheet_fit_to_pages(sheet.sheet, 1, 0);
    worksheet_set_margins(sheet.sheet, 0.4, 0.4, 0.5, 0.6);
    put_foot(sheet);
    if (book->above)
        note(book, worksheet_write_string(sheet.sheet, 0, 0, word(WORD_TRAINING_MADE_UP),
                                          book->formats[BOOK_MARK]));
    if (frozen) {
        worksheet_freeze_panes(sheet.sheet, 1 + book->above, (lxw_col_t)frozen);
        note(book, worksheet_repeat_rows(sheet.sheet, 0, book->above));
        note(book, worksheet_repeat_columns(sheet.sheet, 0, (lxw_col_t)(frozen - 1)));
    }
    return sheet;
}

/* Where a row stands in the file. */
static lxw_row_t row_of(struct book_sheet sheet, unsigned row)
{
    return row + sheet.book->above;
}

void book_column(struct book_sheet sheet, unsigned column, unsigned last, double width)
{
    note(sheet.book,
         worksheet_set_column(sheet.sheet, (lxw_col_t)column, (lxw_col_t)last, width, NULL));
}

void book_row(struct book_sheet sheet, unsigned row, unsigned lines)
{
    note(sheet.book, worksheet_set_row(sheet.sheet, row_of(sheet, row), lines * LINE_HEIGHT, NULL));
}

/* A word that does not fit goes to the next line: a tenth is lost to that. */
unsigned book_lines(const char *text, unsigned width)
{
    size_t visible = text_visible(text), across = width > 4 ? width * 9U / 10 : width;
    return visible > across ? (unsigned)((visible + across - 1) / across) : 1;
}

/* ---- cells ---- */

void book_text(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format,
               const char *text)
{
    note(sheet.book, worksheet_write_string(sheet.sheet, row_of(sheet, row), (lxw_col_t)column,
                                            text, sheet.book->formats[format]));
}

void book_number(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format,
                 double number)
{
    note(sheet.book, worksheet_write_number(sheet.sheet, row_of(sheet, row), (lxw_col_t)column,
                                            number, sheet.book->formats[format]));
}

void book_day(struct book_sheet sheet, unsigned row, unsigned column, uint32_t day)
{
    struct day_date date = day_date(day);
    lxw_datetime when = {.year = date.year, .month = date.month, .day = date.day};
    note(sheet.book, worksheet_write_datetime(sheet.sheet, row_of(sheet, row), (lxw_col_t)column,
                                              &when, sheet.book->formats[BOOK_DAY]));
}

void book_blank(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format)
{
    note(sheet.book, worksheet_write_blank(sheet.sheet, row_of(sheet, row), (lxw_col_t)column,
                                           sheet.book->formats[format]));
}

void book_link(struct book_sheet sheet, unsigned row, unsigned column, const char *name)
{
    char url[BOOK_NAME_SIZE + 16], quoted[BOOK_NAME_SIZE];
    book_name(quoted, name);
    snprintf(url, sizeof url, "internal:%s!A1", quoted);
    note(sheet.book,
         worksheet_write_url(sheet.sheet, row_of(sheet, row), (lxw_col_t)column, url, NULL));
    book_text(sheet, row, column, BOOK_LINK, name);
}

void book_formula(struct book_sheet sheet, unsigned row, unsigned column, enum book_format format,
                  const char *formula, const double *value)
{
    lxw_format *look = sheet.book->formats[format];
    if (value)
        note(sheet.book, worksheet_write_formula_num(sheet.sheet, row_of(sheet, row),
                                                     (lxw_col_t)column, formula, look, *value));
    else
        note(sheet.book, worksheet_write_formula_str(sheet.sheet, row_of(sheet, row),
                                                     (lxw_col_t)column, formula, look, ""));
}

void book_filter(struct book_sheet sheet, unsigned last_row, unsigned last_column)
{
    note(sheet.book, worksheet_autofilter(sheet.sheet, row_of(sheet, 0), 0, row_of(sheet, last_row),
                                          (lxw_col_t)last_column));
}

void book_bands(struct book_sheet sheet, unsigned row, unsigned column, unsigned last_row,
                unsigned last_column)
{
    static const struct {
        double from, to;
    } bands[BOOK_BANDS] = {{1, 3.4}, {3.5, 7.4}, {7.5, 10}};
    for (unsigned i = 0; i < BOOK_BANDS; i++) {
        lxw_conditional_format rule = {.type = LXW_CONDITIONAL_TYPE_CELL,
                                       .criteria = LXW_CONDITIONAL_CRITERIA_BETWEEN,
                                       .min_value = bands[i].from,
                                       .max_value = bands[i].to,
                                       .format = sheet.book->bands[i]};
        note(sheet.book, worksheet_conditional_format_range(
                             sheet.sheet, row_of(sheet, row), (lxw_col_t)column,
                             row_of(sheet, last_row), (lxw_col_t)last_column, &rule));
    }
}

void book_place(char to[BOOK_PLACE_SIZE], struct book_sheet sheet, unsigned row, unsigned column)
{
    lxw_rowcol_to_cell(to, row_of(sheet, row), (lxw_col_t)column);
}

void book_head_places(char to[2 * BOOK_PLACE_SIZE], struct book_sheet sheet, unsigned column,
                      unsigned last_column)
{
    lxw_row_t row = row_of(sheet, 0);
    lxw_rowcol_to_range_abs(to, row, (lxw_col_t)column, row, (lxw_col_t)last_column);
}

void book_name(char to[BOOK_NAME_SIZE], const char *name)
{
    size_t used = 0;
    to[used++] = '\'';
    for (; *name && used + 4 < BOOK_NAME_SIZE; name++) {
        if (*name == '\'')
            to[used++] = '\'';
        to[used++] = *name;
    }
    to[used++] = '\'';
    to[used] = '\0';
}
