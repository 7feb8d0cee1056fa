"""Help in the owner's own language: what a command and its options do, and Click's own few words."""

import re
from collections.abc import Iterable

import click

from resources.words import Words, mark
from ui.console.counter import counter_of

OPTIONS, COMMANDS = mark("Options"), mark("Commands")
ANSWERED_BY_CLICK = (mark("Show this message and exit."), mark("required"))
_ASIDE = re.compile(r"(.*?)(?:  \[(\w+)\])?", re.DOTALL)
"""The help of an option, and what Click puts behind it where it must be given."""


class Page(click.HelpFormatter):
    """A page of help, each of its texts said through `words`."""

    def __init__(self, words: Words, width: int | None, most: int | None) -> None:
        super().__init__(width=width, max_width=most)
        self._say = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or self._say("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(self._say(heading))

    def write_text(self, text: str) -> None:
        super().write_text(self._say(text))

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2
    ) -> None:
        super().write_dl([(name, self._told(said)) for name, said in rows], col_max, col_spacing)

    def _told(self, said: str) -> str:
        found = _ASIDE.fullmatch(said)
        text, aside = found.groups() if found else (said, None)
        return self._say(text) + (f"  [{self._say(aside)}]" if aside else "")


class Helped(click.Context):
    """Of a command whose help is in the owner's language."""

    def make_formatter(self) -> click.HelpFormatter:
        return Page(counter_of(self).words, self.terminal_width, self.max_content_width)


class Group(click.Group):
    """Commands whose help is in the owner's language."""

    context_class = Helped

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        found = super().get_command(ctx, cmd_name)
        if found is not None:
            found.context_class = Helped
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Each with the first sentence of its help."""
        words = counter_of(ctx).words
        known = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, _first_sentence(words(one.help))) for name, one in known if one and one.help]
        with formatter.section(COMMANDS):
            formatter.write_dl(rows)


def _first_sentence(text: str) -> str:
    first, more, _ = text.partition(". ")
    return f"{first}." if more else text
