"""Texts to measure a hand by: four a language, as a shop would write them."""

TEXTS = {
    "en": (
        "Dear Eleanor,\n\nthank you so much for your order and for choosing our little bakery! Every loaf still"
        " gets shaped by hand at three in the morning, and messages like yours keep us going. We have added a"
        " small jar of apricot jam for you and little Ella. Hope to see you again soon, all the best and happy"
        " weekend!\n\nWarmly, Anna & Peter",
        "Dear Mr Whitfield,\n\nit is five years today since you first came in out of the rain and asked for a"
        " book about lighthouses. We still smile about it. Since then you have brought us half the street, and"
        " we would like to say thank you properly: your next coffee is on the house.\n\nYours, Jill and the whole"
        " bookshop",
        "Hello Bella,\n\nhappy birthday! We hope the day brings you something lovely, someone dear to share it"
        " with and a quiet hour all to yourself. Thank you for being one of our regulars. Do drop in when you"
        " can; we would love to wish you well in person.\n\nKindest regards,\nMaggie, The Yellow Teapot",
        "Dear Oliver,\n\nyou told us in October that the queue on Saturdays was too long, and you were right."
        " From this week there are two of us behind the counter until noon, and the bread for regulars is put"
        " aside. Would you give us another try? We miss you.\n\nSincerely, Tom Hollis",
    ),
    "cs": (
        "Milá paní Dvořáková,\n\nmoc děkujeme za Vaši objednávku i za krásná slova o našich svíčkách. Každou"
        " lijeme ručně v malé dílně u řeky, a proto nás těší, když přinesou domů trochu tepla. Přibalili jsme"
        " malý dárek, ať Vám voní celý říjen. Těšíme se, že se u nás zase zastavíte, třeba před Vánoci!\n\n"
        "S láskou Žofie a Šimon z dílničky, č. 12",
        "Dobrý den, pane Novotný,\n\nje to právě pět let, co jste k nám poprvé přišel schovat se před deštěm a"
        " ptal se na knížku o majácích. Dodnes se u toho usmíváme. Od té doby jste k nám přivedl půl ulice a"
        " my bychom Vám rádi poděkovali: příští káva je na nás.\n\nVaše Jitka a celé knihkupectví",
        "Milý Jakube,\n\nvšechno nejlepší k narozeninám! Ať Ti nový rok přinese hodně radosti, pevné zdraví a"
        " kolem sebe lidi, se kterými je Ti dobře. Děkujeme, že k nám chodíš, těší nás to pokaždé znovu."
        " Zastav se, ať Ti můžeme popřát i osobně.\n\nSrdečně\nBára od Žlutého čajníku",
        "Vážená paní Říhová,\n\nv říjnu jste nám řekla, že se v sobotu čeká moc dlouho, a měla jste pravdu. Od"
        " tohoto týdne jsme za pultem do poledne dvě a chléb pro stálé zákazníky odkládáme stranou. Zkusíte to"
        " s námi ještě jednou? Chybíte nám.\n\nS úctou Hana Bělohlávková",
    ),
    "sk": (
        "Milá Ľubica,\n\nďakujeme, že ste si vybrali naše domáce mydlá. Vždy nás poteší, keď sa balíček vydá na"
        " cestu až k Vám do Košíc. Pribalili sme malú vôňu levandule ako poďakovanie. Nech Vám robí radosť každý"
        " deň! Ak by ste čokoľvek potrebovali, stačí napísať alebo zavolať, vždy Vám radi pomôžeme.\n\nS pozdravom"
        " Ťažkí a Ďurovci",
        "Dobrý deň, pán Kováč,\n\nje to práve päť rokov, čo ste k nám prvýkrát prišli skryť sa pred dažďom a"
        " pýtali ste sa na knihu o majákoch. Dodnes sa na tom usmievame. Odvtedy ste k nám priviedli pol ulice"
        " a radi by sme sa Vám poďakovali: ďalšia káva je na nás.\n\nVaša Jana a celé kníhkupectvo",
        "Milý Matúš,\n\nvšetko najlepšie k narodeninám! Nech Ti nový rok prinesie veľa radosti, pevné zdravie a"
        " okolo Teba ľudí, s ktorými je Ti dobre. Ďakujeme, že k nám chodíš, zakaždým nás to poteší. Zastav sa,"
        " aby sme Ti mohli zablahoželať aj osobne.\n\nSrdečne\nZuzana od Žltého čajníka",
        "Vážená pani Hlôšková,\n\nv októbri ste nám povedali, že sa v sobotu čaká príliš dlho, a mali ste pravdu."
        " Od tohto týždňa sme za pultom do obeda dve a chlieb pre stálych zákazníkov odkladáme nabok. Skúsite to"
        " s nami ešte raz? Chýbate nám.\n\nS úctou Mária Šťastná",
    ),
    "da": (
        "Kære Søren,\n\nmange tak for din bestilling og for de pæne ord om vores kaffe. Vi rister bønnerne hver"
        " tirsdag i den lille gård bag værkstedet, og det glæder os, at de smager. Vi har lagt en smagsprøve på"
        " årets første høst ved. På gensyn i butikken, når du kommer forbi Ærø igen!\n\nKærlig hilsen Åse og Jørgen",
        "Kære Birgit,\n\ndet er fem år siden i dag, at du første gang kom ind ud af regnen og spurgte efter en"
        " bog om fyrtårne. Vi smiler stadig ad det. Siden har du taget den halve gade med herind, og vi vil gerne"
        " sige ordentligt tak: Den næste kop kaffe er på husets regning.\n\nDin Jette og hele boghandlen",
        "Kære Mikkel,\n\nhjertelig tillykke med fødselsdagen! Vi håber, at dagen byder på noget dejligt, gode"
        " mennesker omkring dig og en stille stund helt for dig selv. Tak, fordi du bliver ved med at komme hos"
        " os. Kig forbi, når du har lyst, så vi kan ønske tillykke personligt.\n\nKærlig hilsen\nLærke, Den Gule"
        " Tekande",
        "Kære fru Sørensen,\n\ni oktober fortalte du os, at køen om lørdagen var for lang, og det havde du ret i."
        " Fra denne uge er vi to bag disken indtil middag, og brødet til de faste kunder bliver lagt til side."
        " Vil du prøve igen? Vi savner dig.\n\nVenlig hilsen Bjørn Højgaard",
    ),
    "kk": (
        "Құрметті Әйгерім ханым,\n\nтапсырысыңыз үшін үлкен рақмет! Біздің шағын дүкенді таңдағаныңызға"
        " қуаныштымыз. Әр бұйымды өз қолымызбен жасаймыз, сондықтан сіздің жылы сөздеріңіз бізге күш береді."
        " Қорапқа кішкентай сыйлық салдық, ұнайды деп үміттенеміз. Келесі жолы да күтеміз, отбасыңызға амандық"
        " пен бақыт тілейміз!\n\nІзгі ниетпен, Гүлнар мен Һакім",
        "Құрметті Ерлан мырза,\n\nсіздің жаңбырдан тығылып, бізге алғаш рет кіргеніңізге бүгін бес жыл толды."
        " Содан бері көшедегі көршілеріңіздің жартысын ертіп келдіңіз. Сізге шын жүректен алғыс айтқымыз келеді:"
        " келесі кофеңіз бізден болсын.\n\nҚұрметпен, Жанар және бүкіл кітап дүкені",
        "Қымбатты Дәурен!\n\nТуған күніңізбен құттықтаймыз! Деніңізге саулық, отбасыңызға береке, жүзіңізге күлкі"
        " тілейміз. Бізге келіп жүргеніңізге көп рақмет, әр келуіңіз біз үшін қуаныш. Қолыңыз тигенде соға"
        " кетіңіз, сізді өзіміз құттықтағымыз келеді.\n\nІзгі ниетпен,\nСары шәйнек",
        "Құрметті Сәуле ханым,\n\nқазан айында сенбі күнгі кезек тым ұзақ екенін айттыңыз, сіздікі дұрыс еді. Осы"
        " аптадан бастап түске дейін үстел басында екеуміз тұрамыз, ал тұрақты қонақтардың нанын бөлек қоямыз."
        " Тағы бір келіп көріңізші, сізді сағындық.\n\nҚұрметпен, Бақытгүл",
    ),
    "he": (
        "רחל היקרה,\n\nתודה רבה על ההזמנה ועל המילים החמות! כל סבון בחנות שלנו נעשה בעבודת יד, ולכן כל מכתב כזה"
        " משמח אותנו מאוד. הוספנו לחבילה מתנה קטנה, נר בריח לבנדר, ונשמח לראות אותך שוב בחנות ברחוב הרצל 12 בתל"
        " אביב. שתהיה לך שבת שלום ושבוע טוב!\n\nבאהבה, נועה ודוד",
        "מר לוי היקר,\n\nהיום מלאו חמש שנים מאז שנכנסת אלינו בפעם הראשונה מהגשם ושאלת על ספר על מגדלורים. אנחנו"
        " עדיין מחייכים כשנזכרים בזה. מאז הבאת אלינו חצי מהרחוב, ורצינו לומר לך תודה כמו שצריך: הקפה הבא"
        " עלינו.\n\nשלך, תמר וכל חנות הספרים",
        "יעל שלום,\n\nמזל טוב ליום ההולדת! מאחלים לך שנה של בריאות, שמחה ורגעים קטנים ויפים, ושתמיד יהיו סביבך"
        " אנשים טובים. תודה על כל ביקור, זה משמח אותנו בכל פעם מחדש. נשמח לראות אותך כאן בקרוב ולברך אותך גם פנים"
        " אל פנים.\n\nבברכה חמה,\nדנה מהקומקום הצהוב",
        "גברת כהן היקרה,\n\nבאוקטובר אמרת לנו שהתור בשבת ארוך מדי, וצדקת. מהשבוע אנחנו שתיים מאחורי הדלפק עד"
        " הצהריים, והלחם ללקוחות הקבועים נשמר בצד. אולי תנסי אותנו שוב? התגעגענו אלייך.\n\nבכבוד רב, מיכל אברהם",
    ),
}  # fmt: skip
