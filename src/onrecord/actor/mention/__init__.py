"""Inside one report: whom the words of sources and addressees stand for."""
