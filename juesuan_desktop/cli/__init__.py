"""The command line: a contract others rely on (PRODUCT.md), its exit codes too."""

DONE, ERRORS_FOUND, NOT_DONE = 0, 1, 2
