"""Make the pictures of the documentation from the demo corpus.

    python docs/images/make.py

Needs Chromium and the development environment.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [Path(sys.executable).parent / "onrecord", "demo"],
            cwd=folder,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
            for scheme in ("light", "dark"):
                page = browser.new_page(
                    viewport={"width": 1100, "height": 760}, color_scheme=scheme
                )
                page.goto((Path(folder) / "demo.html").as_uri())
                page.screenshot(path=HERE / f"report-{scheme}.png")
            browser.close()


if __name__ == "__main__":
    main()
