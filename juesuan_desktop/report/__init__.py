"""A report's values: figures, lines, texts, the changes that made them."""
