"""`python -m juesuan_desktop`, and the console script `juesuan`."""

import multiprocessing
import sys


def main() -> int:
    """Start the program."""
    multiprocessing.freeze_support()
    from juesuan_desktop.app import main as run

    return run()


if __name__ == "__main__":
    sys.exit(main())
