"""Deadlines by the clock, one thread for all that a process sets."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from evidence.readers.isolation.deadline import Deadline

LONG = 3600.0


@pytest.fixture
def missed() -> threading.Event:
    return threading.Event()


@pytest.fixture
def deadline(missed: threading.Event) -> Iterator[Deadline]:
    made = Deadline(missed.set)
    yield made
    made.close()


def test_what_is_missed_is_told(deadline: Deadline, missed: threading.Event) -> None:
    deadline.set(0.01)
    assert missed.wait(LONG)


def test_a_nearer_deadline_takes_the_place_of_a_later(
    deadline: Deadline, missed: threading.Event
) -> None:
    deadline.set(LONG)
    time.sleep(0.05)  # so that the thread waits for the later one
    deadline.set(0.01)
    assert missed.wait(LONG)


def test_a_deadline_that_is_lifted_is_not_missed_and_another_can_be_set(
    deadline: Deadline, missed: threading.Event
) -> None:
    deadline.set(LONG)
    deadline.lift()
    assert not missed.wait(0.05)
    deadline.set(0.01)
    assert missed.wait(LONG)


def test_a_deadline_that_is_closed_leaves_no_thread() -> None:
    before = threading.active_count()
    closed = Deadline(lambda: None)
    closed.set(LONG)
    closed.close()
    until = time.monotonic() + LONG
    while threading.active_count() > before and time.monotonic() < until:
        time.sleep(0.01)
    assert threading.active_count() == before
