"""What the commands do otherwise than typer would have it: how they are shown, and end."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from onrecord.cli.terminal import say

INTERRUPTED = 130


class Command(TyperCommand):
    """A command whose usage names what must be given as it is: PATH..., not {PATH...}."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        return [
            piece if "|" in piece else piece.removeprefix("{").removesuffix("}")
            for piece in super().collect_usage_pieces(ctx)
        ]


class Commands(TyperGroup):
    """The commands, and how one ends that is not let come to its end."""

    def invoke(self, ctx: Any) -> Any:
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except KeyboardInterrupt:
            say("Interrupted.")
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # Who reads has read enough, as `head` does. Nothing more is to be flushed there.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit from None
