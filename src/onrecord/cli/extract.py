"""`onrecord extract`: the public extraction contract, as JSON Lines."""

from __future__ import annotations

import typer

from onrecord.cli.options import Extractor, Jobs, Paths
from onrecord.cli.terminal import write
from onrecord.model import DEFAULT_EXTRACTOR


def extract(paths: Paths, extractor: Extractor = DEFAULT_EXTRACTOR, jobs: Jobs = None) -> None:
    """Print statements as JSON Lines; store nothing.

    One line a document, in the order of the inputs; the fields are described in
    docs/reference/extract.md and keep their meaning.
    """
    from onrecord.cli.reading import Problems
    from onrecord.errors import InputError
    from onrecord.export.contract import encode, extract
    from onrecord.model import Reading
    from onrecord.pipeline import named_extractor, read

    problems = Problems(paths)
    for reading in read(paths, extractor=named_extractor(extractor), jobs=jobs):
        if isinstance(reading, InputError):
            problems.say(reading)
        elif isinstance(reading, Reading):
            write(encode(extract(reading)) + b"\n")
    problems.say_rest()
    if problems.said:
        raise typer.Exit(1)
