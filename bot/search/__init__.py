"""Articles and a question in, ranked hits out. Pure: no I/O, clock, randomness or logging."""
