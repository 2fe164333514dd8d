#include "testing.h"

#include "lines/commands.h"
#include "lines/rendered.h"
#include "lines/review.h"

static void people_speak_for_their_own_school(void **state)
{
    static const struct example examples[] = {
        {"rate 4 5", "rate 1/4 5 0 0 [] []"},
        {"rate 4 5 7 12", "rate 1/4 5 7 12 [] []"},
        {"  rate\t4  5 7   12 note=\"We  said \\\"yes\\\"\" \r",
         "rate 1/4 5 7 12 [We said \"yes\"] []"},
        {"rate note=short 4 5", "rate 1/4 5 0 0 [short] []"},
        {"rate cluster 5", "rate 1/4 5 0 0 [] []"},
        {"rate \"local plans\" 5", "rate 1/3 5 0 0 [] []"},
        {"rate 4 11", "rate 1/4 11 0 0 [] []"}, /* the kiosk says what is wrong with it */
        {"rate 24 0", "rate 1/24 0 0 0 [] []"},
        {"agree 2", "agree 1/2 revision 9"},
        {"agree 1", "agree 1/1 revision 0"},
        {"withdraw \"School planning\"", "withdraw 1/2 revision 0"},
        {"consent yes", "consent 1 yes scopes 3"},
        {"consent no la", "consent 1 no scopes 4"},
        {"consent yes room summary la", "consent 1 yes scopes 7"},
        {"school birch lane", "place-seat seat 3 school 2 speaks 0 []"},
        {"school \"chateau\"", "place-seat seat 3 school 3 speaks 0 []"},
        {"name Sam Jones", "name-seat seat 3 school 0 speaks 0 [Sam Jones]"},
        {"name \"Sam  Jones\"", "name-seat seat 3 school 0 speaks 0 [Sam Jones]"},
        {"next", "go 2.1"}, /* not theirs, but that is for the kiosk to say */
    };
    struct room *room = review_room();
    (void)state;
    room->talks[2][1].proposals[SIDE_MANAGER].revision = 9;
    room->talks[2][1].proposals[SIDE_SCHOOL].revision = 8;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

static void the_facilitator_names_the_school(void **state)
{
    static const struct example examples[] = {
        {"rate \"Birch Lane\" 4 5 6", "rate 2/4 5 6 0 [] []"},
        {"agree ashby 2", "agree 1/2 revision 8"},
        {"withdraw Ashby 2", "withdraw 1/2 revision 0"},
        {"agreed Ashby 2 4 7 12 with=\"Ms Hall\" note=n",
         "agree-in-person 1/2 4 7 12 [n] [Ms Hall]"},
        {"consent Ashby yes", "consent 1 yes scopes 3"},
        {"admit 7", "admit seat 7 school 0 speaks 1 []"},
        {"admit 7 off", "admit seat 7 school 0 speaks 0 []"},
        {"admit all on", "set admit-all 1"},
        {"admit all off", "set admit-all 0"},
        {"code school \"Birch Lane\"", "issue-code school school 2 seat 0"},
        {"code seat 7", "issue-code seat school 0 seat 7"},
        {"code room", "issue-code room school 0 seat 0"},
        {"code observer", "issue-code observer school 0 seat 0"},
        {"move 7 Ashby", "place-seat seat 7 school 1 speaks 0 []"},
        {"remove 7", "remove-seat seat 7 school 0 speaks 0 []"},
        {"add school The Dell", "add-school 0 [The Dell]"},
        {"rename school \"Birch Lane\" Birch", "rename-school 2 [Birch]"},
        {"next", "go 2.1"},
        {"back", "go 0.1"},
        {"goto 2", "go 2.1"},
        {"goto 2.2", "go 2.2"},
        {"goto 0", "go 0.1"},
        {"timer start", "time start 0"},
        {"timer pause", "time pause 0"},
        {"timer add 5", "time add 300000"},
        {"timer add -5", "time add -300000"},
        {"view targets on", "look targets 1 average 1 focus 4"},
        {"view order number", "look targets 0 average 0 focus 4"},
        {"view focus Consultation", "look targets 0 average 1 focus 1"},
        {"view focus 0", "look targets 0 average 1 focus 0"},
        {"count proposed on", "set count-proposed 1"},
        {"room code off", "set room-code 0"},
    };
    struct room *room = review_room();
    (void)state;
    room->me = (struct me_item){.seat = 1, .role = ROLE_FACILITATOR, .speaks = true};
    room->view = (struct view){.by_average = true, .focus = 4};
    room->talks[2][1].proposals[SIDE_SCHOOL].revision = 8;
    expect_commands(room, examples, sizeof examples / sizeof *examples);
    room_destroy(&room);
}

static void wrong_lines_say_what_is_expected(void **state)
{
    static const struct {
        const char *line, *a, *b; /* both stand in the answer */
        bool facilitator;
    } examples[] = {
        {"fly", "“fly” is not a command", "help", false},
        {"Rate 4 5", "“Rate” is not a command", "help", false},
        {"\"\"", "is not a command", "help", false},
        {"note=x", "“note” is not a command", "help", false},
        {"rate", "condition is missing", "rate CONDITION NOW", false},
        {"rate 4", "a rating from 1 to 10 is missing", "rate CONDITION NOW", false},
        {"rate 0 4", "“0”", "a condition", false},
        {"rate 25 4", "“25”", "a condition", false},
        {"rate clusters 4", "“clusters”", "a condition", false},
        {"rate \"\" 4", "“”", "a condition", false},
        {"rate 4 five", "“five”", "a rating from 1 to 10", false},
        {"rate 4 5.5", "“5.5”", "a rating from 1 to 10", false},
        {"rate 4 256", "“256”", "a rating from 1 to 10", false},
        {"rate 4 -1", "“-1”", "a rating", false},
        {"rate 4 99999999999999999999", "“99999999999999999999”", "a rating", false},
        {"rate 4 5 6 7 8", "“8”", "nothing more", false},
        {"rate 4 5 x", "“x”", "a target", false},
        {"rate 4 5 6 soon", "“soon”", "a number of months", false},
        {"rate 4 5 why=\"so\"", "“why”", "nothing more", false},
        {"rate 4 5 note=a note=b", "“note”", "nothing more", false},
        {"rate 4 5 note=\"open", "“open”", "quotation mark", false},
        {"rate 4 5 note=\"\xff\"", "cannot be read", "", false},
        {"rate Ashby 4 5", "“Ashby”", "a condition", false},
        {"rate 4 5", "“4”", "a school", true},
        {"rate Castle 4 5", "“Castle”", "a school", true},
        {"consent", "yes or no is missing", "consent yes|no", false},
        {"consent maybe", "“maybe”", "yes or no", false},
        {"consent yes everywhere", "“everywhere”", "room, summary or la", false},
        {"name", "a name is missing", "name NAME", false},
        {"school Castle", "“Castle”", "a school", false},
        {"admit", "number of a seat is missing", "admit SEAT [off]", true},
        {"admit all", "on or off is missing", "admit all on|off", true},
        {"admit seven", "“seven”", "a seat", true},
        {"admit 5000", "“5000”", "a seat", true},
        {"code", "goes on in another way", "code school SCHOOL; code seat SEAT", true},
        {"timer", "timer start; timer pause; timer add MINUTES", "", true},
        {"timer stop", "timer start; timer pause", "", true},
        {"timer add", "a number of minutes is missing", "", true},
        {"goto", "item", "is missing", true},
        {"goto 1.2.3", "“1.2.3”", "an item", true},
        {"goto .2", "“.2”", "an item", true},
        {"goto 300", "“300”", "an item", true},
        {"view order best", "“best”", "number or average", true},
        {"next please", "“please”", "nothing more", true},
    };
    static struct lines_asked asked;
    struct room *room = review_room();
    (void)state;
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
        struct trouble t = {0};
        room->me.role = examples[i].facilitator ? ROLE_FACILITATOR : ROLE_SCHOOL;
        enum error e = lines_read(&asked, room, LINES_TODAY, examples[i].line, &t);
        if (!e || !strstr(t.text, examples[i].a) || !strstr(t.text, examples[i].b))
            fail_msg("%s: %s", examples[i].line, t.text);
    }
    room_destroy(&room);
}

static void too_much_is_not_taken(void **state)
{
    static struct lines_asked asked;
    static char line[20000];
    struct room *room = review_room();
    struct trouble t = {0};
    (void)state;
    memset(line, 'a', sizeof line - 1);
    assert_int_not_equal(lines_read(&asked, room, LINES_TODAY, line, &t), ERROR_OK);
    assert_non_null(strstr(t.text, "too long"));
    for (size_t i = 0; i < 4000; i++)
        line[i] = i % 2 ? ' ' : 'a';
    line[4000] = '\0';
    assert_int_not_equal(lines_read(&asked, room, LINES_TODAY, line, &t), ERROR_OK);
    strcpy(line, "rate 4 5 note=");
    memset(line + 14, 'a', 141);
    line[14 + 141] = '\0';
    assert_int_not_equal(lines_read(&asked, room, LINES_TODAY, line, &t), ERROR_OK);
    assert_non_null(strstr(t.text, "140"));
    line[14 + 140] = '\0';
    assert_int_equal(lines_read(&asked, room, LINES_TODAY, line, &t), ERROR_OK);
    room_destroy(&room);
}

static void some_lines_are_not_for_the_kiosk(void **state)
{
    static struct lines_asked asked;
    struct room *room = review_room();
    struct trouble t = {0};
    (void)state;
    assert_int_equal(lines_read(&asked, room, LINES_TODAY, "", &t), ERROR_OK);
    assert_int_equal(asked.ask, LINES_NOTHING);
    assert_int_equal(lines_read(&asked, room, LINES_TODAY, "# rate 4 5", &t), ERROR_OK);
    assert_int_equal(asked.ask, LINES_NOTHING);
    assert_int_equal(lines_read(&asked, room, LINES_TODAY, "show", &t), ERROR_OK);
    assert_int_equal(asked.ask, LINES_SHOW);
    assert_int_equal(lines_read(&asked, room, LINES_TODAY, "help", &t), ERROR_OK);
    assert_int_equal(asked.ask, LINES_HELP);
    assert_int_equal(lines_read(&asked, room, LINES_TODAY, "quit", &t), ERROR_OK);
    assert_int_equal(asked.ask, LINES_QUIT);
    room_destroy(&room);
}

/* Every byte string is answered; the sanitizers watch. */
static void random_lines_are_survived(void **state)
{
    static const char *const bits[] = {"rate",  "4",    " ",     "\"",     "\\",   "=",   "note",
                                       "agree", "goto", "Ashby", "timer",  "add",  ".",   "-",
                                       "\xc3",  "\xa9", "code",  "school", "view", "all", "\t"};
    static struct lines_asked asked;
    struct room *room = review_room();
    unsigned seed = 5;
    (void)state;
    for (int i = 0; i < 20000; i++) {
        char line[256] = "";
        struct trouble t = {0};
        for (int n = rand_r(&seed) % 14; n > 0; n--)
            strcat(line, bits[(unsigned)rand_r(&seed) % (sizeof bits / sizeof *bits)]);
        room->me.role = i % 2 ? ROLE_FACILITATOR : ROLE_ROOM;
        if (lines_read(&asked, room, LINES_TODAY, line, &t))
            assert_true(t.text[0]);
    }
    room_destroy(&room);
}

static void help_is_for_whoever_asks(void **state)
{
    struct room *room = review_room();
    (void)state;
    char *text = help_text(room);
    assert_non_null(strstr(text, "help rate CONDITION NOW"));
    assert_null(strstr(text, "SEAT"));
    free(text);
    room->me.role = ROLE_FACILITATOR;
    text = help_text(room);
    assert_non_null(strstr(text, "help rate SCHOOL CONDITION NOW"));
    assert_non_null(strstr(text, "help admit SEAT [off]"));
    free(text);
    room_destroy(&room);
}

/* The page that is taken home: the text form's own, with a file's name or without. */
static void a_page_is_asked_for(void **state)
{
    (void)state;
    static const struct {
        const char *line, *path;
    } asked[] = {{"save page", ""},
                 {"save page /tmp/our page.html", "/tmp/our page.html"},
                 {"save page \"/tmp/our  page.html\"", "/tmp/our  page.html"}};
    static struct lines_asked found;
    struct room *room = review_room();
    struct trouble t = {0};
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        assert_int_equal(lines_read(&found, room, LINES_TODAY, asked[i].line, &t), ERROR_OK);
        assert_int_equal(found.ask, LINES_SAVE);
        assert_string_equal(found.path, asked[i].path);
    }
    expect_trouble(room, "save", "save page [FILE]");
    room_destroy(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(people_speak_for_their_own_school),
        cmocka_unit_test(a_page_is_asked_for),
        cmocka_unit_test(the_facilitator_names_the_school),
        cmocka_unit_test(wrong_lines_say_what_is_expected),
        cmocka_unit_test(too_much_is_not_taken),
        cmocka_unit_test(some_lines_are_not_for_the_kiosk),
        cmocka_unit_test(random_lines_are_survived),
        cmocka_unit_test(help_is_for_whoever_asks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
