"""Grounded labelling: what must be accepted, what must be rejected, and what stays open.

An argument is accepted where all that attacks it is rejected, rejected where something accepted
attacks it, and undecided otherwise: the least complete labelling (M. Caminada, On the issue of
reinstatement in argumentation, 2006).
"""

from __future__ import annotations

from enum import IntEnum

from graphs.acceptance.framework import Framework


class Label(IntEnum):
    """What can be said of an argument."""

    UNDECIDED = 0
    ACCEPTED = 1
    REJECTED = 2


def grounded(framework: Framework) -> bytearray:
    """Label every argument of a framework.

    Returns:
        One `Label` for each argument, as bytes. Cost: linear in arguments and attacks; each attack
        is looked at no more than twice (S. Nofal, K. Atkinson and P. Dunne, 2021).
    """
    labels = bytearray(framework.size)
    starts, heads = framework.attacked.starts.tolist(), framework.attacked.heads.tolist()
    open_attackers = framework.attackers.counts().tolist()
    pending = [argument for argument, count in enumerate(open_attackers) if not count]
    while pending:
        accepted = pending.pop()
        labels[accepted] = Label.ACCEPTED
        for rejected in heads[starts[accepted] : starts[accepted + 1]]:
            if labels[rejected]:
                continue
            labels[rejected] = Label.REJECTED
            for freed in heads[starts[rejected] : starts[rejected + 1]]:
                open_attackers[freed] -= 1
                if not open_attackers[freed] and not labels[freed]:
                    pending.append(freed)
    return labels
