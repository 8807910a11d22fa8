"""Every table of the main database, in the order in which a copy of it is made."""

from piccolo.table import Table

from jointly.people.tables import Attempts, Audit, Chain, Job, JoinCode, Organisation, Person, Seen, Service, Share
from jointly.record.tables import Epoch, Feed, Push, Version

TABLES: tuple[type[Table], ...] = (
    Service,
    Organisation,
    Person,
    JoinCode,
    Attempts,
    Share,
    Seen,
    Chain,
    Audit,
    Job,
    Epoch,
    Feed,
    Push,
    Version,
)
