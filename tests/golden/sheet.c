#include "golden/sheet.h"

#include "ui/button.h"
#include "ui/cell.h"
#include "ui/field.h"

static void heading(struct draw_list *list, double x, double y, const char *text)
{
    draw_text(list, x, y, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, text);
}

static void caption(struct draw_list *list, double x, double y, const char *text)
{
    draw_text(list, x, y, REGULAR(20), ALIGN_LEFT, TOKEN_INK2, text);
}

static void cells(struct draw_list *list)
{
    static const char *const states[] = {"To come", "Proposed", "Agreed"};
    static const char *const wide[] = {"3", "6", "9"}, *const narrow[] = {"2", "5", "10"};
    static const char *const bands[] = {"Low", "Medium", "High"};
    heading(list, 64, 128, "Rating cell");
    caption(list, 632, 176, "Over 10 schools");
    for (int row = 0; row < 3; row++) {
        enum cell_state state = (enum cell_state)(CELL_AGREED - row);
        double y = 208 + row * 76;
        caption(list, 280 + row * 112, 176, bands[row]);
        draw_text(list, 64, y + 14, MEDIUM(24), ALIGN_LEFT, TOKEN_INK, states[state]);
        for (int c = 0; c < (state == CELL_TO_COME ? 1 : 3); c++) {
            enum level level = (enum level)(LEVEL_LOW + c);
            struct cell cell = {
                .state = state, .form = CELL_WIDE, .level = level, .figure = wide[c]};
            cell_draw(list, 280 + c * 112, y, 96, 60, cell);
            cell.form = CELL_NARROW;
            cell.figure = narrow[c];
            cell_draw(list, 632 + c * 52, y, 40, 60, cell);
        }
    }
    draw_text(list, 64, 450, MEDIUM(24), ALIGN_LEFT, TOKEN_INK, "Just agreed");
    cell_draw(list, 280, 436, 96, 60,
              (struct cell){
                  .state = CELL_AGREED, .form = CELL_WIDE, .level = LEVEL_MEDIUM, .figure = "6"});
    cell_ring(list, 280, 436, 96, 60);
    draw_paragraph(list, 400, 440, 240, 2, REGULAR(20), ALIGN_LEFT, WRAP_BALANCED, TOKEN_INK2,
                   "Accent ring for 1.2 s, then gone");
}

static void seats(struct draw_list *list)
{
    static const char *const says[] = {"Not yet", "Reconnecting, mostly", "Here, voted, yes"};
    heading(list, 880, 128, "A dot is somebody");
    for (int i = 0; i < 3; i++) {
        double y = 184 + i * 52;
        mark_dot(list, 894, y + 16, 28, (enum seat_state)(SEAT_TAKEN - i));
        draw_text(list, 924, y, MEDIUM(24), ALIGN_LEFT, TOKEN_INK, says[SEAT_TAKEN - i]);
    }
    static const struct {
        const char *school;
        int taken, away, all;
    } chips[] = {{"Ashby", 2, 0, 2}, {"Castle", 1, 1, 3}, {"Hilltop", 0, 0, 2}};
    for (int i = 0; i < 3; i++) {
        double y = 336 + i * 72;
        bool in = chips[i].taken > 0;
        if (in)
            draw_round(list, 880, y, 348, 64, 16, TOKEN_SURFACE);
        else
            draw_frame(list, 880, y, 348, 64, 16, 2, TOKEN_LINE);
        draw_text(list, 908, y + 14, in ? SEMIBOLD(28) : MEDIUM(28), ALIGN_LEFT,
                  in ? TOKEN_INK : TOKEN_INK2, chips[i].school);
        for (int seat = 0; seat < chips[i].all; seat++)
            mark_dot(list, 1186 - 38 * (chips[i].all - 1 - seat), y + 32, 28,
                     seat < chips[i].taken                   ? SEAT_TAKEN
                     : seat < chips[i].taken + chips[i].away ? SEAT_AWAY
                                                             : SEAT_EMPTY);
    }
}

static void timers(struct draw_list *list)
{
    static const struct {
        const char *time, *word, *says;
        double fraction;
        enum token token;
    } rows[] = {{"32:40", "left", "Running", .65, TOKEN_ACCENT},
                {"01:40", "left", "Last 2 min", .035, TOKEN_ACCENT},
                {"12:05", "paused", "Paused", .24, TOKEN_INK2},
                {"+02:10", "over", "Over", 1, TOKEN_INK}};
    heading(list, 1344, 128, "Timer");
    for (int i = 0; i < 4; i++) {
        double y = 176 + i * 104, right = 1344 + 360 - 72;
        if (i == 1)
            draw_round(list, 1344, y, 376, 96, 16, TOKEN_TINT);
        if (i == 3)
            draw_frame(list, 1344, y, 376, 96, 16, 4, TOKEN_INK);
        mark_timer(list, right, y + 12, 72, 10, rows[i].fraction, rows[i].token);
        right -= 20;
        draw_text(list, right, y + 30, REGULAR(28), ALIGN_RIGHT, TOKEN_INK2, rows[i].word);
        right -= draw_width(list, REGULAR(28), rows[i].word) + 16;
        struct type clock = SEMIBOLD(48);
        clock.tabular = true;
        draw_text(list, right, y + 20, clock, ALIGN_RIGHT, TOKEN_INK, rows[i].time);
        caption(list, 1736, y + 34, rows[i].says);
    }
}

static void buttons(struct ui *ui)
{
    struct draw_list *list = ui->list;
    static const char *const says[] = {"Rest", "Hover", "Pressed", "Focus", "Off"};
    heading(list, 64, 544, "Button");
    for (int i = 0; i < 5; i++) {
        double x = 64 + i * 264;
        caption(list, x, 588, says[i]);
        for (int k = 0; k < 2; k++) {
            ui_id id = ui_id_of("button", 2 * i + k);
            ui->hot = ui->held = ui->focus = 0;
            if (i == 1 || i == 2)
                ui->hot = id;
            if (i == 2)
                ui->held = id;
            if (i == 3 && k == 0)
                ui->focus = id;
            button_run(ui, id, x, 624 + k * 104,
                       (struct button){.kind = k ? BUTTON_SECONDARY : BUTTON_PRIMARY,
                                       .text = k ? "Back" : "Next",
                                       .off = i == 4,
                                       .width = 224});
        }
    }
    ui->hot = ui->held = 0;
    caption(list, 1384, 588, "Busy");
    button_run(ui, ui_id_of("busy", 0), 1384, 624,
               (struct button){.text = "Saving", .busy = true, .width = 224});
}

static void fields(struct ui *ui)
{
    static const struct {
        const char *says, *text, *placeholder, *fault;
        bool off;
    } rows[] = {{"Rest", "Sam Okafor", NULL, NULL, false},
                {"Empty", "", "Day and month", NULL, false},
                {"Typing", "Sam Ok", NULL, NULL, false},
                {"Needs fixing", "31 February", NULL, "No such date", false},
                {"Off", "12 months", NULL, NULL, true}};
    ui->style = &ui_style_client;
    heading(ui->list, 64, 856, "Field");
    for (int i = 0; i < 5; i++) {
        double x = 64 + i * 264;
        ui_id id = ui_id_of("field", i);
        struct edit edit;
        edit_set(&edit, rows[i].text);
        caption(ui->list, x, 900, rows[i].says);
        ui->focus = i == 2 ? id : 0;
        field_run(ui, id, x, 936, 224, &edit,
                  (struct field){.placeholder = rows[i].placeholder,
                                 .fault = rows[i].fault,
                                 .off = rows[i].off});
    }
    ui->focus = 0;
    mark_logo(ui->list, 1784, 912, 112);
}

void sheet_draw(struct draw_list *list, const struct type_metrics *metrics, int width, int height)
{
    static const struct input nothing;
    static struct ui ui;
    struct layout layout = layout_kiosk(width, height);
    draw_begin(list, &layout, metrics);
    draw_text(list, 64, 40, SEMIBOLD(48), ALIGN_LEFT, TOKEN_INK, "Components and their states");
    ui = (struct ui){.keyed = true, .pointer_x = -1};
    ui_begin(&ui, list, &ui_style_kiosk, &nothing, 0);
    cells(list);
    seats(list);
    timers(list);
    buttons(&ui);
    fields(&ui);
    ui_end(&ui);
}
