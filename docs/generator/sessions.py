"""Console sessions of a page: run in order, in one empty folder, with the files the page gives.

A fenced block with a title (```yaml title="case.yaml") is written to a file of that name before the
first command after it is run.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_FENCE = re.compile(r"^```(?P<info>[^\n`]+)\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r'title="([^"]+)"')
_COLUMNS = "96"
_FINDINGS = 1


def rerun_sessions(page: str) -> str:
    """The page with the output of every command as it is today."""
    if not re.search(r"^```console$", page, re.MULTILINE):
        return page
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "attribution").symlink_to(ROOT / "attribution")
        return _FENCE.sub(lambda fence: _replayed(fence, Path(folder)), page)


def _replayed(fence: re.Match[str], folder: Path) -> str:
    title = _TITLE.search(fence["info"])
    if title:
        path = folder / title[1]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(fence["body"], encoding="utf-8")
    if fence["info"] != "console":
        return fence[0]
    commands = [line for line in fence["body"].splitlines() if line.startswith("$ ")]
    outputs = [f"{command}\n{_output(command[2:], folder)}" for command in commands]
    return f"```console\n{''.join(outputs)}```"


def _output(command: str, folder: Path) -> str:
    """What a shell command prints, on both channels, in the manner of a terminal without colour.

    Raises:
        SystemExit: If the command fails otherwise than by findings: no page should show that.
    """
    programs = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": programs, "COLUMNS": _COLUMNS, "NO_COLOR": "1"}
    done = subprocess.run(  # noqa: S602 - the commands are those of our own pages
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode > _FINDINGS:
        raise SystemExit(f"{command}: exit status {done.returncode}\n{done.stdout}")
    lines = [line.rstrip() for line in done.stdout.splitlines()]
    return "".join(f"{line}\n" for line in lines)
