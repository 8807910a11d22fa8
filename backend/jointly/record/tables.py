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


class Push(Table):
    """What the versions of one push share: who sent them from which device, and when they were received.

    `id` and `number` are those of the first version that was new in it. `by` is the actor, `person` the subject.
    `skew_seconds` is the device's clock minus ours, when that was wrong.
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None)
    number = BigInt(null=False, default=None)
    by = UUID(null=False, default=None)
    device = UUID(null=False, default=None)
    skew_seconds = BigInt(null=True, default=None)
    received_at = Timestamptz(null=False, default=None)


class Version(Table):
    """One version of one entry. Ids, kinds and times are in clear; the words and scores are sealed.

    `push` is the number of the push that brought it, `entry` the first version of its entry (none when it is that
    itself) and `sealed` is none when it deletes. `at` is the local time with its UTC offset as the phone wrote it, and
    `corrected_at` the instant that it should have said when the phone's clock was wrong. `how` is how it was written
    down: `self`, `carer`, `phone`, `paper` or `together`. Few and narrow columns: a diary is thousands of these rows.
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None)
    number = BigInt(null=False, default=None)
    push = BigInt(null=False, default=None)
    entry = UUID(null=True, default=None)
    previous = UUID(null=True, default=None)
    kind = Varchar(length=24, null=False, default=None)
    at = Varchar(length=32, null=False, default=None)
    zone = Varchar(length=40, null=False, default=None)
    corrected_at = Timestamptz(null=True, default=None)
    picked = Boolean(null=False, default=False)
    how = Varchar(length=8, null=False, default=None)
    sealed = Bytea(null=True, default=None)
