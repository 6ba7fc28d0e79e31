"""The workspace as a page in a browser: what people see and do in it, what passed over the wire, and the articles.

Reading order: ``description`` (the workspace as JSON) → ``feed`` (what is news to a browser) →
``deeds`` (what people do) → ``live`` (the WebSocket between them) → ``assets`` (the files of the page) → ``site`` (all
of it, beside the wire). Then what comes up with the bot: ``library``, ``listing`` and ``preview`` (the articles, for
authors) → ``explaining`` (why a reply came) → ``authoring`` (what authors ask).
"""
