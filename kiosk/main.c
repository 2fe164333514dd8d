/* plenary-kiosk: options, threads, signals. What the programme does stands in the folders. */

#include "base/error.h"
#include "base/text.h"
#include "export/command.h"
#include "host/check.h"
#include "host/clock.h"
#include "host/host.h"
#include "journal/journal.h"
#include "link/link_enet.h"
#include "merge/command.h"
#include "opening/importing.h"
#include "opening/opening.h"
#include "options/asked.h"
#include "options/options.h"
#include "past/command.h"
#include "players/players.h"
#include "presenter/presenter.h"
#include "report/command.h"
#include "rollup/command.h"
#include "session/session.h"

#include <assert.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static volatile sig_atomic_t stop;

static void on_signal(int number)
{
    (void)number;
    stop = 1;
}

static int fail(const struct trouble *trouble, enum error e)
{
    fprintf(stderr, "plenary-kiosk: %s\n", trouble->text[0] ? trouble->text : error_text(e));
    return 1;
}

static void print_remarks(const struct opening_report *report)
{
    for (unsigned i = 0; i < report->remarks && i < OPENING_REMARKS_MAX; i++)
        fprintf(stderr, "%s\n", report->remark[i]);
}

static void print_codes(const struct host *host)
{
    const struct model *model = host_model(host);
    printf("listening port=%u\n", host_port(host));
    for (uint16_t i = 1; i <= model->code_count; i++) {
        const struct code *code = &model->codes[i];
        if (code->retired || code->symbols.length != CODE_LENGTH)
            continue;
        printf("code kind=%s", code_kind_word((enum code_kind)code->kind));
        if (code->school)
            printf(" school=\"%s\"", model->schools[code->school].name);
        printf(" code=%.*s\n", CODE_LENGTH, (const char *)code->symbols.bytes);
    }
    fflush(stdout);
}

/* Connections to have room for; each costs a little at every tick. */
enum { PEERS_LEAST = 1024, PEERS_A_SCHOOL = 32 };

static size_t peers_for(const struct model *model)
{
    size_t expected = (size_t)model->school_count * PEERS_A_SCHOOL;
    return expected < PEERS_LEAST           ? PEERS_LEAST
           : expected > LINK_ENET_PEERS_MAX ? LINK_ENET_PEERS_MAX
                                            : expected;
}

/* A workshop that was begun a moment ago is kept, and --new would refuse its name. */
static void add_kept(struct trouble *trouble, const char *path)
{
    char said[sizeof trouble->text];
    text_copy(said, sizeof said, trouble->text);
    trouble_set(trouble, ERROR_OK, "%s The new workshop is kept in %s: open that to go on.", said,
                path);
}

static enum error start_host(struct host **out, struct store **store, const struct options *options,
                             struct mailbox *box, struct trouble *trouble)
{
    struct link *link;
    *out = NULL;
    enum error e = link_enet_listen(&link, options->listen, options->port,
                                    peers_for(store_model(*store)), trouble);
    if (e != ERROR_OK) {
        if (options->agenda || options->rehearse)
            add_kept(trouble, journal_path(store_journal(*store)));
        store_destroy(store);
        return e;
    }
    struct host_parts parts = {.store = store,
                               .link = &link,
                               .box = box,
                               .random = link_random_system(),
                               .backups = true,
                               .beacon = true,
                               .address = options->listen,
                               .speed = options->speed};
    return host_create(out, &parts, trouble);
}

/* ---- the players of a rehearsal */

static void print_line(void *context, const char *line)
{
    (void)context;
    printf("%s\n", line);
    fflush(stdout);
}

/* The console says it too, where there is one. */
static void tell_trouble(void *presenter, const char *trouble)
{
    if (trouble[0])
        fprintf(stderr, "plenary-kiosk: %s\n", trouble);
    if (presenter)
        presenter_wake(presenter);
}

/* Where their seats are kept, so that they come back to them when the workshop is opened again; of
 * a workshop each has one. False: nowhere. */
static bool players_folder(char *to, size_t size)
{
    char state[OPENING_PATH_SIZE];
    return session_default_folder(state, sizeof state) == ERROR_OK &&
           snprintf(to, size, "%s/rehearsal", state) < (int)size;
}

/* Lets them come to a host that has not begun to run; NULL where nobody is made up. */
static struct players *begin_players(struct presenter *presenter, const struct host *host,
                                     const struct options *options,
                                     const struct opening_report *report)
{
    const struct model *model = host_model(host);
    char code[CODE_LENGTH + 1], folder[OPENING_PATH_SIZE];
    uint16_t room = model_find_code(model, CODE_ROOM, 0, 0);
    struct players *players;
    if (!report->rehearsal[0] || !room)
        return NULL;
    snprintf(code, sizeof code, "%.*s", CODE_LENGTH,
             (const char *)model->codes[room].symbols.bytes);
    struct players_wish wish = {.pack = report->rehearsal,
                                .host = options->listen ? options->listen : "127.0.0.1",
                                .port = host_port(host),
                                .code = code,
                                .seed = (uint64_t)clock_monotonic(),
                                .state_folder =
                                    players_folder(folder, sizeof folder) ? folder : NULL,
                                .tell = options->print_codes ? print_line : NULL,
                                .changed = tell_trouble,
                                .context = presenter};
    enum error e = players_create(&players, &wish);
    if (e != ERROR_OK)
        tell_trouble(NULL, error_text(e));
    return players;
}

static void *host_thread(void *context)
{
    host_run(context, NULL);
    return NULL;
}

/* Hosts an open workshop with the presenter beside it, until the presenter ends. */
static enum error present(struct presenter *presenter, struct store *store,
                          const struct options *options, const struct opening_report *report,
                          struct trouble *trouble)
{
    struct mailbox *box;
    struct host *host;
    struct players *players = NULL;
    pthread_t thread;
    enum error e = mailbox_create(&box, presenter_wake, presenter);
    if (e != ERROR_OK) {
        store_destroy(&store);
        return e;
    }
    e = start_host(&host, &store, options, box, trouble);
    if (e == ERROR_OK && options->print_codes)
        print_codes(host);
    if (e == ERROR_OK)
        players = begin_players(presenter, host, options, report);
    if (e == ERROR_OK && pthread_create(&thread, NULL, host_thread, host) != 0)
        e = ERROR_MEMORY;
    if (e == ERROR_OK)
        presenter_show(presenter, box, report, players);
    players_destroy(&players);
    if (e == ERROR_OK) {
        mailbox_post_end(box);
        pthread_join(thread, NULL);
    }
    host_destroy(&host);
    mailbox_destroy(&box);
    return e;
}

static int run_headless(struct store *store, const struct options *options,
                        const struct opening_report *report)
{
    struct trouble trouble = {0};
    struct host *host;
    enum error e = start_host(&host, &store, options, NULL, &trouble);
    if (e != ERROR_OK)
        return fail(&trouble, e);
    /* with a window, SDL makes closing it of these */
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    if (options->print_codes)
        print_codes(host);
    struct players *players = begin_players(NULL, host, options, report);
    host_run(host, &stop);
    players_destroy(&players);
    host_destroy(&host);
    return 0;
}

static struct presenter_look look_of(const struct options *options)
{
    return (struct presenter_look){.width = options->width,
                                   .height = options->height,
                                   .console = options->console,
                                   .dark = options->theme == OPTIONS_DARK,
                                   .reduced_motion = options->reduced_motion};
}

static int take_pictures(struct store *store, const struct options *options)
{
    struct trouble trouble = {0};
    struct presenter_look look = look_of(options);
    enum error e = presenter_pictures(store_model(store), options->screenshots, &look, &trouble);
    store_destroy(&store);
    return e == ERROR_OK ? 0 : fail(&trouble, e);
}

static int run_screens(struct store *store, const struct options *options,
                       struct opening_report *report)
{
    struct trouble trouble = {0};
    struct presenter *presenter;
    struct presenter_look look = look_of(options);
    enum error e = presenter_create(&presenter, &look, &trouble);
    if (e != ERROR_OK) {
        store_destroy(&store);
        return fail(&trouble, e);
    }
    while (store || presenter_start(presenter, &store, report, &trouble)) {
        trouble.text[0] = '\0';
        e = present(presenter, store, options, report, &trouble);
        store = NULL;
        if (options->file || options->agenda || options->rehearse)
            break;
    }
    presenter_destroy(&presenter);
    return e == ERROR_OK ? 0 : fail(&trouble, e);
}

static int run(const struct options *options)
{
    struct trouble trouble = {0};
    struct store *store = NULL;
    struct opening_report *report = calloc(1, sizeof *report);
    if (!report)
        return fail(&trouble, ERROR_MEMORY);
    enum error e = ERROR_OK;
    struct opening asked = {.file = options->file,
                            .agenda = options->agenda,
                            .title = options->title,
                            .schools = options->schools,
                            .import = options->import,
                            .rehearsal = options->rehearse,
                            .pictures = options->screenshots != NULL};
    struct link_random random = link_random_system();
    if (options->file || options->agenda || options->rehearse)
        e = opening_do(&store, report, &asked, &random, &trouble);
    else if (options->headless || options->screenshots || options->import)
        e = trouble_set(&trouble, ERROR_FORMAT,
                        "Please name a workshop file, or begin one with --new cluster-workshop.");
    int status = 0;
    if (e == ERROR_OK) {
        print_remarks(report);
        status = options->screenshots ? take_pictures(store, options)
                 : options->headless  ? run_headless(store, options, report)
                                      : run_screens(store, options, report);
    }
    free(report);
    return e == ERROR_OK ? status : fail(&trouble, e);
}

/* ---- what is done with files instead */

static enum error obey_check(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    enum error e = check_file(asked->files[0], out, trouble);
    if (e == ERROR_OK)
        fputs("sound\n", out);
    return e;
}

static enum error obey_merge(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    struct link_random random = link_random_system();
    struct merge_asked merge = {.file = asked->files[0],
                                .from = asked->files + 1,
                                .from_count = asked->file_count - 1,
                                .rule = asked->value[ASKED_THEIRS] ? MERGE_TAKE_THEIRS
                                        : asked->value[ASKED_OURS] ? MERGE_KEEP_OURS
                                                                   : MERGE_USUAL,
                                .preview = asked->value[ASKED_PREVIEW]};
    return merge_files(&merge, &random, out, trouble);
}

static enum error obey_bring_actions(const struct asked *asked, FILE *out, struct trouble *trouble)
{
    return merge_bring_actions(asked->files[0], asked->files[1], out, trouble);
}

static enum error (*const obey[VERB_COUNT])(const struct asked *, FILE *, struct trouble *) = {
    [VERB_CHECK] = obey_check,           [VERB_IMPORT] = opening_import_command,
    [VERB_MERGE] = obey_merge,           [VERB_BRING_ACTIONS] = obey_bring_actions,
    [VERB_BRING_REVIEW] = past_command,  [VERB_ROLLUP] = rollup_command,
    [VERB_EXPORT] = export_command,      [VERB_CARDS] = report_cards_command,
    [VERB_FORMS] = report_forms_command,
};

static int refuse(const struct trouble *trouble, enum error e)
{
    fail(trouble, e);
    fputs("plenary-kiosk --help lists the options.\n", stderr);
    return 2;
}

int main(int argc, char **argv)
{
    struct asked asked;
    struct options options;
    struct trouble trouble = {0};
    signal(SIGPIPE, SIG_IGN);
    enum error e = asked_read(&asked, argc, argv, &trouble);
    if (e != ERROR_OK)
        return refuse(&trouble, e);
    if (asked.verb != VERB_COUNT) {
        assert(obey[asked.verb]);
        e = obey[asked.verb](&asked, stdout, &trouble);
        return e == ERROR_OK ? 0 : fail(&trouble, e);
    }
    e = options_read(&options, argc, argv, &trouble);
    if (e != ERROR_OK)
        return refuse(&trouble, e);
    if (options.version) {
        puts("plenary-kiosk " PLENARY_VERSION);
        return 0;
    }
    if (options.help) {
        options_print_help(stdout);
        asked_print_help(stdout);
        return 0;
    }
    return run(&options);
}
