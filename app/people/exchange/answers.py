"""Yes and no, and how a person is addressed, in the words that people put into cells."""

from app.people.exchange.headers import folded
from app.people.name_words import MARRIED
from app.people.names import of_both

YES = frozenset(
    map(
        folded,
        """yes y true 1 x on ok ano a áno ja j да д иә ия כן v wahr oui si agree agreed granted
        subscribed
        opt-in optin active souhlasí souhlasím súhlasí súhlasím samtykker согласен согласна
        келіседі келісемін
        pravda sand истина шын אמת מסכים מסכימה מאשר מאשרת allowed accepts accepted confirmed""".split(),
    )
)
NO = frozenset(
    map(
        folded,
        """no n false 0 off ne nie nej нет н жоқ לא falsch non nein unsubscribed opt-out optout
        denied declined revoked
        nepravda falsk ложь жалған שקר refused cleaned bounced
        nesouhlasí nesouhlasím nesúhlasí nesúhlasím никогда never
        מסרב""".split(),
    )
)
YES_SIGNS = frozenset("✓✔☑✅+●■√")
NO_SIGNS = frozenset("✗✘☒❌☐□")
NEVER_ASKED = frozenset(
    map(
        folded,
        "unknown null none na n/a pending nezjištěno neznámo neví nevim ukendt неизвестно белгісіз".split(),
    )
) | {""}

WOMAN = frozenset(
    map(
        folded,
        """f w ž žena female woman girl paní pani slečna sl pí mrs ms miss mme fr frau fru frk
        frøken kvinde weiblich k ж жен женский женщина
        г-жа госпожа әйел қыз ханым ә נ נקבה אישה אשה גברת גב' גב׳ mx-f she her dame
        femme""".split(),
    )
)
MAN = frozenset(
    map(
        folded,
        """m male man boy muž pan pán p hr herr herrn männlich herre mand mr mister м муж мужской мужчина г-н
        господин ер еркек ұл мырза е ז זכר גבר
        מר אדון he him homme""".split(),
    )
)
FAMILY = frozenset(
    map(
        folded,
        """family rodina manželé manželia rodinní familie familien familj семья отбасы משפחה משפחת
        couple pár par
        household domácnost""".split(),
    )
)
NEUTRAL = frozenset(
    map(
        folded,
        """neutral x n d o other diverse nonbinary non-binary mx neutrální neutrálne neutralt
        бейтарап ניטרלי jiné divers
        they company firma iné andet другое басқа אחר""".split(),
    )
)
FORMS = (("f", WOMAN), ("m", MAN), ("family", FAMILY), ("neutral", NEUTRAL))


def yes_or_no(text: str) -> bool | None:
    """Raises `ValueError` for a text that is neither; None where nobody asked."""
    written = text.strip()
    if written and set(written) <= YES_SIGNS:
        return True
    if written and set(written) <= NO_SIGNS:
        return False
    key = folded(written)
    if key in YES:
        return True
    if key in NO:
        return False
    if key in NEVER_ASKED:
        return None
    raise ValueError(text)


def form_of_address(text: str) -> str | None:
    """`f`, `m`, `family` or `neutral`; None when the text is none of them."""
    if of_both(text)[0]:  # `Mr & Mrs`
        return MARRIED
    key = folded(text)
    return next((form for form, words in FORMS if key in words), None)
