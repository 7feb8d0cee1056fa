"""Countries and languages by any of their names: to the codes that customers keep."""

import re
from functools import cache, lru_cache

from app.people.exchange.headers import folded

NAMES = re.compile(r"\s/\s|\n")
LANGUAGES = ("en", "cs", "sk", "da", "kk", "he", "ru", "de")
NO_COUNTRIES = frozenset({"EU", "UN", "EZ", "QO", "ZZ", "XA", "XB"})
"""Codes of two letters that are given to other things."""
USUAL_COUNTRIES = {
    "CZ": """
        ČR / Česká rep. / Czech Republic / Tschechien / Čechy / CZE / Česko / Česka republika
        Tjekkiet
    """,
    "SK": "SR / Slovenská republika / Slovak Republic / SVK / Slovensko",
    "DK": "DNK / Danmark / Kongeriget Danmark / DK",
    "KZ": """
        РК / ҚР / Қазақстан Республикасы / Республика Казахстан / KAZ / Kazachstán / Kasakhstan
    """,
    "IL": "ישראל / מדינת ישראל / ISR",
    "GB": """
        UK / U.K. / England / Scotland / Wales / Great Britain / Anglie / Velká Británie
        Anglicko / Англия / אנגליה / GBR / Storbritannien / בריטניה
    """,
    "US": """
        USA / U.S.A. / U.S. / America / United States of America / Spojené státy
        Spojené státy americké / США / АҚШ / ארהב / ארצות הברית
    """,
    "DE": "BRD / Německo / Nemecko / GER / DEU / SRN",
    "AT": "Rakousko / Rakúsko / AUT / Österreich",
    "PL": "POL / Polsko / Polska",
    "NL": "Holland / Holandsko / Netherlands / The Netherlands / NLD",
    "RU": "РФ / Россия / RUS",
    "UA": "UKR / Украина",
}
USUAL_LANGUAGES = {
    "en": """
        english / anglicky / angl / eng / engelsk / английский / ағылшынша / ағылшын / אנגלית
        GB / US / UK
    """,
    "cs": "czech / česky / čeština / cz / ces / cze / čes / tjekkisk / чешский / צ׳כית",
    "sk": "slovak / slovensky / slovenčina / slk / slo / slov / slovakisk",
    "da": "danish / dansk / dk / dan / dánsky",
    "kk": "kazakh / қазақша / қазақ / kz / kaz / каз / казахский / қаз / қазақ тілі",
    "he": "hebrew / עברית / iw / heb / il / hebrejsky / иврит",
    "ru": "russian / русский / по-русски / rus / рус / орысша / rusky / רוסית",
    "de": "german / deutsch / německy / nemecky / ger / deu / tysk",
}


@lru_cache(maxsize=2048)
def country_code(text: str) -> str | None:
    """ISO 3166 alpha-2 for a code or a name in any of the languages; None when it is not known."""
    return _countries().get(folded(text))


@lru_cache(maxsize=512)
def language_code(text: str) -> str | None:
    """The code of a language told by code, `cs_CZ`, or name; None when it is not known."""
    first = text.replace("_", "-").partition("-")[0] if len(text) > len("cs") else text
    known = _languages()
    return known.get(folded(text)) or (
        known.get(folded(first)) if len(first) == len("cs") else None
    )


@cache
def _countries() -> dict[str, str]:
    from babel import Locale

    codes: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == len("CZ") and code.isalpha() and code not in NO_COUNTRIES:
                codes[folded(code)] = code
                codes.setdefault(folded(name), code)
    for code, names in USUAL_COUNTRIES.items():
        codes.update((folded(name), code) for name in NAMES.split(names) if name.strip())
    return codes


@cache
def _languages() -> dict[str, str]:
    from babel import Locale

    codes: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).languages.items():
            if len(code) == len("cs"):
                codes[folded(code)] = code
                codes.setdefault(folded(name), code)
    for code, names in USUAL_LANGUAGES.items():
        for name in filter(str.strip, NAMES.split(names)):
            codes.setdefault(folded(name), code)
    codes["cz"] = "cs"
    return codes
