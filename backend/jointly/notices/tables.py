"""Tables of the main database that this room owns."""

from piccolo.columns import UUID, Timestamptz, Varchar
from piccolo.table import Table


class Notice(Table):
    """Something to tell one person. One of each kind about each step, however often it is written."""

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    """Whom it is for."""
    service = UUID(null=False, default=None)
    kind = Varchar(length=24, null=False, default=None)
    about = UUID(null=False, default=None)
    """A prescription, a referral or a listing, as its kind says."""
    subject = UUID(null=True, default=None)
    """Whose record it concerns, when it is for somebody of the staff."""
    at = Timestamptz(null=False, default=None)
    seen_at = Timestamptz(null=True, default=None)
    told_at = Timestamptz(null=True, default=None)
    """When reminders took it up, to tell it by other channels too; none while they have not."""
