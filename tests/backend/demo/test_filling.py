"""Filling the demonstration: once, and to the end even when the first time was cut off."""

import pytest

from jointly.content import content_root, load
from jointly.demo.people import demonstration_links, fill_demonstration
from jointly.people import service as people
from jointly.people.tables import JoinCode, Person
from support.service import Service

pytestmark = pytest.mark.parametrize("service_settings", ["sqlite"], indirect=True)


class PowerCut(Exception):
    """The process ended here."""


async def test_what_a_first_start_left_undone_is_done_at_the_next(service: Service, monkeypatch: pytest.MonkeyPatch):
    content, make_person = load(content_root(None)), people.make_person

    async def cut(house, *, called, **rest):
        if called == "Dev":
            raise PowerCut
        return await make_person(house, called=called, **rest)

    with monkeypatch.context() as patched:
        patched.setattr(people, "make_person", cut)
        with pytest.raises(PowerCut):
            await fill_demonstration(service.house, content)
    for _ in range(2):
        await fill_demonstration(service.house, content)
        names = [name for name, *_ in await demonstration_links(service.house)]
        assert names == ["Margaret", "Dev", "Sam", "Joan", "Priya"]
        assert await Person.count() == 5


async def test_its_links_are_the_same_at_each_start_and_do_not_pile_up(service: Service):
    await fill_demonstration(service.house, load(content_root(None)))
    first = await demonstration_links(service.house)
    assert len({link for *_, link in first}) == 5
    assert await demonstration_links(service.house) == first
    assert await JoinCode.count() == 6, "those of the cast, and the one that Joan used"
