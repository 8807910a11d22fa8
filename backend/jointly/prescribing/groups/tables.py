"""Tables of the main database: dates that people go to, and those that changed until they have been told."""

from piccolo.columns import UUID, Boolean, Timestamptz, Varchar
from piccolo.table import Table


class DateChange(Table):
    """A date that does not take place at `start` any more, or (`back`) does again after it did not.

    `now_at` is when it is instead, none when it is off. `by` changed it, with `words` that everybody reads. `done_at`
    is when those who were going had been told.
    """

    id = UUID(primary_key=True, default=None)
    listing = UUID(null=False, default=None, index=True)
    organisation = UUID(null=False, default=None)
    service = UUID(null=False, default=None, index=True)
    by = UUID(null=False, default=None)
    start = Timestamptz(null=False, default=None)
    now_at = Timestamptz(null=True, default=None)
    back = Boolean(null=False, default=False)
    words = Varchar(length=400, null=True, default=None)
    at = Timestamptz(null=False, default=None)
    done_at = Timestamptz(null=True, default=None)


class DateSeen(Table):
    """A date of a listing to which somebody may be going, as this service last saw it: what was there and is no more
    is told to them, whatever made it go.

    `original_start` names it for good. `start` is when it is, none when it is off. A `loose` one is none of the
    listing's own dates: somebody has booked a visit then, and it stands as long as the listing does. `source` and
    `organisation` are the listing's. Gone once it is past.
    """

    id = UUID(primary_key=True, default=None)
    listing = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None, index=True)
    source = UUID(null=False, default=None)
    organisation = UUID(null=False, default=None)
    original_start = Timestamptz(null=False, default=None)
    start = Timestamptz(null=True, default=None)
    loose = Boolean(null=False, default=False)
