"""What can be done with a report: open, edit, check, import, export. Window and command line both work here."""
