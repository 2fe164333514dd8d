/* make_clusters FOLDER COUNT: workshop files to try a roll-up on. */

#include <stdio.h>
#include <stdlib.h>

#include "rollup/clusters.h"

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: make_clusters FOLDER COUNT\n");
        return 2;
    }
    clusters_series(argv[1], (unsigned)strtoul(argv[2], NULL, 10));
    return 0;
}
