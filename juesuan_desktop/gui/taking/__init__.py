"""Import and roll-over: what was recognised, and what she takes of it."""
