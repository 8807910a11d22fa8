"""Verb, when a house is opened: what rests in clear from before it was sealed is sealed. Once is enough."""

import logging
from uuid import UUID

from jointly.kit.db import Query
from jointly.kit.sealing import Unreadable
from jointly.people.house import House
from jointly.people.vault import Gone, Unknown
from jointly.prescribing.sealed import in_clear, with_thing

PAGE = 500
PURPOSE = "seal what was suggested"
log = logging.getLogger("jointly")


async def seal_things(house: House) -> int:
    """Seals the slugs of topics and programmes that were suggested; gives how many. What nobody can open any more stays
    as it is until it is erased."""
    done, after = 0, UUID(int=0)
    while page := await house.db.read(_page, house.service, after, group=house.service, purpose=PURPOSE):
        for id, person, thing, sealed in page:
            if in_clear(thing):
                continue
            try:
                anew = with_thing(await house.vault.key(person), person, id, sealed, thing)
            except (Gone, Unknown, Unreadable) as fault:
                log.warning("what was suggested could not be sealed: %s", type(fault).__name__)
                continue
            await house.db.run(_seal, id, thing, anew, group=house.service, purpose=PURPOSE)
            done += 1
        after = page[-1][0]
    return done


def _page(service: UUID, after: UUID):
    rows = yield Query(
        "select id, person, thing, sealed from prescription where service = ? and id > ? and thing <> '' "
        "and (kind <> 'activity' or length(thing) <> 36) order by id limit ?",
        (service, after, PAGE),
    )
    return rows


def _seal(id: UUID, thing: str, sealed: bytes):
    yield Query("update prescription set thing = '', sealed = ? where id = ? and thing = ?", (sealed, id, thing))
