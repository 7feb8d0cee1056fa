"""Measures the hand: believable, legible, quick, small, beside the plain font and Handright where installed.

    python benchmarks/handwriting.py [--seeds 10] [--hand NAME] [--no-ocr]

Prints, for each hand and language, the measures of docs/architecture.md with what they must be, then how
well tesseract reads the hand beside its bare font, then cards a second, bytes a card and a cold start.
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from reports.cards import CardFacts, draw_cards, style_of
from reports.hand.noise import Numbers, seed_of
from reports.papers import paper
from tests.reports.hand import gates
from tests.reports.hand.texts import TEXTS

COVERS = {
    "Caveat": "en cs sk da kk",
    "Zeyada": "en cs sk da",
    "Kalam": "en cs sk da",
    "Dancing Script": "en cs sk da",
    "Pacifico": "en cs sk da kk",
    "Amatic SC": "he",
}
OCR = {"en": "eng", "cs": "ces", "sk": "slk", "da": "dan", "kk": "kaz", "he": "heb"}
PLAIN = 0.0


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--seeds", type=int, default=10)
    asked.add_argument("--hand", choices=COVERS)
    asked.add_argument("--no-ocr", action="store_true")
    options = asked.parse_args()
    hands = [options.hand] if options.hand else list(COVERS)
    print_gates(hands, range(options.seeds))
    if not options.no_ocr and shutil.which("tesseract"):
        print_legibility(hands, range(options.seeds))
    print_speed(hands)
    print_cold_start()


def pdf_of(
    text: str, language: str, hand: str, seed: int, amount: float = 0.8, **more: str
) -> bytes:
    file = io.BytesIO()
    style = style_of(hand, more.get("ink", "blue"), amount)
    facts = CardFacts(
        name_for_warnings="", text=text, language=language, seed=seed_of("card", seed), style=style
    )
    draw_cards([facts], paper("A6"), file)
    return file.getvalue()


def print_gates(hands: list[str], seeds: range) -> None:
    print(f"{'':24}" + "".join(f"{name:>9}" for name in gates.NAMES))
    for hand in hands:
        for language in COVERS[hand].split():
            for amount, rounds in ((PLAIN, range(1)), (0.8, seeds)):
                sheets = [
                    gates.sheet(pdf_of(text, language, hand, seed, amount), text)
                    for text in TEXTS[language]
                    for seed in rounds
                ]
                found = gates.measured(sheets, right_to_left=language == "he")
                label = f"{hand} {language}" if amount else "   the bare font"
                missed = gates.missed(found, hebrew=language == "he") if amount else ()
                said = "".join(f"{found[name]:9.3f}" for name in gates.NAMES)
                print(f"{label:24}{said}  {'missed: ' + ', '.join(missed) if missed else ''}")


def print_legibility(hands: list[str], seeds: range) -> None:
    print(
        "\nCharacters that tesseract reads wrongly: the bare font, the hand, and how many times as many"
    )
    all_wrong, all_count = np.zeros(2), 0
    for hand in hands:
        wrong, count = np.zeros(2), 0
        for language in COVERS[hand].split():
            if not has_language(OCR[language]):
                continue
            for text in TEXTS[language]:
                for seed in seeds[:3]:
                    for n, amount in enumerate((PLAIN, 0.8)):
                        wrong[n] += misread(
                            text, pdf_of(text, language, hand, seed, amount, ink="black"), language
                        )
                    count += len(text)
        print_misread(hand, wrong, count)
        all_wrong, all_count = all_wrong + wrong, all_count + count
    print_misread("all, must be 1.5 or less", all_wrong, all_count)


def print_misread(name: str, wrong: Numbers, count: int) -> None:
    bare, ours = wrong / max(count, 1)
    print(f"{name:24}{bare:9.3f}{ours:9.3f}{ours / max(bare, 1e-9):9.2f}")


def has_language(code: str) -> bool:
    known = subprocess.run(
        ["tesseract", "--list-langs"], capture_output=True, text=True, check=True
    )
    return code in known.stdout.split()


def misread(text: str, pdf: bytes, language: str) -> int:
    """Wrong, missing and added characters (Levenshtein), spaces and line ends being one."""
    import pypdfium2

    with tempfile.TemporaryDirectory() as folder, pypdfium2.PdfDocument(pdf) as document:
        picture = Path(folder) / "card.png"
        document[0].render(scale=300 / 72).to_pil().convert("L").save(picture)
        read = subprocess.run(
            ["tesseract", str(picture), "-", "-l", OCR[language], "--psm", "6"],
            capture_output=True,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        ).stdout.decode()
    return distance(" ".join(text.split()), " ".join(read.split()))


def distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for n, letter in enumerate(one, 1):
        last, row[0] = row[0], n
        for m, mark in enumerate(other, 1):
            last, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, last + (letter != mark))
    return row[-1]


def print_speed(hands: list[str]) -> None:
    print(
        "\nCards of some fifty words: a second of one core, bytes a card, and how often as long as bare text"
    )
    floor = floor_a_card()
    print(f"{'plain drawString':24}{1 / floor:9.0f}")
    for hand in hands:
        language = COVERS[hand].split()[0]
        text = TEXTS[language][0]
        style, best, size = style_of(hand, "blue"), 1e9, 0
        cards = [
            CardFacts(
                name_for_warnings="",
                text=f"{text} {n}",
                language=language,
                seed=seed_of(n),
                style=style,
            )
            for n in range(60)
        ]
        for _ in range(4):
            file, started = io.BytesIO(), time.process_time()
            draw_cards(cards, paper("A6"), file)
            best = min(best, (time.process_time() - started) / len(cards))
            size = len(file.getvalue()) // len(cards)
        print(f"{hand:24}{1 / best:9.0f}{size:9}{best / floor:9.1f}")
    print_handright()


def floor_a_card() -> float:
    """Seconds that the same words take as plain lines of text in the same PDF library as the labels."""
    from reportlab.pdfgen.canvas import Canvas

    words = TEXTS["en"][0].split()
    best = 1e9
    for _ in range(4):
        started = time.process_time()
        canvas = Canvas(io.BytesIO(), pagesize=(420, 298))
        for _ in range(60):
            for n in range(0, len(words), 7):
                canvas.drawString(30, 270 - 4 * n, " ".join(words[n : n + 7]))
            canvas.showPage()
        canvas.save()
        best = min(best, (time.process_time() - started) / 60)
    return best


def print_handright() -> None:
    try:
        import handright
    except ImportError:
        return
    from PIL import Image, ImageFont

    from reports.fonts import _FILES, _folder

    package, file, _ = _FILES["Caveat-Regular"]
    font = ImageFont.truetype(str(_folder(package) / file), 92)
    template = handright.Template(Image.new("L", (1748, 1240), 255), font, line_spacing=104)
    started = time.process_time()
    list(handright.handwrite(TEXTS["en"][0], template))
    print(f"{'Handright, a picture':24}{1 / (time.process_time() - started):9.2f}")


def print_cold_start() -> None:
    """A new process with an empty cache, from its start to the first card."""
    code = (
        "import io; from reports.cards import *; from reports.papers import paper;"
        "draw_cards([CardFacts(name_for_warnings='', text='Dear Eleanor, thank you so much for"
        " your order!', language='en', seed=1)], paper('A6'), io.BytesIO())"
    )
    with tempfile.TemporaryDirectory() as home:
        environ = os.environ | {"XDG_CACHE_HOME": home, "HOME": home, "LOCALAPPDATA": home}
        for label in ("first card, nothing kept", "first card, letters kept"):
            started = time.perf_counter()
            subprocess.run(
                [sys.executable, "-c", code], check=True, env=environ, cwd=Path(__file__).parents[1]
            )
            print(f"{label:24}{time.perf_counter() - started:9.2f} s")


if __name__ == "__main__":
    main()
