"""Unicode's raised and lowered letters, as far as there are any.

Pure: no I/O. Source: Unicode blocks "Superscripts and Subscripts", "Phonetic Extensions" and "Modifier Letters".
"""

from __future__ import annotations

_RAISED = dict(
    zip(
        "0123456789+-−=()abcdefghijklmnoprstuvwxyzABDEGHIJKLMNOPRTUVWβγδθφχ°*",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂᵝᵞᵟᶿᵠᵡ°*",
        strict=True,
    )
) | {"∘": "°", "'": "\N{PRIME}", "\N{PRIME}": "\N{PRIME}"}
_LOWERED = dict(zip("0123456789+-−=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ", strict=True))
SCRIPTS = "".join((*_RAISED.values(), *_LOWERED.values())).replace("*", "")
_LONGEST_WORD = 4  # "max" and "cell" stay legible when small; of longer words, people and screen readers make little


def superscript(text: str) -> str | None:
    """Raise a text, or return None if a character has no raised form or the text would be hard to read."""
    return _converted(text, _RAISED)


def subscript(text: str) -> str | None:
    """Lower a text, or return None as for ``superscript``."""
    return _converted(text, _LOWERED)


def _converted(text: str, forms: dict[str, str]) -> str | None:
    is_word = text.isalpha() and len(text) > _LONGEST_WORD
    if not text or is_word or any(letter not in forms for letter in text):
        return None
    return "".join(forms[letter] for letter in text)
