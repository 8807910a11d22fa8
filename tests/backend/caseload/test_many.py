"""A list of 250 people costs as many statements as a list of 5, on both engines."""

from datetime import timedelta
from uuid import UUID

import msgspec
import pytest

from jointly.demo.sharing import session_of
from jointly.kit import clock
from jointly.kit.db import Database, Query
from jointly.kit.ids import uuid7
from jointly.people import service as people
from jointly.record import service as record
from jointly.record.schemas import NewVersion
from jointly.sync.kinds import canonical
from support.phone import Phone, at_work, joined
from support.service import Service
from support.supported import refer

KEPT = ("select settings from service", "select device.person, device.id, account.service")
"""What a process keeps for seconds, the service's settings and who is signed in: when making 245 people took longer,
they are read again, which has nothing to do with the list."""


@pytest.fixture
def statements(monkeypatch: pytest.MonkeyPatch, service: Service) -> list[str]:
    """Every statement that the databases are given from here on."""
    asked: list[str] = []

    def counting(unit):
        def counted(*args):
            steps, answer = unit(*args), None
            while True:
                try:
                    step = steps.send(answer)
                except StopIteration as end:
                    return end.value
                asked.append(step.sql)
                answer = yield step

        return counted

    def watch(kind: type[Database], name: str) -> None:
        plain = getattr(kind, name)
        monkeypatch.setattr(kind, name, lambda self, unit, *args, **named: plain(self, counting(unit), *args, **named))

    for name in ("read", "run"):
        watch(type(service.house.db), name)
    return asked


async def add(service: Service, count: int, wrote) -> None:
    """People who share check-ins, each with a pathway and 6 check-ins, written without a phone to save time."""
    house, now = service.house, clock.now()
    for number in range(count):
        person = await people.make_person(house, role="patient", called=f"Person {number}", purpose="test")
        key = await house.vault.key(person)
        versions = [wrote.pathway(24), *(wrote.check_in("baseline", day) for day in range(6))]
        batch = [prepared(key, person, index, version) for index, version in enumerate(versions)]
        author = record.Author(person=person, key=key, session=session_of(house, person, "patient"), skew_seconds=None)
        await record.keep(house, author=author, batch=batch, received_at=now)
        await house.db.run(share_row, person, house.service, now - timedelta(days=1), subject=person, purpose="test")


def prepared(key, person: UUID, index: int, version: dict) -> record.Prepared:
    """A version as it is kept."""
    body = canonical(version["kind"], msgspec.json.encode(version["body"]))
    new = NewVersion(id=UUID(version["id"]), kind=version["kind"], at=version["at"], zone=version["zone"])
    return record.prepare(key, person=person, index=index, version=new, corrected_at=None, body=body)


def share_row(person: UUID, service: UUID, at):
    """Unit: check-ins are shared with the service."""
    yield Query(
        "insert into share (id, person, with_kind, with_id, scopes, may_write, given_by, given_at) "
        "values (?, ?, 'service', ?, 'about checkins', ?, ?, ?)",
        (uuid7(), person, service, False, person, at),
    )


async def test_the_number_of_statements_does_not_grow_with_people(
    service: Service, advisor: Phone, listed, wrote, statements
):
    counts, times = [], []
    for more, people_now in ((5, 5), (245, 250)):
        await add(service, more, wrote)
        service.house.vault._keys.clear()  # a server that has just started knows nobody's key
        statements.clear()
        began = clock.now()
        found = await listed(advisor)
        times.append((clock.now() - began).total_seconds())
        counts.append(len([sql for sql in statements if not sql.startswith(KEPT)]))
        assert len(found["people"]) == people_now
        assert {line["why"][0]["code"] for line in found["people"]} == {"due"}
    assert counts[0] == counts[1] <= 11, statements
    assert times[1] < 5, "well within what somebody waits for, also on a busy machine"


async def test_300_people_are_listed_at_most_and_it_says_that_there_are_more(
    service, advisor, listed, wrote, monkeypatch
):
    monkeypatch.setattr("jointly.caseload.reading.MOST", 3)
    await add(service, 3, wrote)
    assert (await listed(advisor))["more"] is False
    await add(service, 1, wrote)
    found = await listed(advisor)
    assert (len(found["people"]), found["more"]) == (3, True)


async def test_of_more_than_it_holds_a_list_keeps_whom_its_reader_supports(
    service, advisor, listed, wrote, unbound, monkeypatch
):
    monkeypatch.setattr("jointly.caseload.reading.MOST", 3)
    async with (
        joined(service, called="Ann") as ann,
        joined(service, called="Bea") as bea,
        joined(service, called="Cyd") as cyd,
        at_work(service, called="Kim") as kim,
    ):
        await refer(advisor, ann.person)
        await refer(kim, bea.person)
        asked = await cyd.client.put(f"/api/referrals/mine/{uuid7()}", json={"agreed": True})
        assert asked.status_code == 200, asked.text
        await add(service, 2, wrote)
        await unbound.run(began_first, service.house.service, purpose="test")
        for reader, theirs, other in ((advisor, "Ann", "Bea"), (kim, "Bea", "Ann")):
            names = {line["called"] for line in (await listed(reader))["people"]}
            assert {theirs, "Cyd"} <= names and other not in names, "and whom nobody has is never left out for others"


def began_first(service: UUID):
    """Unit: those who are supported began before everybody else."""
    at = clock.now() - timedelta(days=400)
    yield Query("update share set given_at = ? where with_id = ? and scopes like '%support%'", (at, service))
