"""What tills write above the columns of their sales, and which column is which."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from app.errors import ShopError
from app.people.exchange.cells import Place
from app.people.exchange.errors import AmbiguousDates, NoHeader
from app.people.exchange.headers import HeaderRow, Role, find_header, folded, role_of
from app.people.exchange.lists import date_orders
from app.people.exchange.mapping import ColumnMap, Told, column_at
from app.people.exchange.readers import read_sheet
from app.people.exchange.sheets import Sheet
from app.progress import Report

FIELDS = ("customer", "date", "total", "quantity", "item", "category", "receipt", "time", "price")
NEEDED = (("date",), ("total", "price"))
"""Of each of these the file has at least one; a price is that of one piece."""
WHO = ("external_id", "card_number", "phone", "email")
"""How a customer may be told, in the order in which she is looked for."""
# Under these headers of a list of people a till tells who bought; a mere `ID` there is the sale's own.
_PLAIN_WHO = WHO[1:]
_BRACKETS = re.compile(r"[(\[{].*?[)\]}]|\*|:$")
SPELLINGS: Mapping[str, str] = {
    "customer": """
        customer / customer id / customer no / customer number / customer code / cust no / client / client id
        external id / member / member id / member number / buyer / loyalty id / customer reference / guest
        zákazník / klient / odběratel / věrnostní id / kupující / id zákazníka / číslo zákazníka
        č. zákazníka / zákaznické číslo / kód zákazníka / id klienta / číslo klienta / zákaznícke číslo
        kundenummer / kundenr / kunde nr / medlemsnummer / medlemsnr
        клиент id / клиент нөмірі / клиенттің нөмірі / id клиента / номер клиента / код клиента
        מספר לקוח / מס לקוח / קוד לקוח
        odberateľ / kupujúci / vernostné id / kunde / kunde id / køber
        kundennummer / kundennr / kunden nr / kunden id / kundin / käufer / mitglied / mitgliedsnummer
        клиент / сатып алушы / тұтынушы / покупатель / לקוח / קונה / מזהה לקוח
    """,
    "date": """
        date / sale date / date of sale / purchase date / transaction date / order date / day
        date and time / date time / datetime / timestamp / created / created at / sold at / paid at
        receipt date
        datum / datum prodeje / datum nákupu / datum účtenky / datum a čas / den / vystaveno / datum vystavení
        dátum / dátum predaja / dátum nákupu / dátum a čas / deň / vystavené
        dato / salgsdato / købsdato / dato og tid / bilagsdato / dag
        belegdatum / verkaufsdatum / rechnungsdatum / kaufdatum / bestelldatum / datum und uhrzeit
        datum/uhrzeit / datum/zeit / zeitpunkt / tag
        күні / сату күні / сатып алу күні / дата / дата продажи / дата и время
        תאריך / תאריך מכירה / תאריך קנייה / תאריך ושעה / יום
    """,
    "time": """
        time / time of sale / čas / čas prodeje / hodina / čas predaja / tid / klokkeslæt / tidspunkt
        uhrzeit / zeit / уақыты / уақыт / время / שעה
    """,
    "total": """
        total / amount / sum / total amount / line total / sale total / gross sales / net sales
        revenue / paid / amount paid / value / subtotal / total price / gross amount / order total
        receipt total / celkem / částka / cena celkem / celková cena / celkem s dph / částka celkem / útrata
        zaplaceno / tržba / k úhradě / celkem kč / suma
        spolu / cena spolu / celkom / celková cena / čiastka / zaplatené / tržba / k úhrade / spolu s dph
        i alt / beløb / total beløb / pris i alt / sum / betalt / omsætning / linjetotal
        betrag / gesamt / gesamtbetrag / gesamtpreis / gesamtsumme / summe / endbetrag / rechnungsbetrag
        betrag brutto / bruttobetrag / umsatz / umsatz brutto / brutto / zu zahlen / bezahlt
        барлығы / сомасы / сома / жалпы сома / итого / сумма / всего / стоимость
        סהכ / סה"כ / סכום / סך הכל / לתשלום / שולם / סכום כולל
    """,
    "price": """
        price / unit price / price each / price per unit / item price / cena / cena za kus / cena/ks / cena ks
        jednotková cena / cena za jednotku / pris / stykpris / enhedspris / pris pr stk
        preis / einzelpreis / stückpreis / preis pro stück / verkaufspreis / vk preis
        бағасы / баға / цена / цена за единицу / מחיר / מחיר ליחידה / מחיר יחידה
    """,
    "quantity": """
        quantity / qty / count / pieces / pcs / units / items sold / amount of items
        množství / počet / ks / kusy / počet ks / kusů / množstvo / kusov / počet kusov
        antal / stk / mængde / menge / anzahl / stück / stückzahl
        саны / мөлшері / количество / кол-во / кол во / כמות / יחידות
    """,
    "item": """
        item / item name / product / product name / article / description / goods / service
        zboží / položka / název / název položky / výrobek / produkt / název zboží / artikl / služba / popis
        tovar / položka / názov / názov položky / výrobok / produkt / služba / popis
        vare / varenavn / produkt / produktnavn / ydelse / beskrivelse / artikel
        artikelname / artikelbezeichnung / bezeichnung / produktname / beschreibung / ware / leistung
        тауар / өнім / тауар атауы / атауы / қызмет / товар / наименование / название / услуга
        פריט / מוצר / שם פריט / שם מוצר / תיאור / שירות
    """,
    "category": """
        category / department / product category / group / item group
        kategorie / skupina / oddělení / kategória / oddelenie
        warengruppe / artikelgruppe / produktgruppe / abteilung
        kategori / varegruppe / afdeling / санаты / санат / топ / категория / группа / отдел
        קטגוריה / מחלקה / קבוצה
    """,
    "receipt": """
        receipt / receipt no / receipt number / receipt id / bill / bill no / bill number / invoice
        invoice no / invoice number / order / order id / order number / order no / transaction
        transaction id / transaction number / ticket / ticket number / document / check number
        účtenka / číslo účtenky / č. účtenky / doklad / číslo dokladu / č. dokladu / paragon / faktura
        číslo faktury / objednávka / číslo objednávky / transakce / id transakce
        účtenka / bloček / číslo bločku / doklad / číslo dokladu / faktúra / číslo faktúry / objednávka
        bon / bonnr / bon nr / bonnummer / kvittering / kvitteringsnr / bilag / bilagsnr / ordrenr / fakturanr
        beleg / belegnr / beleg nr / belegnummer / bonnummer / kassenbon / rechnung / rechnungsnr
        rechnung nr / rechnungsnummer / bestellung / bestellnummer / transaktion / transaktionsnummer
        чек / чек нөмірі / түбіртек / түбіртек нөмірі / номер чека / заказ / номер заказа / квитанция
        קבלה / מספר קבלה / מס קבלה / חשבונית / מספר חשבונית / הזמנה / מספר הזמנה
    """,
}  # fmt: skip


class MissingColumn(ShopError):
    """No column of the file is the sales' `field`. Facts: name, field, headers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedSales:
    """A file of sales whose columns are known; `buyers` are those that say who bought, with the kinds of
    number that each may hold.
    """

    sheet: Sheet
    columns: ColumnMap
    place: Place
    buyers: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, field: str) -> int | None:
        """Where `field` stands; None where the file does not have it."""
        found = (at for at, role in self.columns.roles.items() if role.field == field)
        return next(found, None)


def open_sales(path: Path, place: Place, told: Sequence[Told], report: Report) -> OpenedSales:
    """Opens the file, its columns found by their headers and by what is `told`.

    Raises the errors of `read_sheet`, `NoHeader`, `UnknownHeader`, `MissingColumn` and `AmbiguousDates`.
    """
    known = (*(said.header for said in told), *_spelled())
    sheet = read_sheet(path, report, headers=known, language=place.language)
    header = find_header(sheet.rows(), known)
    if header is None:
        raise NoHeader(name=path.name)
    columns = _mapped(header, told)
    there = {role.field for role in columns.roles.values()}
    for one_of in NEEDED:
        if there.isdisjoint(one_of):
            raise MissingColumn(name=path.name, field=one_of[0], headers=_written(header))
    orders, doubtful = date_orders(sheet, columns, place)
    for at, examples in doubtful.items():
        raise AmbiguousDates(field="date", header=columns.header(at), examples=examples)
    columns = replace(columns, orders=orders)
    return OpenedSales(
        sheet=sheet, columns=columns, place=place, buyers=tuple(_buyers(columns, told))
    )


def _mapped(header: HeaderRow, told: Sequence[Told]) -> ColumnMap:
    roles: dict[int, Role] = {}
    for at, text in enumerate(header.headers):
        field = _field_of(text)
        if field and (field == "customer" or Role(field=field) not in roles.values()):
            roles[at] = Role(field=field)
    taken: set[int] = set()
    orders = {}
    for said in told:
        at = column_at(said.header, header.headers, taken, len(header.headers))
        if said.field not in {roles[one].field for one in taken if one in roles}:
            roles = {one: role for one, role in roles.items() if role.field != said.field}
        taken.add(at)
        roles[at] = Role(field=said.field)
        if said.order:
            orders[at] = said.order
    return ColumnMap(
        headers=header.headers,
        roles=dict(sorted(roles.items())),
        orders=orders,
        last_header=header.last,
    )


def _field_of(header: str) -> str | None:
    for key in (folded(header), folded(_BRACKETS.sub("", header))):
        if key in _known():
            return _known()[key]
    role = role_of(header)
    return "customer" if role and role.field in _PLAIN_WHO else None


def _buyers(columns: ColumnMap, told: Sequence[Told]) -> Iterable[tuple[int, tuple[str, ...]]]:
    """A header that says which kind of number it is has no other; a column that was told may have any."""
    named = {said.header for said in told}
    for at, role in columns.roles.items():
        if role.field == "customer":
            header = columns.header(at)
            kind = role_of(header)
            is_sure = kind is not None and kind.field in _PLAIN_WHO and header not in named
            yield at, (kind.field,) if kind and is_sure else WHO


def _written(header: HeaderRow) -> tuple[str, ...]:
    return tuple(text for text in header.headers if text)


@cache
def _known() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for field, spellings in SPELLINGS.items():
        known[folded(field)] = field
        for spelling in re.split(r"\s/\s|\n", spellings):
            if key := folded(spelling):
                known.setdefault(key, field)
    return known


def _spelled() -> tuple[str, ...]:
    return tuple(_known())
