"""What `model.json` says of a trained model, checked before anything is read with it."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evidence.errors import ClaimtrailError

MODEL_FILES = ("lower.onnx", "upper.onnx", "vocabulary.txt")

_Probability = Annotated[float, Field(ge=0, le=1)]
_NAME = "model.json"
_HINT = "make the model anew by `claimtrail train`, or copy its whole folder again"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Decisions(_Frozen):
    """The figures that turn scores into attributions, fixed when the model was calibrated.

    Attributes:
        gate: Least probability, after the lower half, that some piece of a window is in a cue.
        candidate: Least cue probability of the likeliest word of a candidate.
        threshold: Least confidence of an attribution that is reported.
        switch_cost: See :func:`attribution.extract.trained.decoding.likeliest_roles`.
        weights: Logistic regression from features to confidence; the intercept comes first.
    """

    gate: _Probability
    candidate: _Probability
    threshold: _Probability
    switch_cost: float
    weights: tuple[float, float, float, float, float]


class Description(_Frozen):
    """A model in words and figures.

    Attributes:
        version: Name of the model; what it finds carries it.
        decisions: See there.
        files: SHA-256 of each of `MODEL_FILES`.
        training: How it was made.
    """

    version: str
    decisions: Decisions
    files: dict[str, str]
    training: dict[str, Any]


def described(folder: Path) -> Description:
    """Read what a folder says of its model.

    Raises:
        ClaimtrailError: If it says nothing, or something else than this version of the program
            understands.
    """
    place = folder / _NAME
    try:
        return Description.model_validate_json(place.read_bytes())
    except OSError as error:
        raise ClaimtrailError(f"{place}: cannot be read: {error.strerror}", hint=_HINT) from error
    except ValidationError as error:
        problem = error.errors()[0]
        where = ".".join(map(str, problem["loc"]))
        said = f"{where}: {problem['msg']}" if where else problem["msg"]
        raise ClaimtrailError(f"{place}: describes no model: {said}", hint=_HINT) from error


def checked_files(folder: Path, description: Description) -> dict[str, bytes]:
    """Read the files of a model.

    Raises:
        ClaimtrailError: If one of them is missing, or is not the one that was described.
    """
    found: dict[str, bytes] = {}
    for name in MODEL_FILES:
        place = folder / name
        try:
            found[name] = place.read_bytes()
        except OSError as error:
            said = f"{place}: cannot be read: {error.strerror}"
            raise ClaimtrailError(said, hint=_HINT) from error
        if hashlib.sha256(found[name]).hexdigest() != description.files.get(name):
            raise ClaimtrailError(f"{place} does not belong to {folder / _NAME}", hint=_HINT)
    return found


def describe(
    folder: Path, version: str, decisions: Decisions, training: dict[str, object]
) -> Description:
    """Write `model.json` for the files of a folder, and return what it says."""
    contents = {name: (folder / name).read_bytes() for name in MODEL_FILES}
    description = Description(
        version=version,
        decisions=decisions,
        files={name: hashlib.sha256(content).hexdigest() for name, content in contents.items()},
        training=training,
    )
    (folder / _NAME).write_text(description.model_dump_json(indent=2) + "\n", encoding="utf-8")
    return description
