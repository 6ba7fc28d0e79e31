"""Hits → reply: which outcome, which excerpt, which suggestions. Pure: no I/O."""
