"""What an audit looks at, how grave it takes it, and where it draws the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from attribution.audit.rule import Rule
from evidence.dates import IsoDate
from evidence.errors import ClaimtrailError
from evidence.findings import Severity


class Thresholds(BaseModel):
    """The figures that rules compare with.

    Attributes:
        sole_origin_claims: COR004 reports an origin that carries at least so many claims alone.
        relays: COR007 reports claims with at least so many relays before an origin.
        evidence_age_years: LIF002 reports evidence older than this.
        uniform_confidence_count: CNF002 needs at least so many judged attributions, or claims.
        uniform_confidence_share: CNF002 reports a confidence that at least this share of them has.
        high_confidence: CNF001 and CNF003 look at claims with at least this confidence.
        confident_origins: CNF001 asks for at least so many independent origins.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    sole_origin_claims: int = Field(default=5, ge=1)
    relays: int = Field(default=3, ge=1)
    evidence_age_years: int = Field(default=5, ge=1)
    uniform_confidence_count: int = Field(default=10, ge=2)
    uniform_confidence_share: float = Field(default=0.9, gt=0.5, le=1)
    high_confidence: float = Field(default=0.8, gt=0, le=1)
    confident_origins: int = Field(default=2, ge=1)


class AuditConfig(BaseModel):
    """The choices of a user.

    Attributes:
        select: Codes or beginnings of codes to check; empty: all.
        ignore: Codes or beginnings of codes to leave out.
        severity: Severities that differ from those of the rules, by code.
        thresholds: The figures that rules compare with.
        day: The day of the audit, on which waivers must not have expired; by default today.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = Field(default_factory=dict)
    thresholds: Thresholds = Thresholds()
    day: IsoDate = Field(default_factory=lambda: date.today().isoformat())

    def narrowed(
        self,
        select: tuple[str, ...] = (),
        ignore: tuple[str, ...] = (),
        *,
        day: str | None = None,
    ) -> AuditConfig:
        """This configuration with the choices of one run.

        Args:
            select: Another selection; empty: as before.
            ignore: More to ignore.
            day: Another day; None: as before.

        Raises:
            ClaimtrailError: If `day` is no date.
        """
        choices = {
            "select": select or self.select,
            "ignore": (*self.ignore, *ignore),
            "day": day or self.day,
        }
        try:
            return AuditConfig.model_validate(self.model_dump() | choices)
        except ValidationError:
            raise ClaimtrailError(f"{day!r} is no date", hint="write it as 2026-01-31") from None

    def selects(self, code: str) -> bool:
        """Whether the rule with this code is to be run."""
        asked = not self.select or code.startswith(self.select)
        return asked and not (self.ignore and code.startswith(self.ignore))


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
        _check_severity(code, codes)
    return [rule for rule in rules if config.selects(rule.code)]


def _check_severity(code: str, codes: list[str]) -> None:
    family = [known for known in codes if code and known.startswith(code)]
    if code not in codes and family:
        raise ClaimtrailError(
            f"the severity of {code!r} is set rule by rule",
            hint=f"name each: {', '.join(family)}",
        )
    _check(code, codes, code in codes)


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
