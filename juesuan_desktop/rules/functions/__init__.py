"""Rules that are no sum or comparison: sets, conditions, wording. Few, each with its source as docstring."""
