"""Random steps by three sides, sent again and two at once, against a slow model of the journeys.

No referral and no suggestion is ever in two states, lost or silent: each has an owner and a next date until it is
closed. Every step is in its journal once, and the columns are what the journal comes to.
"""

from collections.abc import Iterator
from contextlib import AsyncExitStack
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from anyio.from_thread import start_blocking_portal
from hypothesis import HealthCheck, Phase
from hypothesis import settings as chosen
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from jointly.kit import clock
from jointly.kit.db import open_database
from jointly.kit.ids import uuid7
from jointly.prescribing.rules import prescription, referral
from jointly.settings import Settings
from support.cast import boundless
from support.journeys import OUTCOME, REFERRAL, SUGGESTION, Journey
from support.service import running
from support.supported import referral_of, suggestion_for
from support.world import World

PICKS = st.tuples(*[st.integers(0, 9_999)] * 3)
"""Numbers that choose among what there is then: which of two was first is not for Hypothesis to repeat."""
SIDES = st.sampled_from(("worker", "group", "person"))
WORDS = {
    "ask": {"words": "Is there a lift?"},
    "say": {"words": "See you then.", "to": "worker"},
    "attempt": {"method": "phone"},
    "contact": {"method": "phone"},
    "note": {"words": "Left a message."},
    "send": {"agreed": True},
    "unsuitable": {"words": "It is upstairs."},
    "finish": {"outcome": "done"},
    "close": {"outcome": "goals-met"},
}
"""What a kind of step cannot do without."""
Picks = tuple[int, int, int]
COLUMNS = "state, owner, next_on, closed_at, outcome, steps"


class Journeys(RuleBasedStateMachine):
    """One person's referrals and suggestions."""

    world: World

    @initialize()
    def begin(self) -> None:
        self.person = self.world.person()
        self.journeys: dict[str, Journey] = {}
        self.shared = False
        self.refer()

    @precondition(lambda self: not self.open_referral())
    @rule()
    def refer(self) -> None:
        id = str(uuid7())
        asked = (self.world.worker, f"/api/referrals/{id}", referral_of(self.person.person))
        assert self.world.at_once(asked, asked) == [200, 200], "sent twice at once, it is one"
        self.journeys[id], self.shared = Journey(REFERRAL, "received"), True
        self.agrees()

    @precondition(lambda self: self.shared)
    @rule()
    def suggest(self) -> None:
        id = str(uuid7())
        said = suggestion_for(self.person.person, organisation=self.world.organisation, thing=self.world.listing)
        assert self.world.at_once((self.world.worker, f"/api/prescriptions/{id}", said)) == [200]
        self.journeys[id] = Journey(SUGGESTION, "suggested")
        self.agrees()

    @rule(pick=PICKS, by=SIDES, again=st.integers(1, 3))
    def step(self, pick: Picks, by: str, again: int) -> None:
        """One step, perhaps sent twice or thrice at once."""
        about, kind, side, asked, id = self.asked(pick, by)
        expected = self.expected(self.journeys, about, kind, side, by)
        assert self.world.at_once(*[asked] * again) == [expected] * again
        if expected == 200:
            self.journeys[about].take(id, kind, side)
        self.agrees()

    @rule(picks=st.tuples(PICKS, PICKS), one=SIDES, two=SIDES)
    def two_at_once(self, picks: tuple[Picks, Picks], one: str, two: str) -> None:
        """Two steps by two of them at the same moment: what becomes of them is as if one had been first."""
        both = [(self.asked(pick, by), by) for pick, by in zip(picks, (one, two), strict=True)]
        got = self.world.at_once(*(asked for (_, _, _, asked, _), _ in both))
        for order in (both, both[::-1]):
            tried = {about: journey.copy() for about, journey in self.journeys.items()}
            expected = {}
            for (about, kind, side, _, id), by in order:
                expected[id] = self.expected(tried, about, kind, side, by)
                if expected[id] == 200:
                    tried[about].take(id, kind, side)
            if [expected[id] for (*_, id), _ in both] == got and self.stands(tried):
                self.journeys = tried
                break
        else:
            raise AssertionError((got, [(one[:3], by) for one, by in both], "is as neither order makes it"))
        self.agrees()

    @rule(pick=st.integers(0, 9_999))
    def again_later(self, pick: int) -> None:
        """A step that arrived long ago is sent again, by a phone that heard nothing: nothing changes."""
        taken = [(about, *step) for about, journey in self.journeys.items() for step in journey.steps]
        taken = [one for one in taken if one[2] != "ended" and (self.shared or one[3] == "person")]
        if taken:
            about, id, kind, side = taken[pick % len(taken)]
            by = {"person": self.person, "group": self.world.group}.get(side, self.world.worker)
            if side == "worker" or self.journeys[about].moves is SUGGESTION:
                self.world.at_once((by, self.path(about, id), self.said(kind)))
        self.agrees()

    @precondition(lambda self: self.shared)
    @rule()
    def withdraw_consent(self) -> None:
        """The person ends what they share with the team: everything that is open ends at that moment."""

        async def end() -> None:
            given = (await self.person.client.get("/api/shares")).json()["given"]
            [share] = [one for one in given if one["with_kind"] == "service" and not one["ended_at"]]
            answer = await self.person.client.request("DELETE", f"/api/shares/{share['id']}", json={})
            assert answer.status_code == 204

        self.world.portal.call(end)
        self.shared = False
        for journey in self.journeys.values():
            if journey.state != "closed":
                journey.take("", "ended", "person")
        self.agrees()

    @precondition(lambda self: self.shared)
    @rule()
    def two_write_one_part(self) -> None:
        """Two workers say one part of the page anew at once: both versions are kept."""
        first, *both = (str(uuid7()) for _ in range(3))
        said = {"kind": "section", "at": clock.now().isoformat(), "section": "matters", "words": "Her garden"}
        path = f"/api/people/{self.person.person}/page"
        assert self.world.at_once((self.world.worker, f"{path}/{first}", said)) == [200]
        asked = [(self.world.worker, f"{path}/{id}", said | {"previous": first, "words": id}) for id in both]
        assert self.world.at_once(*asked) == [200, 200]
        rows = self.world.rows("select id from step where previous = ?", UUID(first))
        assert {str(id) for (id,) in rows} == set(both)

    def open_referral(self) -> bool:
        """Whether somebody is being supported: then they are not referred again."""
        return any(one.moves is REFERRAL and one.state != "closed" for one in self.journeys.values())

    def asked(self, pick: Picks, by: str) -> tuple[str, str, str, tuple, str]:
        """A step that somebody might take: of what, its kind and side, the request, and its id."""
        ours = [id for id, one in self.journeys.items() if one.moves is SUGGESTION or by == "worker"]
        ours = ours or list(self.journeys)
        about = ours[pick[0] % len(ours)]
        journey = self.journeys[about]
        kind = sorted(journey.moves)[pick[1] % len(journey.moves)]
        side = ("worker", "group", "person")[pick[2] % 3] if by == "worker" else by
        id = str(uuid7())
        who = {"worker": self.world.worker, "group": self.world.group, "person": self.person}[by]
        said = self.said(kind) | ({"side": side} if side != by else {})
        return about, kind, side, (who, self.path(about, id), said), id

    def path(self, about: str, id: str) -> str:
        """The address of a step."""
        where = "referrals" if self.journeys[about].moves is REFERRAL else "prescriptions"
        return f"/api/{where}/{about}/steps/{id}"

    def said(self, kind: str) -> dict[str, Any]:
        """A step of this kind."""
        now = clock.now()
        more = {"take": {"owner": self.world.worker.person}, "plan-date": {"next_on": f"{now.date()}"}}
        more |= {"book": {"start": (now + timedelta(days=3)).isoformat()}}
        return {"kind": kind, "at": now.isoformat()} | WORDS.get(kind, {}) | more.get(kind, {})

    def expected(self, journeys: dict[str, Journey], about: str, kind: str, side: str, by: str) -> int:
        """What a step is answered with."""
        journey = journeys[about]
        if journey.moves is REFERRAL and by != "worker":
            return 403
        if (by == "worker" and not self.shared) or (by == "group" and not journey.told):
            return 404
        return 200 if journey.may(kind, side) else 409

    def stands(self, journeys: dict[str, Journey]) -> bool:
        """Whether the database says the same as the model."""
        for id, journey in journeys.items():
            table = "referral" if journey.moves is REFERRAL else "prescription"
            [(state, _, _, _, outcome, steps)] = self.world.rows(
                f"select {COLUMNS} from {table} where id = ?", UUID(id)
            )
            if (state, outcome, steps) != (journey.state, journey.outcome, len(journey.steps)):
                return False
            kept = self.world.rows("select kind, side from step where about = ? order by number", UUID(id))
            if kept != [("withdraw" if kind == "ended" else kind, side) for _, kind, side in journey.steps]:
                return False
        return True

    def agrees(self) -> None:
        """The database says what the model says; nothing is silent; every step is in its journal once."""
        for about, journey in self.journeys.items():
            table = "referral" if journey.moves is REFERRAL else "prescription"
            [row] = self.world.rows(f"select {COLUMNS} from {table} where id = ?", UUID(about))
            state, owner, next_on, closed_at, outcome, steps = row
            assert (state, outcome) == (journey.state, journey.outcome), journey.steps
            closed = state == "closed"
            assert owner is not None and (next_on is None) == closed == (closed_at is not None), row
            kept = self.world.rows(
                "select id, kind, number, side from step where about = ? order by number", UUID(about)
            )
            assert [number for _, _, number, _ in kept] == list(range(1, steps + 1))
            expected = [(one, "withdraw" if kind == "ended" else kind, side) for one, kind, side in journey.steps]
            assert [(kind, side) for _, kind, _, side in kept] == [(kind, side) for _, kind, side in expected]
            assert all(one in ("", str(id)) for (one, *_), (id, *_) in zip(expected, kept, strict=True))
            if journey.moves is SUGGESTION:
                assert self.world.rows("select visits from prescription where id = ?", UUID(about)) == [
                    (journey.visits,)
                ]


@pytest.fixture
def world(
    service_settings: Settings, built_pwa: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Iterator[World]:
    """A service on one of the two databases, which counts no requests."""
    boundless(monkeypatch)
    opened = AsyncExitStack()
    with start_blocking_portal() as portal, portal.wrap_async_context_manager(running(service_settings)) as service:
        unbound = service.house.db
        if unbound.kind == "postgres":
            server = request.getfixturevalue("postgres")
            address = server.database_url(service_settings.database.rpartition("/")[2])
            unbound = portal.call(partial(open_database, address, pool_size=2))
        made = World(portal, service, opened, unbound)
        portal.call(made.gather)
        yield made
        portal.call(opened.aclose)
        if unbound is not service.house.db:
            portal.call(unbound.close)


def run(world: World, examples: int, steps: int) -> None:
    """Runs the machine in this world."""
    how = chosen(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        print_blob=False,
        phases=(Phase.generate,),  # which of two comes first is chance: trying again to shorten a failure finds another
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(type("InThisWorld", (Journeys,), {"world": world}), settings=how)


def test_every_journey_is_what_its_steps_come_to(world: World):
    run(world, examples=5, steps=20)


@pytest.mark.long
def test_thousands_of_steps_leave_every_journey_as_its_steps_come_to(world: World):
    run(world, examples=100, steps=60)


def test_every_way_of_ending_is_one_that_the_rules_know():
    assert set(OUTCOME.values()) <= {*prescription.OUTCOMES, *referral.OUTCOMES}
