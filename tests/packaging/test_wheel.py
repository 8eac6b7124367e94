"""The wheel, built from the checkout, does the main job in an empty environment.

The packages lie at the root of the tree, so everything runs from a folder elsewhere and with
Python's `-I`: what is missing in the wheel cannot be found beside it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("attribution", "evidence", "graphs")
LEFT_BEHIND = {"__pycache__"}

ARTICLE = """\
Iran's UN envoy, Majid Takht Ravanchi, denied that Iran had a hand in the attacks.
"""


def _run(command: list[str | Path], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return subprocess.run(
        list(map(str, command)), cwd=folder, env=environment, text=True, capture_output=True
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that is built from the source distribution that is built from the checkout."""
    folder = tmp_path_factory.mktemp("dist")
    done = _run([sys.executable, "-m", "build", "--outdir", folder, ROOT], folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an environment that holds the wheel and what it requires."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    pip = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check"]
    done = _run([*pip, "install", "--quiet", wheel], folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "bin"


def test_holds_every_file_of_the_packages_and_no_other(wheel: Path) -> None:
    in_wheel = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    in_tree = {
        str(path.relative_to(ROOT))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and not LEFT_BEHIND & set(path.parts)
    }
    assert in_wheel == in_tree


def test_carries_the_licence(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = [n for n in archive.namelist() if n.endswith("licenses/LICENSE")]
    assert archive.read(name) == (ROOT / "LICENSE").read_bytes()


def test_comes_from_the_environment_and_not_from_the_tree(programs: Path, tmp_path: Path) -> None:
    code = "import attribution, evidence, graphs; print(attribution.__file__)"
    done = _run([programs / "python", "-I", "-c", code], tmp_path)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()).is_relative_to(programs.parent)


def test_help_names_the_commands(programs: Path, tmp_path: Path) -> None:
    done = _run([programs / "claimtrail", "--help"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert all(name in done.stdout for name in ("demo", "extract", "graph", "audit", "trace"))


def test_demo_ends_with_the_paths_of_what_it_made(programs: Path, tmp_path: Path) -> None:
    done = _run([programs / "claimtrail", "demo", "-o", "demo"], tmp_path)
    assert done.returncode == 0, done.stderr
    made = [tmp_path / line.split()[-1] for line in done.stdout.splitlines()[-3:]]
    assert all(path.is_file() and path.stat().st_size > 0 for path in made)
    assert {path.suffix for path in made} >= {".yaml", ".html"}


def test_extract_and_audit_run_isolated(programs: Path, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(ARTICLE, encoding="utf-8")
    claimtrail = [programs / "python", "-I", "-m", "attribution"]
    extracted = _run([*claimtrail, "extract", "article.txt", "-o", "case.yaml"], tmp_path)
    assert extracted.returncode == 0, extracted.stderr
    assert "denies" in (tmp_path / "case.yaml").read_text(encoding="utf-8")
    audited = _run([*claimtrail, "audit", "case.yaml"], tmp_path)
    assert audited.returncode in (0, 1), audited.stderr
    assert "SRC003" in audited.stdout
