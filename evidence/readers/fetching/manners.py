"""Manners of a guest: the rules in a site's robots.txt, and a pause between visits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from protego import Protego

from evidence.readers.fetching.asking import AGENT, Answer
from evidence.readers.fetching.targets import Target
from evidence.readers.refusals import Refused

PAUSE_SECONDS = 1.0
"""Time between two visits to a site, unless it asks for more."""

LONGEST_PAUSE_SECONDS = 60.0
"""A site that asks for more than this is not visited twice."""

_YOURSELF = "save the page yourself and name the file"


@dataclass
class Manners:
    """What sites ask of visitors (RFC 9309), and when each was visited last.

    Attributes:
        fetch: Gets a robots.txt, following redirects.
        clock: The time in seconds, from any start.
        sleep: Waits so many seconds.
    """

    fetch: Callable[[Target], Answer]
    clock: Callable[[], float]
    sleep: Callable[[float], None]
    _rules: dict[str, Protego] = field(default_factory=dict)
    _visited: dict[str, float] = field(default_factory=dict)

    def check(self, target: Target) -> None:
        """Make sure that a site allows a page of it to be fetched.

        Raises:
            Refused: If it does not, or if its rules cannot be had.
        """
        if target.site not in self._rules:
            self._rules[target.site] = self._rules_of(target)
        if not self._rules[target.site].can_fetch(target.url, AGENT):
            raise Refused("is not fetched: the robots.txt of its site forbids it", _YOURSELF)

    def wait(self, target: Target) -> None:
        """Wait until a site may be visited again, and note the visit.

        Raises:
            Refused: If that takes too long.
        """
        rules = self._rules.get(target.site)
        asked = float(rules.crawl_delay(AGENT) or 0) if rules else 0.0
        pause = max(PAUSE_SECONDS, asked)
        last = self._visited.get(target.site)
        if last is not None:
            if pause > LONGEST_PAUSE_SECONDS:
                raise Refused(f"is not fetched: its site asks for {pause:g} s a visit", _YOURSELF)
            self.sleep(max(0.0, last + pause - self.clock()))
        self._visited[target.site] = self.clock()

    def _rules_of(self, target: Target) -> Protego:
        """The rules of a site: none where it has no robots.txt, and no visits where it fails."""
        place = Target(target.scheme, target.host, target.port, "/robots.txt")
        try:
            answer = self.fetch(place)
        except Refused as error:
            why = f"is not fetched: the robots.txt of its site {error.why}"
            raise Refused(why, error.hint, error.code) from None
        if answer.status >= 500:
            raise Refused(
                f"is not fetched: its robots.txt answers with status {answer.status}", _YOURSELF
            )
        return Protego.parse(answer.body.decode("utf-8", "replace"))
