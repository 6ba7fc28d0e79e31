"""Hits → reply: which outcome, which excerpt, which related articles. Pure: no I/O."""
