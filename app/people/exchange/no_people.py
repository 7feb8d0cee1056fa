"""Rows of a list that are about nobody: a total below the people, the headers once more on the next page."""

import re
from collections.abc import Mapping, Sequence

from app.people.exchange.headers import folded
from app.people.exchange.problems import Reason
from app.people.exchange.sheets import Cell
from app.people.exchange.values import text_of

TOTALS = frozenset(
    map(
        folded,
        """total / totals / grand total / subtotal / sub total / sum / overall
        celkem / celkem osob / celkový součet / součet / mezisoučet / suma / dohromady / úhrnem
        celkom / celkový súčet / súčet / medzisúčet / spolu
        i alt / ialt / sum i alt / totalt / samlet / samlet sum / delsum
        барлығы / жиыны / жиынтығы / қорытынды / жалпы саны / итого / всего / итог / сумма / общий итог
        סהכ / סך הכל / סך הכול / סיכום / סכום / סכום כולל""".replace("\n", "/").split("/"),
    )
)
COUNTS = frozenset(
    map(
        folded,
        """count / number of customers / počet / počet zákazníků / počet osob / počet klientů
        počet zákazníkov / počet osôb / antal / antal kunder / саны / клиенттер саны
        количество / количество клиентов / מספר לקוחות / כמות""".replace("\n", "/").split("/"),
    )
)
COUNTED = frozenset(
    map(
        folded,
        """customers customer clients people persons members rows records zákazníků zákazník zákazníci
        zákazníkov zákazníka klientů klienti klientov osob osôb lidí řádků kunder kunde personer
        клиент клиентов адам тұтынушы записей לקוחות לקוח אנשים""".split(),
    )
)
CONTACTS = frozenset({"phones", "emails", "street", "city", "birthday", "card_number"})
WORDS = re.compile(r"[^\W\d_]+(?:[\"'״׳][^\W\d_]+)*")
FIGURES = re.compile(r"(?=.*\d)[^\w]*[\d\s.,:%-]*[^\d\s]{0,3}\.?\s*")


def about_nobody(
    cells: Sequence[Cell], headers: Sequence[str], values: Mapping[str, object]
) -> Reason | None:
    """`TOTAL` or `HEADERS_AGAIN` when that is certain; `values` is what the row would be read as."""
    if not CONTACTS.isdisjoint(values):
        return None
    texts = [text_of(cell) for cell in cells]
    if _repeats(texts, headers):
        return Reason.HEADERS_AGAIN
    said = [text for text in texts if text]
    if said and _is_total(said[0], said[1:]) and all(map(FIGURES.fullmatch, said[1:])):
        return Reason.TOTAL
    return None


def _repeats(texts: Sequence[str], headers: Sequence[str]) -> bool:
    pairs = [(text, header) for text, header in zip(texts, headers, strict=False) if text]
    return len(pairs) > 1 and all(text == header for text, header in pairs)


def _is_total(first: str, others: Sequence[str]) -> bool:
    """`Celkem`, `Total: 25`, `Celkem 25 zákazníků`; a count only beside its number."""
    words = [folded(word) for word in WORDS.findall(first)]
    while words and words[-1] in COUNTED:
        words.pop()
    key = "".join(words)
    has_number = any(map(str.isdigit, first)) or bool(others)
    return key in TOTALS or (key in COUNTS and has_number)
