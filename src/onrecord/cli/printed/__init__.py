"""What a person sees in a terminal; only human output loads these modules, and rich."""
