"""Workbooks, and what is called .xls: OOXML, BIFF, SpreadsheetML, web pages."""
