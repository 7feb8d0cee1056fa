"""The .xls of many a till is a web page; Excel itself opens it, and so does the import."""

import time
from contextlib import suppress

import pytest

from app.errors import ShopError
from app.people.exchange.errors import FileTooLarge
from tests.app.people.exchange.files import opened, rows

PAGE = """<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1250">
<style>td {{ mso-number-format:"\\@"; }}</style></head><body><h1>Zákazníci</h1>
<table><tr><td>Logo</td></tr></table>
<table border=1><!-- <tr><td>Nikdo</td></tr> -->
<tr><th colspan=2>Osoba<th rowspan=2>Telefon<th rowspan="2">Adresa</tr>
<tr><th>Jméno<th>Příjmení</tr>
<tr><td>Žofie &amp;
 Jan</td><td>Dvořákovi</td><td x:num="603118274">603&nbsp;118&nbsp;274</td><td>Dlouhá 5<br>110 00 Praha</td></tr>
<tr><td><b>Eva</b><td>Malá<td>777000111</table></body></html>"""

XML = """<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
 <Worksheet ss:Name="Lidé"><Table>
  <Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="String">Jméno</Data></Cell><Cell><Data ss:Type="String">Narozen</Data></Cell></Row>
  <Row/><Row><Cell ss:Index="2"><Data ss:Type="String">Žofie</Data><Comment><Data>ne</Data></Comment></Cell>
   <Cell><Data ss:Type="DateTime">1980-03-05T00:00:00.000</Data></Cell></Row>
 </Table></Worksheet></Workbook>"""


def test_the_largest_table_of_a_page_is_the_list(tmp_path):
    path = tmp_path / "export.xls"
    path.write_bytes(PAGE.format().encode("cp1250"))
    both, eva = rows(path)
    assert both.number == 3
    assert both.values == {
        "first_name": "Žofie & Jan",
        "form_in_name": "family",
        "last_name": "Dvořákovi",
        "phones": ("+420603118274",),
        "street": "Dlouhá 5",
        "postal_code": "110 00",
        "city": "Praha",
    }
    assert eva.values["phones"] == ("+420777000111",)


def test_excels_xml_is_read_with_its_places_and_days(tmp_path):
    path = tmp_path / "list.xml"
    path.write_text(XML, "utf-8")
    (row,) = rows(path)
    assert (row.number, row.values) == (5, {"first_name": "Žofie", "birthday": "1980-03-05"})


@pytest.mark.parametrize(
    "text",
    [
        "<table>" * 50_000, "<!--" * 200_000, "<td" * 200_000, "<table><tr><td>" + "x" * 1_000_000,
        "<table>" + "<tr><td>Jan" * 100_000, "<table><tr><td>&lt;" * 50_000, "<table>" + "<" * 500_000,
        "<table><tr>" + "<td rowspan=99999 colspan=9999>" * 300, "<table><tr><td a=" * 100_000,
    ],
    ids=lambda text: text[:12],
)  # fmt: skip
def test_a_hostile_page_ends_soon(tmp_path, text):
    path = tmp_path / "page.xls"
    path.write_text("<html>" + text, "utf-8")
    started = time.process_time()
    with suppress(ShopError):
        opened(path, "full_name=A")
    assert time.process_time() - started < 10


def test_a_page_of_endless_cells_is_too_large(tmp_path):
    path = tmp_path / "page.xls"
    path.write_text("<table>" + "<tr><td colspan=16000>Jan" * 2000, "utf-8")
    with pytest.raises(FileTooLarge):
        opened(path)
