"""Which report it is: place, year, unit, money unit; which table is which; the sections of text."""
