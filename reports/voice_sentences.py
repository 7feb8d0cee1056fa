"""What `sentences.py` says of surveys, answers, cases and what was changed."""

from collections.abc import Mapping

from resources.words import mark, mark_plural

VOICE_ERRORS: Mapping[str, str] = {
    "NothingSaid": mark("An answer needs at least a figure, a choice or a word."),
    "NotOnTheScale": mark("{value} is not on this scale, which goes from {least} to {most}."),
    "NotAWord": mark("“{value}” cannot be used here: one short word or two, please."),
    "UnknownAnswer": mark("There is no answer {id} in the book."),
    "NotAQuestion": mark("“{name}” cannot be asked like this."),
    "UnknownSurvey": mark("There is no survey called {name}."),
    "NotHours": mark(
        "“{text}” cannot be read as opening hours. For example: mo-fr 07:00-18:00, sa 08:00-12:00"
    ),
    "NotALink": mark("“{text}” is not the address of a page on the web."),
    "NotAPin": mark("A PIN has {fewest} to {most} digits and nothing else."),
    "UnknownCase": mark("There is no case {id} in the book."),
    "NotACase": mark("This cannot be done with the case: “{value}” is missing or too long."),
    "TooFewToBoast": mark(
        "{n} answers are too few for a poster: with about {needed} its figure would be sure enough."
    ),
    "NothingToBoast": mark(
        "{percent} of 100 were satisfied; a poster needs {least}. The results sheet tells it as it is."
    ),
    "NoAnswersYet": mark("There are no answers in this time yet."),
    "SlipTooLong": mark("The survey “{name}” does not fit a slip of {paper}. Take a larger one."),
    "UnknownSlip": mark("No slip {number} was printed. Look at its number once more."),
    "SlipTypedIn": mark("Slip {number} was typed in already, on {day}. It is not counted twice."),
    "NotAnImprovement": mark(
        "Say what was raised, what was changed, and about what; each shortly."
    ),
}

VOICE_STEPS: Mapping[str, tuple[str, str]] = {
    "pin": mark_plural("PIN of counter mode changed", "PIN of counter mode changed {n} times"),
    "answer": mark_plural("Answer written down", "{n} answers written down"),
    "import answers": mark_plural("{n} answer imported", "{n} answers imported"),
    "remove answer": mark_plural("Answer taken out", "{n} answers taken out"),
    "tag answer": mark_plural("Answer is about “{theme}”", "{n} answers are about “{theme}”"),
    "untag answer": mark_plural(
        "Answer is no longer about “{theme}”", "{n} answers are no longer about “{theme}”"
    ),
    "thank for answer": mark_plural("Thanked for an answer", "Thanked for {n} answers"),
    "save survey": mark_plural("Survey “{name}” saved", "{n} surveys saved"),
    "remove survey": mark_plural("Survey “{name}” taken away", "{n} surveys taken away"),
    "open case": mark_plural("Case opened", "{n} cases opened"),
    "assign case": mark_plural("Case given to somebody else", "{n} cases given to somebody else"),
    "plan case": mark_plural("Next step of the case set", "Next step of {n} cases set"),
    "note case": mark_plural("Note on the case written", "Notes on {n} cases written"),
    "answer case": mark_plural("Case answered", "{n} cases answered"),
    "make up": mark_plural("Coupon {code} given to make up for it", "{n} coupons given to make up"),
    "close case": mark_plural("Case closed", "{n} cases closed"),
    "reopen case": mark_plural("Case opened again", "{n} cases opened again"),
    "improve": mark_plural("“{theme}”: change written down", "{n} changes written down"),
    "remove improvement": mark_plural("Change taken out", "{n} changes taken out"),
}
