"""English words for things that show, by what they are, and for what they do to a claim."""

from __future__ import annotations

from collections.abc import Mapping

from evidence.vocabulary import BearingKind, EvidenceKind

EVIDENCE_NOUNS: Mapping[str, EvidenceKind] = {
    **dict.fromkeys(
        "image images imagery photograph photographs photo photos picture pictures footage video"
        " videos film clip clips screenshot screenshots recording recordings".split(),
        EvidenceKind.IMAGERY,
    ),
    **dict.fromkeys(
        "debris wreckage fragment fragments remains remnants casing casings crater craters residue"
        " components parts sample samples dna fingerprint fingerprints markings autopsy forensics"
        " shrapnel traces".split(),
        EvidenceKind.PHYSICAL,
    ),
    **dict.fromkeys(
        "data statistics figures records log logs database measurements readings results tests"
        " test numbers coordinates signals intercepts".split(),
        EvidenceKind.DATASET,
    ),
    **dict.fromkeys(
        "document documents file files papers paperwork email emails e-mails memo memos contract"
        " contracts invoice invoices receipt receipts manifest manifests transcript transcripts"
        " cable cables minutes certificate certificates".split(),
        EvidenceKind.DOCUMENT,
    ),
    **dict.fromkeys(("testimony", "testimonies"), EvidenceKind.TESTIMONY),
    **dict.fromkeys(
        "evidence proof pattern patterns mode timing surge trend trends attack attacks strike"
        " strikes increase rise spike frequency scale pace escalation behaviour behavior deployment"
        " deployments movements manoeuvres maneuvers developments events incident incidents facts"
        " fact signs indications intensification raids launches tests sophistication".split(),
        EvidenceKind.PATTERN,
    ),
}
"""By noun. Evidence that is only called so has the kind of what is seen in many things together."""

EVIDENCE_MODIFIERS: Mapping[str, EvidenceKind] = {
    **dict.fromkeys("video photographic satellite visual".split(), EvidenceKind.IMAGERY),
    **dict.fromkeys("forensic physical dna ballistic".split(), EvidenceKind.PHYSICAL),
    **dict.fromkeys("documentary written".split(), EvidenceKind.DOCUMENT),
    **dict.fromkeys("witness eyewitness".split(), EvidenceKind.TESTIMONY),
    **dict.fromkeys("statistical flight radar".split(), EvidenceKind.DATASET),
}
"""Before such a noun these say what it is: "video evidence"."""

SHOWING_VERBS: Mapping[str, BearingKind] = {
    **dict.fromkeys(
        "show prove indicate suggest reveal demonstrate confirm establish corroborate support"
        " illustrate imply expose reflect attest".split(),
        BearingKind.SUPPORTS,
    ),
    **dict.fromkeys("contradict refute disprove belie".split(), BearingKind.CONTRADICTS),
    "undermine": BearingKind.UNDERCUTS,
}
"""By lemma."""

SHOWING_PHRASES: Mapping[tuple[str, ...], BearingKind] = {
    ("point", "to"): BearingKind.SUPPORTS,
    ("points", "to"): BearingKind.SUPPORTS,
    ("pointed", "to"): BearingKind.SUPPORTS,
    ("rule", "out"): BearingKind.CONTRADICTS,
    ("rules", "out"): BearingKind.CONTRADICTS,
    ("ruled", "out"): BearingKind.CONTRADICTS,
    ("casts", "doubt", "on"): BearingKind.UNDERCUTS,
    ("cast", "doubt", "on"): BearingKind.UNDERCUTS,
    ("is", "indicative", "of"): BearingKind.SUPPORTS,
    ("are", "indicative", "of"): BearingKind.SUPPORTS,
    ("was", "indicative", "of"): BearingKind.SUPPORTS,
    ("is", "evidence", "of"): BearingKind.SUPPORTS,
    ("is", "evidence", "that"): BearingKind.SUPPORTS,
    ("are", "evidence", "of"): BearingKind.SUPPORTS,
    ("is", "proof", "of"): BearingKind.SUPPORTS,
    ("is", "proof", "that"): BearingKind.SUPPORTS,
    ("bear", "out"): BearingKind.SUPPORTS,
    ("bears", "out"): BearingKind.SUPPORTS,
}
"""By words, for those of several."""

OPPOSITE: Mapping[BearingKind, BearingKind] = {
    BearingKind.SUPPORTS: BearingKind.CONTRADICTS,
    BearingKind.CONTRADICTS: BearingKind.SUPPORTS,
    BearingKind.UNDERCUTS: BearingKind.SUPPORTS,
}
"""What a negated verb does: "the images do not support the claim"."""

SEEMING = frozenset("appear appears appeared seem seems seemed".split())
"""Before "to show" these only make it less sure."""
