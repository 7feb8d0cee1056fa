"""Why a file, a folder or a sheet could not be used, as a part of the sentence that says so."""

from collections.abc import Mapping

from resources.words import mark

WHYS: Mapping[str, str] = {
    "folder": mark("it is a folder"),
    "special": mark("it is not an ordinary file"),
    "absent": mark("there is no such file"),
    "not permitted": mark("you are not allowed to read it"),
    "unreadable": mark("the disk does not give it"),
    "no_folder": mark("there is no such folder"),
    "not_allowed": mark("you are not allowed to write there"),
    "disk_full": mark("the disk is full"),
    "is_folder": mark("it is a folder"),
    "is_file": mark("it is a file, not a folder"),
    "in_use": mark("it is open in another program"),
    "damaged": mark("the book is damaged"),
    "bad_name": mark("a file cannot have this name"),
    "failed": mark("the disk did not take it"),
    "unknown_kind": mark("it is neither a picture nor a PDF that can be opened"),
    "too_large": mark("it is too large"),
    "bytes": mark("bytes"),
    "defines": mark("it defines words of its own, which no label sheet needs"),
    "broken_xml": mark("it is not whole"),
    "no_templates": mark("there is no label sheet in it"),
    "page_width": mark("the width of the page"),
    "page_height": mark("the height of the page"),
    "left_margin": mark("the margin before the first label"),
    "upper_margin": mark("the margin above the first label"),
    "label_width": mark("the width of a label"),
    "label_height": mark("the height of a label"),
    "labels_across": mark("the number of labels side by side"),
    "labels_down": mark("the number of labels one below the other"),
    "pitch_across": mark("the way from one label to the one beside it"),
    "pitch_down": mark("the way from one label to the one below it"),
    "cells": mark("cells"),
    "columns": mark("columns"),
    "pixels": mark("pixels"),
}
