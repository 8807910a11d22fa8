"""Tables of the main database that this room owns."""

from piccolo.columns import UUID, BigInt, Bytea, Integer, Timestamptz, Varchar
from piccolo.table import Table


class Reminded(Table):
    """Somebody who is reminded of something, and how far their plan is made.

    `number` is the number of their feed from which it was made: a plan older than the record is made again before
    anything of it is told. `changed_at` is when the record first changed since. `next_at` is when there is something to
    do for them; whoever does it has them until `taken_until`. `sealed` is how they are told (`manner.Manner`), and
    `calendar` finds a private calendar. `stopped_at` is when they ended e-mails by the link in one.
    """

    person = UUID(primary_key=True, default=None)
    service = UUID(null=False, default=None)
    number = BigInt(null=False, default=-1)
    planned_at = Timestamptz(null=True, default=None)
    changed_at = Timestamptz(null=True, default=None)
    next_at = Timestamptz(null=True, default=None)
    taken_until = Timestamptz(null=True, default=None)
    sealed = Bytea(null=True, default=None)
    calendar = Bytea(null=True, default=None, unique=True)
    stopped_at = Timestamptz(null=True, default=None)


class Due(Table):
    """One slot that is due, made ahead; `id` is its key, so there is one however often it is planned.

    `state`: `waiting`, `told` (in `message`), `done` before it was told, `late` (nobody came while it was useful), or
    `dropped` (the channel of the last resort, the in-app list, has it too). `local` is the local time it belongs to.
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None)
    service = UUID(null=False, default=None)
    kind = Varchar(length=12, null=False, default=None)
    local = Varchar(length=32, null=False, default=None)
    at = Timestamptz(null=False, default=None)
    until = Timestamptz(null=False, default=None)
    state = Varchar(length=8, null=False, default="waiting")
    told_at = Timestamptz(null=True, default=None)
    telling = UUID(null=True, default=None)


class Message(Table):
    """One telling on its way by one channel: to one browser, one e-mail address, one number, or into the in-app list.

    `state`: `sending` until it is handed over (again at `next_at`), `sent`, `failed` (there is nobody at that address),
    `dead` (given up while it was useful no more, or after too many tries: an operator can read why in `fault`).
    `tries` is how often handing it over was begun.
    """

    id = UUID(primary_key=True, default=None)
    telling = UUID(null=False, default=None, index=True)
    person = UUID(null=False, default=None)
    service = UUID(null=False, default=None)
    channel = Varchar(length=8, null=False, default=None)
    device = UUID(null=True, default=None)
    kinds = Varchar(length=120, null=False, default=None)
    made_at = Timestamptz(null=False, default=None)
    until = Timestamptz(null=False, default=None)
    state = Varchar(length=8, null=False, default="sending")
    tries = Integer(null=False, default=0)
    next_at = Timestamptz(null=True, default=None)
    fault = Varchar(length=40, null=True, default=None)
    shown_at = Timestamptz(null=True, default=None)
    done_at = Timestamptz(null=True, default=None)
    later_at = Timestamptz(null=True, default=None)


class Subscription(Table):
    """Where one browser is pushed to: its endpoint and keys are sealed, for who has them can push.

    `mark` is a keyed digest of the endpoint: one browser has one row, whoever signs in on it.
    `key` is the id of our key that it was made with. `state` is `ok`, or `again` when the push service refused us and
    the browser has to subscribe anew. `reached_at` is when it last said that it showed something.
    """

    device = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None)
    sealed = Bytea(null=False, default=None)
    mark = Bytea(null=False, default=None, index=True)
    key = Varchar(length=16, null=False, default=None)
    state = Varchar(length=8, null=False, default="ok")
    made_at = Timestamptz(null=False, default=None)
    reached_at = Timestamptz(null=True, default=None)
