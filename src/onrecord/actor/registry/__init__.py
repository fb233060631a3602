"""Users' own lists of actors: read from files, made one, and recognised in reports."""
