"""What was asked and whether it helped: recorded with little, kept for a while, learnt from.

In, in reading order: ``events`` are what happens, ``privacy`` takes people out of them (with the ``key`` of their
pseudonyms), ``rows`` turns them into rows of the table, ``recorder`` writes them in the background, ``store`` is the
``Journal`` that the rest of the bot talks to; ``health`` looks for damage.

Out again: ``queries`` are the figures the database gives, ``insights`` and ``gaps`` (by ``similarity``) what they say,
``trend`` how that looks; ``suggestions`` are aliases to add, ``review`` all that Slack shows of them;
``labels`` are questions for the evaluation, ``export`` is everything as text.
"""
