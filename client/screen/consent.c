#include <stdio.h>

#include "screen/screen.h"
#include "ui/icon.h"
#include "ui/mark.h"

enum { NAMES = 1 << SCOPE_ROOM | 1 << SCOPE_SUMMARY };

static const struct consent_item *answers(const struct screens *s)
{
    return &s->sight.room->consents[s->sight.room->me.school];
}

/* Asked at the start and before a part's work, never in the middle of it. */
static bool wanted(const struct screens *s)
{
    enum stage_kind stage = room_stage(s->sight.room);
    return (stage == STAGE_LOBBY || stage == STAGE_BRIEFING) && screen_speaks(s) &&
           !s->consent.saved &&
           (!answers(s)->answers[SCOPE_ROOM] || !answers(s)->answers[SCOPE_SUMMARY]);
}

static void answer(struct screens *s, uint8_t scopes, uint8_t value)
{
    struct command *command = screen_command(s, COMMAND_CONSENT);
    if (command)
        command->change.consent = (struct consent_change){
            .school = s->sight.room->me.school, .scopes = scopes, .answer = value};
}

static void save(struct screens *s)
{
    answer(s, NAMES, s->consent.names);
    /* Nothing is said about the local authority for a school that has not said it. */
    bool was = answers(s)->answers[SCOPE_LA] == ANSWER_YES;
    bool now = s->consent.la && s->consent.names == ANSWER_YES;
    if (was != now)
        answer(s, 1 << SCOPE_LA, now ? ANSWER_YES : ANSWER_NO);
    s->consent.saved = true;
    s->consent.school = 0;
    s->chosen = -1;
}

/* What the school said before, so that it is changed rather than asked again. */
static void load(struct screens *s)
{
    const uint8_t *said = answers(s)->answers;
    s->consent.school = s->sight.room->me.school;
    s->consent.names = said[SCOPE_ROOM] == said[SCOPE_SUMMARY] ? said[SCOPE_ROOM] : ANSWER_NONE;
    s->consent.la = said[SCOPE_LA] == ANSWER_YES;
}

static void run_cards(struct screens *s)
{
    static const struct {
        enum answer answer;
        enum word title, line;
    } cards[] = {{ANSWER_YES, WORD_CLIENT_CONSENT_YES, WORD_CLIENT_CONSENT_YES_MORE},
                 {ANSWER_NO, WORD_CLIENT_CONSENT_NO, WORD_CLIENT_CONSENT_NO_MORE}};
    ui_group(&s->ui, ui_id_of("names", 0), 1);
    for (int i = 0; i < 2; i++) {
        if (button_choice(&s->ui, ui_id_of("names", i + 1), 32 + i * 526, 272, 510, 144,
                          word(cards[i].title), word(cards[i].line),
                          s->consent.names == cards[i].answer))
            s->consent.names = (uint8_t)cards[i].answer;
    }
    ui_group_end(&s->ui);
}

/* A smaller question, off until somebody turns it on; it means nothing without the first. */
static void run_la(struct screens *s)
{
    struct draw_list *list = s->list;
    bool off = s->consent.names != ANSWER_YES, on = s->consent.la && !off;
    ui_id id = ui_id_of("la", 0);
    if (ui_area(&s->ui, id, 32, 432, SCREEN_WIDTH, 56, 12, 4, off ? UI_OFF : 0))
        s->consent.la = !s->consent.la;
    if (off)
        draw_round(list, 32, 432, SCREEN_WIDTH, 56, 12, TOKEN_SUNKEN);
    else
        draw_outline(list, 32, 432, SCREEN_WIDTH, 56, 12, 2, TOKEN_OUTLINE,
                     ui_hovered(&s->ui, id) ? TOKEN_TINT : TOKEN_SURFACE);
    if (on) {
        draw_round(list, 68, 448, 24, 24, 6, TOKEN_ACCENT);
        icon_draw(list, ICON_CHECK, 71, 451, 18, 3.2, TOKEN_ON_ACCENT);
    } else {
        draw_outline(list, 68, 448, 24, 24, 6, 2, TOKEN_OUTLINE,
                     off ? TOKEN_SUNKEN : TOKEN_SURFACE);
    }
    draw_text(list, 120, 446, MEDIUM(20), ALIGN_LEFT, off ? TOKEN_INK2 : TOKEN_INK,
              word(WORD_CLIENT_CONSENT_LA));
}

/* The question, whole: a long name makes it smaller rather than cut its end off. */
static void draw_question(struct draw_list *list, const char *school)
{
    static const int sizes[] = {36, 28, 20};
    char title[SCREEN_TEXT_SIZE];
    size_t at = 0;
    snprintf(title, sizeof title, word(WORD_CLIENT_CONSENT_TITLE), school);
    while (at + 1 < sizeof sizes / sizeof *sizes &&
           draw_width(list, SEMIBOLD(sizes[at]), title) > SCREEN_WIDTH)
        at++;
    draw_text_within(list, 32, 112 + (36 - sizes[at]) / 2.0, SCREEN_WIDTH, SEMIBOLD(sizes[at]),
                     ALIGN_LEFT, TOKEN_INK, title);
}

static void draw(struct screens *s)
{
    struct draw_list *list = s->list;
    const char *school = s->sight.room->schools[s->sight.room->me.school].name;
    if (s->entered || s->consent.school != s->sight.room->me.school)
        load(s);
    if (s->entered)
        ui_focus(&s->ui, ui_id_of("names", s->consent.names == ANSWER_NO ? 2 : 1));
    screen_body(s);
    draw_question(list, school);
    draw_paragraph(list, 32, 176, 820, 3, REGULAR(20), ALIGN_LEFT, WRAP_GREEDY, TOKEN_INK,
                   word(WORD_CLIENT_CONSENT_WHY));
    run_cards(s);
    run_la(s);
    static const enum word points[] = {WORD_CLIENT_CONSENT_SECRET, WORD_CLIENT_CONSENT_CHANGE,
                                       WORD_CLIENT_CONSENT_MANAGER};
    for (int i = 0; i < 3; i++) {
        mark_bullet(list, 32, 520 + i * 40, 20);
        draw_text(list, 56, 520 + i * 40, REGULAR(20), ALIGN_LEFT, TOKEN_INK, word(points[i]));
    }
    bool off = s->consent.names == ANSWER_NONE;
    screen_footer(s, word(off ? WORD_CLIENT_CONSENT_CHOOSE : WORD_CLIENT_CONSENT_ONE));
    double right = SCREEN_RIGHT;
    if (screen_foot_button(s, "save", &right,
                           (struct button){.kind = BUTTON_PRIMARY,
                                           .text = word(WORD_CLIENT_CONSENT_SAVE),
                                           .off = off}))
        save(s);
    screen_header(s, school, word(WORD_CLIENT_CONSENT_BEFORE));
}

const struct screen screen_consent = {SCREEN_CONSENT, false, wanted, draw};
