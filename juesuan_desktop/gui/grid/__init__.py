"""A table to work in: drawn as on paper, typed into as in Excel."""
