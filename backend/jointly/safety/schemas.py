"""The body of the entry that this room owns."""

from datetime import datetime
from typing import Annotated, ClassVar, Literal
from uuid import UUID

import msgspec
from msgspec import Meta

from jointly.record.schemas import Body, LocalTime

# Python's `$` also stands before a last line feed; `(?!\n)` shuts that out in every dialect.
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", max_length=40)]


class Safety(Body):
    """A yes that stopped a check-in, and the care card that it opened. Opening a card to read it is a private act: that
    is never noted, wherever it is opened from.

    One entry for each check-in and sign. Later versions say more and no less: what was done with the card, and in
    `again` when the same yes was given once more after it was taken back. `version` is the card's. `check_in` is the
    entry of the check-in, none when that could not be kept. `did` is the most that was done: `dismissed` says that the
    person went on, `called` that a number was pressed, and not that anybody answered.
    """

    scope: ClassVar[str] = "checkins"
    stays: ClassVar[bool] = True

    card: Slug
    version: Annotated[int, Meta(ge=1, le=9999)]
    trigger: Slug
    check_in: UUID | None
    shown_at: LocalTime
    did: Literal["shown", "called", "dismissed"]
    again: Annotated[list[LocalTime], Meta(max_length=50)] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        for at in (self.shown_at, *self.again):
            datetime.fromisoformat(at)

    @property
    def times(self) -> int:
        """How often the yes was given."""
        return 1 + len(self.again)

    @property
    def last_at(self) -> str:
        """When it was given last: local time with its UTC offset."""
        return self.again[-1] if self.again else self.shown_at


KINDS: dict[str, type[Body]] = {"safety": Safety}
