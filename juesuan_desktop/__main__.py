"""`python -m juesuan_desktop`, and the console script `juesuan`."""

import os
import sys

STOPPED = 130  # as every shell tells of Ctrl+C


def main() -> int:
    """Start the program."""
    if getattr(sys, "frozen", False):
        import multiprocessing  # slow to import, and only the frozen program needs it here

        multiprocessing.freeze_support()
    if sys.argv[1:2] == ["--read-apart"]:  # we are the child that intake/process/apart.py started
        from juesuan_desktop.intake.child import main as read

        return read(sys.argv[2:])
    try:
        from juesuan_desktop.app import main as run

        return run()
    except BrokenPipeError:  # the reader of our output (`| head`) has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print("已停止", file=sys.stderr)
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
