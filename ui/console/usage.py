"""Says in the owner's language what is wrong with a command line that was not understood."""

import re
from difflib import get_close_matches
from typing import Any

import click

from reports.sentences import told
from resources.words import Words, mark
from ui.console.typed import Mistyped


def lines(error: click.UsageError, words: Words, command: str) -> list[str]:
    """What was typed wrongly, and where it stands how it is typed; `command` where the error knows none."""
    said, facts = _sentence(error)
    what = told(said, facts, words)
    if isinstance(error, Mistyped) and error.param:
        what = words("{name}: {what}", name=words.isolated(_name(error.param)), what=what)
    path = error.ctx.command_path if error.ctx else command
    return [what, words("How it is used: {command}", command=words.isolated(f"{path} --help"))]


def _sentence(error: click.UsageError) -> tuple[str, dict[str, Any]]:
    match error:
        case Mistyped():
            return error.message, error.facts
        case click.MissingParameter(param=click.Parameter() as missing):
            return mark("{name} is missing."), {"name": _name(missing)}
        case click.NoSuchOption():
            return _unknown(error.option_name, error.possibilities)
        case click.NoSuchCommand(ctx=click.Context(command=click.Group() as group) as context):
            near = get_close_matches(error.command_name, group.list_commands(context))
            return _unknown(error.command_name, near)
        case click.BadOptionUsage():
            # Which of the two it is, Click tells only in its sentence.
            is_flag = "not take" in error.message
            said = mark("{name} stands alone.") if is_flag else mark("Say what {name} is.")
            return said, {"name": error.option_name}
        case click.exceptions.NoArgsIsHelpError(ctx=click.Context(command=click.Group() as group)):
            return mark("Say what to do: {known}"), {"known": sorted(group.commands)}
    # What is left is a word too many; it, too, stands only in a sentence.
    extra = re.search(r"\((.*)\)", error.message)
    return (mark("This is too much: {text}"), {"text": extra[1]}) if extra else (error.message, {})


def _unknown(name: str, near: list[str] | None) -> tuple[str, dict[str, Any]]:
    if near:
        said = mark("“{name}” is not known here. Did you mean {near}?")
        return said, {"name": name, "near": near}
    return mark("“{name}” is not known here."), {"name": name}


def _name(param: click.Parameter) -> str:
    """`--names`, `FILE`: as it is typed, or as the help calls it."""
    if isinstance(param, click.Option):
        return param.opts[0]
    return param.human_readable_name.upper()
