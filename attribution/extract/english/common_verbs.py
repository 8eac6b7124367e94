"""Everyday verbs that report nothing, so that a clause is known for a clause."""

from __future__ import annotations

COMMON_VERBS = frozenset(
    "abandon accept accompany achieve acquire act add affect allow appear apply arm arrest"
    " arrive attend avoid become begin belong block bomb break bring build buy campaign"
    " capture carry catch cause change check choose claim close collapse collect come compete"
    " complete conduct consist contain contribute control cost cover create cross cut deal"
    " defeat destroy develop die disappear divide drag draw drive drop earn eat elect emerge"
    " employ end engage enjoy enter escape establish exist expand explode extend face fail"
    " fall fight fill finish fire flee fly follow force form fund gain gather get give go grow"
    " handle happen head help hide hire hit hold host hurt ignore improve include increase"
    " influence invade involve join jump keep kill lack land last launch lay lead leave let"
    " lie lift limit live look lose maintain make manage mark marry matter meet miss move need"
    " occur open operate organize own participate pass pay perform pick place play"
    " point pour prepare prevent produce prompt protect prove provide pull pursue push put"
    " qualify quit raise reach react receive recover reduce refer remain remove replace"
    " represent require resign rest result resume retire return reveal rise run save seem"
    " seize sell send separate serve set settle shape shift shoot shut sign sit sleep smile"
    " solve sound spend split spread stage stand start stay steal step stick stop strengthen"
    " strike struggle study succeed suffer supply surround survive take talk target teach tear"
    " tend test throw touch train transfer travel treat trigger turn use utilize violate visit"
    " wait walk wash watch weaken wear win withdraw work wound".split()
)

NOUN_LIKE = frozenset(
    "account act address advance advocate aim alarm answer appeal approach arm attack attempt"
    " award back ban battle bet bid blame blast block blow board bomb boost brief broadcast"
    " call campaign cast cause caution challenge champion change charge check claim coach"
    " comment complaint concern conduct contact contract control cost counsel counter cover"
    " credit cry cut damage deal debate defeat delay demand design desire detail direct"
    " display dispute doubt draft dream drive drop email e-mail end estimate exchange face"
    " fault favor favour fear feature fight figure fire focus force forecast form frame"
    " function fund gain grade grant guess halt hammer handle head help hit hold hope host"
    " hurt impact increase influence insult interest interview invite issue joke judge jump"
    " kick label lack land last laugh launch lead leave letter level lift limit line link list"
    " look love mail march mark market match matter mean mention mind minister miss model"
    " monitor move name need note notice number object offer open order outline own paint"
    " panel pass pay pitch place plan play pledge point poll post praise present press"
    " pressure probe produce profile program progress project promise protest push question"
    " quote race raise rally rank rate reason rebuke record regard reject release remark"
    " repeat reply report request research respect rest result return review ride rip risk"
    " rule run sanction score second sense separate shape share shift shoot shot show sign"
    " signal slam slap smear sound speech spell split spread spur stage stand start state stay"
    " step stick stop strike stress strip struggle study subject suit supply support survey"
    " suspect switch talk target tear term test text thank threat title touch tour trade train"
    " transfer travel treat trust try turn tweet use value view visit voice volunteer vote vow"
    " walk want warrant wash watch welcome wish witness wonder word work worry".split()
)
"""Verb lemmas whose base or -s form is as often a noun."""
