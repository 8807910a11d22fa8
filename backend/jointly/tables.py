"""Every table of the main database, in the order in which a copy of it is made."""

from piccolo.table import Table

from jointly.people.tables import Attempts, JoinCode, Person, Service
from jointly.record.tables import Epoch, Feed, Push, Version

TABLES: tuple[type[Table], ...] = (Service, Person, JoinCode, Attempts, Epoch, Feed, Push, Version)
