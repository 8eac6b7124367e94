"""Bring what the documentation takes from the program up to date: `python docs/generator`.

With `--check` nothing is written: pages that are out of date are named, and the exit code is 1.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from pages import regenerated

from attribution.audit.reference import pages as rule_pages

ROOT = Path(__file__).resolve().parents[2]
RULES = ROOT / "docs" / "reference" / "rules"


def main() -> int:
    """Regenerate the pages named on the command line, or all of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, name stale pages")
    parser.add_argument("pages", nargs="*", type=Path, help="default: README.md and all of docs/")
    arguments = parser.parse_args()
    wanted = {page: regenerated(page.read_text("utf-8")) for page in arguments.pages or all_pages()}
    if not arguments.pages:
        wanted |= {RULES / name: text for name, text in rule_pages().items()}
    stale = [page for page, text in wanted.items() if _refresh(page, text, arguments.check)]
    if arguments.check:
        for page in stale:
            print(f"{page}: out of date, run make generate", file=sys.stderr)
    return 1 if arguments.check and stale else 0


def all_pages() -> list[Path]:
    """The README and every page that a person wrote, in the order of their names."""
    written = (page for page in (ROOT / "docs").rglob("*.md") if RULES not in page.parents)
    return [ROOT / "README.md", *sorted(written)]


def _refresh(page: Path, text: str, check: bool) -> bool:
    """Whether the page was out of date; it is written anew unless only checked."""
    stale = not page.exists() or page.read_text("utf-8") != text
    if stale and not check:
        page.write_text(text, "utf-8")
    return stale


if __name__ == "__main__":
    sys.exit(main())
