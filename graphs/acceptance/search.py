"""The preferred sets of one small framework, by backtracking with a bound on the steps.

A label-setting search in the manner of S. Nofal, K. Atkinson and P. Dunne (Algorithms for decision
problems in argument systems under preferred semantics, 2014): an argument is tried as accepted
first, so that a set is met before any of its subsets and the first to be met are maximal.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from enum import IntEnum


class _State(IntEnum):
    OPEN = 0
    IN = 1
    OUT = 2
    MUST_BE_OUT = 3
    """It attacks the set and nothing in the set attacks it yet."""
    LEFT_OUT = 4


@dataclass
class Budget:
    """How many steps a search may take, and whether it wanted more.

    Attributes:
        steps: Arguments that may still be tried.
        cut: Whether the bound has cut the search.
    """

    steps: int
    cut: bool = False

    def take(self) -> bool:
        """Take a step, if there is one left."""
        self.cut = self.cut or self.steps <= 0
        self.steps -= 1
        return not self.cut


@dataclass
class _Search:
    """The states of all arguments on the way through the tree of choices.

    Attributes:
        attacked: For each argument, those that it attacks.
        attackers: For each argument, those that attack it.
        states: The state of each argument.
        trail: Arguments with the state that each had before, to go back by.
        changed: Arguments that left `OPEN` or came to be `MUST_BE_OUT` since the last check.
    """

    attacked: list[list[int]]
    attackers: list[list[int]]
    states: list[_State]
    trail: list[tuple[int, _State]] = field(default_factory=list)
    changed: list[int] = field(default_factory=list)

    def put(self, argument: int, state: _State) -> None:
        self.trail.append((argument, self.states[argument]))
        self.states[argument] = state
        self.changed.append(argument)

    def accept(self, argument: int) -> bool:
        """Put an open argument into the set; whether the set can still defend itself."""
        self.put(argument, _State.IN)
        for other in self.attacked[argument]:
            if self.states[other] is not _State.OUT:
                self.put(other, _State.OUT)
        for other in self.attackers[argument]:
            if self.states[other] in (_State.OPEN, _State.LEFT_OUT):
                self.put(other, _State.MUST_BE_OUT)
        return self._defensible()

    def leave_out(self, argument: int) -> bool:
        """Keep an open argument out of the set; whether anything new can come of that."""
        if all(self.states[other] is _State.OUT for other in self.attackers[argument]):
            return False  # the set defends it, so that without it the set is not maximal
        self.put(argument, _State.LEFT_OUT)
        return self._defensible()

    def back_to(self, length: int) -> None:
        while len(self.trail) > length:
            argument, state = self.trail.pop()
            self.states[argument] = state

    def _defensible(self) -> bool:
        """Whether all that must be out can still be attacked."""
        touched = {*self.changed, *(n for c in self.changed for n in self.attacked[c])}
        self.changed.clear()
        waiting = (a for a in touched if self.states[a] is _State.MUST_BE_OUT)
        return all(any(self.states[b] is _State.OPEN for b in self.attackers[a]) for a in waiting)


def preferred_sets(
    attacked: list[list[int]], barred: Collection[int], budget: Budget
) -> Iterator[frozenset[int]]:
    """Yield the largest admissible sets that hold no argument of `barred`.

    Args:
        attacked: For each argument, numbered from 0, those that it attacks.
        barred: Arguments that may not be in a set; they still attack.
        budget: Steps that may be taken; where it is cut, sets may be missing.
    """
    search = _search(attacked, barred)
    found: list[frozenset[int]] = []
    for states in _leaves(search, budget):
        accepted = frozenset(a for a, state in enumerate(states) if state is _State.IN)
        if not any(accepted <= larger for larger in found):
            found.append(accepted)
            yield accepted


def _search(attacked: list[list[int]], barred: Collection[int]) -> _Search:
    attackers: list[list[int]] = [[] for _ in attacked]
    for attacker, others in enumerate(attacked):
        for other in others:
            attackers[other].append(attacker)
    states = [
        _State.LEFT_OUT if argument in barred or argument in others else _State.OPEN
        for argument, others in enumerate(attacked)
    ]
    return _Search(attacked, attackers, states)


def _leaves(search: _Search, budget: Budget) -> Iterator[list[_State]]:
    """Yield the states at each end of the tree of choices; what is attacked most is tried first."""
    order = sorted(
        range(len(search.states)),
        key=lambda a: (-len(search.attacked[a]) - len(search.attackers[a]), a),
    )
    choices: list[tuple[int, int]] = []
    place, possible = 0, True
    while True:
        while possible and place < len(order) and search.states[order[place]] is not _State.OPEN:
            place += 1
        if possible and place < len(order):
            if not budget.take():
                return
            choices.append((place, len(search.trail)))
            possible = search.accept(order[place])
            continue
        if possible:
            yield search.states
        if not choices:
            return
        place, length = choices.pop()
        search.back_to(length)
        possible = search.leave_out(order[place])
