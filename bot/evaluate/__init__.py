"""How good the bot is, in figures: labelled questions in, metrics, a baseline comparison and thresholds out.

In reading order: ``questions`` reads the labels, ``observations`` holds what was seen for each of them, ``run`` asks
them, ``metrics`` and ``calibrate`` turn observations into figures, ``baseline`` compares two reports, ``tables``
draws them.
"""
