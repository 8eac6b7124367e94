"""All attributions of a text: inside a content, cues that seldom attribute are left out."""

from __future__ import annotations

import pytest

from attribution.extract.detected import detect_all, is_speech
from attribution.extract.detection import Detection, Span
from attribution.extract.text.tokens import tokenize


class Given:
    """Finds what it was given, as a detector that gives words several roles."""

    name = "given"
    version = "1"
    univocal = False

    def __init__(self, *found: Detection) -> None:
        self._found = list(found)

    def detect(self, text: str) -> list[Detection]:
        return self._found


def span(text: str, words: str) -> tuple[Span, ...]:
    start = text.index(words)
    return ((start, start + len(words)),)


def cues(source: str, cue: str, content: str) -> int:
    """How many attributions are found where Kim says that a source does something."""
    text = f"Kim said that {source} {cue} {content}."
    said = f"that {source} {cue} {content}"
    outer = Detection(((0, 3),), ((4, 8),), span(text, said))
    at = text.index(source, 9)
    inner = Detection(
        ((at, at + len(source)),), span(text, cue), span(text, content), confidence=0.9
    )
    return len(detect_all(tokenize(text), Given(outer, inner)))


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("the port", "denied", "the raid"),
        ("the port", "would order", "a review"),
        ("the port", "will refuse", "to pay"),
    ],
)
def test_cues_inside_what_is_said_are_kept(source: str, cue: str, content: str) -> None:
    assert cues(source, cue, content) == 2


@pytest.mark.parametrize(
    ("source", "cue", "content"),
    [
        ("the port", "could reveal", "the raid"),
        ("the museum", "would tell", "of the raid"),
        ("the museum", "documents", "the raid"),
        ("the port", "does not show", "care"),
        ("anyone", "disclosed", "the raid"),
    ],
)
def test_cues_that_seldom_attribute_inside_are_left_out(
    source: str, cue: str, content: str
) -> None:
    assert cues(source, cue, content) == 1


def test_the_same_cues_stay_where_they_stand_alone() -> None:
    text = "The museum would tell of the raid."
    alone = Detection(span(text, "The museum"), span(text, "would tell"), span(text, "the raid"))
    assert detect_all(tokenize(text), Given(alone)) == [alone]


def test_without_content_nothing_is_put_forward() -> None:
    text = "The port denied."
    empty = Detection(span(text, "The port"), span(text, "denied"), ())
    assert detect_all(tokenize(text), Given(empty)) == []


def test_what_shows_does_not_speak() -> None:
    text = "Satellite images show craters."
    shows = Detection(span(text, "Satellite images"), span(text, "show"), span(text, "craters"))
    assert not is_speech(tokenize(text), shows)
    text = "Kim denied the raid."
    denies = Detection(span(text, "Kim"), span(text, "denied"), span(text, "the raid"))
    assert is_speech(tokenize(text), denies)


@pytest.mark.parametrize(
    ("source", "cue"),
    [
        ("None of the firms", "has been accused of"),
        ("Neither government", "has shown"),
        ("No official", "claimed"),
        ("Nobody", "said"),
    ],
)
def test_what_nobody_says_is_not_attributed(source: str, cue: str) -> None:
    text = f"{source} {cue} a fraud."
    found = Detection(span(text, source), span(text, cue), span(text, "a fraud"))
    assert detect_all(tokenize(text), Given(found)) == []


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not say", "who ordered the raid"),
        ("left without saying", "which ships it sent"),
        ("did not mention", "the raid"),
        ("stopped short of calling", "it a raid"),
    ],
)
def test_what_somebody_does_not_say_is_not_attributed(cue: str, content: str) -> None:
    text = f"The port {cue} {content}."
    found = Detection(span(text, "The port"), span(text, cue), span(text, content))
    assert detect_all(tokenize(text), Given(found)) == []


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("did not say", "whether it sent ships"),
        ("did not mention", "that it sent ships"),
        ("did say", "who ordered the raid"),
    ],
)
def test_what_somebody_leaves_open_is_attributed(cue: str, content: str) -> None:
    text = f"The port {cue} {content}."
    found = Detection(span(text, "The port"), span(text, cue), span(text, content))
    assert detect_all(tokenize(text), Given(found)) == [found]


def test_who_is_only_cited_puts_nothing_forward() -> None:
    text = "The Times was first to report on it, citing people familiar with the matter."
    cites = Detection(
        span(text, "The Times"), span(text, "citing"), span(text, "people familiar with the matter")
    )
    assert detect_all(tokenize(text), Given(cites)) == []


@pytest.mark.parametrize("source", ["No. 10", "No fewer than six of them", "Noone's Bank"])
def test_who_is_called_like_nobody_speaks(source: str) -> None:
    text = f"{source} said it was a fraud."
    found = Detection(span(text, source), span(text, "said"), span(text, "it was a fraud"))
    assert detect_all(tokenize(text), Given(found)) == [found]


@pytest.mark.parametrize("how", ["neither confirm nor deny", "not confirm or deny"])
def test_a_denial_that_is_left_open_is_none(how: str) -> None:
    text = f"Kim would {how} the reports."
    found = Detection(span(text, "Kim"), span(text, "deny"), span(text, "the reports"))
    assert detect_all(tokenize(text), Given(found)) == []


def citing(cited: str) -> list[tuple[str, str, str]]:
    """The attributions of a text that cites something, in words."""
    text = f"The Times, citing {cited}, reported that it rained."
    times = span(text, "The Times")
    found = detect_all(
        tokenize(text),
        Given(
            Detection(times, span(text, "citing"), span(text, cited)),
            Detection(times, span(text, "reported"), span(text, "that it rained")),
        ),
    )
    return [
        (text[slice(*d.source[0])], text[slice(*d.cue[0])], text[slice(*d.content[0])])
        for d in found
    ]


@pytest.mark.parametrize(
    "cited", ["unnamed American officials", "a report by the army", "Ann Lee", "court documents"]
)
def test_who_is_cited_for_something_says_it_too(cited: str) -> None:
    assert citing(cited) == [
        (cited, "citing", "that it rained"),
        ("The Times", "reported", "that it rained"),
    ]


@pytest.mark.parametrize("cited", ["the confidentiality of the talks", "officials who were away"])
def test_reasons_that_are_cited_stay_what_is_said(cited: str) -> None:
    expected = "The Times" if cited.startswith("the") else cited
    assert citing(cited)[0][0] == expected


@pytest.mark.parametrize(
    ("cue", "content"),
    [("made no", "statement"), ("has neither admitted", "nor ruled out a deployment")],
)
def test_silence_is_no_statement(cue: str, content: str) -> None:
    text = f"Beijing {cue} {content}."
    found = Detection(span(text, "Beijing"), span(text, cue), span(text, content))
    assert detect_all(tokenize(text), Given(found)) == []
