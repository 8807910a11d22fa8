"""Who may see what of whom meets every worked case in tests/verification/access.yaml."""

from datetime import UTC, datetime, timedelta
from uuid import NAMESPACE_DNS, UUID, uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointly.people.rules import READERS, SCOPES, Actor, Given, access_of
from support.shipped import yaml_of

CASES = yaml_of("tests/verification/access.yaml")["cases"]
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
ANN = "ann"


def named(name: str | None) -> UUID | None:
    """The id of somebody or something in the cases."""
    return uuid5(NAMESPACE_DNS, name) if name else None


def moment(text: str | None) -> datetime | None:
    """An instant in the cases."""
    return datetime.fromisoformat(text) if text else None


def share(number: int, facts: dict) -> Given:
    """A share of the cases."""
    return Given(
        id=named(f"share-{number}"),
        with_kind=facts["with"],
        with_id=named(facts["id"]),
        scopes=frozenset(facts["scopes"]),
        may_write=facts.get("may_write", False),
        ends_at=moment(facts.get("ends_at")),
        ended_at=moment(facts.get("ended_at")),
    )


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_access_is_as_the_worked_case_says(case):
    facts = case["actor"]
    actor = Actor(named(facts["person"]), facts["role"], named(facts["service"]), named(facts.get("organisation")))
    found = access_of(actor, named(ANN), [share(number, one) for number, one in enumerate(case["shares"])], NOW)
    said = found and {"as": found.as_, "scopes": sorted(found.scopes), "ways": list(found.ways)}
    expected = case["expect"]
    writes = expected and frozenset(expected.pop("writes", expected["scopes"] if expected["ways"] else ()))
    assert said == expected
    assert found is None or found.writes == writes


def test_case_ids_are_unique():
    assert len({case["id"] for case in CASES}) == len(CASES)


PEOPLE = st.sampled_from(["ann", "sam", "joan", "pat"]).map(named)
PLACES = st.sampled_from(["knees", "backs", "pool"]).map(named)
ROLES = st.sampled_from(["patient", "carer", "advisor", "link-worker", "publisher", "lead", "administrator"])
ACTORS = st.builds(Actor, PEOPLE, ROLES, PLACES, st.none() | PLACES)
MOMENTS = st.none() | st.integers(-2, 2).map(lambda hours: NOW + timedelta(hours=hours))
SHARES = st.builds(
    Given,
    st.uuids(),
    st.sampled_from(["person", "service", "organisation", "emergency"]),
    st.none() | PEOPLE | PLACES,
    st.frozensets(st.sampled_from(SCOPES)),
    st.booleans(),
    MOMENTS,
    MOMENTS,
)


@given(ACTORS, st.lists(SHARES, max_size=5))
def test_nobody_sees_what_no_running_share_names(actor: Actor, shares: list[Given]):
    found = access_of(actor, named(ANN), shares, NOW)
    if actor.person == named(ANN):
        return
    running = [one for one in shares if one.ended_at is None and (one.ends_at is None or one.ends_at > NOW)]
    if found is None:
        return
    assert running, "something is seen without a share"
    assert found.scopes <= frozenset().union(*(one.scopes for one in running))
    assert {actor.person, actor.service, actor.organisation} & {one.with_id for one in running}
    assert actor.role not in ("lead", "administrator")
    assert not found.ways or any(one.may_write for one in running)
    assert found.as_ != "staff" or actor.role in READERS


@given(ACTORS, st.lists(SHARES, max_size=5), st.randoms())
def test_the_order_of_shares_decides_nothing_and_a_change_of_what_is_seen_changes_the_grant(actor, shares, random):
    found = access_of(actor, named(ANN), shares, NOW)
    mixed = list(shares)
    random.shuffle(mixed)
    assert access_of(actor, named(ANN), mixed, NOW) == found
    if found and found.as_ != "self":
        less = access_of(actor, named(ANN), shares[:-1], NOW)
        assert less is None or (less.grant == found.grant) == (less == found)
