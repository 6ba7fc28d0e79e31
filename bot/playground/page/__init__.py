"""The workspace as a page in a browser: what people see and do in it, what passed over the wire, and the articles.

Reading order: ``description`` (the workspace as JSON) → ``updates`` (what is news to a browser) → ``actions`` (what
people do) → ``websocket`` (between them and the page) → ``assets`` (the files of the page) → ``site`` (all of it,
beside the wire). Then what comes up with the bot: ``article_files``, ``article_updates``, ``article_list`` and
``preview`` (the articles, for authors) → ``explanation`` (why a reply came) → ``authoring`` (what authors ask).
"""
