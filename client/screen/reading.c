#include <stdio.h>

#include "analysis/summary.h"
#include "screen/rate.h"
#include "screen/task.h"
#include "screen/writing.h"
#include "ui/mark.h"

enum { SCALE_TOP = 240, SLOT_HEIGHT = 64, PITCH = 104, PANEL = 528, PANEL_HEIGHT = 104, DOT = 16 };

static condition_id asked(const struct screens *s)
{
    return s->sight.room->rounds[SLIP_READING].subject;
}

static bool is_open(const struct screens *s)
{
    return s->sight.room->rounds[SLIP_READING].state == ROUND_OPEN;
}

static bool wanted(const struct screens *s)
{
    return task_screen(s) == SCREEN_READING;
}

bool reading_is_unsent(const struct screens *s)
{
    uint8_t value = s->reading.value[asked(s)];
    return is_open(s) && value && value != task_own_slip(s, SLIP_READING, asked(s));
}

static enum level level_of(unsigned rating)
{
    return (enum level)analysis_band((int)rating);
}

/* A median in halves: "5", "5.5". */
static void phrase_half(char *to, size_t size, unsigned halves)
{
    snprintf(to, size, halves % 2 ? "%u.5" : "%u", halves / 2);
}

static void draw_question(struct screens *s, const struct condition *condition)
{
    struct draw_list *list = s->list;
    char count[SCREEN_TEXT_SIZE];
    snprintf(count, sizeof count, word(WORD_CLIENT_RATE_CONDITION), asked(s),
             s->sight.room->workshop.condition_count);
    draw_text(list, 32, 80, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, count);
    draw_text_within(list, 32, 104, 620, SEMIBOLD(28), ALIGN_LEFT, TOKEN_INK, condition->name);
    draw_paragraph(list, 32, 148, 620, 3, MEDIUM(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                   condition->question);
    draw_round(list, 684, 80, 384, 132, 12, TOKEN_SUNKEN);
    draw_text(list, 704, 94, SEMIBOLD(16), ALIGN_LEFT, TOKEN_INK, word(WORD_CLIENT_RATE_HELP));
    for (int i = 0; i < 3 && i < condition->prompt_count; i++) {
        draw_rect(list, 704, 133 + i * 26, 10, 2, TOKEN_INK2);
        draw_text_within(list, 722, 122 + i * 26, 332, REGULAR(16), ALIGN_LEFT, TOKEN_INK,
                         condition->prompts[i]);
    }
}

/* One's own school's people, a dot each over the rating they gave. */
static void draw_people(struct screens *s, const struct tally_item *readings)
{
    for (unsigned v = 1; v <= RATING_MAX; v++) {
        unsigned people = readings->values[v], most = 4;
        double middle = SCREEN_LEFT + (v - 1) * PITCH + (PITCH - 4) / 2.0;
        if (people > most) {
            char number[16];
            snprintf(number, sizeof number, "%u", people);
            draw_text(s->list, middle - 4, SCALE_TOP + 4, SEMIBOLD(16), ALIGN_RIGHT, TOKEN_INK,
                      number);
            mark_dot(s->list, middle + 12, SCALE_TOP + 16, DOT, SEAT_TAKEN);
            continue;
        }
        for (unsigned i = 0; i < people; i++)
            mark_dot(s->list, middle + (i - (people - 1) / 2.0) * (DOT + 6), SCALE_TOP + 16, DOT,
                     SEAT_TAKEN);
    }
}

/* The scale: one handle, while it can be moved; afterwards who stood where. Enter: true. */
static bool run_scale(struct screens *s, const struct condition *condition,
                      const struct tally_item *readings)
{
    uint8_t *value = &s->reading.value[asked(s)];
    uint8_t sent = task_own_slip(s, SLIP_READING, asked(s));
    struct scale scale = {.x = SCREEN_LEFT,
                          .y = SCALE_TOP,
                          .pitch = PITCH,
                          .slot_height = SLOT_HEIGHT,
                          .size = 16,
                          .settled = !is_open(s),
                          .one = true};
    struct scale_hands hands = s->reading.hands;
    hands.now = is_open(s) && *value ? *value : sent;
    hands.goal = 0;
    unsigned done = scale_take(&s->ui, &scale, &hands);
    if (done & SCALE_MOVED)
        *value = (uint8_t)hands.now;
    const struct scale_flag flag = {SCALE_NOW, hands.now, word(WORD_TASK_READING_MINE)};
    const struct scale_band bands[SCALE_BANDS] = {
        {word(WORD_CLIENT_RATE_LOW), condition->scale[SCALE_LOW]},
        {word(WORD_CLIENT_RATE_MEDIUM), condition->scale[SCALE_MIDDLE]},
        {word(WORD_CLIENT_RATE_HIGH), condition->scale[SCALE_HIGH]}};
    scale_draw(&s->ui, &scale, &hands, &flag, hands.now && !readings->count ? 1 : 0, bands,
               level_of);
    s->reading.hands = hands;
    if (readings->count)
        draw_people(s, readings);
    return done & SCALE_ENTERED;
}

/* ---- the panel: how many are in, and then what came of it ---- */

static void two_lines(struct screens *s, double x, double right, const char *line, const char *more)
{
    draw_text_within(s->list, x, PANEL + 24, right - x, SEMIBOLD(20), ALIGN_LEFT, TOKEN_INK, line);
    draw_text_within(s->list, x, PANEL + 56, right - x, REGULAR(16), ALIGN_LEFT, TOKEN_INK2, more);
}

static void draw_asking(struct screens *s)
{
    const struct round_item *round = &s->sight.room->rounds[SLIP_READING];
    bool sent = task_own_slip(s, SLIP_READING, asked(s)), unsent = reading_is_unsent(s);
    char more[SCREEN_TEXT_SIZE];
    draw_frame(s->list, SCREEN_LEFT, PANEL, SCREEN_WIDTH, PANEL_HEIGHT, 12, 2, TOKEN_LINE);
    double x = SCREEN_LEFT + 24;
    if (sent && !unsent) {
        draw_ring(s->list, x + 20, PANEL + PANEL_HEIGHT / 2.0, 20, 4, TOKEN_ACCENT);
        x += 60;
    }
    snprintf(more, sizeof more, word(WORD_TASK_READING_IN), round->answered, round->asked);
    two_lines(s, x, SCREEN_RIGHT - 24,
              word(!sent && !unsent ? WORD_TASK_READING_BEGIN
                   : unsent         ? WORD_TASK_READING_MOVED
                                    : WORD_TASK_READING_SENT),
              sent || unsent ? more : word(WORD_TASK_READING_BEGIN_MORE));
}

static void draw_result(struct screens *s, const struct tally_item *readings)
{
    const struct room *room = s->sight.room;
    const struct tally_item *all = &room->tallies[SLIP_READING][asked(s)];
    char median[16], line[SCREEN_TEXT_SIZE], more[SCREEN_TEXT_SIZE];
    double x = SCREEN_LEFT + 24, right = SCREEN_RIGHT - 24;
    draw_round(s->list, SCREEN_LEFT, PANEL, SCREEN_WIDTH, PANEL_HEIGHT, 12, TOKEN_TINT);
    if (readings->differs) {
        const char *text = word(WORD_TASK_READING_DIFFERS);
        double w = draw_width(s->list, SEMIBOLD(16), text);
        right -= w + 44;
        mark_bang(s->list, right + 20, PANEL + PANEL_HEIGHT / 2.0, 28);
        draw_text(s->list, right + 44, PANEL + PANEL_HEIGHT / 2.0 - 12, SEMIBOLD(16), ALIGN_LEFT,
                  TOKEN_INK, text);
        right -= 16;
    }
    phrase_half(median, sizeof median, readings->median);
    if (readings->count == 0)
        snprintf(line, sizeof line, "%s", word(WORD_TASK_READING_NONE));
    else if (readings->count == 1)
        snprintf(line, sizeof line, word(WORD_TASK_READING_ONE), median);
    else
        snprintf(line, sizeof line, word(WORD_TASK_READING_SCHOOL), readings->count, median);
    phrase_half(median, sizeof median, all->median);
    if (all->count)
        snprintf(more, sizeof more, word(WORD_TASK_READING_ROOM), all->count, median);
    else
        snprintf(more, sizeof more, "%s",
                 word(screen_speaks(s) ? WORD_TASK_READING_TALK_LEAD : WORD_TASK_READING_TALK));
    two_lines(s, x, right, line, more);
}

/* ---- what a person does ---- */

static void send(struct screens *s)
{
    if (task_fill_slip(s, SLIP_READING, (uint8_t)asked(s), s->reading.value[asked(s)]))
        s->reading.value[asked(s)] = 0;
}

/* The lead goes on with it, from the middle of what was read where there is one. */
static void run_propose(struct screens *s, const struct tally_item *readings, double *right)
{
    char text[SCREEN_TEXT_SIZE];
    bool was_open = s->reading.was_open;
    s->reading.was_open = is_open(s);
    if (!screen_speaks(s) || (is_open(s) && !readings->count))
        return;
    snprintf(text, sizeof text,
             word(readings->count ? WORD_TASK_READING_PROPOSE : WORD_TASK_READING_PROPOSE_NONE),
             (readings->median + 1u) / 2);
    struct button button = {.kind = is_open(s) ? BUTTON_SECONDARY : BUTTON_PRIMARY, .text = text};
    bool proposes = screen_foot_button(s, "propose", right, button);
    if (!is_open(s) && was_open) /* the scale has done its part */
        ui_focus(&s->ui, ui_id_of("propose", 0));
    if (proposes) {
        if (readings->count)
            rate_begin_at(s, asked(s), (readings->median + 1u) / 2);
        else
            rate_go(s, (condition_id)asked(s));
        screen_go(s, SCREEN_RATE);
    }
}

static void run_foot(struct screens *s, const struct tally_item *readings, bool entered)
{
    uint8_t value = s->reading.value[asked(s)], sent = task_own_slip(s, SLIP_READING, asked(s));
    double right = SCREEN_RIGHT;
    char text[SCREEN_TEXT_SIZE];
    screen_footer(s, word(is_open(s) ? WORD_TASK_READING_FOOT : WORD_TASK_READING_FOOT_SHOWN));
    if (is_open(s)) {
        bool change = sent && value && value != sent;
        struct button give = {.kind = BUTTON_PRIMARY, .text = text, .off = !reading_is_unsent(s)};
        snprintf(text, sizeof text,
                 word(change           ? WORD_TASK_READING_CHANGE
                      : value || !sent ? WORD_TASK_READING_GIVE
                                       : WORD_TASK_READING_GIVEN),
                 value ? value : sent);
        if (!value && !sent)
            give.text = word(WORD_TASK_READING_GIVE_NONE);
        if ((screen_foot_button(s, "give", &right, give) || entered) && !give.off)
            send(s);
    }
    run_propose(s, readings, &right);
    task_run_back(s, SCREEN_READING, &right);
}

static void draw(struct screens *s)
{
    const struct room *room = s->sight.room;
    condition_id c = asked(s);
    if (c < 1 || c > CONDITIONS_MAX) { /* put away while it was looked at */
        task_go(s);
        c = 1;
    }
    const struct condition *condition = &room->conditions[c];
    const struct tally_item *readings = &room->readings[c][room->me.school];
    if (s->entered)
        scale_focus(&s->ui, &s->reading.hands);
    screen_body(s);
    draw_question(s, condition);
    bool entered = run_scale(s, condition, readings);
    if (readings->count || !is_open(s))
        draw_result(s, readings);
    else
        draw_asking(s);
    run_foot(s, readings, entered);
    screen_header_here(s);
}

const struct screen screen_reading = {SCREEN_READING, false, wanted, draw};
