"""Markdown → rich_text, tables, headers, pictures and plain text. Pure: no I/O."""
