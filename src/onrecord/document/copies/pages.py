"""When two addresses are of one page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

# What a link says about where it was clicked.
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|ref|source|amp|mc_[ce]id|igshid", re.IGNORECASE)


def page_of(url: str | None) -> str | None:
    """Return the address of a report's page in one form for all ways to write it.

    None without an address, and for a front page: what stands there today is another report
    than yesterday's, and no version of it.
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    asked = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    path = parts.path.rstrip("/").removesuffix("/amp")
    if not host or not (path or asked):
        return None
    return f"{host}{path}?{urlencode(asked)}" if asked else f"{host}{path}"
