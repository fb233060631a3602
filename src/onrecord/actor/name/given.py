"""A modest list of given names, written by us: a clue to persons and to their gender.

A name that is missing costs a clue, never a result; a name both men and women bear is
left out or stands in `EITHER`.
"""

from __future__ import annotations

MEN = frozenset(
    """
    aaron abdul abdullah abraham adam adrian ahmed alan albert alejandro aleksandr alex alexander
    alexei alexey alfred ali alistair allan allen amir anatoly anders andre andreas andrei andrew
    andrey andriy angus anthony anton antonio antony arnold arseniy arthur artur barack barry ben
    benedict benjamin bernard bernie bill bob bogdan bohdan boris brad brian bruce bruno carl
    carlos cesar charles charlie chris christian christopher chuck claude clive colin connor craig
    cyril damian dan daniel danny dave david dean denis dennis derek diego dieter dirk dmitri
    dmitry dmytro dominic don donald doug douglas duncan ed eddie edmund eduardo edward edwin elon
    emil emmanuel enrique eric erik ernest ethan eugene evan fabio felix ferdinand fernando francis
    francisco franco frank franz fred frederick friedrich fritz gareth gary gavin geoff geoffrey
    george gerald gerard gerhard giorgio giovanni giuseppe glenn gordon graeme graham grant greg
    gregory guillermo gunther gustav guy hans harold harry hassan hector heinz helmut henri henry
    herbert howard hugh hugo hussein iain ian ibrahim igor ihor ilya isaac ivan jack jacob jacques
    jake jakub james jamie jan jason javier jay jean jeff jeffrey jens jeremy jerome jerry jim jimmy
    joe joel johan johann john johnny jon jonas jonathan jorge jose josef joseph josh joshua juan
    julian julio justin karl karol keir keith ken kenneth kevin khalid klaus konrad konstantin kurt
    kyle kyrylo lars laurence lawrence lee leo leon leonard leonid leslie lewis liam lloyd louis
    luc luca lucas luigi luis lukas luke maksim malcolm manuel marc marcel marcin marco marcus
    marek mario marius mark markus martin marvin mateusz mathias matt matteo matthew matthias
    maurice max maxim mehmet michael michal michel miguel mihai mikael mike mikhail milan miles
    mitch mitt mohamed mohammad mohammed moritz muhammad mustafa mykhailo mykola narendra nathan
    neil nelson nicholas nick nicolas nigel nikolai nikolay norman olaf oleg oleh oleksandr
    oleksiy oliver olivier omar oscar oskar osman otto owen pablo paolo pascal patrick paul pavel
    pavlo pawel pedro per pete peter petr petro phil philip philippe pierre piotr quentin rafael
    ralph ramon raphael raul ray raymond recep reinhard rene ricardo richard rick rob robert
    roberto robin rodney rodrigo roger roland roman ron ronald rory ross roy rudolf rupert russell
    ryan said saleh salman salvador sam samuel scott sean sebastian serge sergei sergey sergio
    serhiy simon stanislav stefan stephane stephen steve steven stewart stuart sven syed taras ted
    terry theodore thierry thomas tim timothy tobias todd tom tomas tommy tony trevor tyler ulrich
    uwe vadim valentin valeriy vasyl victor viktor vincent vitali vitaliy vladimir vladislav
    volodymyr walter warren wayne werner wilhelm will william wolfgang xavier yann yuri yuriy
    yury yusuf zachary alar arvid bertil edgar einar eoin fergus hamish magnus mats nils petter
    rasmus rishi sajid sadiq kwasi benoit emile gaston tomasz wojciech jiri vaclav zoltan viorel
    janos laszlo radoslaw andrzej donat stipe tarik faisal karim nasser rashid hiroshi kenji
    takeshi akira daisuke fumio haruki hideki hiroki hirokazu ichiro isamu jiro junichiro katsuya
    kazuo keiji keizo kenta kiyoshi koichi makoto masahiro masaru minoru nobuo naoto naruhito osamu
    ryota satoshi shigeru shinichi shinji shintaro shinzo shohei shoichi shunichi susumu tadashi
    takashi takao taro tatsuya tetsuya toshio toshiro yasuhiro yasuo yoichi yoshihide yoshihiko
    yoshimasa yoshiro yukio yutaka wei ming rajiv sanjay anil arjun vikram kofi kwame
    """.split()
)

WOMEN = frozenset(
    """
    abigail ada adele adriana agnes aisha alba alexandra alice alicia alina alison amanda amber
    amelia amina amy ana anastasia andrea angela angelica anita ann anna annabel anne annie
    annika antonia ashley astrid audrey barbara beata beatrice becky bella bernadette beth bethany
    birgit blanca bonnie brenda bridget brigitte camilla carla carmen carol caroline caterina
    catherine cecilia charlotte chiara chloe christina christine claire clara claudia condoleezza
    cynthia daisy daniela danielle daria dawn deborah debbie delia denise diana diane dominique
    donna dora doris dorothy ebba edith eileen ekaterina elaine eleanor elena elisabeth eliza
    elizabeth ella ellen elsa emily emma erica erika erin esther eva eve evelyn fatima felicity
    fiona florence frances francesca gabriela gemma georgia georgina gertrude gillian gina giorgia
    giulia gloria grace greta gudrun hannah harriet hazel heather heidi helen helena helga hilary
    hillary holly ida ilse ina ines ingrid irene irina iris iryna isabel isabella isobel ivanka
    jacinda jackie jacqueline jane janet janice jasmine jeanne jennifer jenny jess jessica jill
    jo joan joanna joanne josephine joyce judith judy julia juliana julie juliet kamala karen karin
    karolina kate katarina katerina kateryna katharine katherine kathleen kathryn kathy katie katja
    katya kelly kemi kerry kim kirsten kristina laila lara laura lauren layla leah leila lena leonie
    leslie leyla lidia lila lilian lily linda lisa liz liza lori lorna louise lucia lucy ludmila
    lydia lynn madeleine maggie maia maja malala mandy mara margaret margarita maria mariam marianne
    marie marina marion marjorie marlene marta martha martina mary maryam mathilde maud maureen
    melania melanie melinda melissa mercedes mette mia michelle mila millie miranda miriam moira
    molly monica monika myra nadia nadine nancy naomi natalia natalie natasha nicola nicole nicky
    nina nora norma octavia oksana olena olga olha olivia ophelia pamela patricia paula pauline
    penelope penny petra philippa phoebe pippa polina priti priya rachel raquel rebecca regina
    renate rita roberta rosa rosalind rose rosemary rosie ruth sabine sabrina sally samantha sandra
    sanna sara sarah selma sheila shirley sigrid silvia simone siobhan sofia solveig sonia sophia
    sophie stella stephanie suella susan susanna susie suzanne svetlana sylvia tamara tania tanya
    tatiana teresa tessa thea thelma theresa tina tracey tracy ulrike ursula valentina valeria
    valerie vanessa vera veronica victoria viktoria violet virginia vivian wanda wendy wilma
    yasmin yolanda yulia yuliia yvette yvonne zara zoe zuzana annalena kaja maren ylva inga
    aiko akemi akie asako ayumi chizuko fumiko haruko kazuko keiko kumiko kyoko mariko masako
    megumi michiko mieko naoko noriko reiko sachiko sadako sanae seiko takako tomoko yoko yoshiko
    yukiko yuriko june april kersti marija milena danuta halina jadwiga aneta ewa agata zofia mirela
    """.split()
) - {"leslie"}

EITHER = frozenset(
    "alex charlie dana jordan lee leslie morgan pat robin sam taylor kim jo nicky chris".split()
)


def gender_of(given: str) -> str:
    """Return "m", "f", or "" where the list does not tell."""
    key = given.lower()
    if key in EITHER:
        return ""
    return (
        "m" if key in MEN and key not in WOMEN else "f" if key in WOMEN and key not in MEN else ""
    )


def is_given(word: str) -> bool:
    key = word.lower()
    return key in MEN or key in WOMEN or key in EITHER
