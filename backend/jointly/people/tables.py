"""Tables of the main database that this room owns."""

from piccolo.columns import UUID, BigInt, Bytea, Timestamptz, Varchar
from piccolo.table import Table


class Service(Table):
    """An organisation's use of Jointly. One is made at first start."""

    id = UUID(primary_key=True, default=None)
    made_at = Timestamptz(null=False, default=None)


class Person(Table):
    """Somebody with a record. `called` is sealed with their key; `role` is `patient` or `advisor`."""

    id = UUID(primary_key=True, default=None)
    service = UUID(null=False, default=None, index=True)
    role = Varchar(length=16, null=False, default=None)
    called = Bytea(null=True, default=None)
    joined_at = Timestamptz(null=True, default=None)
    """When they first opened their record; none while an advisor's code waits for them."""


class JoinCode(Table):
    """A code that opens a record. Only a keyed digest is kept.

    `kind`: `person` opens one record once; `service` opens a new adult record many times;
    `demonstration` opens a record many times and only under `jointly demo`.
    """

    digest = Bytea(primary_key=True, default=None)
    kind = Varchar(length=16, null=False, default=None)
    role = Varchar(length=16, null=False, default=None)
    service = UUID(null=False, default=None)
    person = UUID(null=True, default=None)
    made_by = UUID(null=True, default=None)
    made_at = Timestamptz(null=False, default=None)
    ends_at = Timestamptz(null=False, default=None)
    used_at = Timestamptz(null=True, default=None)
    used_by_device = UUID(null=True, default=None)


class Attempts(Table):
    """How often something was tried in a window of time, shared by all processes. No key names an address."""

    key = Varchar(length=80, primary_key=True, default=None)
    window = BigInt(null=False, default=None)
    """When the window ends, in seconds since 1970."""
    count = BigInt(null=False, default=0)
