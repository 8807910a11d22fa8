"""What the message is made of, where the whole story does not show it: scores, and who referred."""

from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest

from jointly.checkins.schemas import Answered, CheckIn, Score
from jointly.content import load, messages
from jointly.content.questionnaire_pack import pack_of
from jointly.prescribing.closing import model as m
from jointly.prescribing.messages.making import message_of
from jointly.prescribing.messages.material import Material, Told
from jointly.prescribing.schemas import Referral, ReferralDetails
from support.repository import ROOT

ONE = UUID(int=1)
RECEIVED, CLOSED = datetime(2026, 3, 10, 9, tzinfo=UTC), datetime(2026, 8, 1, 9, tzinfo=UTC)
CONTENT, SPEAK = load(ROOT / "content"), messages(ROOT / "content", "en")


def made(**said: Any) -> m.ClosingMessage:
    """The message of an episode from March to August, with some of its material otherwise."""
    row = dict.fromkeys(Referral.model_fields) | {"id": ONE, "person": ONE, "owner": ONE, "steps": []}
    row |= {"source": "practice", "state": "closed", "received_at": RECEIVED, "closed_at": CLOSED, "attempts": 0}
    row |= {name: said.pop(name) for name in ("source", "details") if name in said}
    given = {"author": m.Worker(id=ONE, name="Sam", service="Moorside"), "service": "Moorside", "called": "Ann Bee"}
    packs = {
        slug: pack_of(CONTENT.questionnaires[slug], "") for slug in ("pain-nrs", "own-activities", "gad-7", "koos")
    }
    material = Material(episode=Referral(**row), questionnaires=packs, **given | said)
    return message_of(material, id=ONE, written_at=CLOSED, speak=SPEAK)


def answered(on: date, slug: str, **values: Any) -> Told[CheckIn]:
    """A check-in with answers to one instrument."""
    answers = {slug: Answered(version=1, values=values, left=False)}
    said = {"pathway": "p", "version": 1, "contact": "c", "with_": "alone", "state": "done", "on": on}
    return Told(on, CheckIn(**said, answers=answers, topics=[], refers=[], goal_reviewed=False))


def result(on: date, total: float | None, version: str = "1", **subscales: float) -> Told[Score]:
    """A form that was worked out elsewhere."""
    said = {"instrument": "koos", "version": version, "subscales": subscales, "on": on, "group": None, "licence": None}
    return Told(on, Score(total=total, **said))


def numbers(message: m.ClosingMessage) -> list[tuple[Any, ...]]:
    """Each score as (instrument, score, first, last)."""
    return [(one.slug, one.key, one.first and one.first.value, one.last and one.last.value) for one in message.scores]


def test_the_first_and_the_last_score_of_the_episode_are_told_and_none_from_before_or_after():
    days = [date(2025, 6, 1), date(2026, 2, 20), date(2026, 5, 1), date(2026, 7, 30), date(2026, 8, 2)]
    values = (9, 7, 6, 4, 1)
    found = made(check_ins=[answered(on, "pain-nrs", average=value) for on, value in zip(days, values, strict=True)])
    assert numbers(found) == [("pain-nrs", "average", 7, 4)]
    [score] = found.scores
    assert (score.first.on, score.last.on, score.change) == (date(2026, 2, 20), date(2026, 7, 30), -3)
    assert (score.better, score.lowest, score.highest) == ("lower", 0, 10)
    assert "1 point" in score.meaning and "Salaffi" in score.source


def test_one_score_alone_has_no_change():
    assert numbers(made(check_ins=[answered(date(2026, 4, 1), "pain-nrs", average=7)])) == [
        ("pain-nrs", "average", 7, None)
    ]


def test_ratings_of_other_words_are_not_told_as_a_change():
    first = answered(date(2026, 4, 1), "own-activities", **{"activity-1": "Walking", "rate-1": 4})
    same = answered(date(2026, 6, 1), "own-activities", **{"activity-1": " Walking", "rate-1": 6})
    other = answered(date(2026, 6, 1), "own-activities", **{"activity-1": "Kneeling", "rate-1": 9})
    assert [(first, last) for _, _, first, last in numbers(made(check_ins=[first, same]))] == [(4, 6)]
    assert made(check_ins=[first, same]).scores[0].comment == "Walking", "what is rated is said"
    assert numbers(made(check_ins=[first, other])) == []


def test_two_printed_versions_of_a_form_are_never_compared():
    forms = [
        result(date(2026, 4, 1), None, "LK1.0", pain=40),
        result(date(2026, 6, 1), None, "lk1.0 ", pain=55),
        result(date(2026, 7, 1), None, "2", pain=90),
    ]
    found = [(one.version, one.key, one.first.value, one.last and one.last.value) for one in made(entered=forms).scores]
    assert found == [("lk1.0", "pain", 40, 55), ("2", "pain", 90, None)]


@pytest.mark.parametrize(
    ("source", "details", "referrer"),
    [
        ("self", {}, ("Ann Bee", "Self-referral", "Self-referral")),
        ("advisor", {"referrer": "Sam"}, ("Sam", "Moorside", "Moorside")),
        ("practice", {"referrer": "Dr Shah", "practice": "Mill"}, ("Dr Shah", "General practice", "Mill")),
        ("agency", {"referrer": "Kim", "organisation": "Housing"}, ("Kim", "Housing", "Housing")),
    ],
)
def test_who_referred_is_said_for_each_way_in(source, details, referrer):
    [one] = made(source=source, details=ReferralDetails(agreed="asked", **details)).referrals
    assert (one.referrer.name, one.referrer.service, one.referrer.organisation) == referrer
    assert one.to == "Moorside"


def test_a_name_is_what_the_referrer_knows_or_what_they_are_called():
    assert made().person.name == m.Name(given=("Ann",), family=("Bee",), preferred="Ann Bee")
    known = ReferralDetails(agreed="asked", given_name="Anna Maria", family_name="van Bee", born_on=date(1950, 1, 2))
    person = made(details=known).person
    assert (person.name.given, person.name.family, person.born_on) == (
        ("Anna", "Maria"),
        ("van Bee",),
        date(1950, 1, 2),
    )
    assert made(called="Ann").person.name.family == (), "which is missing, in words"
