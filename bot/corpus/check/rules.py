"""Every rule of the linter in one table; ``docs/checks.md`` explains them to authors. Pure: no I/O."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.corpus.check import characters, corpus_rules, file_rules, markdown_rules, shown_markup
from bot.corpus.check.findings import Remark, Severity
from bot.corpus.check.subjects import File, Library

FileRule = Callable[[File], Iterable[Remark]]
LibraryRule = Callable[[Library], Iterable[tuple[int, Remark]]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule's name, how grave its findings are, and how it looks at each file or at the corpus."""

    code: str
    severity: Severity
    on_file: FileRule | None = None
    on_library: LibraryRule | None = None


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE

RULES: tuple[Rule, ...] = (
    Rule("does-not-load", ERROR, on_file=file_rules.does_not_load),
    Rule("unclear-part", WARNING, on_file=file_rules.unclear_part),
    Rule("missing-field", WARNING, on_file=file_rules.missing_field),
    Rule("unknown-key", WARNING, on_file=file_rules.unknown_key),
    Rule("malformed-url", ERROR, on_file=file_rules.malformed_url),
    Rule("suspicious-character", WARNING, on_file=characters.suspicious_character),
    Rule("broken-encoding", WARNING, on_file=characters.broken_encoding),
    Rule("unclosed-fence", ERROR, on_file=markdown_rules.unclosed_fence),
    Rule("uneven-table", WARNING, on_file=markdown_rules.uneven_table),
    Rule("broken-link", WARNING, on_file=markdown_rules.broken_link),
    Rule("pasted-picture", WARNING, on_file=markdown_rules.pasted_picture),
    Rule("nearly-markdown", WARNING, on_file=shown_markup.nearly_markdown),
    Rule("foreign-markup", NOTE, on_file=shown_markup.foreign_markup),
    Rule("live-mention", WARNING, on_file=markdown_rules.live_mention),
    Rule("mixed-newlines", WARNING, on_file=markdown_rules.mixed_newlines),
    Rule("too-long", WARNING, on_file=file_rules.too_long),
    Rule("duplicate-url", ERROR, on_library=corpus_rules.duplicate_url),
    Rule("duplicate-id", NOTE, on_library=corpus_rules.duplicate_id),
    Rule("duplicate-title", WARNING, on_library=corpus_rules.duplicate_title),
    Rule("similar-title", NOTE, on_library=corpus_rules.similar_title),
    Rule("duplicate-alias", WARNING, on_library=corpus_rules.duplicate_alias),
    Rule("unresolved-related", NOTE, on_library=corpus_rules.unresolved_related),
    Rule("dangling-link", NOTE, on_library=corpus_rules.dangling_link),
    Rule("related-to-itself", WARNING, on_library=corpus_rules.related_to_itself),
    Rule("overdue-review", WARNING, on_library=corpus_rules.overdue_review),
    # These need to render or to search, which other layers do; ``run.Outside`` brings the functions.
    Rule("unrenderable", ERROR),
    Rule("unreachable", WARNING),
    Rule("collision", WARNING),
)

BY_CODE = {rule.code: rule for rule in RULES}
