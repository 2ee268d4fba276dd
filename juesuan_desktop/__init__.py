"""决算公开: fill in, check and publish the yearly report of final accounts of a small public unit."""

__version__ = "0.1.0"
