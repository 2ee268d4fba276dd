"""The .juesuan file: one SQLite table of changes that is the report."""

OWN_SUFFIX = ".juesuan"
