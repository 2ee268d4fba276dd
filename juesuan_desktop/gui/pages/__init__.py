"""Start page, new report, texts, supplements: what fills the middle of the window."""
