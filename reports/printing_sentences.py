"""What `sentences.py` says of sheets, the drawer, label designs, printers and the queue."""

from collections.abc import Mapping

from resources.words import mark, mark_plural

PRINTING_ERRORS: Mapping[str, str] = {
    "NotInPrinting": mark("This is not there any more: another window has taken it away."),
    "NameTaken": mark("There is another one called “{name}”. Choose another name."),
    "UnknownJob": mark(
        "This program does not know how to print this. A newer one put it into the queue."
    ),
    "DocumentGone": mark("The pages of “{title}” are not in the shop's folder any more."),
    "UnknownLabelDesign": mark("There is no label design “{name}”. Designs: {known}"),
    "LabelTooSmall": mark(
        "The card of {name} needs a label of at least {wide} × {high} mm. Choose a larger sheet."
    ),
    "NoRoomForCoupon": mark(
        "The coupon “{name}” has no room on labels of {wide} × {high} mm. Choose a larger sheet."
    ),
    "NoLabelDesign": mark(
        "There is no label design “{name}”; there are none yet. Make one under Printing, Label designs."
    ),
    "Unnamed": mark("Give it a name by which you will find it again."),
}

PRINTING_STEPS: Mapping[str, tuple[str, str]] = {
    "add sheet": mark_plural("Sheet “{name}” added", "{n} sheets added"),
    "change sheet": mark_plural("Sheet “{name}” changed", "{n} sheets changed"),
    "remove sheet": mark_plural("Sheet “{name}” removed", "{n} sheets removed"),
    "add design": mark_plural("Design “{name}” saved", "{n} designs saved"),
    "change design": mark_plural("Design “{name}” changed", "{n} designs changed"),
    "remove design": mark_plural("Design “{name}” removed", "{n} designs removed"),
    "put in drawer": mark_plural(
        "Sheet “{name}” put into the drawer", "{n} sheets put into the drawer"
    ),
    "mark sheet": mark_plural("Labels of “{name}” marked", "Labels of {n} sheets marked"),
    "rename sheet": mark_plural("Sheet named “{name}”", "{n} sheets named"),
    "take from drawer": mark_plural(
        "Sheet “{name}” taken out of the drawer", "{n} sheets taken out of the drawer"
    ),
    "use labels": mark_plural("{n} label used up", "{n} labels used up"),
    "set up printer": mark_plural("{name} set up", "{n} printers set up"),
    "forget printer": mark_plural(
        "{name} prints uncorrected again", "{n} printers print uncorrected again"
    ),
    "print later": mark_plural("“{name}” waits to be printed", "{n} orders wait to be printed"),
    "pause job": mark_plural("“{name}” paused", "{n} orders paused"),
    "resume job": mark_plural("“{name}” goes on", "{n} orders go on"),
    "print job": mark_plural("“{name}” printed", "{n} orders printed"),
    "fail job": mark_plural("“{name}” did not come out", "{n} orders did not come out"),
    "repeat job": mark_plural("“{name}” waits once more", "{n} orders wait once more"),
    "leave out": mark_plural(
        "Coupon taken back of somebody who was left out",
        "Coupons taken back of {n} people who were left out",
    ),
    "unqueue": mark_plural("“{name}” taken out of the queue", "{n} orders taken out of the queue"),
}
