"""From settings to a release that answers, and to the next one; in the order in which it happens.

* ``snapshot``, ``snapshot_builder``: articles and their index as one file, made anew where files have changed;
  ``accepted_aliases``: what admins added to them.
* ``folder``: numbered releases on disk: staged, activated, rolled back.
* ``indexing``: articles → an index that is kept, and an index that was kept → what answers.
* ``stage``, ``diff``: a new release beside the one that answers, and which articles and replies differ;
  ``sample_questions``: what both are asked.
* ``releases``: what answers now, and how another comes to; ``watcher``: by itself, when files change.
"""
