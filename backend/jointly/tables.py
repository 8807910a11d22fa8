"""Every table of the main database, in the order in which a copy of it is made."""

from piccolo.table import Table

from jointly.caseload.tables import ListView, Looked
from jointly.listings.tables import (
    Dated,
    Fault,
    FeedItem,
    Find,
    Listing,
    Publisher,
    Record,
    Report,
    Source,
    Word,
)
from jointly.listings.whereabouts.tables import PostcodeImport, Postcodes
from jointly.notices.tables import Notice
from jointly.people.tables import Attempts, Audit, Chain, Job, JoinCode, Organisation, Person, Seen, Service, Share
from jointly.prescribing.groups.tables import DateChange, DateSeen
from jointly.prescribing.tables import AnswerLink, Judged, Likeness, Prescription, Referral, Step, Task
from jointly.record.tables import Epoch, Feed, Push, Version
from jointly.reminders.tables import Due, Message, Reminded, Subscription
from jointly.reports.tables import Deprivation, DeprivationImport, Figure, Placed

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
    Looked,
    ListView,
    Publisher,
    Source,
    Record,
    Fault,
    Listing,
    Dated,
    Find,
    Word,
    Report,
    FeedItem,
    Postcodes,
    PostcodeImport,
    Referral,
    Prescription,
    Step,
    Task,
    AnswerLink,
    Likeness,
    Judged,
    DateChange,
    DateSeen,
    Notice,
    Reminded,
    Due,
    Message,
    Subscription,
    Figure,
    Placed,
    Deprivation,
    DeprivationImport,
)
