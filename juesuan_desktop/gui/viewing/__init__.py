"""A foreign report that is only looked at, with the page of its file."""
