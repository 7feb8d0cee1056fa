"""What is asked of a survey and of a question, and how the answers are read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from app.amounts import typed_number
from app.keeping.settings import Settings
from app.loyalty.letter_offers import LetterOffer, offer_text, read_offer
from app.shop import Shop
from app.voice.questions import Condition, Option, Question, said
from app.voice.scales import ENDS, THEMES, Scale
from app.voice.survey import Asking, Every, Survey, Thanks
from reports.feedback_words import theme_called
from resources.words import LANGUAGES, Words, mark
from ui.coupons.asked import KINDS, LETTER, PARTS, Asked
from ui.coupons.reading import Reader
from ui.coupons.texts import texts_of
from ui.feedback.survey_said import EVERY_NAMES, ONLY, SCALE_NAMES, only_said
from ui.loyalty.programme_fields import Misread

Texts = Mapping[str, str]
NOTHING, POINTS, COUPON = "nothing", "points", "coupon"
YES, NO = "yes", "no"
_MOST_VISITS, _MOST_POINTS = 100, 10_000
_CHOSEN = frozenset({Scale.CHOICE.value, Scale.CHOICES.value})
_ENDED = frozenset(one.value for one in ENDS)
_YES_NO = ((YES, mark("Yes")), (NO, mark("No")))
RULES: Sequence[Asked] = (
    Asked("every", mark("When it is asked"), tuple((k.value, v) for k, v in EVERY_NAMES.items())),
    Asked("nth", mark("At every how many visits"), kinds=frozenset({Every.NTH_VISIT.value})),
    Asked(
        "thanks",
        mark("Thanks for an answer"),
        ((NOTHING, mark("Nothing")), (POINTS, mark("Points")), (COUPON, mark("A coupon"))),
    ),
    Asked("points", mark("How many points"), kinds=frozenset({POINTS})),
    Asked(
        "kind",
        mark("What it gives"),
        tuple(one for one in KINDS if one[0] != "bundle"),
        kinds=frozenset({COUPON}),
    ),
    Asked("value", mark("How much"), kinds=frozenset({"percent", "amount"})),
    Asked("item", mark("What is free"), kinds=frozenset({"item"})),
    Asked("days", mark("Good for so many days"), kinds=frozenset({COUPON})),
    Asked("comment", mark("At the end, asks for a word"), _YES_NO),
    Asked("call", mark("At the end, offers to call back"), _YES_NO),
)


def rules_hold(one: Asked, texts: Texts) -> bool:
    """Whether a field of `RULES` belongs to what is chosen."""
    if not one.kinds:
        return True
    if one.key in {"value", "item"}:
        return texts["thanks"] == COUPON and texts["kind"] in one.kinds
    return bool(one.kinds & {texts["every"], texts["thanks"]})


def rules_of(survey: Survey, settings: Settings, words: Words) -> Texts:
    """What stands in the fields of `RULES`."""
    thanks = survey.thanks
    coupon = read_offer(thanks.coupon) if thanks.coupon else None
    given = texts_of(coupon, settings, words) if coupon else {"value": "10", "days": "30"}
    return {
        "kind": "percent",
        **given,
        "every": survey.asking.every.value,
        "nth": str(max(2, survey.asking.nth)),
        "thanks": COUPON if coupon else POINTS if thanks.points else NOTHING,
        "points": str(thanks.points or 5),
        "comment": YES if survey.comment else NO,
        "call": YES if survey.call else NO,
    }


def with_rules(survey: Survey, texts: Texts, shop: Shop, words: Words) -> Survey:
    """The survey as `RULES` were answered. Raises `Misread`."""
    every = Every(texts["every"])
    nth = _whole("nth", texts, words, _MOST_VISITS) if every is Every.NTH_VISIT else 1
    points = _whole("points", texts, words, _MOST_POINTS) if texts["thanks"] == POINTS else 0
    coupon = _coupon(texts, shop, words) if texts["thanks"] == COUPON else ""
    return replace(
        survey,
        asking=Asking(every=every, nth=nth),
        thanks=Thanks(points=points, coupon=coupon, a_day=survey.thanks.a_day),
        comment=texts["comment"] == YES,
        call=texts["call"] == YES,
    )


def question_asked(survey: Survey, at: int, language: str, words: Words) -> Sequence[Asked]:
    """What is asked of the question at that place: its text in every language, the shop's own first."""
    themes = [("", mark("The visit as a whole"))] + [
        (one, theme_called(one, words)) for one in THEMES
    ]
    others = [one for one in LANGUAGES if one != language]
    chosen, ended = _CHOSEN, _ENDED
    return (
        Asked(f"text.{language}", mark("What is asked")),
        Asked(
            "scale",
            mark("How it is answered"),
            tuple((one.value, said) for one, said in SCALE_NAMES.items()),
        ),
        Asked("options", mark("What can be chosen"), help_words=mark("One a line."), kinds=chosen),
        Asked("theme", mark("What it is about"), tuple(themes)),
        Asked("why", mark("Offers reasons beside it"), _YES_NO, kinds=ended),
        Asked("only", mark("Of whom it is asked"), tuple(_conditions(survey, at, language, words))),
        *(Asked(f"text.{one}", LANGUAGES[one]) for one in others),
    )


def question_holds(one: Asked, texts: Texts) -> bool:
    return not one.kinds or texts["scale"] in one.kinds


def question_texts(question: Question | None, language: str) -> Texts:
    """What stands in the fields of a question; of a new one its usual answers."""
    if question is None:
        return {"scale": Scale.CSAT.value, "theme": "", "why": NO, "only": ""}
    only = question.only
    moods = ",".join(one.value for one in only.moods) if only else ""
    return {
        **{f"text.{code}": question.texts.get(code, "") for code in LANGUAGES},
        "scale": question.scale.value,
        "options": "\n".join(said(one.texts, language, language) for one in question.options),
        "theme": question.theme,
        "why": YES if question.asks_why else NO,
        "only": f"{moods}:{only.question}" if only else "",
    }


def question_from(
    texts: Texts, before: Question | None, key: str, language: str, words: Words
) -> Question:
    """The question as it was typed, called `key` where it is new. Raises `Misread`."""
    said_in = {code: texts[f"text.{code}"] for code in LANGUAGES if texts[f"text.{code}"]}
    if not said_in.get(language):
        raise Misread(f"text.{language}", words("What shall be asked?"))
    scale = Scale(texts["scale"])
    options = _options(texts["options"], before, language) if scale.value in _CHOSEN else ()
    if scale.value in _CHOSEN and len(options) < 2:  # noqa: PLR2004 - a choice is between two
        raise Misread("options", words("At least two, one a line."))
    return Question(
        key=before.key if before else key,
        scale=scale,
        texts=said_in,
        theme=texts["theme"],
        group=before.group if before else "",
        options=options,
        asks_why=texts["why"] == YES and scale in ENDS,
        only=_condition(texts["only"]),
    )


def _conditions(survey: Survey, at: int, language: str, words: Words) -> Sequence[tuple[str, str]]:
    """Everybody, or those of a mood after one of the questions before."""
    found = [("", mark("Everybody"))]
    for one in survey.questions[:at]:
        if one.has_score:
            for moods in ONLY:
                key = f"{','.join(mood.value for mood in moods)}:{one.key}"
                found.append((key, only_said(moods, one, words, language)))
    return found


def _condition(key: str) -> Condition | None:
    from app.voice.scales import Mood

    moods, _, question = key.partition(":")
    if not question:
        return None
    return Condition(question=question, moods=tuple(Mood(one) for one in moods.split(",")))


def _options(text: str, before: Question | None, language: str) -> tuple[Option, ...]:
    """One a line; those that stood there keep what they are called in other languages."""
    known = {said(one.texts, language, language): one for one in before.options} if before else {}
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return tuple(
        known.get(line) or Option(key=line, texts={language: line}) for line in dict.fromkeys(lines)
    )


def _coupon(texts: Texts, shop: Shop, words: Words) -> str:
    fields = {asked.key: "" for _, some in PARTS for asked in some}
    usual = {"whom": LETTER, "uses": "1", "pieces": "1"}
    given = {key: texts[key] for key in ("kind", "value", "item", "days")}
    wish = Reader(shop, words).wish({**fields, **usual, **given})
    return offer_text(LetterOffer(letter="", terms=wish.terms, days=wish.days))


def _whole(key: str, texts: Texts, words: Words, most: int) -> int:
    found = typed_number(texts[key], 0)
    if found is None or not 1 <= found <= most:
        said = words(
            "Please write a whole number from {least} to {most}.",
            least=1,
            most=words.number(most),
        )
        raise Misread(key, said)
    return int(found)
