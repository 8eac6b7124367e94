"""English words of likelihood, by the name of the ICD 203 band that they stand for."""

from __future__ import annotations

_PHRASES = {
    "REMOTE": """
        almost no chance|remote|impossible|inconceivable|no chance|cannot possibly
    """,
    "VERY_UNLIKELY": """
        very unlikely|highly unlikely|highly improbable|extremely unlikely|most unlikely
    """,
    "UNLIKELY": """
        unlikely|improbable|improbably|doubtful
    """,
    "ROUGHLY_EVEN": """
        roughly even chance|roughly even odds|even chance|even odds|may|might|could|possible
        |possibly|perhaps|maybe|conceivably|potentially|can be
    """,
    "LIKELY": """
        likely|probable|probably|plausible|presumably|expected to
    """,
    "VERY_LIKELY": """
        very likely|highly likely|highly probable|very probably|most likely|most probably
        |extremely likely|in all likelihood|in all probability
    """,
    "ALMOST_CERTAIN": """
        almost certain|almost certainly|nearly certain|nearly certainly|virtually certain|certain to
        |certainly|definitely|undoubtedly|unquestionably|no doubt|without doubt|without a doubt
        |beyond doubt|sure to|bound to|inevitably|undeniably
    """,
}

BAND_OF_PHRASE: dict[str, str] = {
    phrase.strip(): band for band, phrases in _PHRASES.items() for phrase in phrases.split("|")
}

LONGEST_PHRASE = max(len(phrase.split()) for phrase in BAND_OF_PHRASE)
"""In words."""

HEDGES_BEFORE_NOUNS = frozenset("likely probable possible remote certain plausible".split())
"""Also adjectives of a noun, after an article: "a remote village", "the most likely successor"."""
