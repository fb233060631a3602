"""Countries, their capitals and their adjectives, enough to tell one president from another."""

from __future__ import annotations

# A line is a country's usual name and other names; its adjectives; its capital.
_TABLE = """
united states|us|u.s.|usa|america; american|americans; washington
united kingdom|uk|u.k.|britain|great britain; british; london
england; english
scotland; scottish; edinburgh
wales; welsh; cardiff
ireland; irish; dublin
france; french; paris
germany; german; berlin
ukraine; ukrainian; kyiv|kiev
russia|russian federation; russian; moscow
belarus; belarusian; minsk
poland; polish; warsaw
estonia; estonian; tallinn
latvia; latvian; riga
lithuania; lithuanian; vilnius
finland; finnish; helsinki
sweden; swedish; stockholm
norway; norwegian; oslo
denmark; danish; copenhagen
iceland; icelandic; reykjavik
netherlands|the netherlands|holland; dutch; the hague
belgium; belgian
luxembourg; luxembourgish
switzerland; swiss; bern
austria; austrian; vienna
hungary; hungarian; budapest
slovakia; slovak; bratislava
slovenia; slovenian; ljubljana
czech republic|czechia; czech; prague
italy; italian; rome
spain; spanish; madrid
portugal; portuguese; lisbon
greece; greek; athens
turkey|türkiye; turkish; ankara
cyprus; cypriot; nicosia
malta; maltese; valletta
albania; albanian; tirana
serbia; serbian; belgrade
croatia; croatian; zagreb
bosnia; bosnian; sarajevo
montenegro; montenegrin
north macedonia; macedonian; skopje
kosovo; kosovan; pristina
bulgaria; bulgarian; sofia
romania; romanian; bucharest
moldova; moldovan; chisinau
georgia; georgian; tbilisi
armenia; armenian; yerevan
azerbaijan; azerbaijani; baku
kazakhstan; kazakh; astana
uzbekistan; uzbek; tashkent
china; chinese; beijing
taiwan; taiwanese; taipei
japan; japanese; tokyo
south korea; south korean; seoul
north korea; north korean; pyongyang
india; indian; new delhi|delhi
pakistan; pakistani; islamabad
bangladesh; bangladeshi; dhaka
afghanistan; afghan; kabul
iran; iranian; tehran
iraq; iraqi; baghdad
israel; israeli; jerusalem
palestine; palestinian
lebanon; lebanese; beirut
syria; syrian; damascus
jordan; jordanian; amman
saudi arabia; saudi; riyadh
qatar; qatari; doha
united arab emirates|uae; emirati; abu dhabi
kuwait; kuwaiti
yemen; yemeni; sanaa
egypt; egyptian; cairo
libya; libyan; tripoli
tunisia; tunisian; tunis
algeria; algerian; algiers
morocco; moroccan; rabat
sudan; sudanese; khartoum
ethiopia; ethiopian; addis ababa
somalia; somali; mogadishu
kenya; kenyan; nairobi
uganda; ugandan; kampala
rwanda; rwandan; kigali
nigeria; nigerian; abuja
ghana; ghanaian; accra
south africa; south african; pretoria
canada; canadian; ottawa
mexico; mexican; mexico city
brazil; brazilian; brasilia
argentina; argentine|argentinian; buenos aires
chile|santiago; chilean
colombia; colombian; bogota
venezuela; venezuelan; caracas
cuba; cuban; havana
peru; peruvian; lima
australia; australian; canberra
new zealand; ; wellington
indonesia; indonesian; jakarta
malaysia; malaysian; kuala lumpur
philippines|the philippines; filipino|philippine; manila
singapore; singaporean
vietnam; vietnamese; hanoi
thailand; thai; bangkok
"""

COUNTRY_OF: dict[str, str] = {}
"""From a country's name, adjective or capital to the country's usual name, all lower case."""

PLACES: set[str] = set()
"""The names and capitals alone: what may speak for a country."""

NAMES: set[str] = set()
"""The names of countries alone."""

CAPITALS: set[str] = set()
"""The names of capitals alone."""

for _line in _TABLE.strip().splitlines():
    _names, _adjectives, _capitals = (f"{_line}; ; ").split("; ")[:3]
    NAMES.update(_names.split("|"))
    CAPITALS.update(_capitals.strip().rstrip(";").split("|"))
    PLACES.update(_names.split("|"), _capitals.strip().split("|"))
    for _word in "|".join((_names, _adjectives, _capitals)).split("|"):
        COUNTRY_OF[_word.strip()] = _names.split("|")[0]
COUNTRY_OF.pop("", None)
PLACES.discard("")
CAPITALS.discard("")


def country_name(name: str) -> str:
    """Return the usual name of the country that `name` is another name of, else `name`.

    A capital that speaks for its country keeps its own name, as the report chose it.
    """
    low = name.lower()
    return COUNTRY_OF[low] if low in NAMES else name


def is_place(word: str) -> bool:
    """Whether `word` names a country or a capital, not only its people."""
    return word.lower() in PLACES


def is_national(word: str) -> bool:
    """Whether `word` is a country's name, its adjective or its capital."""
    return word.lower() in COUNTRY_OF


def same_country(one: str, other: str) -> bool:
    """Whether two words, each a country or an adjective, may mean one country.

    Countries outside the table are told by their shared beginning: an adjective keeps at
    least four letters of its country.
    """
    a, b = one.lower(), other.lower()
    if a == b:
        return True
    if a in COUNTRY_OF and b in COUNTRY_OF:
        return COUNTRY_OF[a] == COUNTRY_OF[b]
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    return shared >= 4 and shared >= min(len(a), len(b)) - 2
