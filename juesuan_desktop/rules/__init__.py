"""Balance rules: lines of text that fill, check and explain."""
