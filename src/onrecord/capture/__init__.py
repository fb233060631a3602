"""Inputs as they came: files, folders and standard input as captures, bytes untouched."""

from onrecord.capture.encoding import decode
from onrecord.capture.files import LIMIT, read_captures

__all__ = ["LIMIT", "decode", "read_captures"]
