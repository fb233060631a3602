"""The closed lists of words that names and descriptions are read by.

All are lower case and deliberately short: a word belongs here only if it would mislead
or help in reports about anything. Given names carry a gender where they have one.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


DAYS = _set("monday tuesday wednesday thursday friday saturday sunday")

HONORIFICS: dict[str, str] = {
    **dict.fromkeys(
        "mr sir lord king prince duke baron earl pope fr sheikh sultan herr".split(), "m"
    ),
    **dict.fromkeys(
        "mrs ms miss dame lady queen princess duchess baroness countess madame frau".split(), "f"
    ),
    **dict.fromkeys(
        "dr prof professor rev reverend hon sen senator rep representative gov governor gen "
        "general col colonel lt lieutenant maj major capt captain sgt sergeant cmdr commander "
        "adm admiral cllr councillor judge justice bishop archbishop cardinal imam rabbi "
        "ambassador det insp supt inspector detective superintendent constable pc".split(),
        "",
    ),
}
"""Words before a surname, and the gender each gives away ("" for none)."""

OFFICES = _set(
    """
    president minister premier chancellor secretary general chief leader head director chairman
    chairwoman chairperson chair mayor governor senator congressman congresswoman representative
    lawmaker mp msp mep peer deputy speaker ambassador envoy commissioner commander officer
    executive ceo founder co-founder spokesman spokeswoman spokesperson adviser advisor aide
    candidate nominee economist analyst strategist researcher scientist professor lecturer
    lawyer attorney solicitor barrister prosecutor judge justice journalist reporter editor
    correspondent presenter author writer historian activist campaigner organiser organizer
    manager boss coach captain doctor nurse surgeon teacher headteacher farmer resident owner
    king queen prince princess pope bishop archbishop cardinal monarch emperor emir sultan
    politician backbencher frontbencher counterpart colleague partner coordinator co-ordinator
    official inspector superintendent detective sergeant constable colonel major lieutenant
    admiral marshal expert specialist engineer consultant investor banker trader broker actor
    actress singer musician artist filmmaker player footballer councillor member treasurer
    whip negotiator diplomat prosecutor-general ombudsman watchdog regulator observer pm
    climatologist meteorologist forecaster biologist physicist psychologist ecologist
    geographer chairlady pastor priest minister-president taoiseach undersecretary
    under-secretary sheriff trustee veteran pilot driver student pensioner businessman
    businesswoman entrepreneur designer architect planner chef therapist counsellor counselor
    """
)
"""Head words of the offices, trades and ranks that a title or a description is made of."""

TITLE_WORDS = _set(
    """
    foreign home defence defense finance interior justice health education energy trade culture
    transport environment immigration housing labour labor economy security prime vice deputy
    assistant shadow associate acting interim former then ex late first second senior junior
    chief executive attorney national party opposition parliamentary presidential regional local
    managing general secretary press policy campaign union bank city council state federal
    lead principal research programme program staff communications editorial political legal
    commanding veteran co-chief outgoing incoming newly re-elected elected long-time longtime
    chancellor presidential-candidate group company business climate science medical military
    police army navy air force world club football team
    """
)
"""Lower-case words that may stand in a title before its head: "German *chancellor* candidate"."""

HUMANS = OFFICES | _set(
    """
    man woman boy girl mother father son daughter wife husband brother sister parent child
    politician tory democrat republican conservative liberal socialist nationalist incumbent
    veteran newcomer billionaire millionaire tycoon academic campaigner mogul star celebrity
    teenager youngster witness victim survivor patient defendant suspect refugee migrant
    neighbour neighbor friend voter worker employee tenant source insider critic user commenter
    outsider hopeful frontrunner pundit figure person individual ruler autocrat dictator pontiff
    statesman stateswoman commander-in-chief reader parishioner relative seeker applicant holder
    rival ally opponent successor predecessor heir mentor cousin uncle aunt nephew niece widow
    widower fiance fiancee boyfriend girlfriend grandfather grandmother grandson granddaughter
    chief-of-staff roommate housemate classmate landlord landlady
    """
)

GROUPS = _set(
    """
    group company firm party government ministry department agency organisation organization
    charity union association federation council committee commission court bank university
    institute foundation alliance bloc newspaper paper outlet channel broadcaster magazine
    website agency watchdog regulator body think-tank thinktank campaign movement club team
    police force military army navy parliament senate congress assembly administration cabinet
    office country nation state kingdom republic city authority authorities board network
    coalition opposition service trust fund corporation giant maker developer operator supplier
    retailer airline producer manufacturer institution embassy kremlin site nonprofit non-profit
    """
)

ORGANISATION = _set(
    """
    council party office ministry government agency bank university college school union group
    committee company corp corporation ltd inc plc llc times news post police service services
    association society federation foundation institute department court church commission
    parliament congress senate house fund trust alliance authority board bureau centre center
    league network organisation organization network kremlin pentagon watch international press
    media journal gazette herald tribune guardian telegraph mail observer chronicle daily
    broadcasting radio television tv energy airlines airways partners holdings industries
    systems technologies club team army navy forces force guard assembly cabinet administration
    executive embassy mission command academy academies museum library hospital
    clinic laboratory observatory survey nations confederation chamber campaign coalition
    conservatives democrats republicans greens liberals labour tories opposition treasury
    festival forum initiative project programme program review monitor network exchange reserve
    high-commission secretariat directorate consortium cooperative guild register conference
    """
)
"""Words that only the name of an organisation ends with or holds."""

THINGS = _set(
    """
    act bill treaty accord agreement convention declaration protocol pact plan deal war battle
    street road avenue square park river lake sea ocean mountain mountains island islands bay
    airport station bridge county province region city town village district state states north
    south east west northern southern eastern western day week month year summit games cup
    prize award law amendment article constitution charter budget strategy policy scheme
    channel coast hotel stadium theatre cathedral palace castle tower
    crisis revolution election referendum
    """
)
"""Words that a thing, a place or an event is named with, and a person is not."""

WORKS = _set(
    """
    report study survey poll figures data statistics estimate estimates paperwork document
    documents letter statement website analysis research paper investigation assessment review
    memo email post tweet article editorial forecast guidance findings numbers projections
    """
)
"""What somebody wrote or found: who is told by it is told by them."""

CROWDS = _set(
    """
    sources source officials official analysts analyst experts expert journalists journalist
    reporters reporter critics critic observers observer witnesses witness residents resident
    people person scientists researchers economists campaigners activists protesters demonstrators
    voters lawmakers ministers politicians diplomats aides advisers advisors supporters opponents
    allies insiders locals neighbours neighbors parents teachers doctors nurses workers employees
    investors traders lawyers prosecutors police authorities spokesman spokeswoman spokesperson
    spokespeople spokespersons media others many some several few most everyone everybody someone
    somebody anyone nobody members mps peers senators congressmen leaders governments countries
    states capitals partners victims survivors families relatives friends users readers viewers
    commentators historians academics studies reports figures documents polls surveys fans
    environmentalists conservationists republicans democrats conservatives unions charities
    businesses companies firms banks groups organisations organizations troops soldiers
    """
)
"""Words that name a speaker whom the report does not name."""

PARTIES: dict[str, str] = {
    **dict.fromkeys("republican republicans gop".split(), "republican"),
    **dict.fromkeys("democrat democrats democratic dem dems".split(), "democrat"),
    **dict.fromkeys("conservative conservatives tory tories".split(), "conservative"),
    **dict.fromkeys("labour".split(), "labour"),
    **dict.fromkeys("liberal liberals lib".split(), "liberal"),
    **dict.fromkeys("green greens".split(), "green"),
    **dict.fromkeys("libertarian libertarians".split(), "libertarian"),
    **dict.fromkeys("socialist socialists".split(), "socialist"),
}
"""What parties and their people are called, and the one word for each party."""

TITLES_IN_FULL: dict[str, str] = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "sec": "secretary",
    "amb": "ambassador",
    "gen": "general",
    "col": "colonel",
    "pres": "president",
    "congressman": "representative",
    "congresswoman": "representative",
}
"""Offices as they are shortened before a name, and those of two names."""

QUANTIFIERS = _set(
    "many some few several most all both other others two three four five six seven eight nine ten "
    "dozens hundreds thousands numerous various countless"
)
"""Words before a plural that make a crowd of those it names: "many Democrats"."""

STARTERS = _set(
    """
    the a an this that these those he she it they we i you his her its their our my your him them
    and but or nor so yet for as at by in of on to up with from into onto over under after before
    since until till while when where why how what which who whom whose if unless because
    although though despite during between among amid against about above across along around
    behind below beneath beside besides beyond within without through throughout toward towards
    upon via than then there here now today yesterday tomorrow tonight later earlier meanwhile
    however moreover furthermore therefore thus hence also still even just only once again
    already always never often sometimes soon perhaps maybe indeed instead rather quite not no
    yes all any both each either every few many more most much neither none one other others
    another some several such same two three four five six seven eight nine ten hundreds
    thousands millions is are was were be been being am do does did has have had can could will
    would shall should may might must let please asked according speaking following given per
    like unlike except including regarding concerning answering responding adding noting citing
    last next first second third finally additionally similarly recently currently previously
    officially apparently frankly firstly secondly read see watch click sign share follow
    new old good great well oh ok okay thanks thank dear hello
    addition further nearly almost around roughly about back down off out
    """
)
"""Words that open a sentence with a capital and name nobody."""

PARTICLES = _set(
    "von van der den de del della di da dos das du la le bin ibn bint al el ben ter ten zu af av"
)
"""Words between a given name and a surname."""

LEADING_PARTICLES = PARTICLES - {"al", "ben", "den", "ten"}
"""Those that a surname without its given name begins with: "von Berg said", but Al and Ben Berg."""

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "kc", "qc", "mp", "msp", "obe", "mbe", "phd"})
GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})

SPEECH = _set(
    """
    said says say told tells added adds wrote writes stated states noted notes explained explains
    stressed stresses emphasised emphasized emphasises emphasizes argued argues claimed claims
    warned warns insisted insists announced announces admitted admits acknowledged acknowledges
    continued continues replied answered asked spoke commented declared declares confirmed
    confirms denied denies urged urges called criticised criticized accused suggested
    suggests pointed reported reports believes believed thinks thought tweeted posted concluded
    concludes revealed remarked recalled described praised
    """
)

MALE = _set("he him his himself")
FEMALE = _set("she her hers herself")
NEUTER = _set("it its itself")
PLURAL = _set("they them their theirs themselves")
FIRST = _set("i me my mine myself we us our ours ourselves")
SECOND = _set("you your yours yourself yourselves")
PRONOUNS = MALE | FEMALE | NEUTER | PLURAL | FIRST | SECOND

GENDERED_NOUNS: dict[str, str] = {
    **dict.fromkeys(
        "man boy father son husband brother king prince pope chairman spokesman congressman "
        "businessman statesman actor pontiff uncle nephew widower boyfriend grandfather grandson "
        "landlord".split(),
        "m",
    ),
    **dict.fromkeys(
        "woman girl mother daughter wife sister queen princess chairwoman spokeswoman "
        "congresswoman businesswoman stateswoman actress chairlady aunt niece widow "
        "girlfriend grandmother granddaughter landlady".split(),
        "f",
    ),
}

DOING = SPEECH | _set(
    """
    has have had is was are were will would does do did can could may might must should wants
    wanted plans planned intends met meets visited visits went came took takes made makes gave
    gives signed thanked hopes hoped agreed refused promised pledged vowed backed who also
    """
)
"""Verbs that a name before them is the subject of."""

PLACING = _set("in at near across outside inside around throughout")

DISTINCT = _set(
    "ministry government parliament court army police embassy commission council bank senate "
    "university union navy cabinet congress assembly department newspaper paper city authority"
)
"""Bodies that a name of another sort cannot be: "the ministry" is no news agency."""

LEADERS = _set(
    "leader chief head boss chair chairman chairwoman president chancellor premier ruler"
)
HEADS_OF_STATE = _set("president king queen emperor monarch emir sultan")

RANKING = _set("vice deputy prime assistant shadow under associate secretary attorney press")
"""Modifiers without which an office is another one: a deputy mayor is no mayor."""

DEPUTIES = _set("vice deputy assistant under")
"""Those of `RANKING` that say whose place one may take: the deputy of a mayor is another."""

BYGONE = _set("former ex then late")

INDEFINITE = _set(
    "a an another one every each both all almost nearly no more some several many few most two "
    "three four five six other any"
)
DEFINITE = _set("the this that these those")
POSSESSIVE = _set("his her its their our my your")

NATIONAL_ENDINGS = _set("ian ians an ans ic ish ese er ers ine ines")
"""What is put to the stem of a country's name to make its adjective."""
