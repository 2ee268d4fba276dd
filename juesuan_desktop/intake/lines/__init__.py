"""A recognised table to printed lines: headers, columns, codes, labels, amounts."""
