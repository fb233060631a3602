# ruff: noqa: E501 - a line is one body
"""What bodies and countries that all the world reports of are called in several languages."""

from __future__ import annotations

# A line is one body; its first name is the one that its key is made of.
BODIES = """
north atlantic treaty organisation|nato|otan|нато|north atlantic alliance
european union|eu|ue|europäische union|union européenne|unión europea|unione europea|unia europejska|європейський союз|євросоюз|єс|европейский союз|евросоюз|ес
united nations|un|uno|onu|оон|vereinte nationen|nations unies|naciones unidas|nazioni unite|організація об'єднаних націй|организация объединенных наций|united nations organisation
international monetary fund|imf|fmi|iwf|мвф|internationaler währungsfonds|fonds monétaire international
world bank|weltbank|banque mondiale|banco mundial|всемирный банк|світовий банк
world health organisation|who|oms|воз|вооз|weltgesundheitsorganisation
organisation for security and co-operation in europe|osce|osze|обсе|обсє
international atomic energy agency|iaea|aiea|iaeo|магатэ|магате
european commission|europäische kommission|eu-kommission|eu commission|commission européenne|comisión europea|komisja europejska|європейська комісія|єврокомісія|европейская комиссия|еврокомиссия
european parliament|europäisches parlament|europaparlament|parlement européen|parlamento europeo|європарламент|европарламент
european central bank|ecb|ezb|bce|banque centrale européenne|europäische zentralbank|banco central europeo
world trade organisation|wto|omc|вто|welthandelsorganisation
international criminal court|icc|cpi|istgh|internationaler strafgerichtshof|cour pénale internationale
red cross|rotes kreuz|croix-rouge|cruz roja|красный крест|червоний хрест
republican party|gop|grand old party
""".strip().split("\n")

COUNTRIES = """
united states|usa|vereinigte staaten|états-unis|estados unidos|stati uniti|stany zjednoczone|сша|соединенные штаты|сполучені штати|америка
united kingdom|großbritannien|grossbritannien|royaume-uni|reino unido|wielka brytania|великобритания|великобританія|велика британія
ukraine|україна|украина|ucrania|ucraina|ukraina|україні
russia|росія|россия|russland|russie|rusia|rosja|rusland|krievija|russian federation
germany|deutschland|allemagne|alemania|germania|niemcy|німеччина|германия|duitsland|alemanha
france|frankreich|francia|francja|франція|франция|frankrijk
poland|polen|pologne|polonia|polska|польща|польша
italy|italien|italie|italia|włochy|італія|италия
spain|spanien|espagne|españa|hiszpania|іспанія|испания
austria|österreich|autriche|австрія|австрия
switzerland|schweiz|suisse|svizzera|швейцарія|швейцария
hungary|ungarn|hongrie|hungría|węgry|magyarország|угорщина|венгрия
czech republic|tschechien|česko|tchéquie|чехія|чехия
romania|rumänien|roumanie|românia|румунія|румыния
bulgaria|bulgarien|bulgarie|българия|болгарія|болгария
greece|griechenland|grèce|grecia|ελλάδα|ελλάς|греція|греция
turkey|türkei|turquie|turquía|turcja|türkiye|туреччина|турция
belarus|weißrussland|biélorussie|bielorrusia|białoruś|білорусь|беларусь|белоруссия
lithuania|litauen|lituanie|lietuva|литва
latvia|lettland|lettonie|latvija|латвія|латвия
estonia|estland|estonie|eesti|естонія|эстония
finland|finnland|finlande|suomi|фінляндія|финляндия
sweden|schweden|suède|suecia|sverige|szwecja|швеція|швеция
norway|norwegen|norvège|norge|норвегія|норвегия
denmark|dänemark|danemark|danmark|данія|дания
netherlands|niederlande|pays-bas|países bajos|nederland|нідерланди|нидерланды
belgium|belgien|belgique|belgië|бельгія|бельгия
china|chine|китай|chiny|中国|中國
japan|japon|japón|японія|япония|日本
south korea|südkorea|corée du sud|corea del sur|південна корея|южная корея|한국|대한민국|republic of korea
north korea|nordkorea|corée du nord|corea del norte|північна корея|северная корея|북한
india|indien|inde|індія|индия|भारत
israel|israël|ізраїль|израиль|ישראל
iran|иран|іран|ایران
egypt|ägypten|égypte|egipto|египет|єгипет|مصر
syria|syrien|syrie|siria|сирия|сирія|سوريا
saudi arabia|saudi-arabien|arabie saoudite|arabia saudí|саудовская аравия|السعودية
georgia|georgien|géorgie|საქართველო|грузія|грузия
armenia|armenien|arménie|հայաստան|вірменія|армения
brazil|brasilien|brésil|brasil|бразилія|бразилия
mexico|mexiko|mexique|méxico|мексика
""".strip().split("\n")
