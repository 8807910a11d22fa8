"""Tables of the main database that this room owns."""

from piccolo.columns import UUID, Bytea, Integer, Timestamptz
from piccolo.table import Table


class Looked(Table):
    """One of the team looked at a care card that was shown to somebody: who was the first to say so, and when.

    `entry` is the showing's entry, `person` whose it is. `times` is how often the card had been shown by then: the row
    changes only when it was shown again and somebody looks again.
    """

    entry = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    by = UUID(null=False, default=None)
    at = Timestamptz(null=False, default=None)
    times = Integer(null=False, default=1)


class ListView(Table):
    """A way of looking at the list that a worker named. `sealed` is a `schemas.ListView`, with the worker's own key."""

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    """The worker whose it is."""
    made_at = Timestamptz(null=False, default=None)
    sealed = Bytea(null=False, default=None)
