"""What stands above the columns of a file of answers, and the file opened by it."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from app.loyalty.exchange.opening import Headers, Opened, open_rows
from app.people.exchange.cells import Place
from app.people.exchange.mapping import Told
from app.progress import Report

FIELDS = ("date", "time", "customer", "csat", "nps", "effort", "comment", "theme", "channel")
SPELLINGS: Mapping[str, str] = {
    "customer": """
        customer / customer id / customer no / customer number / client / member / guest / respondent
        zákazník / klient / číslo zákazníka / respondent / zákaznícke číslo / host
        kunde / kundenummer / kundenr / gæst / kundennummer / gast
        клиент / тұтынушы / сатып алушы / клиент нөмірі / לקוח / מספר לקוח / מזהה לקוח
    """,
    "date": """
        date / day / date and time / date time / datetime / timestamp / created / created at / submitted
        submitted at / answered at / submission date / response date / completed / start date
        submit date / completion time / end date / end time / start time
        date submitted / created date / date of visit / visit date / review date / datum návštěvy
        datum odpovědi / datum odeslání / dátum návštevy / dátum odpovede / dato og klokkeslæt / besøgsdato
        күні мен уақыты / келген күні / תאריך ושעה / תאריך הביקור
        datum / datum a čas / den / časová značka / vyplněno / datum vyplnění / vytvořeno
        dátum / dátum a čas / deň / časová pečiatka / vyplnené
        dato / dato og tid / tidsstempel / besvaret / dag / zeitstempel / datum und uhrzeit / tag
        күні / күн / уақыт белгісі / дата / отметка времени / תאריך / חותמת זמן / יום
    """,
    "time": """
        time / hour / čas / hodina / tid / klokkeslæt / uhrzeit / уақыты / уақыт / время / שעה
    """,
    "csat": """
        csat / satisfaction / satisfied / customer satisfaction / rating / stars / score / smiley / face
        overall satisfaction / how satisfied / mark
        csat score / star rating / overall rating / rating 1-5 / hodnocení 1-5 / hodnocení návštěvy
        hodnotenie 1-5 / hodnotenie návštevy / bedømmelse / karakter
        spokojenost / hodnocení / známka / hvězdičky / smajlík / celková spokojenost
        spokojnosť / hodnotenie / hviezdičky / celková spokojnosť
        tilfredshed / vurdering / stjerner / smiley / zufriedenheit / bewertung / sterne
        қанағаттану / баға / бағалау / жұлдыз / удовлетворенность / оценка
        שביעות רצון / דירוג / ציון / כוכבים
    """,
    "nps": """
        nps / net promoter score / recommend / recommendation / likelihood to recommend
        would you recommend us / how likely
        nps score / nps 0-10 / nps skóre
        doporučení / doporučil by / ochota doporučit / odporúčanie / odporučil by / ochota odporučiť
        anbefaling / anbefale / vil anbefale / weiterempfehlung / empfehlung
        ұсыну / ұсынар ма еді / рекомендация / המלצה / סיכוי להמליץ
    """,
    "effort": """
        effort / ces / customer effort score / ease / ease of use / how easy
        customer effort / effort score / ces score / snadnost nákupu / jednoduchosť
        snadnost / námaha / úsilí / ľahkosť / námaha / úsilie
        indsats / hvor let / besvær / aufwand / leichtigkeit / жеңілдік / күш / מאמץ / קלות
    """,
    "comment": """
        comment / comments / remark / remarks / text / feedback / message / review / note / notes / words
        what did you like / what can we do better / suggestion / suggestions / open answer
        customer comment / review text / your feedback / your comment
        komentář zákazníka / komentár zákazníka
        komentář / poznámka / připomínka / připomínky / vzkaz / recenze / slovy / zpráva / návrhy
        komentár / poznámka / pripomienka / pripomienky / odkaz / recenzia / správa / návrhy
        kommentar / bemærkning / besked / anmeldelse / forslag / kommentar / bemerkung / anmerkung
        пікір / ескертпе / пікірлер / ұсыныс / комментарий / отзыв / הערה / הערות / תגובה / ביקורת
    """,
    "theme": """
        theme / topic / category / subject / about / area
        téma / oblast / kategorie / téma / oblasť / kategória / emne / område / kategori / thema / bereich
        тақырып / санат / тема / категория / נושא / קטגוריה
    """,
    "channel": """
        channel / source / origin / how / via
        kanál / zdroj / odkud / kanál / zdroj / odkiaľ / kanal / kilde / quelle
        арна / көзі / канал / источник / ערוץ / מקור
    """,
}  # fmt: skip
# Forms put the whole question above its answers; the first field that has a part of it is meant.
ASKED: Mapping[str, str] = {
    "comment": """
        could we do / can we do / could be better / improve / anything else / other comments / tell us
        why did you / do you like / did you like / in your own words
        zlepšit / zlepšiť / lepšího / lepšieho / chcete dodat / chcete dodať / vzkaz / odkaz / líbilo / páčilo
        forbedre / gøre bedre / andet du vil / andre kommentarer
        жақсарт / қосқыңыз / айтқыңыз / ұнады / לשפר / להוסיף / לספר / אהבת
    """,
    "nps": """
        recommend / send a friend to us
        doporučit / doporučil / doporučíte / odporučiť / odporučil / odporučíte
        anbefale / anbefaler / empfehlen / ұсынар / ұсынасыз / ұсынуыңыз / рекомендовать / рекомендуете
        להמליץ / תמליץ / תמליצו / ממליץ
    """,
    "effort": """
        how easy / how difficult / jak snadn / jak jednoduch / ako ľahk / ako jednoduch / hvor let / hvor nemt
        wie einfach / қаншалықты оңай / қаншалықты жеңіл / насколько легко / כמה קל / כמה היה קל
    """,
    "csat": """
        how satisfied / satisfied were you / satisfaction with / would you rate / do you rate
        how was your visit / jaké to dnes / aké to dnes / hvordan var dit besøg / келуіңіз қалай / איך היה
        бізде бәрі қалай
        spokojen / spokojn / hodnotíte
        tilfreds / zufrieden / қаншалықты ризасыз / көңіліңіз / қанағаттан / довольны / оцените
        מרוצה / מרוצים / שבע רצון / תדרג
    """,
}  # fmt: skip
_ANSWERS = Headers(
    spellings=SPELLINGS,
    fields=FIELDS,
    several=("customer", "comment"),
    asked=tuple(ASKED.items()),
    needed=(("date",), ("csat", "nps", "effort", "comment")),
)


def open_answers(path: Path, place: Place, told: Sequence[Told], report: Report) -> Opened:
    """Opens a file of answers; see `open_rows` for what it may raise."""
    return open_rows(path, place, told, _ANSWERS, report)
