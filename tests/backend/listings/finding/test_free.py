"""What is free for whoever reads it, and what is free for some."""

from uuid import uuid4

import pytest

from backend.listings.conftest import Board
from jointly.listings.facets import is_free
from jointly.listings.model import Price


@pytest.mark.parametrize(
    ("names", "free"),
    [
        ([None], True),
        (["Adult"], True),
        (["Member"], False),
        (["Gold membership", "Concession"], False),
        (["Member", "Non-member"], True),
        (["Member", "Adult"], True),
        (["Child (under 16)"], False),
        (["First session"], False),
        (["Card holder"], False),
        (["Remembering together"], True),
        ([], False),
    ],
)
def test_free_for_some_is_not_free_outright(names: list[str | None], free: bool):
    said = [Price(pence=0, name=name) for name in names]
    service = Board.service(None, "Tai chi", at="10:30", day=1, id=uuid4(), prices=tuple(said))
    assert is_free(service) is free
    in_words = tuple(Price(pence=0, words=name) for name in names)
    assert is_free(Board.service(None, "Tai chi", at="10:30", day=1, prices=in_words)) is free
    paid = (*said, Price(pence=300, name="Others"))
    assert not is_free(Board.service(None, "Tai chi", at="10:30", day=1, prices=paid))
