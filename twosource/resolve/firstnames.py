"""First names that are one: short forms, and the forms of one name in neighbouring languages."""

from __future__ import annotations

from functools import lru_cache

from twosource.resolve.spelling import fold

_TABLE = """
abraham abe
alexander alex aleksandr alexandr alyaksandr oleksandr aleksander sasha
alexei aleksei alexey aleksey oleksiy oleksii
andrew andy drew
andrei andrey andriy andrii
anthony tony antony
benjamin ben benny
charles charlie chuck
christopher chris
daniel dan danny
david dave
dmitry dmitri dmitriy dmytro
donald don donnie
edward ed eddie ted
elizabeth liz beth betty
eugene gene
frederick fred freddie
gregory greg
hryhoriy hrihoriy grigory
ihor igor
james jim jimmy jamie
jeffrey jeff geoffrey geoff
jonathan jon
john johnny jack
joseph joe joey
joshua josh
katherine catherine kate kathy cathy katie
kenneth ken kenny
kyrylo kirill
lawrence larry
leonard len lenny
margaret maggie meg peggy
matthew matt
michael mike mick
mikhail mykhailo
mykola nikolai nikolay
nancy nan
nicholas nick nicky
olena elena yelena
pamela pam
patricia pat patty tricia
pavlo pavel
peter pete
petro pyotr petr
philip phil
raymond ray
rebecca becky
richard rich rick dick ricky
robert rob bob bobby robbie
ronald ron ronnie
samuel sam sammy
serhiy serhii sergei sergey
stephen steven steve
susan sue susie
thomas tom tommy
timothy tim
victoria vicky
viktor victor
vincent vince
volodymyr vladimir
walter walt
william bill billy will willy
yevhen evhen yevgeny evgeny yevgeniy
yuriy yuri yury iurii
zachary zach zack
"""
_ROOT = {word: row.split()[0] for row in _TABLE.strip().splitlines() for word in row.split()}


@lru_cache(maxsize=1 << 14)
def root(given: str) -> str:
    """The form under which ``given`` stands in the table ("Bill" → "william"), or itself in lower case."""
    plain = fold(given)
    return _ROOT.get(plain, plain)
