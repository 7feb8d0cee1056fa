"""The customer book as a spreadsheet, under headers that the import reads again."""

from collections.abc import Iterator, Mapping
from typing import BinaryIO

from app.people.customers import Customers
from app.people.plain import as_cells
from app.progress import Report
from reports.workbook import write_customers
from resources.words import Words, mark

HEADERS: Mapping[str, str] = {
    "external_id": mark("Customer ID"),
    "title_before": mark("Title before name"),
    "first_name": mark("First name"),
    "last_name": mark("Last name"),
    "title_after": mark("Title after name"),
    "company": mark("Company"),
    "form_of_address": mark("Form of address"),
    "language": mark("Language"),
    "phone": mark("Phone"),
    "email": mark("E-mail"),
    "street": mark("Street"),
    "street2": mark("Street 2"),
    "city": mark("City"),
    "region": mark("Region"),
    "postal_code": mark("Postal code"),
    "country": mark("Country"),
    "birthday": mark("Birthday"),
    "card_number": mark("Card number"),
    "tags": mark("Tags"),
    "notes": mark("Notes"),
    "member_since": mark("Customer since"),
    "consent_post": mark("Consent to post"),
    "consent_email": mark("Consent to e-mail"),
    "consent_phone": mark("Consent to phone"),
}


def export_customers(customers: Customers, to: BinaryIO, words: Words, report: Report) -> None:
    """Everybody in the book, archived people too, a row each in the order of names."""
    headers = [words(HEADERS[name]) for name in HEADERS]
    rows = _rows(customers, words, report)
    write_customers(rows, headers, to, right_to_left=words.right_to_left)


def _rows(customers: Customers, words: Words, report: Report) -> Iterator[list[str]]:
    total = customers.count()
    for done, one in enumerate(customers.everybody()):
        report(done, total)
        cells = as_cells(one)
        yield [_text(cells[name], words) for name in HEADERS]


def _text(value: str | bool | None, words: Words) -> str:
    if isinstance(value, bool):
        return words("yes") if value else words("no")
    return value or ""
