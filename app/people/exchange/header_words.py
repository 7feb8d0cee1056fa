"""What shops write above their columns, in the six languages and in the exports of five programs.

Compared folded: without accents, capitals, spaces and signs. `/` parts one header from the next.
"""

from collections.abc import Mapping

SPELLINGS: Mapping[str, str] = {
    "external_id": """
        id / external id / customer id / client id / contact id / reference id / customer number
        customer no / cust no / account number / uid / record id / member id / number in system
        id number
        id zákazníka / číslo zákazníka / č. zákazníka / zákaznické číslo / kód zákazníka
        id klienta / číslo klienta / interní číslo
        id zákazníka / číslo zákazníka / zákaznícke číslo / kód zákazníka / id klienta
        číslo klienta
        kundenummer / kundenr / kunde nr / kunde id / kunde-id / medlemsnummer / medlemsnr
        id nummer
        клиент id / клиент нөмірі / клиенттің нөмірі / id клиента / номер клиента / код клиента
        код / ид
        מספר לקוח / מס לקוח / מזהה / מזהה לקוח / קוד לקוח / מס' לקוח / תעודת זהות
    """,
    "first_name": """
        first name / firstname / given name / forename / christian name / first / fname
        customer first name / given
        křestní jméno / křestní / jméno křestní / jm / kř. jméno / rodné jméno
        krstné meno / krstné / meno krstné
        fornavn / fornavne / for navn
        аты / есімі / есім / имя / имя клиента
        שם פרטי / פרטי / שם פרטי של הלקוח
    """,
    "last_name": """
        last name / lastname / surname / family name / last / lname / customer last name / family
        second name
        příjmení / přijmeni / příjm / příjmení zákazníka
        priezvisko / priezv / priezvisko zákazníka
        efternavn / efternavne / slægtsnavn / familienavn
        тегі / фамилия / фам / фамилиясы / фамилия клиента
        שם משפחה / משפחה / שם המשפחה
    """,
    "name": """
        name / jméno / meno / navn / аты жөні есімі / שם
    """,
    "full_name": """
        full name / fullname / customer / customer name / client / client name / contact
        contact name / display name / guest
        guest name / member / member name / name and surname / first and last name / file as
        your name / fn / person
        jméno a příjmení / jméno příjmení / celé jméno / zákazník / zákaznice / klient / klientka
        kontakt / osoba / jméno zákazníka
        jméno klienta / jméno/příjmení / host / člen / zákazník jméno / název kontaktu
        meno a priezvisko / meno priezvisko / celé meno / zákazníčka / meno zákazníka / meno klienta
        meno/priezvisko
        fulde navn / kunde / kundenavn / kundens navn / fuldt navn / for- og efternavn
        fornavn og efternavn / kontaktperson / medlem / fornavn efternavn
        аты-жөні / аты жөні / толық аты / толық аты-жөні / клиент / тұтынушы / сатып алушы / фио
        ф.и.о. / полное имя / контакт
        покупатель / гость / имя фамилия / имя и фамилия / клиенттің аты / клиенттің аты-жөні
        שם מלא / לקוח / שם הלקוח / שם לקוח / איש קשר / שם פרטי ושם משפחה / שם ומשפחה
        שם פרטי ומשפחה / לקוחה / שם החבר
    """,
    "full_name_last_first": """
        last name first name / surname and name / surname name / surname first name / last first
        lastname firstname / name (last first)
        příjmení a jméno / příjmení jméno / příjmení + jméno / příjmení/jméno / příjmení, jméno
        priezvisko a meno / priezvisko meno / priezvisko/meno
        efternavn fornavn / efternavn og fornavn
        тегі аты / тегі аты-жөні / тегі және аты / тегі, аты / фамилия имя / фамилия и имя
        фамилия имя отчество / фамилия, имя, отчество / фамилия и.о.
        משפחה ופרטי / שם משפחה ושם פרטי / שם משפחה ופרטי
    """,
    "middle_name": """
        middle name / middle / additional name / middle names / mellemnavn / mellemnavne
        druhé jméno / prostřední jméno / druhé meno
        отчество / әкесінің аты / שם אמצעי
    """,
    "title": """
        title / name prefix / prefix / honorific prefix / titul / tituly / tit
        titel / akademisk titel / атағы / титул / ученая степень / תואר / degree / academic title
    """,
    "title_before": """
        title before / title before name / titul před / titul před jménem / titul pred
        titul pred menom / titel før navn / есім алдындағы атақ / תואר לפני השם
    """,
    "title_after": """title after / title after name / תואר אחרי השם /
        name suffix / suffix / honorific suffix / titul za / titul za jménem / titul za menom
        titel efter / titel efter navn / есімнен кейінгі атақ / תואר אחרי
    """,
    "company": """
        company / company name / organization / organisation / organization name
        organization 1 name / business / business name / firm
        default address company / employer
        firma / název firmy / společnost / organizace / obchodní název / název společnosti / podnik
        zaměstnavatel
        názov firmy / spoločnosť / organizácia / obchodné meno / zamestnávateľ
        firmanavn / virksomhed / virksomhedsnavn / selskab / organisation
        компания / ұйым / ұйымның атауы / фирма / мекеме / организация / название компании
        название организации / компания атауы
        חברה / שם חברה / שם החברה / ארגון / עסק / שם העסק / שם עסק
    """,
    "form_of_address": """
        form of address / salutation / gender / sex / m/f / f/m / mr/mrs / courtesy title
        oslovení / pohlaví / pan/paní / pohl / m/ž / ž/m / muž/žena
        oslovenie / pohlavie / pán/pani
        køn / tiltaleform / tiltale / hr/fru / k/m / m/k
        жынысы / жыныс / қаратпа / қаратпа сөз / пол / обращение / м/ж
        מין / מגדר / פנייה / לשון פנייה / תואר פנייה
    """,
    "language": """
        language / preferred language / lang / locale / speaks / jazyk / jazyk komunikace
        jazyk komunikácie / řeč / reč / sprog / foretrukket sprog
        тілі / тіл / язык / שפה / שפה מועדפת
    """,
    "phone": """
        phone / phone number / telephone / telephone number / tel / tel no / tel number / phone no
        mobile / mobile phone / mobile number / mobile no
        cell / cell phone / cellphone / gsm / whatsapp / phone 1 value / phone 2 value
        phone 3 value / phone 4 value / primary phone
        home phone / home phone 2 / business phone / business phone 2 / work phone
        company main phone / other phone / car phone / default address phone
        contact number / contact phone / phones / phone numbers / customer phone / sms phone number
        sms phone
        telefon / telefonní číslo / tel. číslo / tel. č. / tel / tlf / mobil / mobilní telefon
        mobilní číslo / číslo telefonu / číslo mobilu / telefon 1
        telefon 2 / telefon 3 / tel. 1 / tel. 2 / tel1 / tel2 / mobil 1 / mobil 2 / telefon domů
        telefon do práce / telefon práce / pevná linka / kontaktní telefon / telefony
        telefon/mobil / tel./mobil / mobil/telefon
        telefón / telefónne číslo / mobilný telefón / mobilné číslo / číslo telefónu / telefón 1
        telefón 2 / pevná linka / telefóny / telefon. číslo
        telefonnr / telefonnummer / tlf / tlf nr / tlfnr / tlf. nummer / mobilnummer / mobilnr
        mobil nr / mobiltelefon / fastnet / privat telefon / arbejdstelefon
        телефон / телефоны / телефон нөмірі / ұялы телефон / ұялы телефоны / ұялы
        байланыс телефоны / тел / тел. нөмірі / байланыс нөмірі / нөмірі
        номер телефона / телефон 1 / телефон 2 / мобильный / мобильный телефон / моб / моб. телефон
        сотовый / сотовый телефон / контактный телефон / тел. номер / домашний телефон
        рабочий телефон
        טלפון / טלפון נייד / נייד / מספר טלפון / מס טלפון / מס' טלפון / טלפון 1 / טלפון 2 / פלאפון
        סלולרי / סלולארי / טל / טל' / טלפון בבית / טלפון בעבודה / מספר נייד / וואטסאפ / טלפון נוסף
    """,
    "email": """
        email / e-mail / e mail / email address / e-mail address / mail / email 1 / email 2
        e-mail 1 / e-mail 2 / e-mail 1 value / e-mail 2 value / e-mail 3 value
        e-mail 2 address / e-mail 3 address / email 1 value / email 2 value / primary email
        customer email / emails / contact email / electronic mail
        email adresa / e-mailová adresa / emailová adresa / e-maily / emaily / elektronická adresa
        mailová adresa / elektronická pošta / mail 1 / mail 2
        mailadresse / e-mailadresse / emailadresse / e-post / epost
        электрондық пошта / электрондық поштасы / эл. пошта / эл пошта / почта / электронная почта
        эл. почта / эл почта / э-почта / имейл / емейл / e-mail адрес / эл. адрес / электронды пошта
        דואל / דוא"ל / דואר אלקטרוני / אימייל / מייל / כתובת מייל / כתובת דואל / כתובת אימייל
        אי-מייל / איימייל
    """,
    "street": """
        street / street address / address 1 / address1 / address line 1 / addr1 / addr 1
        street address 1 / street name / street and number / street 1 / home street
        address 1 street / default address address1 / address street / mailing street
        mailing address line 1 / shipping street
        ulice / ulice a číslo / ulice a č.p. / ulice a čp / ulice č.p. / ulice, číslo / ulice, č.p.
        adresa 1 / ulice a číslo popisné / ulice a číslo domu / ulice číslo / ulice/č.p. / ulice 1
        ulica / ulica a číslo / ulica, číslo / ulica číslo / ulica a č. / ulica č / ulica a č.d.
        ulica a číslo domu
        gade / vej / gadenavn / vejnavn / gade og nr / gade og nummer / vej og nummer / adresse 1
        adresselinje 1 / gadeadresse / vejnavn og nr / gade/vej / gade nr
        көше / көшесі / көше мен үй / улица / улица и дом / улица, дом / көше, үй / көше үй
        רחוב / רחוב ומספר / רחוב ומספר בית / שם רחוב / כתובת 1 / רחוב ומס' / רחוב מספר
    """,
    "house_number": """
        house number / house no / street number / building number / číslo domu / č.p. / čp
        číslo popisné / č. p. / č.p./č.o. / popisné číslo / č. d. / súpisné číslo / č.d.
        číslo popisné/orientační
        husnummer / husnr / hus nr / үй / үйі / үй нөмірі / дом / номер дома / מספר בית / מס בית
        בית / מס' בית
    """,
    "street2": """
        street 2 / address 2 / address2 / address line 2 / addr2 / addr 2 / street address 2
        apartment / apt / suite / flat / unit / home street 2 / address 1 extended address
        default address address2 / building / floor / apartment suite / adresa 2 / ulice 2 / ulica 2
        patro / byt / poschodie / c/o
        adresse 2 / adresselinje 2 / etage / lejlighed / co navn / пәтер / квартира / кв / дира
        мекенжайдың 2-жолы
        דירה / כתובת 2 / כניסה
    """,
    "city": """
        city / town / city/town / town/city / locality / place / city name / home city
        address 1 city / default address city / municipality / mailing city / suburb
        město / obec / město/obec / obec/město / místo / sídlo / město / obec / městys
        mesto / obec / mesto/obec / miesto
        by / bynavn / postdistrikt / bynavn/postdistrikt / bopæl
        қала / қаласы / елді мекен / город / населенный пункт / нас. пункт / қала/ауыл / ауыл
        עיר / ישוב / יישוב / עיר מגורים / שם עיר / עיר/יישוב / מקום מגורים
    """,
    "region": """
        region / state / province / county / state/province / state or province / home state
        address 1 region / default address province code / default address province / district
        mailing state
        kraj / okres / oblast / kraj/okres / stát/kraj / oblasť
        landsdel / kommune / regionen
        облыс / облысы / аймақ / аудан / область / регион / край / район
        מחוז / אזור / איזור / נפה
    """,
    "postal_code": """
        postal code / post code / postcode / zip / zip code / zipcode / zip/postal code / postal
        zip/postcode / home postal code / address 1 postal code / default address zip / post nr
        p.o. code / mailing zip
        psč / poštovní směrovací číslo / p.s.č. / poštovní kód / směrovací číslo
        psč / poštové smerovacie číslo / smerové číslo
        postnr / postnummer / post nr / postnr.
        пошта индексі / пошталық индекс / поштаның индексі / индекс / индексі / почтовый индекс
        почт. индекс
        מיקוד / מיקוד דואר / מס מיקוד
    """,
    "city_postal": """
        psč a město / psč město / psč, město / psč/město / psč a obec / město a psč / psč obec
        psč a mesto / psč mesto / psč, mesto / postnr og by / postnr. by / postnr./by / postnr by
        postnummer og by / zip city / zip and city / postal code and city / post code and city
        city and zip / מיקוד ועיר / עיר ומיקוד / индекс и город
    """,
    "address": """
        address / full address / home address / mailing address / postal address / billing address
        shipping address / address 1 formatted / adr / delivery address
        adresa / celá adresa / bydliště / adresa bydliště / poštovní adresa / kontaktní adresa
        trvalé bydliště / doručovací adresa / korespondenční adresa / adresa zákazníka
        bydlisko / adresa bydliska / poštová adresa / trvalé bydlisko / doručovacia adresa
        kontaktná adresa
        adresse / fuld adresse / postadresse / bopælsadresse / hjemmeadresse / kundens adresse
        leveringsadresse
        мекенжай / мекен-жай / мекенжайы / мекен-жайы / тұрғылықты жері / толық мекенжай / адрес
        адрес проживания / домашний адрес / полный адрес / почтовый адрес / мекенжайы толық
        כתובת / כתובת מלאה / כתובת מגורים / כתובת בית / כתובת למשלוח / מען / כתובת הלקוח
    """,
    "country": """
        country / country/region / country region / country code / default address country code
        default address country / home country/region / home country / address 1 country / nation
        mailing country
        stát / země / krajina / štát / země/stát
        land / landekode
        ел / елі / мемлекет / страна / страна/регион / государство
        מדינה / ארץ / ארץ מגורים
    """,
    "birthday": """
        birthday / birth date / birthdate / date of birth / dob / d.o.b. / born / birth / b-day
        bday / customer birthday / birth day / birthday date
        datum narození / narozeniny / dat. nar. / datum nar. / dat. narození / narozen / narozena
        narozen/a / narozen(a) / nar. / narození / den narození / datum narozenin / d. nar.
        narodenin
        dátum narodenia / narodeniny / dát. nar. / dátum nar. / narodený / narodená / deň narodenia
        dat. narodenia / narodenie / dátum narodenín / narodený/á
        fødselsdag / fødselsdato / født / fødselsdag dato / født den / fødselsd. / fdato / fødsdato
        туған күні / туған күн / туылған күні / туған жылы / туған күні мен жылы / туған кезі / т.к.
        туған күні, айы, жылы
        дата рождения / день рождения / д.р. / др / дата рожд. / родился / дата рожд / рожд. / д. р.
        рождение
        תאריך לידה / יום הולדת / ת. לידה / ת.לידה / לידה / תאריך יום הולדת / נולד / נולדה / יומולדת
        ת' לידה / תאריך הולדת
    """,
    "card_number": """
        card number / card no / card / loyalty card / loyalty card number / customer card
        customer card number / membership card / barcode / customer code / card id / club card
        číslo karty / č. karty / karta / zákaznická karta / číslo zákaznické karty / věrnostní karta
        číslo věrnostní karty / čárový kód / č. kartičky / kartička / ean
        zákaznícka karta / číslo zákazníckej karty / vernostná karta / číslo vernostnej karty
        čiarový kód
        kortnummer / kortnr / kort nr / kundekort / kundekort nr / kundekortnummer / stregkode
        kundekortnr / klubkort
        карта нөмірі / карта нөмері / картасы / карта / клиент картасы / номер карты / № карты
        дисконтная карта / штрих-код / штрихкод / номер дисконтной карты / бонусная карта
        жеңілдік картасы
        מספר כרטיס / מס כרטיס / כרטיס / כרטיס לקוח / כרטיס מועדון / מספר כרטיס מועדון / ברקוד
        מס' כרטיס
    """,
    "tags": """
        tags / tag / labels / label / groups / group / group membership / categories / category
        segment / segments / customer group / customer groups / keywords
        štítky / štítek / skupina / skupiny / kategorie / značky / typ zákazníka / druh zákazníka
        štítok / skupina / skupiny / kategória / kategórie / značka / typ
        mærker / etiketter / grupper / gruppe / kategori / kategorier / mærkat / etiket
        kundegruppe
        белгілер / белгі / тегтер / тег / санат / санаттар / топ / топтар / теги / метки / метка
        категория / категории / группа / группы / сегмент
        תגיות / תגית / תוויות / תווית / קבוצה / קבוצות / קטגוריה / קטגוריות / סיווג
    """,
    "notes": """
        notes / note / comment / comments / remark / remarks / memo / additional info / info
        description / details / customer note
        poznámka / poznámky / pozn / komentář / popis / informace / dopl. info / jiné / různé
        poznámka k zákazníkovi
        poznámka / poznámky / komentár / informácie / iné
        bemærkning / bemærkninger / noter / notat / kommentar / kommentarer / notater / oplysninger
        beskrivelse
        ескерту / ескертпе / ескертпелер / жазба / жазбалар / пікір / түсініктеме / заметка
        заметки / примечание / примечания / комментарий / комментарии / прим
        הערות / הערה / הערת לקוח / פרטים נוספים / מידע נוסף / הערות לקוח
    """,
    "member_since": """
        member since / customer since / since / joined / join date / date joined / first visit
        created / created at / date added / registered / registration date / date created
        signup date / sign up date / first seen / date of registration
        zákazník od / klient od / člen od / členem od / od / registrován / registrace
        datum registrace / datum založení / založeno / vytvořeno / první návštěva / registrován od
        zákazníkem od / datum vytvoření / člen klubu od / přidáno
        zákazník od / registrovaný / registrácia / dátum registrácie / dátum vytvorenia / vytvorené
        prvá návšteva / členom od / zákazníkom od / pridané
        kunde siden / medlem siden / oprettet / oprettet den / oprettelsesdato / første besøg
        indmeldt / indmeldelsesdato / tilmeldt
        тіркелген күні / қашаннан бері / клиент болған күні / алғашқы келуі / тіркеу күні / клиент с
        дата регистрации / дата создания / первый визит / дата первого визита / создан
        дата добавления / қосылған күні
        לקוח מאז / חבר מאז / תאריך הצטרפות / תאריך רישום / ביקור ראשון / הצטרפות / תאריך יצירה
        נוצר / מתאריך / לקוח משנת
    """,
    "consent": """
        consent / marketing consent / gdpr / gdpr consent / accepts marketing / opt in / optin
        marketing / newsletter and post / marketing opt in / agrees to marketing
        souhlas / souhlas gdpr / souhlas s marketingem / marketingový souhlas / gdpr souhlas
        souhlas se zasíláním / obchodní sdělení / souhlas s obchodními sděleními
        súhlas / súhlas gdpr / marketingový súhlas / súhlas s marketingom / gdpr súhlas
        samtykke / markedsføringssamtykke / samtykke til markedsføring / marketingsamtykke
        келісім / келісімі / маркетингке келісім / согласие / согласие на рассылку
        согласие на маркетинг / рассылка
        הסכמה / הסכמה לדיוור / אישור דיוור / דיוור / אישור שיווקי / הסכמה לקבלת דיוור
    """,
    "consent_post": """
        consent post / post consent / consent to post / consent mail / mail consent / may post
        by post / postal consent / accepts post / post ok / letters / consent by post / direct mail
        consent letters
        souhlas pošta / souhlas poštou / souhlas s poštou / pošta / poštou / souhlas (pošta)
        souhlas dopisy / smíme psát / souhlas s dopisy / zasílat poštou
        súhlas pošta / súhlas poštou / súhlas s poštou / pošta / poštou
        samtykke post / samtykke til post / post / samtykke brev / brev
        пошта бойынша келісім / пошта келісімі / пошта арқылы / келісім пошта / поштаға келісім
        согласие почта
        согласие на почту / согласие на письма / письма
        הסכמה לדואר / אישור דואר / דואר / הסכמה דואר / משלוח בדואר
    """,
    "consent_email": """
        consent email / email consent / e-mail consent / consent to email / email opt in / may email
        accepts email / accepts email marketing / email marketing / newsletter
        email subscription status / subscribed / email subscriber status / consent by email
        email marketing consent / email ok / email status / mailing list
        souhlas e-mail / souhlas email / souhlas e-mailem / souhlas s e-mailem / souhlas s e-maily
        odběr novinek / souhlas (e-mail) / zasílat e-mailem / odběr newsletteru / novinky
        novinky e-mailem
        súhlas e-mail / súhlas email / súhlas e-mailom / súhlas s e-mailom / odber noviniek
        novinky
        samtykke e-mail / samtykke email / samtykke til e-mail / samtykke til email / nyhedsbrev
        samtykke mail / nyhedsmail
        эл. пошта келісімі / эл. поштаға келісім / келісім email / email келісімі
        электрондық поштаға келісім
        согласие email / согласие e-mail / согласие на email / согласие на e-mail / подписка
        подписан / рассылка email / жаңалықтар
        הסכמה למייל / אישור מייל / ניוזלטר / הסכמה מייל / הסכמה לאימייל / הסכמה אימייל
        אישור אימייל / הסכמה לדואל / רשימת תפוצה
    """,
    "consent_phone": """
        consent phone / phone consent / sms consent / consent sms / consent to phone / may call
        may text / accepts sms / accepts sms marketing / sms marketing / sms opt in / sms
        consent by phone / text message consent / consent to sms / sms marketing consent / phone ok
        sms ok / calls
        souhlas telefon / souhlas telefonem / souhlas s telefonem / souhlas sms / souhlas s sms
        souhlas (telefon) / smíme volat / zasílat sms / souhlas se sms
        súhlas telefón / súhlas telefónom / súhlas sms / súhlas s telefónom / súhlas s sms
        súhlas telefon
        samtykke telefon / samtykke sms / samtykke til sms / samtykke til telefon
        samtykke til opkald
        телефон келісімі / sms келісімі / келісім телефон / келісім sms / телефонға келісім
        согласие телефон / согласие на звонки / согласие sms / согласие смс / согласие на sms
        смс рассылка / смс
        הסכמה לטלפון / הסכמה ל-sms / אישור sms / הסכמה sms / הסכמה טלפון / אישור סמס / הסכמה לסמס
        מסרונים / הסכמה למסרונים
    """,
}  # fmt: skip

# The second and third address of an address book, and the number that Square itself gave; used only
# where the first is empty.
FURTHER: Mapping[str, tuple[str, int]] = {"square customer id": ("external_id", 1)} | {
    header: (field, place)
    for place, prefixes in ((1, ("business ", "address 2 ")), (2, ("other ", "address 3 ")))
    for prefix in prefixes
    for field, endings in {
        "street": ("street", "address line 1"),
        "street2": ("street 2", "extended address"),
        "city": ("city",),
        "region": ("state", "region"),
        "postal_code": ("postal code",),
        "country": ("country/region", "country", "country region"),
        "address": ("address", "formatted"),
    }.items()
    for header in (prefix + ending for ending in endings)
}
