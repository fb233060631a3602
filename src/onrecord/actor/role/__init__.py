"""Offices and titles, as words give them."""
