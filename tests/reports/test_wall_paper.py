"""Posters, results and slips as they come out of the printer."""

import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as some

from app.keeping.settings import Settings
from app.voice.bank import bank, question, ready_survey, ready_surveys, standard_survey
from app.voice.improvements import Improvement
from app.voice.scales import Scale
from app.voice.scores import Counts
from app.voice.shown import Days, Results, SlipSheet, boast
from app.voice.survey import Survey
from reports.faces import COLOURED
from reports.field import TextTooLong
from reports.results_sheet import draw_results_sheet
from reports.slips import PAPERS, SlipTooLong, draw_slips
from reports.wall_poster import draw_wall_poster
from resources.words import LANGUAGES, RIGHT_TO_LEFT, words_in
from tests.reports import reading, scanning

DAYS = Days(since=date(2026, 10, 1), until=date(2026, 11, 28))
FACES = Counts(scale=Scale.CSAT, figures={1: 1, 2: 2, 3: 4, 4: 58, 5: 148})
FEW = Counts(scale=Scale.EFFORT, figures={5: 3, 6: 4})
WHITE, ACCENT = (255, 255, 255), (176, 69, 42)
NAMES = {"he": "המאפייה של דנה", "kk": "Диқан наны"}
MARGIN = 6  # millimetres that no printer leaves blank


def settings(language):
    return Settings(name=NAMES.get(language, "Mill"), shop_words="1998", language=language)


def poster(language="en", counts=FACES, **how):
    facts = boast(counts, DAYS, settings(language), question("visit").texts)
    return drawn(draw_wall_poster, facts, language, **how)


def results(language="en", **other):
    change = Improvement(
        id=1,
        day=DAYS.until,
        since=DAYS.since,
        theme="speed",
        said="Too long a queue",
        done="There are two of us now.",
        language=language,
    )
    facts = Results(
        shop=settings(language).name,
        shop_words="",
        days=DAYS,
        n=213,
        scores=(FACES, FEW),
        themes=(("staff", FACES), ("speed", FEW), ("our dogs", FACES)),
        changes=(change,),
    )
    return drawn(draw_results_sheet, replace(facts, **other), language)


def slips(language="en", numbers=range(1001, 1005), survey=None, **how):
    facts = SlipSheet(
        shop=settings(language).name,
        survey=survey or standard_survey(language),
        numbers=tuple(numbers),
        shop_language=language,
    )
    return drawn(draw_slips, facts, language, **how)


def drawn(draw, facts, language, **how):
    file = io.BytesIO()
    draw(facts, words_in(language), file, **how)
    return file.getvalue()


ALL = {"poster": poster, "results": results, "slips": slips}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("made", ALL.values(), ids=ALL)
def test_paper_has_its_fonts_inside_says_its_language_and_comes_out_the_same(made, language):
    pdf = made(language)
    assert pdf == made(language)
    assert all(reading.fonts(pdf).values())
    assert f"/Lang ({language})".encode() in reading.everything(pdf)
    left, top, right, bottom = reading.ink(pdf)
    assert min(left, top) >= 4
    assert right <= 206
    assert bottom <= 293


@pytest.mark.parametrize(("paper", "size"), [("A4", (210, 297)), ("A3", (297, 420))])
def test_a_poster_is_as_large_as_its_paper_and_fills_it_alike(paper, size):
    pdf = poster(paper=paper)
    assert reading.pages(pdf) == 1
    assert reading.page_size(pdf) == pytest.approx(size, abs=0.01)
    left, top, right, bottom = reading.ink(pdf)
    share = [left / size[0], top / size[1], right / size[0], bottom / size[1]]
    assert share == pytest.approx([0.095, 0.067, 0.904, 0.93], abs=0.02)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_poster_says_the_figure_how_many_answered_when_and_how_sure_it_is(language):
    words = words_in(language)
    text = " ".join(reading.words_by_pypdf(poster(language)))
    bare = text.translate({ord(mark): None for mark in "\u2066\u2067\u2069\u00a0 "})
    for wanted in ("97", "213", "93", "99", "95", "2026", "148", "58"):
        assert wanted in bare
    if language not in RIGHT_TO_LEFT:
        assert question("visit").texts[language] in text
        assert words.said("face", "Very good") in text


def test_the_figure_of_a_poster_is_what_is_seen_first():
    tall = [box[3] - box[1] for box in reading.letter_box(poster(), "9")]
    assert max(tall) > 45
    assert sorted(tall)[-2] < 15


def test_bars_are_as_high_as_many_chose_the_face():
    pdf = poster()

    def bar(score):
        ground = tuple(round(part * 255) for part in COLOURED[score].ground)
        shapes = scanning.shapes(pdf, colour=ground)
        return next(
            bottom - top for left, top, right, bottom in shapes if abs(right - left - 18) < 0.01
        )

    assert bar(5) / bar(4) == pytest.approx(148 / 58, rel=0.01)
    assert bar(4) / bar(3) == pytest.approx(58 / 4, rel=0.02)


def test_the_faces_stand_worst_first_as_one_reads():
    for language in ("en", "he"):
        pdf = poster(language)
        worst, best = (
            min(
                left
                for left, _, _, _ in scanning.shapes(
                    pdf, colour=tuple(round(part * 255) for part in COLOURED[score].ground)
                )
            )
            for score in (1, 5)
        )
        assert (worst > best) == (language in RIGHT_TO_LEFT)


def test_too_few_answers_have_no_figure_and_no_bar_on_the_sheet():
    words = reading.words_by_pypdf(results())
    text = " ".join(words)
    assert "7 answers: too few to tell" in text
    assert "5.57" not in text
    assert text.count("97%") == 3  # the visit, and two themes
    assert len(scanning.shapes(results(scores=(FEW,), themes=()), colour=ACCENT)) == 1  # the mark
    assert "our dogs" in text


def test_what_was_changed_stands_beside_what_was_said_and_is_left_out_where_there_is_nothing():
    text = " ".join(reading.words_by_pypdf(results()))
    assert text.index("Too long a queue") < text.index("There are two of us now.")
    assert "You said, we did" not in " ".join(reading.words_by_pypdf(results(changes=())))


def test_a_full_sheet_is_still_one_page():
    change = Improvement(
        id=1,
        day=DAYS.until,
        since=DAYS.since,
        theme="speed",
        said="word " * 40,
        done="word " * 40,
        language="en",
    )
    themes = tuple((f"a theme with quite a long name {n}", FACES) for n in range(30))
    friends = Counts(scale=Scale.NPS, figures={10: 30, 8: 5, 3: 1})
    ten = Counts(scale=Scale.TEN, figures={10: 30, 8: 5, 3: 1})
    pdf = results(changes=(change,) * 4, themes=themes, scores=(FACES, ten, friends, FEW))
    assert reading.pages(pdf) == 1
    _, _, _, bottom = reading.ink(pdf)
    assert bottom < 290


@pytest.mark.parametrize("language", LANGUAGES)
def test_slips_stand_four_on_a_sheet_each_with_all_its_boxes(language):
    pdf = slips(language, numbers=range(1001, 1006))
    assert reading.pages(pdf) == 2
    assert reading.page_size(pdf) == pytest.approx((210, 297), abs=0.01)
    faces, ticks = scanning.shapes(pdf, colour=WHITE), scanning.boxes(pdf)
    assert len(faces) == 4 * 5
    assert len(ticks) == 4 * (5 + 11 + 6 + 1)
    for left, top, right, bottom in (*faces, *ticks):
        assert MARGIN < left % 105 < right % 105 < 105 - MARGIN
        assert MARGIN < top % 148.5 < bottom % 148.5 < 148.5 - MARGIN
    assert {1001, 1002, 1003, 1004} <= numbers_on(pdf, 0)
    assert 1005 in numbers_on(pdf, 1)


def numbers_on(pdf, page):
    return {int(word) for word in reading.words_by_pdfium(pdf, page) if word.isdigit()}


def test_slips_lie_where_they_are_cut_to_a_tenth_of_a_millimetre():
    first = [box for box in scanning.boxes(slips()) if box[0] < 105 and box[1] < 148.5]
    beside = [box for box in scanning.boxes(slips()) if box[0] > 105 and box[1] < 148.5]
    below = [box for box in scanning.boxes(slips()) if box[0] < 105 and box[1] > 148.5]
    for one, two, three in zip(first, beside, below, strict=True):
        assert two[0] - one[0] == pytest.approx(105, abs=0.1)
        assert three[1] - one[1] == pytest.approx(148.5, abs=0.1)


def test_a_box_is_large_enough_to_tick_and_none_touches_another():
    found = [box for box in scanning.boxes(slips()) if box[0] < 105 and box[1] < 148.5]
    assert min(box[2] - box[0] for box in found) > 4
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            apart = one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]
            assert apart


@pytest.mark.parametrize("language", ["en", "he"])
def test_figures_run_as_one_reads(language):
    pdf = slips(language, numbers=[4444])
    (six,), (nine,) = (reading.letter_box(pdf, sign) for sign in "69")
    assert (six[0] > nine[0]) == (language in RIGHT_TO_LEFT)


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one not in RIGHT_TO_LEFT])
def test_a_slip_asks_in_the_language_and_says_what_is_agreed_to(language):
    text = " ".join(reading.words_by_pypdf(slips(language, numbers=[1001])))
    for one in standard_survey(language).questions:
        assert one.texts[language] in text
    words = words_in(language)
    assert words("Please call me back") in text
    agreed = words(
        "I agree that the shop keeps my name and phone until it has called me about this."
    )
    assert agreed in text
    assert words("The people") in text


def test_two_larger_slips_stand_on_a_sheet_turned_on_its_side():
    pdf = slips(numbers=[1001, 1002, 1003], paper="A5")
    assert reading.pages(pdf) == 2
    assert reading.page_size(pdf) == pytest.approx((297, 210), abs=0.01)
    small = min(box[2] - box[0] for box in scanning.boxes(slips()))
    large = min(box[2] - box[0] for box in scanning.boxes(pdf))
    assert large / small == pytest.approx(2**0.5, abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", ready_surveys())
def test_every_ready_survey_fits_a_slip_of_a_page(key, language):
    pdf = slips(language, numbers=[1001], survey=ready_survey(key, language), paper="A4")
    _, _, _, bottom = reading.ink(pdf)
    assert reading.pages(pdf) == 1
    assert bottom < 292


@settings_of_hypothesis(max_examples=40)
@given(
    asked=some.lists(
        some.sampled_from([one.key for one in bank()]), min_size=1, max_size=12, unique=True
    ),
    said=some.text(
        some.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=90
    ),
    paper=some.sampled_from(["A6", "A5", "A4"]),
    language=some.sampled_from(list(LANGUAGES)),
)
def test_whatever_a_shop_asks_either_fits_its_slip_or_is_refused(asked, said, paper, language):
    first, *others = map(question, asked)
    own = (replace(first, texts={language: f"?{said}"}), *others)
    survey = Survey(key="own", name="Own", questions=own)
    try:
        pdf = slips(language, numbers=[1001], survey=survey, paper=paper)
    except (SlipTooLong, TextTooLong):
        return
    wide, high = PAPERS[paper].card
    for left, top, right, bottom in (*scanning.boxes(pdf), *scanning.shapes(pdf, colour=WHITE)):
        assert min(left, top) > MARGIN
        assert right < wide - MARGIN
        assert bottom < high - MARGIN


def test_a_survey_that_does_not_fit_is_refused():
    with pytest.raises(SlipTooLong) as refusal:
        slips(survey=ready_survey("yearly", "en"))
    assert refusal.value.facts == {"name": "Once a year", "paper": "A6"}
