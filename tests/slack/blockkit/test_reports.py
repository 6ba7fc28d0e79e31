from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model import ChangedReply, Changes, Problem, Release, Reload, ReloadState
from bot.slack.blockkit import reports
from bot.slack.limits import check_message

texts = st.text(max_size=2_000)
changes = st.builds(
    Changes,
    added=st.lists(texts, max_size=30).map(tuple),
    changed=st.lists(texts, max_size=30).map(tuple),
    replies=st.lists(st.builds(ChangedReply, texts, texts, texts, st.booleans()), max_size=40).map(tuple),
    asked=st.integers(0, 40_000),
)
problems = st.lists(st.builds(Problem, st.just(Path("corpus/a.md")), texts, st.integers(1, 99)), max_size=90).map(tuple)


@settings(max_examples=60)
@given(st.sampled_from(ReloadState), changes, problems, st.text(max_size=9_000))
def test_every_report_keeps_slacks_limits(
    state: ReloadState, changed: Changes, found: tuple[Problem, ...], failure: str
) -> None:
    release = Release(2, "abc1234")

    message = reports.reload(Reload(state, release, Release(1, "0000000"), 36_000, changed, found, failure))

    assert check_message(message.blocks, message.text) == []


def test_staged_release_can_be_decided_on_however_much_changes() -> None:
    replies = tuple(ChangedReply("why " * 100, "x" * 400, "y" * 400, is_loss=True) for _ in range(500))
    staged = Reload(
        ReloadState.STAGED, Release(2, "abc1234"), Release(1, "0000000"), 9, Changes(replies=replies, asked=900)
    )

    message = reports.reload(staged)

    assert [button["text"]["text"] for button in message.blocks[-1]["elements"]] == ["Activate", "Discard"]
    assert "500 of 900 questions tried would get a different reply; 500 would lose their answer" in str(message.blocks)


def test_first_release_is_compared_with_nothing() -> None:
    first = Release(1, "abc1234")

    message = reports.reload(Reload(ReloadState.ACTIVE, first, first, 9))

    assert "tried" not in str(message.blocks)
