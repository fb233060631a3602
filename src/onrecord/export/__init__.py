"""What leaves a record: the extraction contract, tables, and the words for a statement."""
