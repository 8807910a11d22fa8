"""Tables of the main database that this room owns."""

from piccolo.columns import UUID, BigInt, Boolean, Bytea, Text, Timestamptz, Varchar
from piccolo.table import Table


class Service(Table):
    """An organisation's use of Jointly. One is made at first start. `settings` is JSON: see `people.setup`."""

    id = UUID(primary_key=True, default=None)
    made_at = Timestamptz(null=False, default=None)
    settings = Text(null=False, default="{}")


class Organisation(Table):
    """A leisure centre or a patient organisation that works with a service. `ended_at` closes it."""

    id = UUID(primary_key=True, default=None)
    service = UUID(null=False, default=None, index=True)
    name = Varchar(length=80, null=False, default=None)
    made_at = Timestamptz(null=False, default=None)
    ended_at = Timestamptz(null=True, default=None)


class Person(Table):
    """Somebody with an account. `called` is sealed with their key; `role` is one of `schemas.Role`."""

    id = UUID(primary_key=True, default=None)
    service = UUID(null=False, default=None, index=True)
    organisation = UUID(null=True, default=None)
    """Of a publisher: theirs."""
    role = Varchar(length=16, null=False, default=None)
    called = Bytea(null=True, default=None)
    joined_at = Timestamptz(null=True, default=None)
    """When they first opened their record; none while a code or an invitation waits for them."""


class JoinCode(Table):
    """A code that opens something. Only a keyed digest is kept.

    `kind`: `person` opens one record once (again, or on another device); `service` opens a new adult record many times;
    `invitation` lets one member of staff make their passkey; `carer` gives a share to whoever uses it;
    `demonstration` opens a record many times and only under `jointly demo`; `referrer` opens the form with which a
    practice or an agency refers people, many times: `role` is its source then, and `name` what it is called.
    """

    digest = Bytea(primary_key=True, default=None)
    kind = Varchar(length=16, null=False, default=None)
    role = Varchar(length=16, null=False, default=None)
    service = UUID(null=False, default=None)
    person = UUID(null=True, default=None)
    share = UUID(null=True, default=None)
    """Of a carer's code: the share it gives."""
    made_by = UUID(null=True, default=None)
    made_at = Timestamptz(null=False, default=None)
    ends_at = Timestamptz(null=False, default=None)
    used_at = Timestamptz(null=True, default=None)
    used_by_device = UUID(null=True, default=None)
    name = Varchar(length=80, null=True, default=None)
    """Of a referrer's code made before names were sealed: whose it is. It is sealed when a house is opened."""
    sealed = Bytea(null=True, default=None)
    """Of a referrer's code: whose it is, sealed with the service's key."""


class Attempts(Table):
    """How often something was tried in a window of time, shared by all processes. No key names an address."""

    key = Varchar(length=80, primary_key=True, default=None)
    window = BigInt(null=False, default=None)
    """When the window ends, in seconds since 1970."""
    count = BigInt(null=False, default=0)


class Share(Table):
    """What somebody lets others see: the consent that every read of another's record is decided by.

    `with_kind` is `person` (a carer or one member of staff), `service` (its advisors and link workers), `organisation`,
    or `emergency` (a member of staff who broke the glass). `with_id` is none until a carer used their code.
    `scopes` are words of `rules.SCOPES`, parted by spaces. `why` and `called` (what the giver calls a carer) are
    sealed with the giver's key.
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    with_kind = Varchar(length=16, null=False, default=None)
    with_id = UUID(null=True, default=None, index=True)
    scopes = Varchar(length=160, null=False, default=None)
    may_write = Boolean(null=False, default=False)
    why = Bytea(null=True, default=None)
    called = Bytea(null=True, default=None)
    given_by = UUID(null=False, default=None)
    given_at = Timestamptz(null=False, default=None)
    ends_at = Timestamptz(null=True, default=None)
    ended_at = Timestamptz(null=True, default=None)


class Seen(Table):
    """How far one reader opened somebody's diary: what it had of `scopes` up to feed number `number`, last at `at`."""

    id = UUID(primary_key=True, default=None)
    """Made from person, reader and scopes, so that there is one row of each."""
    person = UUID(null=False, default=None, index=True)
    by = UUID(null=False, default=None)
    scopes = Varchar(length=160, null=False, default=None)
    number = BigInt(null=False, default=None)
    at = Timestamptz(null=False, default=None)


class Chain(Table):
    """The head of one chain of audit rows. `id` is a person's, a service's or an organisation's."""

    id = UUID(primary_key=True, default=None)
    number = BigInt(null=False, default=None)
    hash = Bytea(null=False, default=None)


class Audit(Table):
    """One thing done, in one chain. Nothing changes or deletes a row, and none has a word that a person wrote.

    `hash` is made from the hash before and all the other columns (see `people.audit`). `actor` is none for the operator
    and for jobs, `role` then says which. `what` are scopes, kinds or a setting's name; `count` is how many.
    """

    id = UUID(primary_key=True, default=None)
    chain = UUID(null=False, default=None)
    number = BigInt(null=False, default=None)
    at = Timestamptz(null=False, default=None)
    actor = UUID(null=True, default=None)
    role = Varchar(length=16, null=False, default=None)
    device = UUID(null=True, default=None)
    subject = UUID(null=True, default=None)
    action = Varchar(length=32, null=False, default=None)
    what = Varchar(length=160, null=False, default=None)
    count = BigInt(null=False, default=0)
    purpose = Varchar(length=40, null=False, default=None)
    hash = Bytea(null=False, default=None)


class Job(Table):
    """When a scheduled job last ran, and until when a process that runs it now may take. See `kit.jobs`."""

    name = Varchar(length=40, primary_key=True, default=None)
    ran_at = Timestamptz(null=True, default=None)
    taken_until = Timestamptz(null=True, default=None)
