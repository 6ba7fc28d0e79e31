"""Formulas in Unicode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markdown.mathematics import to_unicode


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"x^2 + \alpha_i \neq \nabla f", "x² + αᵢ ≠ ∇f"),
        (r"a^{n+1}", "aⁿ⁺¹"),
        (r"e^{-\frac{x}{2}}", "e^(-x/2)"),
        (r"v_{initial}", "v_initial"),
        (r"30^\circ", "30°"),
        (r"f'(x) + y''", "f\N{PRIME}(x) + y\N{DOUBLE PRIME}"),
        (r"\frac{a+b}{2a}", "(a + b)/(2a)"),
        (r"\frac{1}{2}mv^2", "1/2 mv²"),
        (r"\frac{dy}{dx}", "dy/dx"),
        (r"x = \frac{-b \pm \sqrt{b^2-4ac}}{2a}", "x = (-b ± √(b² - 4ac))/(2a)"),
        (r"\sqrt[3]{x}", "∛x"),
        (r"\sum_{i=1}^{n} i^2", "∑ᵢ₌₁ⁿ i²"),
        (r"\lim_{x \to 0} f(x)", "lim_(x → 0) f(x)"),
        (r"\int_0^\infty e^x\,dx", "∫₀^∞ eˣ dx"),
        (r"\sin\theta\cos(2x)", "sin θ cos(2x)"),
        (r"1 + \cot^2 x", "1 + cot² x"),
        (r"\frac{\text{Given mass}}{\text{Molecular mass}}", "(Given mass)/(Molecular mass)"),
        (r"\vec{F} = m\vec{a}", "F⃗ = ma⃗"),
        (r"\mathbb{R}^n", "ℝⁿ"),
        (r"\mathbf{v}", "\N{MATHEMATICAL BOLD SMALL V}"),
        (r"\mathbf{Answer}", "Answer"),
        (r"a \equiv b \pmod{n}", "a ≡ b (mod n)"),
        (r"p \land q \iff \neg(\neg p \lor \neg q)", "p ∧ q ⟺ ¬(¬p ∨ ¬q)"),
        (r"2H_2 + O_2 \rightarrow 2H_2O", "2H₂ + O₂ → 2H₂O"),
        (r"A \xrightarrow{k} B", "A →ᵏ B"),
        (r"\binom{n}{k}", "(n choose k)"),
        (r"a \not= b", "a ≠ b"),
        (r"\left. x \right|_{0}", "x |₀"),
        (r"12\% + 5%", "12% + 5%"),
        (r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}", "(a, b; c, d)"),
        (
            r"f(x) = \begin{cases} 1 & \text{if } x < 0 \\ 2 & \text{else} \end{cases}",
            "f(x) = { 1, if x < 0; 2, else }",
        ),
        (r"\begin{align*} x+y &= 5 \\ 2x &= 2 \end{align*}", "x + y = 5\n2x = 2"),
        (r"\text{p-value} < 0.05", "p-value < 0.05"),
    ],
)
def test_formulas_read_as_people_would_type_them(latex: str, text: str) -> None:
    assert to_unicode(latex) == text


@pytest.mark.parametrize(
    "latex",
    [r"\foo{x}", "x^", "{", r"\frac{a}", r"\begin{tikzpicture}x\end{tikzpicture}", r"\input{secrets}", r"\today", ""],
)
def test_what_would_lose_or_garble_a_part_is_refused(latex: str) -> None:
    assert to_unicode(latex) is None


@given(st.text(alphabet=r"\{}[]()^_&%$#~'ab2+-= fracsqrt", max_size=40))
def test_no_formula_raises(latex: str) -> None:
    text = to_unicode(latex)

    assert text is None or text.strip() == text != ""
