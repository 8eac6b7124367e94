"""The reference pages of the rules, written from the rules themselves.

`python -m attribution.audit.reference docs/reference/rules` writes them; a test fails where the
pages in the repository differ from what would be written.
"""

from __future__ import annotations

import sys
from pathlib import Path

from attribution.audit.catalogue import Entry, entries
from attribution.audit.config import Thresholds

_INDEX = """# Rules

What `claimtrail audit` checks. `--select` and `--ignore` take codes or beginnings of codes, such as
`COR` or `SRC005`. Rules flag; they never declare truth.

Codes that begin with `INT` are not about cases: they are reported when documents are taken in.
Those that begin with `MRG` are reported when two cases are merged.

| code | severity | finds |
|---|---|---|
"""


def pages() -> dict[str, str]:
    """The text of each page in Markdown, by file name."""
    listed = entries()
    rows = (f"| [{e.code}]({e.code}.md) | {e.severity} | {e.title} |\n" for e in listed)
    index = _INDEX + "".join(rows) + _thresholds()
    return {"index.md": index} | {f"{entry.code}.md": _page(entry) for entry in listed}


def _thresholds() -> str:
    rows = (f"| `{name}` | {field.default} |\n" for name, field in Thresholds.model_fields.items())
    return "\n## Thresholds\n\n| name | by default |\n|---|---|\n" + "".join(rows)


def _page(entry: Entry) -> str:
    page = f"# {entry.code}: {entry.title}\n\nSeverity: {entry.severity}\n\n{entry.why}\n\n"
    page += f"Tradecraft: {entry.tradecraft}.\n"
    if entry.bad:
        page += f"\n## Reported\n\n```yaml\n{entry.bad}```\n"
        page += f"\n## Not reported\n\n```yaml\n{entry.good}```\n"
    return page


def write_pages(folder: Path) -> None:
    """Write all pages into a folder, and remove those of codes that are no more."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for stale in set(folder.glob("*.md")) - {folder / name for name in written}:
        stale.unlink()
    for name, text in written.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_pages(Path(sys.argv[1]))
