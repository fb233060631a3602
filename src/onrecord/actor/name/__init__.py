"""What a name is made of, and what else it may look like."""
