#include "start/asking.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "ui/button.h"
#include "ui/field.h"
#include "ui/mark.h"
#include "ui/notice.h"
#include "words/words.h"

enum {
    TITLE_Y = 184, /* tops of the fields */
    AGENDA_Y = 328,
    ABOUT_Y = 416,
    ABOUT_LINES = 6,
    PARTS_Y = 624, /* of how many there are, and the button to change them */
    PARTS_H = 64,
    IMPORT_Y = 704,
    NOTICE_Y = 808,
    SCHOOLS_Y = 344, /* of the list */
    ROW_H = 56,
    ROWS = 8,
    ROWS_LEAST = 5, /* with the fields for earlier workshops below */
    COLUMNS = 2,
    COLUMN_GAP = 16,
    MADE_UP_LINES = 5,
    FOOT_Y = 968, /* of the buttons */
};

static int rows_of(const struct start_screen *screen)
{
    return screen->earlier.count ? ROWS_LEAST : ROWS;
}

static int per_page(const struct start_screen *screen)
{
    return rows_of(screen) * COLUMNS;
}

static ui_id id_of(const char *name)
{
    return ui_id_of(name, 0);
}

/* The agenda that stands chosen at first, where the packs have it. */
static const char *usual_for(enum start_purpose purpose)
{
    return purpose == START_FOR_TRAINING ? "module-1" : "cluster-workshop";
}

static void list_agendas(struct start_screen *screen, const struct content_catalogue *packs)
{
    int first = 0;
    screen->entry_count = 0;
    for (uint16_t i = 0; packs && i < packs->count; i++) {
        const struct content_entry *entry = &packs->entries[i];
        if (!entry->agenda_id[0] || (screen->purpose == START_FOR_TRAINING && !entry->example[0]))
            continue;
        int at = screen->entry_count++;
        snprintf(screen->label_text[at], sizeof screen->label_text[at], "%s (%s)",
                 entry->agenda_title, entry->pack_title);
        screen->labels[at] = screen->label_text[at];
        screen->entries[at] = i;
        if (strcmp(entry->agenda_id, usual_for(screen->purpose)) == 0)
            first = at;
    }
    if (screen->agenda.chosen >= screen->entry_count || !screen->listed)
        screen->agenda.chosen = screen->entry_count > 0 ? first : -1;
    screen->listed = true;
}

void asking_open(struct ui *ui, struct start_screen *screen, const struct start_given *given,
                 enum start_purpose purpose)
{
    bool training = purpose == START_FOR_TRAINING;
    screen->page = START_ASKING;
    screen->trouble[0] = screen->fault[0] = '\0';
    /* a training has other agendas, and another title */
    if (training != (screen->purpose == START_FOR_TRAINING)) {
        screen->listed = false;
        edit_set(&screen->title, "");
    }
    screen->purpose = purpose;
    list_agendas(screen, given->packs);
    if (!screen->title.text[0]) {
        char title[TITLE_SIZE];
        snprintf(title, sizeof title,
                 word(training ? WORD_START_TRAINING_DATED : WORD_START_TITLE_DATED), given->date);
        edit_set(&screen->title, title);
        screen->title.mark = 0; /* all of it selected: typing puts another in its place */
    }
    ui_focus(ui, id_of("asking-title"));
}

/* What stands between two names. */
#define SCHOOL_BREAKS ",;\n\r\t"

/* What a pasted list of names brings goes straight to the list, however long it is. */
static bool take_paste(struct ui *ui, struct start_screen *screen, const struct edit *before)
{
    const struct input_event *event;
    bool taken = false;
    for (int at = 0; (event = ui_next(ui, id_of("asking-school"), &at)) != NULL;) {
        const char *text = ui->input->text + event->first;
        if (event->kind != INPUT_PASTE || !text[strcspn(text, SCHOOL_BREAKS)])
            continue;
        start_add_schools(screen, text, event->bytes);
        taken = true;
    }
    if (taken) {
        screen->school = *before;
        screen->list_page = (screen->school_count - 1) / per_page(screen);
    }
    return taken;
}

/* Moves what was typed to the list; true when nothing is left to see to. A name that cannot be
 * taken stays in the field, with those after it. */
static bool take_typed(struct start_screen *screen)
{
    char typed[EDIT_SIZE];
    const char *name = typed;
    text_copy(typed, sizeof typed, screen->school.text);
    edit_set(&screen->school, "");
    screen->fault[0] = '\0';
    while (*name && !screen->fault[0]) {
        size_t length = strcspn(name, SCHOOL_BREAKS);
        if (start_add_schools(screen, name, length) > 0)
            screen->list_page = (screen->school_count - 1) / per_page(screen);
        if (screen->fault[0])
            edit_set(&screen->school, name + strspn(name, " "));
        name += length + (name[length] != '\0');
    }
    return !screen->fault[0];
}

static void run_school_field(struct ui *ui, double x, double w, struct start_screen *screen)
{
    struct edit before = screen->school;
    enum field_result result =
        field_run(ui, id_of("asking-school"), x, TITLE_Y, w, &screen->school,
                  (struct field){.label = word(WORD_START_SCHOOLS_LABEL),
                                 .label_more = word(WORD_START_SCHOOLS_HOW),
                                 .fault = screen->fault[0] ? screen->fault : NULL});
    if (take_paste(ui, screen, &before))
        return;
    if (result == FIELD_ENTERED)
        take_typed(screen);
    else if (result == FIELD_CHANGED)
        screen->fault[0] = '\0';
}

static void run_pager(struct ui *ui, double x, double w, struct start_screen *screen, int pages)
{
    char text[64];
    double y = SCHOOLS_Y + rows_of(screen) * ROW_H;
    snprintf(text, sizeof text, word(WORD_PAGE), screen->list_page + 1, pages);
    if (button_icon(ui, id_of("asking-back-page"), x, y, 48, ICON_LEFT, screen->list_page == 0) ||
        ui_pressed(ui, KEY_PAGE_UP, 0))
        screen->list_page--;
    draw_text(ui->list, x + w / 2, y + 8, REGULAR(24), ALIGN_CENTRE, TOKEN_INK2, text);
    if (button_icon(ui, id_of("asking-next-page"), x + w - 48, y, 48, ICON_RIGHT,
                    screen->list_page == pages - 1) ||
        ui_pressed(ui, KEY_PAGE_DOWN, 0))
        screen->list_page++;
}

/* The schools so far; choosing one takes it out. */
static void run_school_list(struct ui *ui, double x, double w, struct start_screen *screen)
{
    int here = per_page(screen);
    int pages = screen->school_count > 0 ? (screen->school_count + here - 1) / here : 1;
    if (pages > 1)
        run_pager(ui, x, w, screen, pages);
    screen->list_page = screen->list_page < 0        ? 0
                        : screen->list_page >= pages ? pages - 1
                                                     : screen->list_page;
    int first = screen->list_page * here, remove = -1;
    double column = floor((w - COLUMN_GAP) / COLUMNS);
    ui_group(ui, id_of("asking-schools"), COLUMNS);
    for (int i = first; i < first + here && i < screen->school_count; i++) {
        double row_x = x + (i - first) % COLUMNS * (column + COLUMN_GAP);
        double row_y = SCHOOLS_Y + (i - first) / COLUMNS * ROW_H;
        ui_id id = ui_id_of("asking-listed", i - first);
        if (ui_area(ui, id, row_x, row_y, column, ROW_H - 8, 8, 0, 0))
            remove = i;
        draw_round(ui->list, row_x, row_y, column, ROW_H - 8, 8,
                   ui_hovered(ui, id) || ui_focused(ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
        draw_text_within(ui->list, row_x + 16, row_y + 8, column - 72, MEDIUM(24), ALIGN_LEFT,
                         TOKEN_INK, screen->schools[i]);
        icon_draw(ui->list, ICON_CROSS, row_x + column - 40, row_y + 12, 24, 2.5, TOKEN_INK2);
    }
    ui_group_end(ui);
    if (screen->school_count == 0)
        draw_paragraph(ui->list, x, SCHOOLS_Y + 8, w, 2, REGULAR(24), ALIGN_LEFT, WRAP_BALANCED,
                       TOKEN_INK2, word(WORD_START_SCHOOLS_NONE));
    start_remove_school(screen, remove);
}

/* What there is to know, if anything went wrong. */
static const char *trouble_of(const struct start_screen *screen,
                              const struct content_catalogue *packs, enum word *line)
{
    *line = WORD_START_NOT_BEGUN;
    if (screen->trouble[0])
        return screen->trouble;
    *line = WORD_START_FAULTY_PACK;
    for (uint16_t i = 0; packs && i < packs->count; i++)
        if (!packs->entries[i].agenda_id[0])
            return packs->entries[i].trouble.text;
    return NULL;
}

/* What went wrong, below what was brought or in its place. */
static void run_trouble(struct ui *ui, double x, double w, const struct start_screen *screen,
                        const struct content_catalogue *packs)
{
    enum word line;
    const char *trouble = trouble_of(screen, packs, &line);
    if (trouble)
        notice_draw(ui->list, x, screen->purpose == START_FOR_TRAINING ? IMPORT_Y : NOTICE_Y, w,
                    (struct notice){.line = word(line),
                                    .more = trouble,
                                    .size = 28,
                                    .strong = screen->trouble[0] != '\0'});
}

/* What the chosen agenda is for, how long it is, and the way to change it. True: change it. */
static bool run_agenda(struct ui *ui, double x, double w, const struct start_screen *screen,
                       const struct start_given *given)
{
    char text[128];
    if (screen->agenda.chosen < 0)
        return false;
    int at = screen->entries[screen->agenda.chosen];
    const struct content_entry *entry = &given->packs->entries[at];
    const struct agenda *planned = start_planned(screen, at);
    struct button change = {
        .kind = BUTTON_SECONDARY, .text = word(WORD_START_CHANGE), .height = PARTS_H};
    double button_x = x + w - button_width(ui, change);
    draw_paragraph(ui->list, x, ABOUT_Y, w, ABOUT_LINES, REGULAR(24), ALIGN_LEFT, WRAP_GREEDY,
                   TOKEN_INK2, entry->about);
    if (planned)
        snprintf(text, sizeof text, word(WORD_START_AGENDA_CHANGED), planned->item_count);
    else
        snprintf(text, sizeof text, word(WORD_START_AGENDA_MORE), entry->item_count,
                 entry->condition_count);
    draw_text_within(ui->list, x, PARTS_Y + 16, button_x - 16 - x, MEDIUM(24), ALIGN_LEFT,
                     TOKEN_INK, text);
    return button_run(ui, id_of("asking-change"), button_x, PARTS_Y, change);
}

/* True when schools come with what was brought. */
static bool brings_schools(const struct start_given *given)
{
    for (int i = 0; given->basket && i < given->basket->thing_count; i++)
        if (basket_use(&given->basket->things[i]) == BASKET_RATINGS)
            return true;
    return false;
}

/* Why it cannot begin yet; NULL when it can. */
static const char *reason_not_to(const struct start_screen *screen, const struct start_given *given,
                                 char to[BASKET_TEXT_SIZE])
{
    const char *waits = NULL;
    if (screen->agenda.chosen < 0)
        return word(WORD_START_NO_AGENDA);
    if (!screen->title.text[strspn(screen->title.text, " ")])
        return word(WORD_START_NO_TITLE);
    if (screen->purpose == START_FOR_TRAINING)
        return NULL;
    bool typed = screen->school.text[strspn(screen->school.text, " ,;")] != '\0';
    if (given->basket)
        waits = basket_waits(given->basket, given->brought.today, to);
    if (!waits && screen->school_count == 0 && !typed && !brings_schools(given))
        return word(WORD_START_NO_SCHOOLS);
    return waits;
}

/* Back at the left, Begin at the right, and between them why not yet. True: begin. */
static bool run_foot(struct ui *ui, const struct layout *layout, struct start_screen *screen,
                     const struct start_given *given)
{
    char text[BASKET_TEXT_SIZE];
    const char *reason = reason_not_to(screen, given, text);
    struct button back = {.kind = BUTTON_SECONDARY, .text = word(WORD_START_BACK)};
    struct button begin = {.text = word(WORD_START_BEGIN), .icon = ICON_RIGHT, .off = reason};
    double begin_x = layout->right - button_width(ui, begin);
    double text_x = layout->left + button_width(ui, back) + 32;
    if (button_run(ui, id_of("asking-back"), layout->left, FOOT_Y, back) ||
        ui_pressed(ui, KEY_ESCAPE, 0)) {
        static const char *const cards[] = {"start-new", "talks-new", "training-alone"};
        static const enum start_page pages[] = {START_FRONT, START_TALKS, START_TRAININGS};
        screen->page = pages[screen->purpose];
        ui_focus(ui, id_of(cards[screen->purpose]));
    }
    if (reason)
        draw_text_within(ui->list, text_x, FOOT_Y + 22, begin_x - 24 - text_x, REGULAR(28),
                         ALIGN_RIGHT, TOKEN_INK2, reason);
    if (!button_run(ui, id_of("asking-begin"), begin_x, FOOT_Y, begin) || reason)
        return false;
    return screen->purpose == START_FOR_TRAINING ||
           (take_typed(screen) && (screen->school_count > 0 || brings_schools(given)));
}

/* The right half of the page: the schools, or what stands for them in a training. Returns which
 * earlier workshop was chosen to compare with; -1: none. */
static int run_schools(struct ui *ui, double x, double w, struct start_screen *screen)
{
    if (screen->purpose != START_FOR_TRAINING) {
        run_school_field(ui, x, w, screen);
        run_school_list(ui, x, w, screen);
        return asking_earlier(ui, x, w, screen);
    }
    const char *more = word(WORD_START_MADE_UP_MORE);
    struct type_lines lines;
    type_wrap(&lines, ui->list->metrics, ui->list->u, REGULAR(28), w - 64, MADE_UP_LINES,
              WRAP_BALANCED, more);
    draw_round(ui->list, x, TITLE_Y, w, 116 + lines.count * type_line(28), 16, TOKEN_TINT);
    draw_text_within(ui->list, x + 32, TITLE_Y + 28, w - 64, SEMIBOLD(36), ALIGN_LEFT, TOKEN_INK,
                     word(WORD_START_MADE_UP));
    draw_paragraph(ui->list, x + 32, TITLE_Y + 84, w - 64, MADE_UP_LINES, REGULAR(28), ALIGN_LEFT,
                   WRAP_BALANCED, TOKEN_INK, more);
    return -1;
}

struct start_outcome asking_draw(struct ui *ui, const struct layout *layout,
                                 struct start_screen *screen, const struct start_given *given)
{
    static const enum word heads[] = {WORD_START_NEW, WORD_START_TALKS, WORD_START_EXAMPLE};
    double content = layout->right - layout->left, w = floor((content - 64) / 2);
    double x = layout->left, right_x = layout->right - w;
    bool training = screen->purpose == START_FOR_TRAINING;
    draw_text_within(ui->list, x, 40, content, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK,
                     word(heads[screen->purpose]));
    if (field_run(ui, id_of("asking-title"), x, TITLE_Y, w, &screen->title,
                  (struct field){.label = word(WORD_START_TITLE), .visible = TITLE_VISIBLE}) ==
        FIELD_ENTERED)
        ui_focus(ui, id_of(training ? "asking-begin" : "asking-school"));
    if (screen->entry_count > 0)
        dropdown_run(ui, id_of("asking-agenda"), x, AGENDA_Y, w, &screen->agenda, screen->labels,
                     screen->entry_count, word(WORD_START_AGENDA), NULL, false);
    bool change = run_agenda(ui, x, w, screen, given);
    if (!training && given->basket)
        asking_basket(ui, x, IMPORT_Y, w, screen, given);
    run_trouble(ui, x, w, screen, given->packs);
    int compare = run_schools(ui, right_x, w, screen);
    bool begin = run_foot(ui, layout, screen, given);
    struct start_outcome outcome = {.choice = START_NOTHING};
    if (compare >= 0)
        outcome = (struct start_outcome){.choice = START_COMPARE, .recent = compare};
    if (begin || change) {
        outcome.choice = change ? START_CHANGE : training ? START_TRAIN : START_NEW;
        outcome.agenda = screen->entries[screen->agenda.chosen];
        outcome.talks = screen->purpose == START_FOR_TALKS;
    }
    return outcome;
}
