"""What tills write above the columns of their sales, and the file opened by it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.loyalty.exchange.opening import Headers, Opened, open_rows, parted
from app.people.exchange.cells import Place
from app.people.exchange.headers import folded
from app.people.exchange.mapping import Told
from app.progress import Report

FIELDS = (
    *("customer", "date", "total", "quantity", "item", "category", "receipt", "time", "price"),
    "kind",
)
SPELLINGS: Mapping[str, str] = {
    "customer": """
        customer / customer id / customer no / customer number / customer code / cust no / client / client id
        external id / member / member id / member number / buyer / loyalty id / customer reference / guest
        customer contact / customer contacts / e-mail zákazníka / telefon zákazníka / karta zákazníka
        číslo karty zákazníka / telefón zákazníka / kundens e-mail / kundens telefon / kunden e-mail
        zákazník / klient / odběratel / věrnostní id / kupující / id zákazníka / číslo zákazníka
        č. zákazníka / zákaznické číslo / kód zákazníka / id klienta / číslo klienta / zákaznícke číslo
        kundenummer / kundenr / kunde nr / medlemsnummer / medlemsnr
        клиент id / клиент нөмірі / клиенттің нөмірі / id клиента / номер клиента / код клиента
        מספר לקוח / מס לקוח / קוד לקוח
        odberateľ / kupujúci / vernostné id / kunde / kunde id / køber
        kundennummer / kundennr / kunden nr / kd nr / kunden id / kundin / käufer / mitglied / mitgliedsnummer
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
        datum/uhrzeit / datum/zeit / zeitpunkt / zeitstempel / bondatum / tag
        күні / сату күні / сатып алу күні / дата / дата продажи / дата и время
        תאריך / תאריך מכירה / תאריך קנייה / תאריך ושעה / יום
    """,
    "time": """
        time / time of sale / čas / čas prodeje / hodina / čas predaja / tid / klokkeslæt / tidspunkt
        uhrzeit / zeit / bonzeit / уақыты / уақыт / время / שעה
    """,
    "total": """
        total / amount / sum / total amount / line total / sale total / gross sales / net sales
        total paid / total collected / order total amount / bill total / invoice total
        revenue / paid / amount paid / value / subtotal / total price / gross amount / order total
        receipt total / celkem / částka / cena celkem / celková cena / celkem s dph / částka celkem / útrata
        zaplaceno / tržba / k úhradě / celkem kč / suma
        spolu / cena spolu / celkom / celková cena / čiastka / zaplatené / tržba / k úhrade / spolu s dph
        i alt / beløb / total beløb / pris i alt / sum / betalt / omsætning / linjetotal
        betrag / gesamt / gesamtbetrag / gesamtpreis / gesamtsumme / summe / endbetrag / rechnungsbetrag
        betrag brutto / bruttobetrag / umsatz / umsatz brutto / brutto / zu zahlen / bezahlt
        bruttoumsatz / zahlbetrag / betrag in eur / betrag eur
        барлығы / сомасы / сома / жалпы сома / итого / сумма / всего / стоимость
        סהכ / סה"כ / סכום / סך הכל / לתשלום / שולם / סכום כולל
    """,
    "price": """
        price / unit price / price each / price per unit / item price / item cost
        cena / cena za kus / cena/ks / cena ks
        jednotková cena / cena za jednotku / pris / stykpris / enhedspris / pris pr stk
        preis / einzelpreis / stückpreis / preis pro stück / verkaufspreis / vk preis
        e-preis
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
        účtenka / číslo účtenky / č. účtenky / id účtenky / id dokladu / číslo účtu
        doklad / číslo dokladu / č. dokladu / paragon / faktura
        číslo faktury / objednávka / číslo objednávky / transakce / id transakce
        účtenka / bloček / číslo bločku / doklad / číslo dokladu / faktúra / číslo faktúry / objednávka
        bon / bonnr / bon nr / bonnummer / kvittering / kvitteringsnr / bilag / bilagsnr / ordrenr / fakturanr
        beleg / belegnr / beleg nr / belegnummer / bonnummer / kassenbon / rechnung / rechnungsnr
        kassenbon nr
        rechnung nr / rechnungsnummer / bestellung / bestellnummer / transaktion / transaktionsnummer
        чек / чек нөмірі / түбіртек / түбіртек нөмірі / номер чека / заказ / номер заказа / квитанция
        קבלה / מספר קבלה / מס קבלה / חשבונית / מספר חשבונית / הזמנה / מספר הזמנה
    """,
    "kind": """
        kind / type / receipt type / event type / transaction type / sale type / document type / order type
        typ / druh / typ dokladu / druh dokladu / typ účtenky / typ transakce / typ prodeje / typ operace
        typ predaja / typ operácie / bilagstype / art / belegart / vorgang / bontyp / belegtyp
        түрі / тип / тип операции / סוג / סוג מסמך / סוג עסקה
    """,
}  # fmt: skip
GIVEN_BACK = """
    refund / refunds / refunded / return / returns / returned / void / voided
    vratka / vráceno / vrácení / vrácená / storno / stornováno / dobropis / refundace / reklamace
    vrátenie / vrátené / refundácia / retur / returneret / refundering / refunderet / kreditnota
    gutschrift / rückgabe / erstattung / retoure
    қайтару / қайтарылды / возврат / החזר / החזרה / זיכוי / ביטול
"""
"""Words in the kind of a row whose money was given back."""

OF_THE_RECEIPT = """
    order total / order total amount / receipt total / sale total / bill total / invoice total
    total paid / total collected / amount paid / rechnungsbetrag / zahlbetrag / zu zahlen
    k úhradě / לתשלום
"""
"""What stands above the amount of a whole receipt, also where each of its lines has a row."""

_OF_THE_RECEIPT = frozenset(map(folded, parted(OF_THE_RECEIPT)))
_BACK = frozenset(map(folded, parted(GIVEN_BACK)))

# A price is that of one piece.
_SALES = Headers(
    spellings=SPELLINGS,
    fields=FIELDS,
    needed=(("date",), ("total", "price")),
    last=("net sales", "gross sales", "subtotal"),  # what was paid is less, or more
)


def is_given_back(kind: str) -> bool:
    """Whether a row of that `kind` is one of money given back."""
    return not _BACK.isdisjoint(map(folded, kind.split()))


def is_of_the_receipt(header: str) -> bool:
    """Whether what stands under `header` is the amount of a whole receipt."""
    return folded(header) in _OF_THE_RECEIPT


def open_sales(path: Path, place: Place, told: Sequence[Told], report: Report) -> Opened:
    """Opens a file of sales; see `open_rows` for what it may raise."""
    return open_rows(path, place, told, _SALES, report)
