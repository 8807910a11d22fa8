"""Tables of the main database that this room owns."""

from piccolo.columns import UUID, Bytea, Date, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table


class Figure(Table):
    """One figure of a quarter that begins on `quarter`: `body` is a `counting.Counted`, as JSON. It is written once."""

    id = UUID(primary_key=True, default=None)
    """Made from service, quarter and name, so that there is one of each."""
    service = UUID(null=False, default=None, index=True)
    quarter = Date(null=False, default=None)
    name = Varchar(length=16, null=False, default=None)
    body = Text(null=False, default=None)
    counted_at = Timestamptz(null=False, default=None)


class Placed(Table):
    """In which categories a referral was counted first, while later figures of its quarter are still to come: who is in
    two figures is in one category. Sealed with the person's key, and gone with the last figure or with the person."""

    referral = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None)
    quarter = Date(null=False, default=None)
    sealed = Bytea(null=False, default=None)


class Deprivation(Table):
    """Deciles of deprivation of the postcodes of one outcode: `body` is what `deprivation.packed` makes of them."""

    outcode = Varchar(length=4, primary_key=True, default=None)
    body = Bytea(null=False, default=None)


class DeprivationImport(Table):
    """What they were taken from, one row or none: `body` is a `deprivation.importing.Tally`, as JSON."""

    id = SmallInt(primary_key=True, default=None)
    body = Text(null=False, default=None)
    taken_at = Timestamptz(null=False, default=None)
