"""`python -m juesuan_desktop`, and the console script `juesuan`."""

import multiprocessing
import os
import sys


def main() -> int:
    """Start the program."""
    multiprocessing.freeze_support()
    from juesuan_desktop.app import main as run

    try:
        return run()
    except BrokenPipeError:  # the reader of our output (`| head`) has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
