"""Whole conversations through the real app and the emulator."""
