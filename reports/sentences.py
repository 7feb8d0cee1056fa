"""The one table that words errors, problems of an import, and steps of history."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from app.errors import ShopError
from app.money import Money
from reports.whys import WHYS
from resources.words import Words, mark, mark_plural

if TYPE_CHECKING:
    from app.thanks.doubts import Doubted
    from reports.cautions import Caution

_ERRORS: dict[str, str] = {
    "NewerShop": mark(
        "The shop in {path} was written by a newer Regulars. Please update this computer's program."
    ),
    "NotAShop": mark("{path} is damaged or is not a Regulars shop. Nothing was changed in it."),
    "ShopUnreachable": mark("The folder {path} cannot be used: {why}"),
    "Busy": mark("Another window is writing in the shop's book just now. Please try again."),
    "BackupFailed": mark("The copy {path} could not be written: {why}"),
    "NothingToUndo": mark("There is nothing to undo."),
    "NotASetting": mark("“{value}” cannot be used as the shop's {name}."),
    "NotMoney": mark("“{text}” is not an amount in {currency}."),
    "CurrenciesDiffer": mark("{one} and {other} cannot be added up."),
    "Cancelled": mark("Stopped; nothing was changed."),
    "UnknownCustomer": mark("There is no customer {id} in the book."),
    "NobodyNamed": mark("A customer needs a name, a phone, an e-mail or a card number."),
    "NotAPicture": mark(
        "{name} is not a picture that can be read here. Save it as JPEG or PNG and try again."
    ),
    "PictureTooLarge": mark("{name} is too large a picture ({what}: more than {limit})."),
    "PhotoNotKept": mark("The photo could not be kept: {why}"),
    "SamePerson": mark("Somebody cannot be merged with herself."),
    "TooManyTogether": mark("A household has at most {limit} people."),
    "AlreadyTaken": mark("{value} already belongs to {owner}."),
    "NotAValue": mark("“{value}” cannot stand in {field}."),
    "NotABirthday": mark("“{text}” is not a day of birth."),
    "UnknownList": mark("There is no list “{name}”. Known lists: {known}"),
    "NotEmpty": mark("There are customers in this shop already; the demo fills only an empty one."),
    "NobodyOnTheList": mark("Nobody on the list “{name}” can be written to."),
    "UnreadableFile": mark("{name} cannot be opened: {why}"),
    "NotASpreadsheet": mark("{name} is neither a spreadsheet nor a list of contacts."),
    "PageWithoutTable": mark(
        "{name} is a page in which no list can be found."
        " Open it in a spreadsheet program, save it as .xlsx, and import that."
    ),
    "EmptyList": mark("{name} is empty."),
    "ProtectedFile": mark("{name} is locked with a password. Save it without one and try again."),
    "DamagedFile": mark(
        "{name} is damaged or cut off. Open it in a spreadsheet program and save it anew."
    ),
    "FileTooLarge": mark("{name} is too large to be opened safely ({what}: more than {limit})."),
    "NoSuchSheet": mark("{name} has no sheet “{sheet}”. Its sheets: {sheets}"),
    "NoHeader": mark(
        "No row of {name} says what its columns are. Name the columns in the first row, or map them."
    ),
    "UnknownField": mark(
        "Line {line}, character {column}: there is no field “{field}”. Fields: {known}"
    ),
    "MissingColumn": mark(
        "No column of {name} is the {field}. Say which with --map {field}=HEADER. Columns: {headers}"
    ),
    "NotAField": mark("“{field}” is not a field of this list. Fields: {fields}"),
    "UnknownHeader": mark("There is no column “{header}”. Columns: {headers}"),
    "BadMapping": mark("“{text}” is not of the form FIELD=HEADER."),
    "UnknownLetter": mark("There is no letter “{name}”. Letters: {known}"),
    "UnclosedBrace": mark(
        "Line {line}, character {column}: a brace is opened and not closed: {text}"
    ),
    "UnknownPaper": mark("There is no paper “{name}”. Papers: {known}"),
    "UnknownStock": mark("There is no label sheet “{name}”. Most like it: {near}"),
    "TemplatesRefused": mark("{path} cannot be used as a file of label sheets: {why}"),
    "TemplateWrong": mark("The label sheet “{name}” in {path} is wrong: {what} is “{value}”."),
    "WhichTemplate": mark("{path} holds {count} label sheets. Say which, as in {example}"),
    "WrongMeasure": mark(
        "The sheet was measured wrong: {what} is {value}, and only {least} to {most} fits."
    ),
    "NewerDesign": mark(
        "This design was made by a newer version of Regulars. Update the program to open it."
    ),
    "BrokenDesign": mark("This design is damaged: {part} of box {box} makes no sense."),
    "BadStock": mark("The measurements of the label sheet “{name}” do not fit its page."),
    "NoSuchLabel": mark("Label {start} is not on this sheet; it has {labels}."),
    "LabelTooLong": mark("The address of {name} is too long for this label."),
    "NotWaiting": mark("A card was printed or put back elsewhere in the meantime."),
    "CardTooLong": mark("The card for {name} is too long for this paper."),
    "WrongProgramme": mark("The programme is wrong in line {line}, {key}: {why}"),
    "NotEnoughPoints": mark("{wanted} points are wanted, and {available} are there."),
    "NoReason": mark("Points are put right with a number and a reason."),
    "UnknownSale": mark("There is no sale {id}."),
    "RefundedSince": mark("A part of sale {id} came back later; take that back first."),
    "RefundTooLarge": mark("{wanted} cannot come back of a sale of which {available} are left."),
    "NothingToRefund": mark("The sale has no {item} that could come back."),
    "UnknownReward": mark("The programme has no reward “{name}”."),
    "NotABill": mark("The bill is wrong: {what}"),
    "NoStampCards": mark("The programme has no stamp card."),
    "TooSoon": mark("The last stamp was given less than {minutes} minutes ago."),
    "TooManyStamps": mark("{stamps} stamps at once are none, or more than {limit}."),
    "NothingWaiting": mark("No full card waits for its reward."),
    "KeyUsed": mark("The key {key} was used for another request."),
    "BadRequest": mark("The request is wrong: {field}"),
    "UnknownDesign": mark("There is no design “{name}”. Designs: {known}"),
    "NoTables": mark("“{text}” names no tables, or more than {limit}."),
    "EmptyMenu": mark("There is no dish on this menu."),
    "MenuTooLong": mark("The menu is too long for this paper."),
    "UnknownHand": mark("There is no hand “{name}”. Hands: {known}"),
    "UnknownInk": mark("There is no ink “{name}”. Inks: {known}"),
    "BrokenFont": mark("{name} cannot be read as a font with an alphabet."),
    "ForbiddenFont": mark("The maker of {name} does not allow it to be put into documents."),
    "NotASignature": mark("{name} cannot be used as a signature."),
    "NothingSigned": mark("A single dot is no signature."),
    "PrinterRefused": mark("The printer “{name}” does not take anything just now."),
    "PrinterGone": mark(
        "The printer “{name}” is not there any more. Is it switched on and connected?"
    ),
    "PrinterStopped": mark(
        "The printer “{name}” stopped after page {page}; the rest was taken back."
    ),
    "PictureRefused": mark("{path} cannot be used as a picture: {why}"),
    "FitsToPage": mark(
        "The print is {percent} % away from its true size. Is the printer set to “fit to page”?"
        " Set it to 100 % and print the test page again."
    ),
    "TooFarOff": mark(
        "By these numbers the print lies {millimetres} mm beside its place, more than a printer does."
        " Is the right paper size set, and was it measured from the nearest edges?"
    ),
    "TurnedTooFar": mark(
        "By these numbers the print is turned by {degrees} degrees. Lay the paper in straight and print"
        " the test page again."
    ),
    "MeasuredUnlike": mark(
        "One number does not go with the others by {millimetres} mm. Please measure it again."
    ),
    "MeasuredTooLittle": mark("There are too few numbers to tell how the printer prints."),
    "NotAPdf": mark("{path} cannot be read as a PDF."),
    "NotALength": mark("“{text}” is not a length. Type it as in 14.5 or 5/8 in."),
    "CannotWrite": mark("{path} cannot be written: {why}"),
    "AmbiguousDates": mark(
        "The dates in “{header}” can be read two ways ({examples})."
        " Say which with --map {field}:dmy={header} or --map {field}:mdy={header}."
    ),
}

PROBLEMS: Mapping[str, str] = {
    "bad_date": mark("not a date"),
    "year_alone": mark("a year alone is not a date"),
    "impossible_date": mark("there is no such day"),
    "date_too_early": mark("too long ago, before {earliest}"),
    "date_to_come": mark("a day that is still to come"),
    "both_ways": mark("day and month can be read either way"),
    "contrary_date": mark("day and month the other way round than in the rest of the column"),
    "bad_phone": mark("not a phone number"),
    "damaged_number": mark("the spreadsheet has lost digits of this number"),
    "bad_email": mark("not an e-mail address"),
    "unknown_address_form": mark("not a form of address that is known"),
    "unknown_answer": mark("neither yes nor no"),
    "unknown_country": mark("not a country that is known"),
    "unknown_language": mark("not a language that is known"),
    "too_long": mark("longer than {limit} characters"),
    "broken_card": mark("this contact is damaged"),
    "nobody": mark("neither name, phone, e-mail nor card number"),
    "total": mark("a total, not a person"),
    "headers_again": mark("the headers once more, not a person"),
    "bad_amount": mark("not an amount"),
    "unknown_buyer": mark("nobody in the book; kept as a sale to somebody unknown"),
    "several_buyers": mark("several people have this; kept as a sale to somebody unknown"),
    "nothing_to_refund": mark("money given back, and no earlier sale it could be of"),
    "row_again": mark("the same row as before it on this receipt; counted once"),
    "bad_score": mark("not a figure from {least} to {most}"),
    "nothing_said": mark("neither a figure nor a word"),
    "unknown_answerer": mark("nobody in the book; kept as the answer of somebody unknown"),
    "several_answerers": mark("several people have this; kept as the answer of somebody unknown"),
    "taken": mark("belongs to another customer"),
    "possible_double": mark("the same phone or e-mail as {other}; taken as another person"),
    "renamed": mark("the number was that of {other}, who has this name now"),
    "not_in_the_book": mark("not in the book, and only known customers were to be updated"),
    "in_the_book": mark("in the book already, and only new customers were to be added"),
}


# Facts that are words themselves: why a file cannot be used, what of it is too large.
_SAID_BY_WORDS = frozenset({"why", "what"})


@cache
def errors() -> Mapping[str, str]:
    """What is said of each error, by the class's own name, so that saying it does not import the room it
    comes from. Those of the rooms are loaded when one is said, as the first screen says none.
    """
    from reports.mailing_words import MAILING_ERRORS
    from reports.printing_sentences import PRINTING_ERRORS
    from reports.till_sentences import TILL_ERRORS
    from reports.voice_sentences import VOICE_ERRORS

    return _ERRORS | {**MAILING_ERRORS, **TILL_ERRORS, **VOICE_ERRORS, **PRINTING_ERRORS}


@cache
def steps() -> Mapping[str, tuple[str, str]]:
    """What is said of each verb of history: done to one, and to several."""
    from reports.printing_sentences import PRINTING_STEPS
    from reports.till_sentences import TILL_STEPS
    from reports.voice_sentences import VOICE_STEPS

    return _STEPS | {**TILL_STEPS, **VOICE_STEPS, **PRINTING_STEPS}


def sentence(error: ShopError, words: Words) -> str:
    """What `error` means to a person, in their language."""
    return told(errors()[type(error).__name__], error.facts, words)


def told(text: str, facts: Mapping[str, object], words: Words) -> str:
    """`text` in their language, with `facts` in its places as they are written there."""
    return words(text, **{name: _shown(name, fact, words) for name, fact in facts.items()})


def _shown(name: str, fact: object, words: Words) -> str:
    """Codes as they stand on paper and on the screen, and facts that are words themselves."""
    if name == "key" and not fact:
        return "TOML"  # the file as a whole
    if name == "id":  # a number that is a name is written as it is typed
        return str(fact)
    if name == "code":
        from app.loyalty.codes import grouped

        return _said(grouped(str(fact)), words)
    if name in _SAID_BY_WORDS and str(fact) in WHYS:
        return words(WHYS[str(fact)])
    return _said(fact, words)


def _said(fact: object, words: Words) -> str:
    if isinstance(fact, int) and not isinstance(fact, bool):
        return words.number(fact)
    if isinstance(fact, float):
        return words.decimal(Decimal(f"{fact:.2f}").normalize() + 0)
    if isinstance(fact, list | tuple):
        return words.isolated(", ".join(map(str, fact)))
    if isinstance(fact, date):
        return words.date(fact)
    if isinstance(fact, Money):
        return money(fact, words)
    return words.isolated(str(fact))


def money(fact: Money, words: Words) -> str:
    """An amount as it is written in this language."""
    from reports.amounts import said

    return said(fact, words, whole=False)


def reason(code: str, facts: Mapping[str, object], words: Words) -> str:
    """Why a value of an imported row was not taken."""
    return words(PROBLEMS[code], **facts)


def step(verb: str, facts: Mapping[str, object], words: Words) -> str:
    """What somebody did, as the notice beside *Undo* and the history say it."""
    one, many = steps()[verb]
    n = facts.get("n", 1)
    count = n if isinstance(n, int) else 1
    others = {name: value for name, value in facts.items() if name != "n"}
    if theme := others.get("theme"):
        from reports.voice_words import theme_name

        others["theme"] = theme_name(str(theme), words)
    return words.plural(
        one, many, count, **({"name": "", "other": "", "code": "", "reward": ""} | others)
    )


# One person by her name; several by their number.
_STEPS: dict[str, tuple[str, str]] = {
    "add": mark_plural("{name} added", "{n} people added"),
    "change": mark_plural("{name} changed", "{n} people changed"),
    "tag": mark_plural("Tag “{tag}” added to {name}", "Tag “{tag}” added to {n} people"),
    "untag": mark_plural("Tag “{tag}” taken from {name}", "Tag “{tag}” taken from {n} people"),
    "language": mark_plural("Language of {name} set", "Language of {n} people set"),
    "consent": mark_plural("Consent of {name} recorded", "Consent of {n} people recorded"),
    "archive": mark_plural("{name} archived", "{n} people archived"),
    "unarchive": mark_plural(
        "{name} taken back from the archive", "{n} people taken back from the archive"
    ),
    "delete": mark_plural("{name} deleted", "{n} people deleted"),
    "merge": mark_plural("{other} merged into {name}", "{n} people merged"),
    "note": mark_plural("Note on {name} written", "Notes on {n} people written"),
    "strike note": mark_plural("Note on {name} struck out", "Notes on {n} people struck out"),
    "put aside": mark_plural(
        "What could not be read stands in the notes of {name}",
        "What could not be read stands in the notes of {n} people",
    ),
    "household": mark_plural("{name} joined to a household", "{n} people made one household"),
    "import": mark_plural("{n} person imported", "{n} people imported"),
    "import sales": mark_plural("{n} sale imported", "{n} sales imported"),
    "demo": mark_plural("{n} invented customer added", "{n} invented customers added"),
    "print": mark_plural("Card for {name} written", "{n} cards written"),
    "withdraw": mark_plural("{n} card did not come out", "{n} cards did not come out"),
    "let wait": mark_plural("Card for {name} put aside", "{n} cards put aside"),
    "take out": mark_plural("{n} card waits no longer", "{n} cards wait no longer"),
    "setup": mark_plural("Shop set up", "Shop set up"),
    "settings": mark_plural("Settings changed", "Settings changed"),
    "signature": mark_plural("Signature changed", "Signature changed"),
    "own hands": mark_plural("Your own hands changed", "Your own hands changed"),
}

FINDINGS: Mapping[str, str] = {
    "damaged": mark("The book is damaged: {detail}"),
    "dangling": mark("A line of {table} belongs to nobody (row {row})."),
    "unguarded": mark("The ledger {table} is not guarded against changes."),
    "unsearchable": mark("{n} people cannot be found by search."),
    "out of rhythm": mark("The visits of {n} people do not follow from the sales."),
    "miscounted": mark("Scores that do not follow from the answers: {n}"),
    "points_apart": mark("Points that do not follow from what was written in their ledger: {n}"),
    "oversold": mark("Sales of which more came back than they were: {n}"),
    "unbalanced": mark("Gift cards that hold something else than their entries say: {n}"),
    "without_subject": mark("Codes that stand for nothing, or coupons without a code: {n}"),
}


def finding(what: str, facts: Mapping[str, object], words: Words) -> str:
    """What `check` found amiss."""
    return words(FINDINGS[what], **facts)


LEFT_OUT: Mapping[str, str] = {
    "deceased": mark("{name} has died"),
    "said_no": mark("{name} does not want post"),
    "no_address": mark("{name} has no address"),
}


def left_out(name: str, why: str, words: Words) -> str:
    """Why somebody on the list gets nothing."""
    return words(LEFT_OUT[why], name=name)


CAUTIONS: Mapping[str, str] = {
    "WrittenSmall": mark("{name}: written smaller than is easy to read ({size} pt)"),
    "WrittenOnSides": mark("{name}: too long for one side, goes on on the next"),
    "MissingLetters": mark("{name}: written otherwise, since no typeface here has {letters}"),
    "SetInType": mark("{name}: set in type, since this hand cannot write {letters}"),
    "NothingToWrite": mark("{name}: there is nothing to write"),
    "TextLeftOut": mark("{name}: “{text}” does not fit its box and is left out"),
    "CodeTooSmall": mark("{name}: the box is too small for the code “{text}”"),
    "NoCode": mark("{name}: there is nothing for the code to say"),
    "UnwritableCode": mark("{name}: bars cannot say “{text}”; a QR code can"),
    "MarkLeftOut": mark("{name}: there is no room for the number {mark}"),
    "PictureGone": mark("{name}: the picture is no longer in the book"),
}


def caution(fact: "Caution", words: Words) -> str:
    """What the owner should know about one card or label before it is printed."""
    facts = {field.name: getattr(fact, field.name) for field in fields(fact)}
    return told(CAUTIONS[type(fact).__name__], facts, words)


DOUBTS: Mapping[str, str] = {
    "same_words": mark("{name}: the same words as in the letter of {day}"),
    "lately": mark("{name} had a card on {day} already"),
    "nothing_personal": mark("{name}: nothing personal could be said"),
    "no_name": mark("{name}: greeted without a name"),
    "other_language": mark("{name}: this letter is not written in her language yet"),
    "unsaid": mark("{name}: the letter makes no sense without {fields}"),
}


def doubt(fact: "Doubted", name: str, words: Words) -> str:
    """What the owner may want to think over before the letter to `name` goes out."""
    day = words.date(fact.on) if fact.on else ""
    unsaid = ", ".join(fact.fields)
    return words(DOUBTS[fact.what], name=words.isolated(name), day=day, fields=unsaid)


DANGERS: Mapping[str, str] = {
    "synced": mark(
        "This shop lies in a folder that is synced. Use it on one computer only; copy backups there instead."
    ),
    "network": mark(
        "This shop lies on another computer. Only one till may have it open; copy backups there instead."
    ),
}


def folder_warning(danger: str, words: Words) -> str:
    """What to know about keeping the book where it is."""
    return words(DANGERS[danger])
