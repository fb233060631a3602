"""A process that adds invented reports, to be killed, doubled or starved by a test.

python -m tests.record.adder PATH FIRST LAST [BYTES] adds reports FIRST to LAST, one line a
report, then works out who is who and what tells one remark. With BYTES no file may grow beyond
so many.
"""

from __future__ import annotations

import resource
import sys

from onrecord.errors import RecordError
from onrecord.record import open_record
from tests.record.invented import numbered
from tests.record.telling import work_out


def main(path: str, first: str, last: str, limit: str | None = None) -> int:
    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(limit), resource.RLIM_INFINITY))
    try:
        with open_record(path) as record:
            for number in range(int(first), int(last)):
                record.add(numbered(number))
                sys.stdout.write(f"{number}\n")
                sys.stdout.flush()
            work_out(record)
    except RecordError as error:
        sys.stderr.write(f"{type(error).__name__}\n{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
