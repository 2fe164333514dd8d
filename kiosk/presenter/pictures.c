#include "presenter/presenter.h"

#include "link/beacon.h"
#include "model/history.h"
#include "options/options.h"
#include "render/render.h"
#include "stage/stage.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* Everything a picture needs, too large for the stack. */
struct studio {
    struct live live;
    struct layout layout;
    enum theme theme;
    int clock; /* minutes after midnight */
    struct room *room;
    struct render *render;
    struct draw_list list;
};

enum { PICTURE_WIDTH = 1920, PICTURE_HEIGHT = 1080 };

static void take_item(void *room, const struct item *item)
{
    room_apply(room, item);
}

static struct stage_frame frame_of(const struct studio *studio, int page)
{
    return (struct stage_frame){.room = studio->room,
                                .layout = studio->layout,
                                .metrics = render_metrics(studio->render),
                                .clock = studio->clock,
                                .page = page,
                                .reduced_motion = true};
}

/* A picture of one page of the room as it is. */
static enum error take_page(struct studio *studio, const char *folder, const char *name, int page,
                            struct trouble *trouble)
{
    char path[OPENING_PATH_SIZE], number[24] = "";
    struct stage_frame frame = frame_of(studio, page);
    if (page > 0)
        snprintf(number, sizeof number, "-page-%d", page + 1);
    int length = snprintf(path, sizeof path, "%s/%s%s.png", folder, name, number);
    if (length < 0 || (size_t)length >= sizeof path)
        return trouble_set(trouble, ERROR_RANGE, "The folder's name is too long: %s", folder);
    draw_begin(&studio->list, &frame.layout, frame.metrics);
    stage_draw(&studio->list, &frame);
    render_dirty(studio->render);
    render_draw(studio->render, &studio->list, studio->theme, 0);
    enum error e = render_save(studio->render, path, trouble);
    if (e == ERROR_OK)
        puts(path);
    return e;
}

/* Pictures of all pages of the room as it is. */
static enum error take_picture(struct studio *studio, const char *folder, const char *name,
                               struct trouble *trouble)
{
    struct stage_frame frame = frame_of(studio, 0);
    int pages = stage_pages(&frame);
    enum error e = ERROR_OK;
    for (int page = 0; e == ERROR_OK && page < pages; page++)
        e = take_page(studio, folder, name, page, trouble);
    return e;
}

enum { LOBBY_CLOCK = 8 * 60 + 52 };

/* Puts the room at a place as if the part had just begun; pictures are taken at time 0. */
static void stand_at(struct studio *studio, uint8_t item, uint8_t step)
{
    struct room *room = studio->room;
    const struct agenda_item *content = &room->items[item];
    bool timed = item && step <= content->step_count && content->steps[step - 1].minutes > 0;
    int minutes = timed ? content->steps[step - 1].minutes : item ? content->minutes : 0;
    int64_t whole = minutes * INT64_C(60000);
    room->view = (struct view){.blank = false};
    room->place = (struct place){.item = item, .step = step};
    room->timer = (struct timer_item){
        .shown = whole > 0, .running = whole > 0, .ends_ms = whole, .whole_ms = whole};
    studio->clock = item && room->items[item].start ? room->items[item].start : LOBBY_CLOCK;
}

/* The note of a board that the room would speak of first: starred, else any; 0: there is none. */
static note_id note_to_show(const struct room *room, uint8_t board)
{
    note_id any = 0;
    for (note_id n = 1; n <= NOTES_MAX; n++) {
        const struct note_item *note = &room->notes[n];
        if (note->state != NOTE_SHOWN || note->board != board || note->parent || note->merged)
            continue;
        if (note->starred)
            return n;
        any = any ? any : n;
    }
    return any;
}

/* An action that the room has agreed on, else one that is proposed; 0: there is none. */
static action_id action_to_show(const struct room *room)
{
    action_id any = 0;
    for (action_id a = 1; a <= ACTIONS_MAX; a++) {
        const struct action_item *action = &room->actions[a];
        if (!action->revision || action->merged || action->earlier)
            continue;
        if (action->state == ACTION_ADOPTED)
            return a;
        if (action->state == ACTION_PROPOSED && !any)
            any = a;
    }
    return any;
}

/* A vote that is over: as it was when it was open, and how it was counted. */
static enum error take_vote_looks(struct studio *studio, const char *folder, const char *name,
                                  ballot_id ballot, struct trouble *trouble)
{
    struct ballot_item *item = &studio->room->ballots[ballot];
    char other[96];
    if (item->state != BALLOT_REVEALED)
        return ERROR_OK;
    snprintf(other, sizeof other, "%s-open", name);
    item->state = BALLOT_OPEN;
    enum error e = take_picture(studio, folder, other, trouble);
    item->state = BALLOT_REVEALED;
    if (e != ERROR_OK)
        return e;
    snprintf(other, sizeof other, "%s-counting", name);
    studio->room->view.sight = SIGHT_COUNTING;
    return take_picture(studio, folder, other, trouble);
}

/* A grid with targets where names are on, and beside earlier reviews where there are any. */
static enum error take_grid_looks(struct studio *studio, const char *folder, const char *name,
                                  struct trouble *trouble)
{
    static const char *const looks[THEN_COUNT] = {"targets", "then", "lines"};
    struct room *room = studio->room;
    enum error e = ERROR_OK;
    for (uint8_t then = THEN_NOT; e == ERROR_OK && then < THEN_COUNT; then++) {
        char other[96];
        room->view.targets = then == THEN_NOT;
        room->view.then = then;
        if (then == THEN_NOT ? !room->workshop.named : !history_latest(room))
            continue;
        snprintf(other, sizeof other, "%s-%s", name, looks[then]);
        e = take_picture(studio, folder, other, trouble);
    }
    return e;
}

/* The other looks of a stage: those of a grid, a note of a board or an action brought up large,
 * what came before and stands behind a vote's result. */
static enum error take_other_looks(struct studio *studio, const char *folder, const char *name,
                                   const struct agenda_step *step, struct trouble *trouble)
{
    struct room *room = studio->room;
    char other[96] = "";
    if (step->stage == STAGE_BALLOT)
        return take_vote_looks(studio, folder, name, step->subject, trouble);
    if (step->stage == STAGE_GRID)
        return take_grid_looks(studio, folder, name, trouble);
    if (step->stage == STAGE_BOARD && step->how == HOW_PLENARY) {
        room->view.note = note_to_show(room, step->subject);
        if (room->view.note)
            snprintf(other, sizeof other, "%s-note", name);
    } else if (step->stage == STAGE_ACTIONS && step->how == HOW_PLENARY) {
        room->view.action = action_to_show(room);
        if (room->view.action)
            snprintf(other, sizeof other, "%s-action", name);
    }
    return other[0] ? take_picture(studio, folder, other, trouble) : ERROR_OK;
}

static enum error take_item_pictures(struct studio *studio, const char *folder, uint8_t item,
                                     struct trouble *trouble)
{
    const struct agenda_item *content = &studio->room->items[item];
    enum error e = ERROR_OK;
    for (uint8_t step = 1; e == ERROR_OK && step <= content->step_count; step++) {
        char name[64];
        stand_at(studio, item, step);
        snprintf(name, sizeof name, "%02u-%u-%s", item, step, content->id);
        e = take_picture(studio, folder, name, trouble);
        if (e == ERROR_OK)
            e = take_other_looks(studio, folder, name, &content->steps[step - 1], trouble);
    }
    return e;
}

static bool is_in_agenda(const struct room *room, ballot_id ballot)
{
    for (uint8_t item = 1; item <= room->workshop.item_count; item++)
        for (uint8_t step = 0; step < room->items[item].step_count; step++)
            if (room->items[item].steps[step].stage == STAGE_BALLOT &&
                room->items[item].steps[step].subject == ballot)
                return true;
    return false;
}

/* Votes that were held on the spot, such as a run-off. */
static enum error take_further_votes(struct studio *studio, const char *folder,
                                     struct trouble *trouble)
{
    struct room *room = studio->room;
    enum error e = ERROR_OK;
    for (ballot_id b = 1; e == ERROR_OK && b <= BALLOTS_MAX; b++) {
        char name[64];
        if (room->ballots[b].state != BALLOT_REVEALED || is_in_agenda(room, b))
            continue;
        stand_at(studio, 0, 1);
        room->view.ballot = b;
        snprintf(name, sizeof name, "vote-%u", b);
        e = take_picture(studio, folder, name, trouble);
    }
    return e;
}

static enum error take_all(struct studio *studio, const char *folder, struct trouble *trouble)
{
    if (mkdir(folder, 0755) != 0 && errno != EEXIST)
        return trouble_set(trouble, ERROR_IO, "The folder %s cannot be made: %s.", folder,
                           strerror(errno));
    stand_at(studio, 0, 1);
    enum error e = take_picture(studio, folder, "00-lobby", trouble);
    for (uint8_t item = 1; e == ERROR_OK && item <= studio->room->workshop.item_count; item++)
        e = take_item_pictures(studio, folder, item, trouble);
    return e == ERROR_OK ? take_further_votes(studio, folder, trouble) : e;
}

enum error presenter_pictures(const struct model *model, const char *folder,
                              const struct presenter_look *look, struct trouble *trouble)
{
    struct studio *studio = calloc(1, sizeof *studio);
    enum error e = studio ? room_create(&studio->room) : ERROR_MEMORY;
    if (e != ERROR_OK) {
        free(studio);
        return e;
    }
    studio->layout = layout_kiosk(look->width ? look->width : PICTURE_WIDTH,
                                  look->height ? look->height : PICTURE_HEIGHT);
    studio->theme = look->dark ? THEME_DARK : THEME_LIGHT;
    e = render_create_headless(&studio->render, studio->layout.width, studio->layout.height,
                               trouble);
    if (e == ERROR_OK) {
        link_own_address(studio->live.address);
        studio->live.port = OPTIONS_PORT;
        model_project(model, &studio->live, (struct audience){AUDIENCE_PROJECTOR, 0}, take_item,
                      studio->room);
        e = take_all(studio, folder, trouble);
    }
    render_destroy(&studio->render);
    room_destroy(&studio->room);
    free(studio);
    return e;
}
