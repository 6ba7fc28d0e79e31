"""Tests of finding the right article."""
