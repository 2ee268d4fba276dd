"""The panels around the tables."""
