"""What a sheet of labels is sold for and how it comes, in the reader's words."""

from collections.abc import Mapping

from reports.stock import Feed, Purpose, Stock
from resources.words import Words, mark

PURPOSES: Mapping[Purpose, str] = {
    Purpose.ADDRESS: mark("labels for addresses"),
    Purpose.PARCEL: mark("labels for parcels"),
    Purpose.RETURN: mark("labels for the sender"),
    Purpose.SMALL: mark("small labels"),
    Purpose.FILE: mark("labels for folders"),
    Purpose.BADGE: mark("name badges"),
    Purpose.STICKER: mark("stickers, round or square"),
    Purpose.CARD: mark("business and loyalty cards"),
    Purpose.POSTCARD: mark("postcards"),
}
FEEDS: Mapping[Feed, str] = {
    Feed.SHEET: mark("on a sheet"),
    Feed.ROLL: mark("on a roll"),
    Feed.CONTINUOUS: mark("on a continuous roll, cut to length"),
}


def sold_for(sheet: Stock, words: Words) -> str:
    """Such as “labels for parcels, on a roll”."""
    what, how = words(PURPOSES[sheet.purpose]), words(FEEDS[sheet.feed])
    return what if sheet.feed is Feed.SHEET else words("{what}, {how}", what=what, how=how)
