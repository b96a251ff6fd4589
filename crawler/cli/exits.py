"""The exit codes of the commands; docs/exit-codes.md explains them."""

OK = 0
ERROR = 1  # something went wrong: the archive, the configuration, a file
USAGE = 2  # the command line cannot be understood
NOTHING = 3  # nothing at all could be had: the site does not answer, or answers nothing but errors
BUSY = 75  # the outlet is being crawled by another process (EX_TEMPFAIL of sysexits.h: try again later)
INTERRUPTED = 130  # by Ctrl-C or SIGTERM; what was acknowledged is kept (128 + SIGINT)
