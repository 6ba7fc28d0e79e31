"""What holds for all tests."""

from __future__ import annotations

from hypothesis import settings

# An example's time is the machine's, not the code's: speed is measured in benchmarks, never asserted in a test.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")
