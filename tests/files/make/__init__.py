"""Makes the workbooks and documents in tests/files: ``python -m tests.files.make``. Same input, same bytes."""
