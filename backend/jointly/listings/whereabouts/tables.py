"""Tables of an operator's own postcodes. Nothing in them belongs to anybody."""

from piccolo.columns import Bytea, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table


class Postcodes(Table):
    """All postcodes of one outcode: `body` is what `packed` makes of them."""

    outcode = Varchar(length=4, primary_key=True, default=None)
    body = Bytea(null=False, default=None)


class PostcodeImport(Table):
    """What they were taken from, one row or none: `body` is an `importing.Tally`, as JSON."""

    id = SmallInt(primary_key=True, default=None)
    body = Text(null=False, default=None)
    taken_at = Timestamptz(null=False, default=None)
