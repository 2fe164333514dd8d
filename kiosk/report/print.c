#include "report/sheet.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where `lp` is among the programs of this computer; false when it is nowhere. */
static bool find_printing(char to[REPORT_PATH_SIZE])
{
    const char *at = getenv("PATH");
    while (at && *at) {
        int length = (int)strcspn(at, ":");
        snprintf(to, REPORT_PATH_SIZE, "%.*s/lp", length, at);
        if (length > 0 && access(to, X_OK) == 0)
            return true;
        at += length + (at[length] == ':');
    }
    return false;
}

/* In the child: nothing that another thread could have been in the middle of. */
static void become(const char *program, const char *path)
{
    int nowhere = open("/dev/null", O_RDWR);
    for (int fd = 0; nowhere >= 0 && fd <= 2; fd++)
        dup2(nowhere, fd);
    setsid();
    execl(program, "lp", "--", path, (char *)NULL);
    _exit(127);
}

/* The printing program is a grandchild, so that nobody has to wait for it. */
enum error report_print(const char *path, struct trouble *trouble)
{
    char program[REPORT_PATH_SIZE];
    if (!find_printing(program))
        return trouble_set(trouble, ERROR_ABSENT, "There is no printing program on this computer.");
    pid_t child = fork();
    if (child == 0) {
        pid_t print = fork();
        if (print == 0)
            become(program, path);
        _exit(print < 0);
    }
    int status = 0;
    bool begun = child > 0 && waitpid(child, &status, 0) == child && status == 0;
    return begun ? ERROR_OK
                 : trouble_set(trouble, ERROR_IO, "Printing could not begin: %s.", strerror(errno));
}
