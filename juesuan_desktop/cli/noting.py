"""What to say of a surprise: where it was written down, and for whom."""

from juesuan_desktop.locations import logs


def noted(error: Exception) -> str:
    """Write an unexpected error down; the answer is the end of a sentence."""
    from juesuan_desktop.journal import written_down

    return f"详情记在「{written_down(error, logs())}」，请把它和文件一起交给维护程序的人"
