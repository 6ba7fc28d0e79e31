"""Markdown text → syntax tree, spans, plain text and readable mathematics. Pure: no I/O."""
