"""Text PDFs: characters and ruling lines to tables and paragraphs."""
