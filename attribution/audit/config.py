"""What an audit looks at, how grave it takes it, and where it draws the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, Field

from attribution.audit.rule import Rule
from evidence.errors import ClaimtrailError
from evidence.findings import Severity


class Thresholds(BaseModel):
    """The figures that rules compare with.

    Attributes:
        sole_origin_claims: COR004 reports an origin that carries at least so many claims alone.
        relays: COR007 reports claims with at least so many relays before an origin.
        evidence_age_years: LIF002 reports evidence older than this.
        uniform_confidence_count: CNF002 needs at least so many judged attributions.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sole_origin_claims: int = Field(default=5, ge=1)
    relays: int = Field(default=3, ge=1)
    evidence_age_years: int = Field(default=5, ge=1)
    uniform_confidence_count: int = Field(default=10, ge=2)


class AuditConfig(BaseModel):
    """The choices of a user.

    Attributes:
        select: Codes or beginnings of codes to check; empty: all.
        ignore: Codes or beginnings of codes to leave out.
        severity: Severities that differ from those of the rules, by code.
        thresholds: The figures that rules compare with.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = Field(default_factory=dict)
    thresholds: Thresholds = Thresholds()

    def narrowed(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> AuditConfig:
        """This configuration with the choices of one run: another selection, more to ignore."""
        choices = {"select": select or self.select, "ignore": (*self.ignore, *ignore)}
        return self.model_copy(update=choices)


def chosen(config: AuditConfig, rules: Iterable[Rule]) -> list[Rule]:
    """The rules that a configuration asks for, in their order.

    Raises:
        ClaimtrailError: If it names a code that no rule has; the hint lists those near to it.
    """
    rules = list(rules)
    codes = [rule.code for rule in rules]
    for code in (*config.select, *config.ignore):
        _check(code, codes, any(known.startswith(code) for known in codes))
    for code in config.severity:
        _check(code, codes, code in codes)
    return [
        rule
        for rule in rules
        if (not config.select or rule.code.startswith(config.select))
        and not rule.code.startswith(config.ignore or ("-",))
    ]


def _check(code: str, codes: list[str], known: bool) -> None:
    if not code or not known:
        families = sorted({c[:3] for c in codes})
        near = get_close_matches(code.upper(), [*codes, *families], cutoff=0.5)
        raise ClaimtrailError(
            f"no rule has the code {code!r}",
            hint=f"did you mean {' or '.join(near)}?"
            if near
            else f"the families of rules are {', '.join(families)}",
        )
