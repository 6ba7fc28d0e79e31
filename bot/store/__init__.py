"""The database: its engine, its schema and its migrations. It does not know what the rows mean."""

FILE_NAME = "journal.sqlite3"
"""Where it is in the data folder, unless it is on a server. Its name comes from the time when it held nothing else."""
