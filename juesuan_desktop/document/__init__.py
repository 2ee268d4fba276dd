"""A report as a row of blocks, ready for any writer."""
