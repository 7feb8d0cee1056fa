"""What shops in German-speaking countries write above their columns; compared as the other `header_words`."""

from collections.abc import Mapping

GERMAN: Mapping[str, str] = {
    "external_id": """
        kundennummer / kundennr / kunden nr / kd nr / kunden id / mitgliedsnummer / debitorennummer
    """,
    "first_name": """
        vorname / vornamen / vorname(n) / rufname
    """,
    "last_name": """
        nachname / nachnamen / familienname / zuname
    """,
    "full_name": """
        vollständiger name / vorname nachname / vorname und nachname / vor- und nachname / kundenname
        ansprechpartner / kontaktperson / mitglied
    """,
    "full_name_last_first": """
        nachname vorname / nachname, vorname / name, vorname / name vorname / nachname und vorname
    """,
    "middle_name": """
        zweiter vorname
    """,
    "title": """
        akademischer titel / akad. titel / akad. grad
    """,
    "company": """
        firmenname / unternehmen / betrieb
    """,
    "form_of_address": """
        anrede / geschlecht / herr/frau
    """,
    "language": """
        sprache / korrespondenzsprache
    """,
    "phone": """
        telefonnummer / telefonnr / rufnummer / telefon privat / telefon geschäftlich / telefon mobil
        festnetz / festnetznummer / handy / handynummer / handynr / mobilnummer / mobiltelefon
        mobilfunk / mobilfunknummer
    """,
    "email": """
        e-mail-adresse / mail-adresse / e-mail privat
    """,
    "street": """
        straße / str. / straße und hausnummer / straße und nr. / straße, nr. / straße + nr.
        straße hausnr. / straße/hausnummer / anschrift 1
    """,
    "house_number": """
        hausnummer / hausnr / haus nr
    """,
    "street2": """
        adresszusatz / anschrift 2 / wohnung / stockwerk
    """,
    "city": """
        ort / stadt / wohnort / ortschaft / gemeinde
    """,
    "region": """
        bundesland / kanton / landkreis
    """,
    "postal_code": """
        plz / postleitzahl
    """,
    "city_postal": """
        plz ort / plz/ort / plz, ort / plz und ort / postleitzahl und ort / ort und plz
    """,
    "address": """
        anschrift / postanschrift / wohnadresse / lieferadresse / rechnungsadresse / adresse privat
    """,
    "country": """
        staat / ländercode / länderkennzeichen
    """,
    "birthday": """
        geburtstag / geburtsdatum / geb. datum / geb. / geb. am / geboren / geboren am
    """,
    "card_number": """
        kartennummer / kartennr / karten nr / kundenkarte / kundenkartennummer / treuekarte
    """,
    "tags": """
        gruppen / kundengruppe / kategorien / schlagworte / schlagwörter / merkmale
    """,
    "notes": """
        bemerkung / bemerkungen / notiz / notizen / anmerkung / anmerkungen / hinweis / kommentare
    """,
    "member_since": """
        kunde seit / kundin seit / mitglied seit / angelegt / angelegt am / erstellt am
        registriert am / eintrittsdatum / erster besuch
    """,
    "consent": """
        einwilligung / einverständnis / werbeeinwilligung / dsgvo / einwilligung dsgvo
    """,
    "consent_post": """
        einwilligung post / einwilligung brief / post erlaubt / werbung per post
    """,
    "consent_email": """
        einwilligung e-mail / einwilligung newsletter / e-mail erlaubt / werbung per e-mail
    """,
    "consent_phone": """
        einwilligung telefon / einwilligung sms / telefon erlaubt / werbung per telefon
    """,
}
