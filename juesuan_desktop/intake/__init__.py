"""The one way in: any file to grids and paragraphs, recognised by words.

From the file to the report: `process` (apart from ours, within limits) runs the readers `workbook`, `word`, `pdf` and
`text`, with `office` for what Office files share; `sheets` and `continuing` cut and join what they found;
`recognition` says which report and which tables these are; `lines` reads a known table; `reading` does it all.
"""
