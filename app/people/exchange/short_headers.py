"""How shops shorten what they write above their columns; compared as the other `header_words`."""

from collections.abc import Mapping

SHORT: Mapping[str, str] = {
    "external_id": """
        cust id / customer # / member no / member # / membership number / membership no / zákaznické č.
        evidenční číslo / zákaznícke č. / medlem nr / מס' חבר / מספר חבר / מספר חבר מועדון / מס' מועדון
    """,
    "first_name": "имя клиента / first names / jména / mená",
    "full_name": """
        jméno zák. / jm. a příjm. / meno zák. / for-/efternavn / navn på kunde / т.а.ә. / т.а.ж.
        фио клиента / ф.и.о. клиента / фио покупателя / שם הלקוח/ה / שם לקוח/ה
    """,
    "full_name_last_first": "příjmení a jm. / příjm. a jm. / priezv. a meno / surname, first name",
    "phone": """
        mob / mob. tel. / mob. no / phone mobile / phone home / phone work / mobil č. / telefonní č.
        telefon mobilní / telefon zákazníka / kontakt tel. / mobil. tel. / mobiltlf / mob.nr. / tlf. mobil
        моб. тел. / ұялы тел. / номер тел. / тел. моб. / телефон клиента / байланыс
        טלפון סלולרי / טל. נייד / טל' נייד / טל נייד / נייד לקוח
    """,
    "email": """
        e-mailová adr. / e-mail zákazníka / email zákazníka / e-mail adr. / mailadr / емайл
        כתובת דואר אלקטרוני / דוא"ל לקוח
    """,
    "street": """
        street address line 1 / ulice a č. popisné / ulice a č. / ulice a č. domu / vejnavn og husnr
        vej og nr / gade og husnr / улица, дом, кв. / רח' / רח' ומספר / רחוב + מס' / רחוב ומס' בית
    """,
    "city_postal": "by/postnr / by og postnr / postnr/by",
    "postal_code": "postcode/zip / zip/post code / postal/zip",
    "address": """
        addr / ulice, č. p., psč, město / ulice, psč, město / ulica, psč, mesto / адресі / адрес клиента
    """,
    "birthday": """
        datum narození zákazníka / narozky / født d. / дата рождения клиента / туған к. / дата рожд-я
        ת.ל. / יום הולדת לועזי / תאריך לידה לועזי
    """,
    "card_number": """
        loyalty # / loyalty no / karta č. / zákaznická karta č. / věrnostní karta č. / číslo kartičky
        vernostná karta č. / zákaznícka karta č. / medlemskort / карта № / скидочная карта
        номер дисконт. карты / жеңілдік карта
    """,
    "notes": "notes/comments / bem / bemærk / коммент / הערות נוספות",
    "member_since": """
        joined on / zákazník od roku / registrace dne / oprettet d. / oprettelse / kunde fra
        дата регистр / הצטרף בתאריך / תאריך הצטרפות למועדון
    """,
    "consent": """
        må kontaktes / אישור קבלת דיוור / מאשר דיוור / מאשר/ת דיוור / מאשר קבלת פרסומות
    """,
    "consent_email": "ok to email / ok to e-mail / nyhedsbrev ja/nej",
    "language": "pref. language / jazyk zákazníka / sprog kunde",
}  # fmt: skip
