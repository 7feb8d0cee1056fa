"""The page of one question: faces, numbers, things to choose from or a sheet to write on, and reasons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.voice.scales import Scale
from resources.words import LANGUAGES, mark
from ui.counter import reasons
from ui.counter.faces import Faces
from ui.counter.frame import Frame, Look
from ui.counter.numbers import Numbers
from ui.counter.pages import Asking
from ui.counter.parts import Chip, Dots, Promise, TouchButton
from ui.counter.presenter import LONGEST, Counter
from ui.counter.typing import Typing
from ui.counter.wrapping import Wrapping
from ui.shared.buttons import Kind
from ui.shared.text import Text, spacer

_LINES = {
    Scale.CSAT: mark("Touch a face."),
    Scale.NPS: mark("Touch a number."),
    Scale.TEN: mark("Touch a number."),
    Scale.EFFORT: mark("Touch a number."),
    Scale.CHOICE: mark("Touch an answer."),
    Scale.CHOICES: mark("Touch all that apply."),
    Scale.TEXT: mark("A few words are enough."),
}

_MANY = 6
"""More options than that are set smaller, so that all stand on one page."""
_GAPS = {Scale.CSAT: 72, Scale.TEXT: 20}


class AnswersPage(Frame):
    """The view of `Asking`."""

    def __init__(self, asked: Asking, look: Look, counter: Counter) -> None:
        super().__init__(
            look, "" if asked.way.is_first else look.words("Thank you, that helps us.")
        )
        self._asked, self._counter = asked, counter
        self.typing: Typing | None = None
        scale = asked.question.scale
        self.rises = scale is Scale.TEXT
        self.ask(asked.text, self._line(), px=40 if self.rises else 56, gap=_GAPS.get(scale, 64))
        self._add_answers()
        if asked.mood is not None:
            self._add_reasons()
        fill_corner(self, asked, counter)
        self._fill_foot()

    def first_focus(self) -> QWidget | None:
        return self.typing.sheet if self.typing else None

    def _line(self) -> str:
        scale = self._asked.question.scale
        if scale is Scale.CSAT and self._asked.way.is_first:
            return self.words("Touch a face. It takes ten seconds.")
        return self.words(_LINES[scale])

    def _add_answers(self) -> None:
        asked, counter = self._asked, self._counter
        score = asked.reply.score if asked.reply else None
        scale = asked.question.scale
        if scale is Scale.CSAT:
            self.faces = Faces(score, self.words, self.m)
            self.faces.touched.connect(counter.score)
            self.middle.addWidget(self.faces)
        elif scale is Scale.TEXT:
            self.typing = Typing(asked.typed, self.words, self.m, LONGEST)
            self.typing.sheet.setAccessibleName(asked.text)
            self.typing.changed.connect(counter.write)
            self.middle.addWidget(self.typing, 0, Qt.AlignmentFlag.AlignHCenter)
        elif asked.question.has_options:
            self._add_options()
        else:
            self.numbers = Numbers(scale, score, self.words, self.m)
            self.numbers.touched.connect(counter.score)
            self.middle.addWidget(self.numbers)

    def _add_options(self) -> None:
        asked = self._asked
        chosen = asked.reply.chosen if asked.reply else ()
        many = len(asked.options) > _MANY
        row = Wrapping(self.m.px(12 if many else 16))
        for key, text in asked.options:
            chip = Chip(text, self.m, high=56 if many else 72, px=18 if many else 22)
            chip.setObjectName(f"option.{key}")
            chip.setChecked(key in chosen)
            chip.clicked.connect(lambda _on=False, key=key: self._counter.choose(key))
            row.addWidget(chip)
        self.middle.addLayout(row)

    def _add_reasons(self) -> None:
        asked, mood = self._asked, self._asked.mood
        if mood is None:
            return
        row = Wrapping(self.m.px(10))
        row.addWidget(Text(reasons.asked(mood, self.words), self.m.px(20), 500))
        row.addWidget(spacer(width=1))
        for theme in asked.reasons:
            chip = Chip(reasons.called(theme, mood, self.words), self.m, high=52, px=18)
            chip.setObjectName(f"reason.{theme}")
            chip.setChecked(theme in asked.why)
            chip.clicked.connect(lambda _on=False, theme=theme: self._counter.give_reason(theme))
            row.addWidget(chip)
        self.middle.addSpacing(self.m.px(40))
        self.middle.addLayout(row)

    def _fill_foot(self) -> None:
        asked, words = self._asked, self.words
        leading: list[QWidget] = (
            [promise(self, asked)] if asked.way.is_first else steps_back(self, self._counter)
        )
        trailing: list[QWidget] = []
        is_text, is_answered = asked.question.scale is Scale.TEXT, asked.reply is not None
        if is_text or (is_answered and not (asked.reply and asked.reply.is_skipped)):
            done = done_button(self, self._counter)
            if self.typing is not None:
                typing = self.typing
                done.setEnabled(bool(asked.typed.strip()))
                typing.changed.connect(lambda text: done.setEnabled(bool(text.strip())))
            trailing.append(done)
        if asked.can_show_card and asked.way.is_first:
            card = TouchButton(words("I have a card"), self.m, icon="card-account-details-outline")
            card.setObjectName("card")
            card.clicked.connect(self._counter.ask_card)
            trailing.append(card)
        if asked.way.is_named and asked.way.is_first and not trailing:
            can_go = asked.reply is None
            trailing.append(hello(self, asked.way.hello, self._counter, can_go=can_go))
        self.foot.fill(leading, trailing, dots(self, asked.way.at, asked.way.of))


def fill_corner(page: Frame, asked: Asking, counter: Counter) -> None:
    """The languages on the first page; from then on the way to begin again."""
    if not asked.way.is_first:
        page.corner.addWidget(start_over(page, counter))
        return
    chips = Wrapping(page.m.px(8), leading=True) if page.look.narrow else QHBoxLayout()
    chips.setSpacing(page.m.px(8))
    for language, name in LANGUAGES.items():
        chip = Chip(name, page.m)
        chip.setObjectName(f"language.{language}")
        chip.setChecked(language == page.words.language)
        chip.clicked.connect(lambda _on=False, language=language: counter.speak(language))
        chips.addWidget(chip)
    if page.look.narrow:
        page.below_head.addSpacing(page.m.px(20))
        page.below_head.addLayout(chips)
    else:
        page.corner.addLayout(chips)


def hello(page: Frame, name: str, counter: Counter, *, can_go: bool) -> QWidget:
    """Whom the card is of; a touch goes on without it, as long as nothing was answered."""
    said = page.words("Hello, {name}", name=name) if name else page.words("Hello")
    chip = TouchButton(said, page.m, icon="close" if can_go else "account-check")
    chip.setObjectName("hello")
    if can_go:
        chip.setAccessibleDescription(page.words("Answer without my name"))
        chip.clicked.connect(counter.stay_unknown)
    return chip


def promise(page: Frame, asked: Asking) -> Promise:
    """Who will see whose answer it is."""
    if asked.way.is_named:
        said = page.words("The owner will see that this answer is yours.")
        return Promise(said, page.m, icon="account-outline")
    return Promise(page.words("Your answer goes to the owner without your name."), page.m)


def steps_back(page: Frame, counter: Counter, *, skips: bool = True) -> list[QWidget]:
    """Back, and past this page without an answer."""
    words = page.words
    arrow = "arrow-right" if words.right_to_left else "arrow-left"
    back = TouchButton(words("Back"), page.m, icon=arrow, padding=24, px=18)
    back.setObjectName("back")
    back.clicked.connect(counter.back)
    if not skips:
        return [back]
    skip = TouchButton(words("Skip"), page.m, Kind.QUIET, padding=16, px=18)
    skip.setObjectName("skip")
    skip.clicked.connect(counter.skip)
    return [back, skip]


def done_button(page: Frame, counter: Counter) -> TouchButton:
    done = TouchButton(page.words("Done"), page.m, Kind.PRIMARY, icon="check", padding=40, px=18)
    done.setObjectName("done")
    done.clicked.connect(counter.done)
    return done


def start_over(page: Frame, counter: Counter) -> TouchButton:
    again = TouchButton(
        page.words("Start over"), page.m, Kind.QUIET, icon="restart", padding=16, px=16
    )
    again.setObjectName("start over")
    again.clicked.connect(counter.start_over)
    return again


def dots(page: Frame, at: int, of: int) -> Dots:
    said = page.words("Step {n} of {all}", n=at + 1, all=of)
    return Dots(at, of, said, page.m)
