"""What can be wrong with a file of ours. Whoever only reads other files needs to know these and not the database."""


class StorageError(Exception):
    """The file cannot be opened, read or written; one sentence for people."""


class WrittenElsewhereError(StorageError):
    """Another window, or another PC, has written to the file since it was read here."""
