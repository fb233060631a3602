"""Across reports: the entities that are one actor."""
