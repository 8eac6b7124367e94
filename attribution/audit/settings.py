"""The configuration of an audit in a file: `claimtrail.toml`, or `[tool.claimtrail]` of a project.

In `claimtrail.toml`:

    [audit]
    select = ["SRC", "COR"]
    ignore = ["SRC006"]

    [audit.severity]
    COR001 = "info"

    [audit.thresholds]
    sole_origin_claims = 3

In `pyproject.toml` the same tables are called `[tool.claimtrail.audit]` and so on.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from attribution.audit.config import AuditConfig, chosen
from attribution.audit.rules import all_rules
from evidence.errors import ClaimtrailError

_OWN, _PROJECT = "claimtrail.toml", "pyproject.toml"


def find_settings(start: Path) -> Path | None:
    """The file that configures audits of cases in `start`: there, or in a folder above it.

    In each folder `claimtrail.toml` comes before a `pyproject.toml` with a `[tool.claimtrail]`.
    """
    for folder in (start, *start.parents):
        for name in (_OWN, _PROJECT):
            path = folder / name
            if path.is_file() and (name == _OWN or "claimtrail" in _tool_tables(path)):
                return path
    return None


def read_settings(path: Path) -> AuditConfig:
    """Read the configuration of audits from a file.

    Args:
        path: A `claimtrail.toml`, or a `pyproject.toml`.

    Raises:
        ClaimtrailError: If it cannot be read, or says something that is not known.
    """
    tables = _tool_tables(path).get("claimtrail", {}) if path.name == _PROJECT else _load(path)
    unknown = sorted(set(tables) - {"audit"})
    if unknown:
        raise ClaimtrailError(
            f"{path}: unknown table {unknown[0]!r}", hint="the only table is `audit`"
        )
    try:
        config = AuditConfig.model_validate(tables.get("audit", {}))
        chosen(config, all_rules())
    except ClaimtrailError as error:
        raise ClaimtrailError(f"{path}: {error}", hint=error.hint) from None
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise ClaimtrailError(f"{path}: {problems}", hint="mend these keys of `audit`") from None
    return config


def _tool_tables(path: Path) -> dict[str, Any]:
    tables: dict[str, Any] = _load(path).get("tool", {})
    return tables


def _load(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ClaimtrailError(f"{path}: cannot be read: {error}", hint="mend the file") from error
