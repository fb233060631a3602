"""Given names that one bearer may go by: in several languages, in full and for short.

A line is one name. Only forms under which reports tell of one and the same person stand
together: Oleksandr and Alexander, William and Bill, but not Peter and Pedro. A short form of
several names (Sam, Alex, Sasha) stands with the one it is short for most often; with the
others in `ALSO_SHORT_FOR`, which is enough for a suggestion and not for a link.
"""

from __future__ import annotations

_SLAVIC = """
oleksandr olexandr aleksandr aliaksandr alyaksandr alaksandr alexander aleksander aleksandar \
alex sasha
volodymyr vladimir wladimir uladzimir wolodymyr vladimirs volodimirs volodya vova
oleksiy oleksii aleksei alexei alexey aliaksei lyosha
serhiy serhii sergei sergej siarhei sergejs siergiej seryozha
mykola nikolai nikolay mikalai nikolajs kolya
mykhailo mikhail mihail mikhailo michail mikheil misha
dmytro dmitri dmitry dzmitry dmitrij dimitri dmitrijs dima
andriy andrei andrey andrej andrejs
yevhen yevgeny evgeni evgeny yauhen zhenya jewgeni jewhen
pavlo pavel paviel pasha
petro pyotr petr
oleh oleg aleh olegs
ihor igor ihar igors
bohdan bogdan
kyrylo kirill kiryl
vasyl vasily vasiliy vasil wassili
valeriy valery valerii waleryj
vitaliy vitali vitaly vitalii
yuriy yuri jurij jurijs yury yura
anatoliy anatoly anatoli anatolij tolya
arseniy arseny
leonid leonids
hryhoriy grigory hrihoriy
hennadiy gennady
heorhiy georgy georgi
fyodor fedor fedir
viacheslav vyacheslav
viktor victor wiktor viktors
konstantin kostiantyn kostyantyn konstantins kostya
maksym maxim maksim maksims
mstyslav mstislav
stanislav stanislau
sviatlana svetlana svitlana
kateryna ekaterina yekaterina katya
olena elena yelena
iryna irina
oleksandra aleksandra alexandra
yuliia yulia julia iuliia julija
nataliya natalia natalya natasha
tetiana tatiana tatyana
olha olga
mariia mariya maria marija masha
anastasiya anastasia nastya
lyudmyla lyudmila ludmila
kseniya ksenia xenia
"""

_WESTERN = """
joseph joe joey
william bill billy will
robert bob bobby rob
michael mike mick
james jim jimmy
thomas tom tommy
anthony antony tony
david dave
steven steve stephen
nicholas nick nicky
daniel dan danny
elizabeth liz lizzie betty
edward ed eddie ted
charles chuck charlie
richard dick rick rich
katherine kate katie kathy
catherine cathy
margaret maggie peggy
patricia patty
deborah debbie debra
susan sue susie
jennifer jenny
jonathan jon
matthew matt
samuel sam
ronald ron
donald don donalds
kenneth ken kenny
timothy tim
gregory greg
andrew andy
jeffrey jeff
geoffrey geoff
peter pete
benjamin ben benny binyamin bibi
bernard bernie
christopher chris
albert bert
alfred alf
frederick fred freddie
gerald gerry
harold hal
henry hank
lawrence larry
leonard len lenny
martin marty
nathaniel nate
philip phil
raymond ray
theodore theo
vincent vince
walter walt
zachary zach zack
abraham abe
douglas doug
eugene gene
jacob jake
joshua josh
rebecca becky
barbara barb
cynthia cindy
dorothy dot
pamela pam
victoria vicky
isaac yitzhak itzhak
jose pepe
francisco paco
ignacio nacho
enrique quique
guadalupe lupe
johannes hannes
"""

_EASTERN = """
mohammed muhammad mohamed mohammad muhamed mohamad
mahmoud mahmud mahmood
ahmed ahmad
hassan hasan
hussein husain hussain husayn hossein
muammar moammar
abdelfattah abdulfattah
abdulaziz abdelaziz
abdulrahman abdelrahman abdurrahman
abdullah abdallah
osama usama
ibrahim ebrahim ibraheem
yousef yusuf youssef yusef yousuf
khaled khalid
omar umar
othman osman
saeed said saeid
nouri nuri
sulaiman suleiman sulayman
"""


def _lines(table: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in table.split("\n") if line.strip())


RESPELLED = _lines(_SLAVIC + _EASTERN)
"""Names that are written in Latin letters by habit, so that any spelling of a form is meant."""

AS_WRITTEN = _lines(_WESTERN)
"""Names whose forms are spelled as they stand here."""

_SHARED = frozenset(
    "alexander alex sasha aleksandar victor viktor maria marija michail misha mihail andrej julia "
    "alexandra natalia natasha petr pavel georgi konstantin maxim elena irina".split()
)
SLAVIC = frozenset(f for line in _lines(_SLAVIC) for f in line if f not in _SHARED) | {
    "ivan",
    "nikita",
}
"""Forms by which alone a bearer is known for one whose name was written in Cyrillic."""

ALSO_SHORT_FOR = {
    short: tuple(others.split())
    for short, others in {
        "alex": "alexandra alexis alejandro alexandre",
        "sasha": "oleksandra",
        "sam": "samantha",
        "sandy": "samuel alexander alexandra",
        "chris": "christian christine christina",
        "ted": "theodore",
        "pat": "patrick patricia",
        "jack": "john jacob jackson",
        "jamie": "james",
        "ron": "aaron",
        "tony": "antonio",
        "nick": "dominic",
        "max": "maximilian maksym",
        "toni": "anthony antonio",
        "steve": "esteban",
        "gus": "augustus gustav",
        "nat": "nathaniel natalie",
        "jon": "john",
        "joe": "jose giuseppe",
        "ben": "benedict",
        "kate": "kateryna",
        "bert": "robert herbert",
        "harry": "harold henry",
        "lena": "olena helena",
        "misha": "michael",
        "vova": "volodymyr",
        "zhenya": "yevheniya",
        "bob": "bogdan",
        "frank": "francis franklin",
        "fred": "alfred",
        "al": "alan albert alfred",
        "nathan": "nathaniel",
    }.items()
}
"""From a short form to the other names it may be short for."""

EASTERN = frozenset(form for line in _EASTERN.split("\n") for form in line.split()) | frozenset(
    "ali abu bashar faisal fahd hamid hamad haider karim khalifa majid mansour mustafa nasser "
    "qasem rashid saad saddam salem salman tariq walid yasser zayed ismail jamal".split()
)
"""Names by which alone a bearer is known for one whose name was written in Arabic."""
