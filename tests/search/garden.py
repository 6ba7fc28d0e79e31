"""A tiny corpus everyone knows by heart: what a coach should know about silence, goals, contracts and the like."""

from __future__ import annotations

from bot.model import Article

SILENCE = Article(
    url="/silence",
    title="Why is silence useful in coaching?",
    answer="A pause gives the client room to think.\n\n1. Count to seven.\n2. Keep your eyes soft.",
    subject="Listening",
    description="What a pause does, and how to hold it.",
    keywords=("silence", "pause", "presence"),
    aliases=("What should I do when a client says nothing?", "How long may a pause be?"),
)
GOALS = Article(
    url="/goals",
    title="How do coaches and clients agree on session goals?",
    answer="Ask what would make the session worthwhile, and write down the outcome in the client's words.",
    subject="Goals",
    description="Finding a goal that the client owns.",
    keywords=("goal setting", "outcome", "agenda"),
)
CONTRACT = Article(
    url="/contract",
    title="What belongs in a coaching contract?",
    answer="Roles, fees, cancellation, confidentiality, and how either of you may end it.",
    subject="Agreements",
    keywords=("contract", "agreement", "fees"),
)
CONFLICT = Article(
    url="/conflict",
    title="How can a coach help two colleagues in conflict?",
    answer="Hear each of them alone first. Then let each say what they need from the other.",
    subject="Difficult conversations",
    keywords=("conflict", "mediation"),
)
BURNOUT = Article(
    url="/burnout",
    title="How does a coach notice exhaustion early?",
    answer="Sleep, irritability and a shrinking calendar of friends are the first signs of burnout.",
    subject="Self-care",
    description="Signs of fatigue, in a client and in yourself.",
    keywords=("burnout", "rest"),
)
QUESTIONS = Article(
    url="/questions",
    title="Which questions open a conversation?",
    answer="Short ones. Begin with what or how; why sounds like blame.",
    subject="Questions",
    keywords=("open questions", "curiosity"),
)
GARDEN = (SILENCE, GOALS, CONTRACT, CONFLICT, BURNOUT, QUESTIONS)
