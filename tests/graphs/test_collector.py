from __future__ import annotations

import gc

import pytest

from graphs.collector import collector_held


def test_the_collector_rests_inside_the_block_and_runs_after_it() -> None:
    with collector_held():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_collector_runs_again_after_an_error() -> None:
    with pytest.raises(KeyError), collector_held():
        raise KeyError
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collector_held():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()
