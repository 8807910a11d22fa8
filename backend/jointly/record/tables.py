"""Tables of the main database that this room owns."""

from piccolo.columns import UUID, BigInt, Boolean, Bytea, Integer, Timestamptz, Varchar
from piccolo.table import Table


class Epoch(Table):
    """One row: the present life of this database."""

    id = Integer(primary_key=True, default=1)
    epoch = UUID(null=False, default=None)
    started_at = Timestamptz(null=False, default=None)


class Feed(Table):
    """One row a person: the last number issued, and the version of the grants under which it may be read.

    The grant of somebody who was erased is 0. Their row stays as a mark: nothing can be kept for them again.
    """

    person = UUID(primary_key=True, default=None)
    number = BigInt(null=False, default=0)
    grant = Integer(null=False, default=1, db_column_name="grant_version")


class Version(Table):
    """One version of one entry. Ids, kinds and times are in clear; the words and scores are sealed.

    `at` is the local time with its UTC offset as the phone wrote it; `happened_at` the same instant in UTC,
    corrected by `skew_seconds` when the phone's clock was wrong. `how` is how it was written down:
    `self`, `carer`, `phone` or `paper`. `by` is the actor, `person` the subject.
    """

    id = UUID(primary_key=True, default=None)
    entry = UUID(null=False, default=None)
    person = UUID(null=False, default=None)
    number = BigInt(null=False, default=None)
    previous = UUID(null=True, default=None)
    kind = Varchar(length=24, null=False, default=None)
    at = Varchar(length=32, null=False, default=None)
    zone = Varchar(length=40, null=False, default=None)
    happened_at = Timestamptz(null=False, default=None)
    picked = Boolean(null=False, default=False)
    how = Varchar(length=8, null=False, default=None)
    gone = Boolean(null=False, default=False)
    by = UUID(null=False, default=None)
    device = UUID(null=False, default=None)
    skew_seconds = BigInt(null=True, default=None)
    received_at = Timestamptz(null=False, default=None)
    digest = Bytea(null=False, default=None)
    sealed = Bytea(null=True, default=None)
