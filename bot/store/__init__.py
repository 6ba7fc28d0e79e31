"""The database: its engine, its schema and its migrations. It does not know what the rows mean."""
