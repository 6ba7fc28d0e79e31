"""From settings to a release that answers, and to the next one; in the order in which it happens.

* ``sourcing``: where the articles come from; ``watcher``: when they changed.
* ``indexing``: articles → an index that is kept, and an index that was kept → what answers.
* ``teaching``: accepted aliases over a release; ``probing``: what each would change.
* ``comparing``, ``staging``: a new release beside the one that serves, and which replies differ; ``trying``: asked.
* ``releases``: what serves now, and how another comes to.
* ``lessons``: what the journal says about it.
"""
