"""The commands for looking things up and keeping house."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from app.keeping.backup import back_up, backups_of
from app.keeping.check import Finding, findings
from app.keeping.settings import NotASetting
from app.loyalty import rhythm
from app.people import search
from app.people.plain import plain
from app.thanks.lists import people_on, why
from app.thanks.name_days import NameDayNear, near_name_days
from app.thanks.occasions import DAYS_AHEAD, BirthdayNear, birthdays
from app.voice import tallies
from reports.list_words import because
from reports.sentences import finding
from resources.words import Words, mark
from ui.console.counter import Counter, pass_counter
from ui.console.listed import on_list
from ui.console.options import as_json, note, on_day, output, print_json
from ui.console.typed import whole

AMISS = 1  # the exit code of a check that found something


@click.command(help=mark("Answers the first questions without a screen."))
@click.option("--name", help=mark("What the shop is called."))
@click.option(
    "--address",
    help=mark("Where the shop is, for the corner of envelopes: street, post code and town."),
)
@click.option("--country", help=mark("ISO 3166 code, such as CZ."))
@click.option("--currency", help=mark("ISO 4217 code, such as CZK."))
@click.option("--lang", "language", help=mark("cs, sk, da, kk, he or en."))
@click.option("--zone", help=mark("IANA time zone, such as Europe/Prague."))
@pass_counter
def setup(counter: Counter, /, **given: str | None) -> None:
    wanted = {name: value for name, value in given.items() if value is not None}
    for name in ("country", "currency"):
        if name in wanted:
            wanted[name] = wanted[name].upper()
    try:
        settings = counter.shop.settings.change(set_up=True, **wanted)
    except NotASetting as error:
        name = str(error.facts["name"])
        raise NotASetting(name=_called(name, counter.words), value=given[name]) from error
    note(counter.words("{name} is set up in {folder}", name=settings.name, folder=counter.folder))


def _called(name: str, words: Words) -> str:
    """A setting as the screen calls it."""
    said = {
        "country": mark("Country"),
        "currency": mark("Currency"),
        "language": mark("Language"),
        "zone": mark("Time zone"),
    }
    return words(said.get(name, name)).lower()


@click.command(help=mark("Finds customers by anything known of them."))
@click.argument("text")
@as_json
@pass_counter
def find(counter: Counter, /, text: str, as_json: bool) -> None:
    shop = counter.shop
    people = shop.customers.several(search.find(shop.book, text))
    if as_json:
        print_json([plain(one) for one in people])
        return
    for one in people:
        facts = (str(one.id), one.name, *one.phones[:1], one.city or "", one.card_number or "")
        # Who has but a phone is called by it.
        click.echo("  ".join(filter(None, dict.fromkeys(facts))))


@click.command(help=mark("Tells whose birthday was, is or comes; and name days."))
@on_day
@click.option(
    "--days", type=whole(0), default=DAYS_AHEAD, help=mark("How many days to look ahead.")
)
@as_json
@pass_counter
def today(counter: Counter, /, on: date | None, days: int, as_json: bool) -> None:
    shop = counter.shop
    asked = shop.asked(on)
    near = birthdays(shop.book, asked.on, ahead=days, leap_day=asked.leap_day)
    name_days = near_name_days(shop.book, asked.on, ahead=days, language=asked.language)
    if as_json:
        new = shop.customers.several(people_on(shop.book, "new", asked))
        document = {
            "on": asked.on.isoformat(),
            "birthdays": [_birthday(one) for one in near],
            "name_days": [_name_day(one) for one in name_days],
            "new": [{"id": one.id, "name": one.name} for one in new],
        }
        print_json(document)
        return
    for one in near:
        click.echo(f"{counter.words.date(one.kept, 'MMMEd')}  {one.customer.name}")
    for named in name_days:
        day = counter.words.date(named.kept, "MMMEd")
        click.echo(counter.words("{day}  {name} (name day)", day=day, name=named.customer.name))


def _birthday(one: BirthdayNear) -> dict[str, Any]:
    return {
        "id": one.customer.id,
        "name": one.customer.name,
        "date": one.kept.isoformat(),
        "in_days": one.in_days,
        "turning": one.turning,
    }


def _name_day(one: NameDayNear) -> dict[str, Any]:
    return {
        "id": one.customer.id,
        "name": one.customer.name,
        "name_day": one.name,
        "date": one.kept.isoformat(),
        "in_days": one.in_days,
    }


@click.command(
    "list",
    help=mark(
        "Tells who is on a list, and why. NAME is all, new, regulars, slipping, lapsed, near-reward, "
        "best:50, unhappy, to-ask, to-tell, birthdays:14, name-days:14, anniversaries:14, tag:NAME, "
        "ids:1,2,3."
    ),
)
@click.argument("name")
@click.option("--full", is_flag=True, help=mark("Whole customers, not ids only (with --json)."))
@as_json
@pass_counter
def list_people(counter: Counter, /, name: str, full: bool, as_json: bool) -> None:
    shop, asked = counter.shop, counter.shop.asked()
    ids = on_list(counter, name)
    if as_json:
        print_json([plain(one) for one in shop.customers.several(ids)] if full else ids)
        return
    reasons = why(shop.book, name, ids, asked)
    for one in shop.customers.several(ids):
        said = because(reasons[one.id], counter.words) if one.id in reasons else ""
        click.echo(f"{one.id}  {one.name}" + (f"  ({said})" if said else ""))


@click.command(help=mark("Writes a whole copy of the book and prints where it is."))
@output(".sqlite3", required=False)
@pass_counter
def backup(counter: Counter, /, to: Path | None) -> None:
    shop = counter.shop
    stamp = shop.book.stamp()[:19].replace(":", "-")
    click.echo(back_up(shop.book, to or backups_of(shop.book) / f"regulars-{stamp}.sqlite3"))


@click.command(help=mark("Looks whether the book is whole."))
@click.pass_context
def check(context: click.Context) -> None:
    counter: Counter = context.obj
    book = counter.shop.book
    found = [*findings(book), *rhythm.findings(book), *tallies.findings(book)]
    if not found and (apart := search.out_of_step(book)):
        found = [Finding(what="unsearchable", facts={"n": apart})]
    for one in found:
        click.echo(finding(one.what, one.facts, counter.words))
    if found:
        context.exit(AMISS)
    click.echo(counter.words("The book is whole."))
