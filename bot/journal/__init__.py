"""What was asked and whether it helped: recorded with little, kept for a while, learnt from.

In, in reading order: ``events`` are what happens, ``privacy`` takes people out of them (with the ``key`` of their
pseudonyms), ``rows`` puts them into the table of ``schema``, ``recorder`` writes them in the background, ``database``
is the file and its mishaps (``checkup`` looks for them), ``store`` the ``Journal`` that the rest of the bot talks to.

Out again: ``readings`` are the figures the database gives, ``insights`` and ``gaps`` (by ``similarity``) what they say,
``trend`` how that looks; ``suggestions`` are aliases to add, ``decisions`` what admins said to them,
``aliases`` those that take effect, ``review`` all that Slack shows of it; ``labels`` are questions for the evaluation,
``export`` is everything as text.

Besides: ``channels`` in which the bot may speak unasked, and ``chores`` it does once a week.
"""
