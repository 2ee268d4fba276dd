"""The list of findings below the tables."""
