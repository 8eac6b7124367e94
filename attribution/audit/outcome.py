"""What an audit comes to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from attribution.audit.places import placed
from attribution.audit.waivers import Waived
from evidence.findings import Finding, Place
from graphs.origins import Origin


@dataclass(frozen=True)
class Audit:
    """What an audit found, gravest first.

    Attributes:
        findings: What stands.
        waived: What somebody accepts, with the waiver.
        sole_origins: The ids of the claims that rest on one origin alone, by that origin.
        carried: The ids of the claims that have no support without a source, by its key.
    """

    findings: Sequence[Finding]
    waived: Sequence[Waived] = ()
    sole_origins: Mapping[Origin, Sequence[str]] = field(default_factory=dict)
    carried: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def of(self, findings: Iterable[Finding]) -> Audit:
        """The same audit with other findings, such as those that are new since a baseline."""
        return replace(self, findings=list(findings))

    def placed(self, places: Mapping[str, Place]) -> Audit:
        """The same audit with each finding at the place of its record in a case file."""
        waived = [replace(w, finding=placed([w.finding], places)[0]) for w in self.waived]
        return replace(self, findings=placed(self.findings, places), waived=waived)
