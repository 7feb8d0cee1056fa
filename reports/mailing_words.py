"""What labels and envelopes have to say to the owner: what an address lacks, and what cannot be printed."""

from collections.abc import Mapping

from app.people.addresses import Incomplete
from resources.words import Words, mark

PARTS: Mapping[str, str] = {
    "street": mark("street"),
    "city": mark("town"),
    "postal_code": mark("post code"),
    "region": mark("state or province"),
    "country": mark("country"),
}
MAILING_ERRORS: Mapping[str, str] = {
    "UnknownEnvelope": mark("There is no envelope called “{name}”. There are: {known}."),
    "NoSuchPage": mark("The print ends with page {pages}."),
    "UnknownFeed": mark("“{name}” is no way to feed an envelope. There are: {known}."),
}


def missing_parts(fact: Incomplete, words: Words) -> str:
    """`street, post code`: what the address lacks."""
    return ", ".join(words(PARTS[part]) for part in fact.missing)


def lacking(fact: Incomplete, words: Words) -> str:
    """Whose address lacks what, in a line."""
    return words(
        "{name}: missing in the address: {parts}", name=fact.name, parts=missing_parts(fact, words)
    )
