"""Errors say what is missing and how to get it."""

from __future__ import annotations

import pytest

from evidence.errors import MissingExtraError, needing


def test_a_package_that_is_missing_is_named_with_the_line_that_installs_it() -> None:
    with pytest.raises(MissingExtraError) as error, needing("formats", "reading maps"):
        import a_package_that_nobody_has  # noqa: F401
    assert str(error.value) == "reading maps needs packages that are not installed"
    assert error.value.hint == "run: pip install 'claimtrail[formats]'"


def test_other_errors_stay_as_they_are() -> None:
    with pytest.raises(ValueError, match="7"), needing("formats", "reading maps"):
        raise ValueError(7)
