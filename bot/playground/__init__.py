"""A small Slack workspace on this machine: for trying the bot, for demonstrating it, and for testing it.

Reading order: ``model`` (what people see and what was exchanged) → ``workspace`` (the state) → ``validation`` (what
Slack refuses) → ``methods`` (the Web API) → ``webapi`` and ``socketmode`` (the two wires) → ``emulator`` (all of it,
with the verbs of the people in it) → ``chat`` (a conversation in the terminal).
"""
