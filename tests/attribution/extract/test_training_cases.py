"""Cases as annotated articles: what trains an extractor, and what does not."""

from __future__ import annotations

from attribution.extract.detection import Detection
from attribution.training.cases import case_articles
from evidence.case import Case
from evidence.model import Actor, Attribution, Claim, Document, Passage
from evidence.vocabulary import Form, Stance

TEXT = "Ana and Bo said it was over. Ana said it was late."
#       0123456789012345678901234567890123456789012345678901


def at(start: int, end: int) -> tuple[Passage, ...]:
    return (Passage.at(TEXT, start, end),)


def said(name: str, **changed: object) -> Attribution:
    fields = {
        "id": name,
        "claim": "over",
        "by": "ana",
        "stance": Stance.ASSERTS,
        "document": "d",
        "source": at(0, 10),
        "cue": at(11, 15),
        "content": at(16, 27),
    }
    return Attribution.model_validate(fields | changed)


def case(*attributions: Attribution) -> Case:
    return Case.of(
        [
            Document(id="d", text=TEXT),
            Document(id="silent", text="Nobody said so."),
            Document(id="empty"),
            Actor(id="ana", name="Ana"),
            Claim(id="over", text="it was over"),
            *attributions,
        ]
    )


def test_a_document_becomes_an_article() -> None:
    found = case_articles(case(said("one")))
    (article,) = found.articles
    assert (article.id, article.text) == ("d", TEXT)
    assert article.attributions == (Detection(((0, 10),), ((11, 15),), ((16, 27),)),)
    assert found.left_out == []


def test_one_cue_is_one_attribution() -> None:
    both = case_articles(
        case(said("one", source=at(0, 3)), said("two", source=at(8, 10), content=at(19, 27)))
    )
    (article,) = both.articles
    assert article.attributions == (Detection(((0, 3), (8, 10)), ((11, 15),), ((16, 27),)),)


def test_attributions_are_in_order_of_their_cue() -> None:
    later = said("later", source=at(29, 32), cue=at(33, 37), content=at(38, 49))
    (article,) = case_articles(case(later, said("one"))).articles
    assert [each.cue for each in article.attributions] == [((11, 15),), ((33, 37),)]


def test_what_people_took_back_and_the_own_voice_teach_nothing() -> None:
    own = said("own", source=(), cue=(), form=Form.OWN_VOICE)
    assert case_articles(case(own, said("gone", retracted="misheard"))).articles == []


def test_words_that_do_not_stand_in_the_document_are_told() -> None:
    wrong = said("wrong", content=(Passage(exact="it was dawn"),))
    found = case_articles(case(wrong, said("one", cue=at(33, 37))))
    assert found.left_out == ["wrong"]
    assert len(found.articles[0].attributions) == 1


def test_an_ambiguous_quote_is_told() -> None:
    found = case_articles(case(said("twice", cue=(Passage(exact="said"),))))
    assert found.left_out == ["twice"]
    assert found.articles == []
