"""Where links may lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.links import absolute, known_as, ways_to_write


@pytest.mark.parametrize(
    ("url", "site_url", "address"),
    [
        ("https://example.com/a", "", "https://example.com/a"),
        ("mailto:a@example.com", "", "mailto:a@example.com"),
        ("/learn/goals", "https://example.com", "https://example.com/learn/goals"),
        ("/learn/goals", "https://example.com/help/", "https://example.com/help/learn/goals"),
        ("goals?a=b#c", "https://example.com", "https://example.com/goals?a=b#c"),
        ("//cdn.example.com/a", "https://example.com", "https://cdn.example.com/a"),
        ("https://other.example/a", "https://example.com", "https://other.example/a"),
    ],
)
def test_web_and_mail_addresses_are_complete(url: str, site_url: str, address: str) -> None:
    assert absolute(url, site_url) == address


@pytest.mark.parametrize(
    "url",
    ["", "/learn/goals", "#top", "//example.com", "javascript:alert(1)", "data:text/html,x", "slack://open", "https:"],
)
def test_what_leads_nowhere_safe_is_no_address(url: str) -> None:
    assert absolute(url) is None


def test_a_place_within_the_article_is_no_address() -> None:
    assert absolute("#top", "https://example.com") is None


def test_an_address_longer_than_slack_takes_is_none() -> None:
    assert absolute("https://example.com/" + "x" * 3_000) is None


@given(st.text(), st.sampled_from(["", "https://example.com"]))
def test_whatever_is_returned_is_absolute(url: str, site_url: str) -> None:
    address = absolute(url, site_url)

    assert address is None or address.startswith(("http://", "https://", "mailto:", "tel:"))


@pytest.mark.parametrize(
    ("address", "ways"),
    [
        ("https://e.com/learn/goals/?ref=mail#top", ("https://e.com/learn/goals", "/learn/goals", "learn/goals")),
        ("https://e.com.evil.org/learn/goals", ("https://e.com.evil.org/learn/goals",)),
        ("https://other.com/learn/goals", ("https://other.com/learn/goals",)),
    ],
)
def test_full_address_is_read_as_an_article_could_name_it(address: str, ways: tuple[str, ...]) -> None:
    assert ways_to_write(address, "https://e.com") == ways


@pytest.mark.parametrize("known", ["/goals", "/goals/", "https://e.com/goals", "https://e.com/goals/", "goals"])
@pytest.mark.parametrize(
    "written", ["/goals", "/goals/", "goals", "https://e.com/goals", "https://e.com/goals/?a=b#c", "/goals#top"]
)
def test_a_page_is_known_however_its_address_is_written(written: str, known: str) -> None:
    assert known_as(written, {"/other", known}, "https://e.com/") == known


@pytest.mark.parametrize("written", ["/goal", "/goals/smart", "https://e.org/goals", "https://e.com", "", "#goals"])
def test_another_page_is_not_taken_for_it(written: str) -> None:
    assert known_as(written, {"/goals", "/other"}, "https://e.com") is None


def test_without_a_site_only_slashes_queries_and_anchors_are_forgiven() -> None:
    assert known_as("/goals/?a=b", {"/goals"}) == "/goals"
    assert known_as("https://e.com/goals", {"/goals"}) is None
