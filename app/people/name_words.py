"""The words that stand around names: titles, courtesies, particles."""

TITLES_BEFORE = frozenset(
    """ing mgr bc mudr mvdr judr phdr rndr paeddr thdr thlic thmgr pharmdr dr prof doc akad ak arch
    mga bca mddr dipl dipl-ing mag phmr rsdr drsc csc plk gen kpt mjr pplk por npor prap rev fr
    rabbi
    д-р др проф доц акад ד"ר דר פרופ פרופ' פרופ׳ ד״ר רו"ח עו"ד רו״ח עו״ד הרב dr.med""".split()
)
TITLES_AFTER = frozenset(
    """phd csc drsc mba dis dsc llm llb md mph msc bsc ba ma jr sr ml st dds artd thd cpa esq msw
    rn mpa bba
    ll.m ph.d mgr bc drhc feng ceng dba cfa ii iii iv""".split()
)
JOINS_TITLES = frozenset({"et", "&"})
GENERATIONS = frozenset({"ml", "st", "jr", "sr", "nejml", "nejst", "ii", "iii", "iv", "мл", "ст"})
PARTICLES = frozenset(
    """van der den de la le du des von zu zum zur dos da das di del della dal ter ten te af av bar
    ben bin ibn al el
    el- al- st saint mac בן בר אבן דה בת אל фон ван де оглы улы қызы""".split()
)
LEADING_PARTICLES = PARTICLES - {"te", "st", "mac", "оглы", "улы", "қызы"}
SMALL_PARTICLES = frozenset(
    "van der den de la le du des von zu zum zur dos da di del della dal ter ten af".split()
)
COURTESIES = {
    **dict.fromkeys("pan pán mr mister hr herr г-н господин מר".split(), "m"),
    **dict.fromkeys(
        """paní pani slečna slecna sl mrs ms miss mme fru frk frøken frau г-жа госпожа
        גב גב' גב׳ גברת""".split(),
        "f",
    ),
    **dict.fromkeys(
        """rodina manželé manželia manžele familien familie fam rodinka the-family семья отбасы
        משפחת""".split(),
        "family",
    ),
}
MARRIED = "family"
SHORT_TITLES = frozenset("ma ba rn dis".split())
"""Titles that a name in capitals may well be itself."""
