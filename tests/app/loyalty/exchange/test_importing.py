import time

import pytest
from openpyxl import Workbook

from app.loyalty import rhythm
from app.loyalty.exchange.columns import FIELDS, open_sales
from app.loyalty.exchange.importing import import_sales
from app.loyalty.exchange.opening import MissingColumn
from app.people.exchange.errors import AmbiguousDates, NoHeader
from app.people.exchange.mapping import told_from
from app.people.exchange.problems import Reason
from app.progress import unheard
from tests.invariants import check_the_book


@pytest.fixture
def taken(shop, tmp_path):
    """Takes over lines of text as a file; `maps` as on the command line."""

    def take(text, *maps):
        file = tmp_path / "sales.csv"
        file.write_text(text, "utf-8")
        told = [told_from(one, FIELDS) for one in maps]
        opened = open_sales(file, shop.place(), told, unheard)
        return import_sales(shop.book, shop.history, opened, shop.settings.read(), unheard)

    return take


@pytest.fixture
def anna(shop):
    return shop.customer(
        "Anna", external_id="007", card_number="4207", phones=("+420603118274",), emails=("Anna@b.cz",)
    ).id  # fmt: skip


def counts(result):
    return result.added, result.updated, result.unchanged, result.skipped


def sales(shop):
    return [
        tuple(row)
        for row in shop.book.execute(
            f"SELECT customer, day, receipt, total FROM sales s WHERE {rhythm.STANDS} ORDER BY id"
        )
    ]


def problems(result):
    return [(one.row, one.field, one.reason) for one in result.problems]


def test_the_rows_of_one_receipt_are_the_lines_of_one_sale(shop, anna, taken):
    result = taken(
        "Zákazník;Datum;Celkem;Množství;Zboží;Kategorie;Účtenka\n"
        "007;3.11.2026 9:05;61,00;0,5;Chléb;pečivo;R1\n"
        "007;3.11.2026 9:05;21,90;1;Rohlík;pečivo;R1\n"
        "007;4.11.2026;10;;;;R2\n"
    )
    assert counts(result) == (3, 0, 0, 0)
    assert sales(shop) == [(anna, "2026-11-03", "R1", 8290), (anna, "2026-11-04", "R2", 1000)]
    lines = shop.book.execute("SELECT name, category, thousandths, price, discount FROM sale_lines")
    assert [tuple(row) for row in lines] == [
        ("Chléb", "pečivo", 500, 12200, 0),
        ("Rohlík", "pečivo", 1000, 2190, 0),
    ]
    assert shop.book.value("SELECT at FROM sales") == "2026-11-03T08:05:00.000Z"


def test_a_line_costs_what_it_did_though_no_price_of_one_piece_gives_it(shop, taken):
    taken("date;total;quantity;item\n2026-11-03;10.00;3;Roll\n2026-11-03;10.01;0.333;Bread\n")
    from app.loyalty.earning import Line

    rows = shop.book.execute("SELECT name, category, thousandths, price, discount FROM sale_lines")
    assert [Line(**dict(row)).amount for row in rows] == [1000, 1001]


@pytest.mark.parametrize("who", ["007", "4207", "603 118 274", "+420603118274", "anna@B.cz"])
def test_a_customer_is_known_by_any_of_her_numbers(shop, anna, taken, who):
    taken(f"Customer;Date;Total\n{who};2026-11-03;10\n")
    assert sales(shop)[0][0] == anna


def test_a_header_says_which_kind_of_number_it_is(shop, anna, taken):
    other = shop.customer("Other", external_id="4207").id
    taken("Card number;Date;Total\n4207;2026-11-03;10\n")
    assert sales(shop)[0][0] == anna
    taken("Customer;Date;Total\n4207;2026-11-04;10\n")
    assert sales(shop)[1][0] == other


def test_the_mere_id_of_a_row_is_nobodys(shop, anna, taken):
    result = taken("ID;Date;Total\n007;2026-11-03;10\n")
    assert sales(shop)[0][0] is None
    assert result.problems == []


def test_somebody_unknown_is_named_and_her_sale_is_kept(shop, anna, taken):
    shop.customer("Her sister", phones=("+420603118274",))
    result = taken(
        "Customer;Date;Total\nnobody;2026-11-03;10\n603118274;2026-11-03;20\n;2026-11-03;30\n"
    )
    assert [row[0] for row in sales(shop)] == [None, None, None]
    assert problems(result) == [
        (2, "customer", Reason.UNKNOWN_BUYER),
        (3, "customer", Reason.SEVERAL_BUYERS),
    ]


def test_who_was_merged_is_found_by_her_old_card(shop, anna, taken):
    other = shop.customer("Ana", card_number="99").id
    shop.customers.merge(anna, other)
    taken("Card;Date;Total\n99;2026-11-03;10\n")
    assert sales(shop)[0][0] == anna


def test_the_same_receipt_counts_once_in_the_file_and_across_imports(shop, anna, taken):
    text = "Customer,Date,Total,Receipt\n007,2026-11-03,10,R1\n007,2026-11-04,20,R2\n007,2026-11-03,10,R1\n"
    assert counts(taken(text)) == (2, 0, 1, 0)
    assert counts(taken(text + "007,2026-11-05,5,R1\n")) == (1, 0, 3, 0)
    assert len(sales(shop)) == 3


def test_a_receipt_that_the_till_wrote_down_is_not_taken_again(shop, anna, taken):
    from tests.till import days_ago, sold

    sold(shop.book, anna, days_ago(1), receipt="R1")
    rhythm.rebuild(shop.book)
    assert counts(taken(f"Customer,Date,Total,Receipt\n007,{days_ago(1)},1,R1\n")) == (0, 0, 1, 0)


def test_rows_without_a_receipt_may_be_alike_in_one_file_but_the_file_counts_once(shop, taken):
    text = "Date,Total,Item\n2026-11-03 09:00,55,Espresso\n2026-11-03 09:00,55,Espresso\n"
    assert counts(taken(text)) == (2, 0, 0, 0)
    assert counts(taken(text)) == (0, 0, 2, 0)
    assert counts(taken(text + "2026-11-03 09:00,55,Espresso\n")) == (1, 0, 2, 0)


def test_a_doubled_line_of_a_receipt_is_counted_once_and_named(shop, taken):
    result = taken("Date,Total,Item,Receipt\n2026-11-03,5,Roll,R1\n2026-11-03,5,Roll,R1\n")
    assert counts(result) == (1, 0, 1, 0)
    assert problems(result) == [(3, "item", Reason.ROW_AGAIN)]


def test_money_given_back_is_a_refund_of_her_last_sale_large_enough(shop, anna, taken):
    text = (
        "Customer;Date;Total;Receipt\n007;3.11.2026;100;R1\n007;4.11.2026;20;R2\n"
        "007;5.11.2026;-50;R3\n007;2.11.2026;-5;R4\n;5.11.2026;-5;R5\n"
    )
    result = taken(text)
    assert counts(result) == (3, 0, 0, 2)
    assert problems(result) == [
        (5, "total", Reason.NOTHING_TO_REFUND),
        (6, "total", Reason.NOTHING_TO_REFUND),
    ]
    assert rhythm.of(shop.book, [anna])[anna].spent == 7000
    assert counts(taken(text))[:3] == (0, 0, 3)
    assert rhythm.of(shop.book, [anna])[anna].spent == 7000


def test_a_returned_line_lessens_its_receipt(shop, anna, taken):
    taken(
        "Customer;Date;Total;Item;Receipt\n007;3.11.2026;100;Cake;R1\n007;3.11.2026;-20;Roll;R1\n"
    )
    assert sales(shop)[0][3] == 8000


def test_a_price_is_that_of_one_piece(shop, taken):
    taken("Date;Item;Quantity;Price\n3.11.2026;Roll;3;2,50\n")
    assert sales(shop)[0][3] == 750


def test_the_whole_import_is_one_step_undone_and_done_again(shop, anna, taken):
    text = "Customer;Date;Total;Receipt\n007;3.11.2026;100;R1\n007;4.11.2026;-20;R2\n"
    taken(text)
    for _ in range(2):
        shop.undo.undo_last()
        assert sales(shop) == []
        assert rhythm.of(shop.book, [anna]) == {}
        shop.undo.redo_last()
        assert rhythm.of(shop.book, [anna])[anna].spent == 8000
    shop.undo.undo_last()
    assert counts(taken(text)) == (2, 0, 0, 0)
    assert rhythm.of(shop.book, [anna])[anna].spent == 8000
    shop.undo.undo_last()
    assert sales(shop) == []


def test_what_came_back_at_the_till_meanwhile_does_not_come_back_from_a_file_again(
    shop, anna, taken
):
    taken("Customer;Date;Total;Receipt\n007;3.11.2026;100;R1\n")
    text = "Customer;Date;Total;Receipt\n007;4.11.2026;-60;R2\n"
    taken(text)
    shop.undo.undo_last()
    shop.till.refund(1, shop.moment(), total=6000)
    result = taken(text)
    assert counts(result) == (0, 0, 0, 1)
    assert problems(result) == [(2, "total", Reason.NOTHING_TO_REFUND)]
    shop.undo.undo_last()
    assert counts(taken(text)) == (1, 0, 0, 0)
    check_the_book(shop.book)


def test_a_file_gives_nothing_back_of_a_sale_that_was_taken_back(shop, anna, taken):
    sold = "Customer;Date;Total;Receipt\n007;3.11.2026;100;R1\n"
    given_back = "007;4.11.2026;-60;R2\n"
    taken(sold)
    taken(sold + given_back)
    shop.undo.undo_last()
    shop.undo.undo_last()
    assert counts(taken(f"Customer;Date;Total;Receipt\n{given_back}")) == (0, 0, 0, 1)
    check_the_book(shop.book)
    assert counts(taken(f"Customer;Date;Total;Receipt\n{given_back}" + sold.partition("\n")[2])) == (
        2, 0, 0, 0,
    )  # fmt: skip
    assert rhythm.of(shop.book, [anna])[anna].spent == 4000
    check_the_book(shop.book)


def test_past_sales_earn_no_points(shop, anna, taken):
    taken("Customer;Date;Total\n007;3.11.2026;1000\n")
    assert shop.book.value("SELECT count(*) FROM points_entries") == 0


def test_rows_that_cannot_be_read_are_skipped_and_named(taken):
    result = taken(
        "Date;Total;Quantity\nfoo;10;1\n3.11.2026;much;1\n3.12.2026;10;1\n3.11.2026;10;few\n;;\nTotal;30;\n"
    )
    assert counts(result) == (0, 0, 0, 5)
    assert problems(result) == [
        (2, "date", Reason.BAD_DATE),
        (3, "total", Reason.BAD_AMOUNT),
        (4, "date", Reason.DATE_TO_COME),
        (5, "quantity", Reason.BAD_AMOUNT),
        (7, "date", Reason.BAD_DATE),
    ]


def test_dates_that_can_be_read_both_ways_are_refused_until_it_is_said_how(shop, taken):
    text = "When,Total\n03/04/2026 10:00,10\n05/06/2026 11:00,20\n"
    with pytest.raises(AmbiguousDates):
        taken(text, "date=When")
    taken(text, "date:mdy=When")
    assert [row[1] for row in sales(shop)] == ["2026-03-04", "2026-05-06"]


def test_one_date_that_can_be_read_one_way_only_settles_the_column(shop, taken):
    taken("Date,Total\n03/04/2026,10\n05/13/2026,20\n")
    assert [row[1] for row in sales(shop)] == ["2026-03-04", "2026-05-13"]


def test_a_time_may_stand_in_a_column_of_its_own(shop, taken):
    taken("Date,Time,Total\n2026-11-03,2:05 PM,10\n")
    assert shop.book.value("SELECT at FROM sales") == "2026-11-03T13:05:00.000Z"


@pytest.mark.parametrize(
    ("said", "day", "at"),
    [
        ("2026-11-03T23:30:00Z", "2026-11-04", "2026-11-03T23:30:00.000Z"),
        ("2026-11-03 23:30:00 +0100", "2026-11-03", "2026-11-03T22:30:00.000Z"),
        ("2026-11-03 23:30:00.125 -05:00", "2026-11-04", "2026-11-04T04:30:00.000Z"),
        ("2026-11-03 23:30 UTC", "2026-11-04", "2026-11-03T23:30:00.000Z"),
        ("2026-11-03 23:30", "2026-11-03", "2026-11-03T22:30:00.000Z"),
    ],
)
def test_a_time_with_its_zone_is_told_by_the_shop_s_own_clock(shop, taken, said, day, at):
    taken(f"Date,Total\n{said},5\n")
    found = shop.book.execute("SELECT day, at FROM sales").fetchone()
    assert tuple(found) == (day, at)


def test_a_spreadsheet_may_count_days_and_hours_as_numbers(shop, tmp_path):
    book = Workbook()
    for row in (["Date", "Time", "Total"], [46327.75, None, 10], [46328, 0.385, 20]):
        book.active.append(row)
    book.save(tmp_path / "sales.xlsx")
    opened = open_sales(tmp_path / "sales.xlsx", shop.place(), [], unheard)
    import_sales(shop.book, shop.history, opened, shop.settings.read(), unheard)
    at = ["2026-11-01T17:00:00.000Z", "2026-11-02T08:14:24.000Z"]
    assert shop.book.column("SELECT at FROM sales ORDER BY at") == at


def test_the_file_of_a_german_till_is_read_too(shop, anna, taken):
    taken(
        "Beleg-Nr.;Datum;Uhrzeit;Kundennummer;Artikelbezeichnung;Warengruppe;Menge;Gesamtbetrag\n"
        "B1;3.11.2026;9:05;007;Brot;Backwaren;2;1.234,50 €\n"
    )
    assert sales(shop) == [(anna, "2026-11-03", "B1", 123450)]
    line = shop.book.execute("SELECT name, category, thousandths FROM sale_lines").fetchone()
    assert tuple(line) == ("Brot", "Backwaren", 2000)


def test_a_german_till_may_call_its_columns_otherwise(shop, anna, taken):
    taken(
        "Kassenbon-Nr.;Zeitstempel;Kd-Nr.;Zahlbetrag\nB1;3.11.2026 9:05;007;12,50\n"
        "B2;3.11.2026 9:10;007;-2,50\n"
    )
    assert sales(shop) == [(anna, "2026-11-03", "B1", 1250)]
    taken("Bondatum;Bonzeit;Betrag in EUR\n4.11.2026;10:00;7,20\n")
    assert sales(shop)[1:] == [(None, "2026-11-04", None, 720)]


def test_a_file_without_a_day_or_an_amount_is_refused(taken):
    with pytest.raises(MissingColumn) as refused:
        taken("Customer,Total\n007,10\n")
    assert refused.value.facts["field"] == "date"
    with pytest.raises(NoHeader):
        taken("a,b\n1,2\n")


def test_twenty_thousand_rows_are_taken_over_in_seconds(shop, anna, taken):
    rows = (
        f"007,2026-{n % 10 + 1:02}-{n % 27 + 1:02} 10:{n % 60:02},{n % 90}.50,R{n}"
        for n in range(20_000)
    )
    start = time.process_time()
    result = taken("\n".join(["Customer,Date,Total,Receipt", *rows]))
    assert result.added == 20_000
    assert time.process_time() - start < 20


def test_of_several_amounts_the_one_that_was_paid_counts(shop, taken):
    taken("Date,Gross Sales,Discounts,Net Sales\n2026-11-03,10.00,-1.00,9.00\n")
    taken("Date,Net sales,Taxes,Total collected\n2026-11-04,9.00,2.00,11.00\n")
    taken("Date,Gross Sales\n2026-11-05,12.00\n")
    assert [total for *_, total in sales(shop)] == [900, 1100, 1200]


@pytest.mark.parametrize("kind", ["Refund", "Storno prodeje", "Vratka", "VRÁCENÍ", "Gutschrift"])
def test_a_till_may_say_in_words_alone_that_money_was_given_back(shop, anna, taken, kind):
    rows = f"Date,Type,Total,Customer\n2026-11-03,Credit card,30,007\n2026-11-04,{kind},20,007\n"
    assert counts(taken(rows)) == (2, 0, 0, 0)
    assert shop.book.column("SELECT total FROM refunds WHERE sale = 1") == [2000]
    assert sales(shop) == [(anna, "2026-11-03", None, 3000)]


def lines(shop):
    return [tuple(row) for row in shop.book.execute("SELECT name, price FROM sale_lines")]


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        (
            "Receipt,Date,Item,Quantity,Price,Total\n"
            "R1,2026-11-03,Bread,2,10.00,35.00\nR1,2026-11-03,Cake,1,15.00,35.00\n",
            (1000, 1500),
        ),
        (
            "Receipt,Date,Item,Quantity,Price,Total\n"
            "R1,2026-11-03,Bread,2,10.00,35.00\nR1,2026-11-03,Cake,1,15.00,\n",
            (1000, 1500),
        ),
        (
            "Receipt,Date,Item,Quantity,Price,Receipt Total\n"
            "R1,2026-11-03,Bread,2,11.00,35.00\nR1,2026-11-03,Cake,1,16.00,35.00\n",
            (1100, 1600),
        ),
        (
            "Order Number,Order Date,Item Name,Order Total\n"
            "R1,2026-11-03,Bread,35.00\nR1,2026-11-03,Cake,35.00\n",
            (0, 0),
        ),
    ],
)
def test_the_amount_of_a_receipt_that_stands_at_each_of_its_rows_counts_once(
    shop, taken, text, prices
):
    taken(text)
    assert sales(shop) == [(None, "2026-11-03", "R1", 3500)]
    assert lines(shop) == [("Bread", prices[0]), ("Cake", prices[1])]


def test_lines_that_happen_to_cost_the_same_are_lines_all_the_same(shop, taken):
    taken(
        "Receipt,Date,Item,Quantity,Price,Total\n"
        "R1,2026-11-03,Bread,2,10.00,20.00\nR1,2026-11-03,Cake,1,20.00,20.00\n"
    )
    assert sales(shop) == [(None, "2026-11-03", "R1", 4000)]


def test_what_was_paid_by_card_is_nobodys_card(shop, anna, taken):
    rest = "2026-11-03,42,42.00\n2026-11-04,42,\n"
    assert problems(taken(f"Date,Total,Card\n2026-11-02,4207,4207\n{rest}")) == []
    assert [who for who, *_ in sales(shop)] == [None] * 3
    assert problems(taken("Date,Total,Card\n2026-11-05,42,4207\n")) == []
    assert [who for who, *_ in sales(shop)] == [None, None, None, anna]
