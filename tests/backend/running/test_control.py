"""What an operator asks of the service: refusals in plain words, and a fault inside a verb is told as what it is."""

import logging
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest

from jointly import control
from jointly.asking import Refused, ask
from jointly.control import listening
from jointly.house import close_house, open_house
from jointly.people import service as people
from jointly.people.house import House
from jointly.people.tables import Person
from jointly.settings import Settings
from support.service import settings_for


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return settings_for(tmp_path / "data")


@pytest.fixture
async def house(settings: Settings) -> AsyncIterator[House]:
    """A house whose process listens to commands."""
    opened = await open_house(settings)
    try:
        async with listening(opened, settings):
            yield opened
    finally:
        await close_house(opened)


async def test_only_somebody_known_is_erased(house: House, settings: Settings):
    person = await people.make_person(house, role="patient", purpose="test")
    for wrong, words in ((str(uuid4()), "could not find"), ("Ann", "'Ann' is not an id"), ("", "is not an id")):
        with pytest.raises(Refused, match=words):
            await ask(settings, "erase", person=wrong)
    assert await Person.count() == 1
    for _ in range(2):
        assert await ask(settings, "erase", person=str(person)) == {"erased": str(person)}
    assert await Person.count() == 0


async def test_everybody_is_listed_with_the_id_that_erasing_needs(house: House, settings: Settings):
    ann = await people.make_person(house, role="patient", called="Ann", purpose="test")
    sam = await people.make_person(house, role="advisor", called="Sam", purpose="test")
    listed = (await ask(settings, "people"))["people"]
    told = [(one["person"], one["role"], one["called"], one["joined_at"], one["last_heard_at"]) for one in listed]
    assert told == [(str(sam), "advisor", "Sam", None, None), (str(ann), "patient", "Ann", None, None)]


async def test_a_list_of_1000_comes_through_whole(house: House, settings: Settings, monkeypatch: pytest.MonkeyPatch):
    async def everybody(_house: House) -> dict:
        return {"people": [{"called": "é" * 60, "person": str(uuid4()), "joined_at": "2026-11-21T08:00:00Z"}] * 1000}

    monkeypatch.setitem(control.VERBS, "people", everybody)
    assert len((await ask(settings, "people"))["people"]) == 1000


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "person", "called": "a" * 61},
        {"kind": "person", "called": "  "},
        {"kind": "service", "called": "Ann"},
        {"kind": "person", "called": "Ann", "person": str(uuid4())},
    ],
    ids=["long", "blank", "service", "known person"],
)
async def test_a_name_that_cannot_be_kept_is_refused_and_makes_nobody(house: House, settings: Settings, wrong: dict):
    with pytest.raises(Refused, match="--called"):
        await ask(settings, "code", **({"role": "patient", "person": None} | wrong))
    assert await Person.count() == 0


async def test_an_unknown_verb_or_argument_is_of_another_version(house: House, settings: Settings):
    for verb, arguments in (("dance", {}), ("erase", {"who": "Ann"}), ("erase", {})):
        with pytest.raises(Refused, match="different versions"):
            await ask(settings, verb, **arguments)


async def test_a_fault_inside_a_verb_is_told_as_one_without_its_words(
    house: House, settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    async def broken(_house: House) -> dict:
        return {}["sciatica"]

    monkeypatch.setitem(control.VERBS, "broken", broken)
    with caplog.at_level(logging.ERROR), pytest.raises(Refused, match=r"inside Jointly \(KeyError\)"):
        await ask(settings, "broken")
    assert "test_control.py" in caplog.text
    assert "sciatica" not in caplog.text
