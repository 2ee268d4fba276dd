"""Does anything notice when a rule is wrong? The rules' own text is changed, and somebody has to protest."""
