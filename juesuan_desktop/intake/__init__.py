"""The one way in: any file to grids and paragraphs, recognised by words."""
