"""onrecord: from a pile of news reports to a checked record of who said what, and when.

The Python face is `open_record`; every command of the command line has its twin on the
`Record` it returns.
"""

__version__ = "0.1.0"
