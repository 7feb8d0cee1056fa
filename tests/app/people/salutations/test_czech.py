"""A Czech is called out to: `Milý pane Nováku,`. The expected forms are those of the Czech handbook of names."""

import pytest

from tests.app.people.salutations.greeting import line, pairs, people, somebody

MEN = pairs("""
Karel/Karle Petr/Petře Marek/Marku Tomáš/Tomáši Jirka/Jirko Honza/Honzo Vašek/Vašku Daniel/Danieli Pavel/Pavle
Havel/Havle Jan/Jane Jiří/Jiří Josef/Josefe František/Františku Václav/Václave Zdeněk/Zdeňku Zbyněk/Zbyňku
Luděk/Luďku Hynek/Hynku Radek/Radku Čeněk/Čeňku Vojtěch/Vojtěchu Jindřich/Jindřichu Oldřich/Oldřichu
Bedřich/Bedřichu Ondřej/Ondřeji Matěj/Matěji Bartoloměj/Bartoloměji Řehoř/Řehoři Lukáš/Lukáši Aleš/Aleši
Miloš/Miloši Matouš/Matouši Alois/Aloisi Denis/Denisi Boris/Borisi Felix/Felixi Max/Maxi Vincenc/Vincenci
Ignác/Ignáci Vavřinec/Vavřinče Alexandr/Alexandře Silvestr/Silvestře Viktor/Viktore Igor/Igore Lubomír/Lubomíre
Vladimír/Vladimíre Kryštof/Kryštofe Jakub/Jakube Filip/Filipe Prokop/Prokope David/Davide Richard/Richarde
Robert/Roberte Michal/Michale Michael/Michaeli Samuel/Samueli Gabriel/Gabrieli Emanuel/Emanueli Marcel/Marceli
Kamil/Kamile Emil/Emile Cyril/Cyrile Vlastimil/Vlastimile Přemysl/Přemysle Milan/Milane Štěpán/Štěpáne
Martin/Martine Antonín/Antoníne Evžen/Evžene Adam/Adame Vilém/Viléme Jáchym/Jáchyme Vít/Víte Stanislav/Stanislave
Svatopluk/Svatopluku Dominik/Dominiku Patrik/Patriku Erik/Eriku Ludvík/Ludvíku Oleg/Olegu Ota/Oto Oto/Oto Ivo/Ivo
Hugo/Hugo Bruno/Bruno Kvido/Kvido Lev/Lve Julius/Julie Honzík/Honzíku Pepa/Pepo Franta/Franto Standa/Stando
Kuba/Kubo Vojta/Vojto Theodor/Theodore Ján/Jáne Peter/Petře Jozef/Jozefe Juraj/Juraji Ľuboš/Ľuboši Jan_Pavel/Jane_Pavle
Karel-Petr/Karle-Petře
""")
MENS_SURNAMES = pairs("""
Novák/Nováku Svoboda/Svobodo Novotný/Novotný Dvořák/Dvořáku Černý/Černý Procházka/Procházko Kučera/Kučero
Veselý/Veselý Horák/Horáku Němec/Němče Pokorný/Pokorný Marek/Marku Jelínek/Jelínku Hájek/Hájku Král/Králi
Beneš/Beneši Fiala/Fialo Švec/Ševče Čermák/Čermáku Holub/Holube Krejčí/Krejčí Šedivý/Šedivý Kříž/Kříži Kolář/Koláři
Urban/Urbane Zeman/Zemane Vacek/Vacku Bureš/Bureši Chalupa/Chalupo Havel/Havle Šťastný/Šťastný Janků/Janků
Martinů/Martinů Kočí/Kočí Vaněk/Vaňku Staněk/Staňku Bartůněk/Bartůňku Moravec/Moravče Adamec/Adamče Kadlec/Kadleci
Hudec/Hudče Kunc/Kunci Lorenc/Lorenci Zajíc/Zajíci Mach/Machu Vlach/Vlachu Čech/Čechu Vlk/Vlku Žák/Žáku Kubík/Kubíku
Sedláček/Sedláčku Růžička/Růžičko Říha/Řího Sýkora/Sýkoro Vávra/Vávro Bláha/Bláho Vondra/Vondro Mucha/Mucho
Doležal/Doležale Navrátil/Navrátile Pospíšil/Pospíšile Musil/Musile Kratochvíl/Kratochvíle Zatloukal/Zatloukale
Kozel/Kozle Orel/Orle Kysel/Kysele Vogl/Vogle Fišer/Fišere Šnajdr/Šnajdře Kotr/Kotře Kašpar/Kašpare Tesař/Tesaři
Rybář/Rybáři Bednář/Bednáři Kovář/Kováři Brož/Broži Jež/Ježi Mráz/Mrázi Klaus/Klausi Kraus/Krausi Hlaváč/Hlaváči
Kohout/Kohoute Šmíd/Šmíde Soukup/Soukupe Bém/Béme Kůň/Koni Petr/Petře Pavel/Pavle Tomáš/Tomáši Jiří/Jiří
Nejezchleba/Nejezchlebo Skočdopole/Skočdopole Hrabě/Hrabě Kníže/Kníže Černých/Černých Šebesta/Šebesto Hus/Huse Rus/Ruse
Müller/Müllere Schneider/Schneidere Wagner/Wagnere Hoffmann/Hoffmanne Schwarz/Schwarzi Beck/Becku Mayer/Mayere
Horváth/Horváthe Tóth/Tóthe Kováč/Kováči Varga/Vargo Nagy/Nagy Szabó/Szabó Novák-Dvořák/Nováku-Dvořáku
Novák_Dvořák/Nováku_Dvořáku Dvorak/Dvoraku Janko/Janko Ševčenko/Ševčenko
""")
FOREIGN_MEN = """
Nguyen Tran Smith Johnson Jensen Sørensen Kowalski O'Brien Rossi Murphy Minh Shah Singh van_der_Berg de_la_Cruz von_Trapp
כהן Ахметов Ołowski Ibrahimović Størk
""".split()
WOMEN = pairs("""
Jana/Jano Tereza/Terezo Marie/Marie Lucie/Lucie Zdeňka/Zdeňko Dagmar/Dagmar Ester/Ester Karin/Karin Nikol/Nikol
Eva/Evo Anna/Anno Hana/Hano Lenka/Lenko Kateřina/Kateřino Věra/Věro Alena/Aleno Soňa/Soňo Táňa/Táňo Olga/Olgo
Julie/Julie Sofie/Sofie Žofie/Žofie Natálie/Natálie Alice/Alice Ingrid/Ingrid Miriam/Miriam Andrea/Andreo Lea/Leo
Nikola/Nikolo Petra/Petro Pavla/Pavlo Michaela/Michaelo Alexandra/Alexandro Laura/Lauro Terezka/Terezko Katka/Katko
Maria/Mario Emily/Emily Naomi/Naomi Rut/Rut Carmen/Carmen Anna_Marie/Anno_Marie Anna-Marie/Anno-Marie Xenie/Xenie
Renée/Renée Ema/Emo Růžena/Růženo Božena/Boženo Jiřina/Jiřino Libuše/Libuše Danuše/Danuše רחל/רחל Әлия/Әлия
""")
WOMENS_SURNAMES = """
Nováková Dvořáková Černá Veselá Krejčí Kočí Janků Martinů Nováková-Dvořáková Nováková_Dvořáková O'Brien-Nováková
Novák Smith Jensen Nguyen Casanova Kowalska Петрова כהן Šťastná Kopecká
""".split()


@pytest.mark.parametrize(("name", "called"), MEN)
def test_a_man_is_called_by_his_first_name(name, called):
    assert line("cs", name, "", "m", familiar=True) == f"Milý {called},"
    assert line("cs", name.upper(), "NOVÁK", "m", familiar=True) == f"Milý {called},"


@pytest.mark.parametrize(("name", "called"), MENS_SURNAMES)
def test_a_man_is_called_by_his_surname(name, called):
    assert line("cs", "Jan", name, "m") == f"Milý pane {called},"
    assert line("cs", "", name.lower(), "m", tone="formal") == f"Vážený pane {called},"


@pytest.mark.parametrize("name", FOREIGN_MEN)
def test_a_foreign_surname_stays_as_it_is(name):
    name = name.replace("_", " ")
    assert line("cs", "", name, "m") == f"Milý pane {name},"


@pytest.mark.parametrize(("name", "called"), WOMEN)
def test_a_woman_is_called_by_her_first_name(name, called):
    assert line("cs", name, "Nováková", "f", familiar=True) == f"Milá {called},"


@pytest.mark.parametrize("name", WOMENS_SURNAMES)
def test_a_womans_surname_stays_as_it_is(name):
    name = name.replace("_", " ")
    assert line("cs", "Jana", name, "f") == f"Milá paní {name},"
    assert line("cs", "", name, "f", tone="formal") == f"Vážená paní {name},"


@pytest.mark.parametrize(
    ("first", "last", "form", "expected"),
    people("""
    Tereza | Dvořáková |   | Milá paní Dvořáková,
           | Dvořáková |   | Milá paní Dvořáková,
    Eva    | Černá     |   | Milá paní Černá,
    Jan    | Novák     |   | Milý pane Nováku,
    JAN    | NOVÁK     |   | Milý pane Nováku,
    jan    | novák     |   | Milý pane Nováku,
    Jiri   | Krejci    |   | Milý pane Krejci,
    Jan    | Novák ml. |   | Milý pane Nováku,
    Jan    | Novák st. |   | Milý pane Nováku,
    Ing. Jan | Novák, Ph.D. | | Milý pane doktore Nováku,
    pan Karel | Novák  |   | Milý pane Nováku,
    paní Alex | Novák  |   | Milá paní Novák,
    Jan (Honza) | Novák |  | Milý pane Nováku,
    SOŇA   | O'BRIEN-NOVÁKOVÁ | | Milá paní O'Brien-Nováková,
    Tereza |           |   | Milá Terezo,
    Petr   |           |   | Milý Petře,
    Jan    | Žižka z Trocnova | | Milý pane Žižko z Trocnova,
    Jiří   | z Poděbrad |  | Milý pane z Poděbrad,
    MUDr.  | Nováková  |   | Milá paní doktorko Nováková,
    Dr.    | Novák     |   | Dobrý den,
    J.     | Nováková  |   | Milá paní Nováková,
    Jan P. | Novák     |   | Milý pane Nováku,
    Alex   | Novák     |   | Dobrý den,
    Andrea | Novák     |   | Dobrý den,
    Nikola | Dvořák    |   | Dobrý den,
    Saša   |           |   | Dobrý den,
           | Novák     |   | Dobrý den,
           | Svoboda   |   | Dobrý den,
    J.     | Novák     |   | Dobrý den,
    Noam   | Cohen     |   | Dobrý den,
    Jan    | Nováková  |   | Dobrý den,
    Jan    | Nováková  | f | Milá paní Nováková,
    Tereza | Nováková  | neutral | Dobrý den,
           |           |   | Dobrý den,
           | Novák     | family | Milí Novákovi,
           | Nováková  | family | Milí Novákovi,
    Jan    | Novák     | family | Milí Novákovi,
           | Svoboda   | family | Milí Svobodovi,
           | Hájek     | family | Milí Hájkovi,
           | Vaněk     | family | Milí Vaňkovi,
           | Němec     | family | Milí Němcovi,
           | Švec      | family | Milí Ševcovi,
           | Petr      | family | Milí Petrovi,
           | Kůň       | family | Milí Koňovi,
           | Havel     | family | Milí Havlovi,
           | Beneš     | family | Milí Benešovi,
           | Čech      | family | Milí Čechovi,
           | Nagy      | family | Milí Nagyovi,
           | Smith     | family | Milí Smithovi,
           | Hrabě     | family | Milí Hrabětovi,
           | Novotný   | family | Milá rodino Novotných,
           | Nová      | family | Milá rodino Nových,
           | Krejčí    | family | Milá rodino Krejčích,
           | Janků     | family | Milá rodino Janků,
           | Černých   | family | Milá rodino Černých,
           | כהן       | family | Dobrý den,
           | Novákovi  |   | Milí Novákovi,
    rodina | Novákova  |   | Milí Novákovi,
           | rodina Novotných | | Milá rodino Novotných,
    Anna & Petr | Novákovi |   | Milí Novákovi,
    Anna a Petr | Novákovi | family | Milí Novákovi,
    ANNA A PETR | NOVÁKOVI | family | Milí Novákovi,
    Anna A Marie | Nováková |  | Milá paní Nováková,
           | novák     | family | Milí Novákovi,
    Anna a Petr |          |   | Milá Anno, milý Petře,
    Jan Novák a Eva | Dvořáková | family | Milá paní Dvořáková, milý pane Nováku,
    Petr   | Novák a Jana Malá | | Milá paní Malá, milý pane Nováku,
    Petr a Jana | Novák a Malá |   | Milá paní Malá, milý pane Nováku,
    Petr a Jana | Novák a Nováková | | Milí Novákovi,
    Anna, Petr a Jana | Novákovi | family | Milí Novákovi,
    """),
)
def test_what_is_known_decides_and_nothing_is_guessed(first, last, form, expected):
    assert line("cs", first, last, form) == expected


@pytest.mark.parametrize(
    ("before", "after", "warm", "formal"),
    people("""
    Ing.       |           | Milá paní Nová,           | Vážená paní inženýrko Nová,
    Mgr.       |           | Milá paní Nová,           | Vážená paní magistro Nová,
    Ing. arch. |           | Milá paní Nová,           | Vážená paní architektko Nová,
    MUDr.      |           | Milá paní doktorko Nová,  | Vážená paní doktorko Nová,
    JUDr. Ing. |           | Milá paní doktorko Nová,  | Vážená paní doktorko Nová,
    Ing.       | Ph.D.     | Milá paní doktorko Nová,  | Vážená paní doktorko Nová,
    doc. RNDr. | CSc.      | Milá paní docentko Nová,  | Vážená paní docentko Nová,
    prof. MUDr. | DrSc.    | Milá paní profesorko Nová, | Vážená paní profesorko Nová,
    Bc.        | DiS.      | Milá paní Nová,           | Vážená paní Nová,
               | MBA       | Milá paní Nová,           | Vážená paní Nová,
    """),
)
def test_a_title_is_spoken_where_people_speak_it(before, after, warm, formal):
    titles = {"title_before": before, "title_after": after}
    assert line("cs", "Eva", "Nová", "f", **titles) == warm
    assert line("cs", "Eva", "Nová", "f", tone="formal", **titles) == formal
    assert line("cs", "Eva", "Nová", "f", familiar=True, **titles) == "Milá Evo,"


def test_a_gentleman_with_a_title_is_greeted_by_it():
    named = {"title_before": "Ing."}
    assert line("cs", "Jan", "Novák", "m", tone="formal", **named) == "Vážený pane inženýre Nováku,"


def test_a_household_is_one_family_or_two_people():
    petr, jana = somebody("Petr", "Novák"), somebody("Jana", "Malá")
    assert line("cs", "Anna", "Nováková", household=[petr]) == "Milí Novákovi,"
    assert line("cs", "Anna", "Nováková", household=[petr], tone="formal") == "Vážení Novákovi,"
    assert (
        line("cs", "Anna", "Nováková", household=[petr], familiar=True) == "Milá Anno, milý Petře,"
    )
    assert (
        line("cs", "Petr", "Novák", household=[jana], tone="formal")
        == "Vážená paní Malá, vážený pane Nováku,"
    )
    assert line("cs", "Karel", "Veselý", household=[somebody("Eva", "Veselá")]) == (
        "Milá rodino Veselých,"
    )
    assert line("cs", "Alex", "Novák", household=[jana]) == "Dobrý den,"


def test_a_company_has_friends_in_it():
    assert line("cs", company="Mlýn, s. r. o.") == "Milí přátelé,"
    assert line("cs", "", "Novák s.r.o.", tone="formal") == "Vážení,"
    assert line("cs", "Jana", "Malá", company="Mlýn, s. r. o.") == "Milá paní Malá,"
