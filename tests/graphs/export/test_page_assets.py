from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

import pytest

from graphs.export.page.scripts import SCRIPTS, STYLES

ASSETS = Path(str(files("graphs.export.page") / "assets"))


def test_every_string_of_the_page_is_used_and_every_one_used_is_there():
    strings = json.loads((ASSETS / "strings.json").read_text(encoding="utf-8"))
    code = "\n".join((ASSETS / name).read_text(encoding="utf-8") for name in SCRIPTS)
    template = (ASSETS / "template.html.j2").read_text(encoding="utf-8")
    literal = set(re.findall(r'"([a-z_0-9]+(?: [a-z]+)?)"', code))
    prefixes = set(re.findall(r"`([a-z]+_)\$\{", code))
    in_template = set(re.findall(r"strings\.(\w+)", template))

    said_outright = set(re.findall(r'\bsay\("([^"]+)"', code))
    assert said_outright | in_template <= set(strings)
    literal |= set(re.findall(r"STRINGS\.(\w+)", code))
    unused = [
        key
        for key in strings
        if key not in literal | in_template and not key.startswith(tuple(prefixes))
    ]
    assert unused == []


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_write_text_never_markup(name):
    code = (ASSETS / name).read_text(encoding="utf-8")

    forbidden = r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|srcdoc"
    assert not re.search(forbidden, code)
    assert code.startswith("//")


@pytest.mark.parametrize("name", [*SCRIPTS, *STYLES, "strings.json", "template.html.j2"])
def test_assets_are_short_and_have_unix_line_ends(name):
    data = (ASSETS / name).read_bytes()

    assert data.count(b"\n") <= 400
    assert b"\r" not in data


def test_every_asset_is_used():
    files_there = (path for path in ASSETS.rglob("*") if path.is_file())
    names = {path.relative_to(ASSETS).as_posix() for path in files_there}

    assert names == {*SCRIPTS, *STYLES, "strings.json", "template.html.j2"}
