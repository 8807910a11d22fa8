"""Tables of the main database that this room owns. States, dates and owners are in clear; words are sealed."""

from piccolo.columns import UUID, Boolean, Bytea, Date, Integer, Timestamptz, Varchar
from piccolo.table import Table


class Referral(Table):
    """One episode of somebody with the service, and where it stands: see `rules.referral`.

    `owner` has it in hand: a member of staff, or the service's own id while nobody has taken it. `next_on` is when
    something is due next, none only when it is closed. `steps` counts its journal. `sealed` is how they were referred.
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None, index=True)
    source = Varchar(length=12, null=False, default=None)
    """`practice`, `agency`, `advisor` or `self`: who referred."""
    state = Varchar(length=12, null=False, default=None)
    owner = UUID(null=False, default=None)
    next_on = Date(null=True, default=None)
    received_at = Timestamptz(null=False, default=None)
    first_contact_at = Timestamptz(null=True, default=None)
    accepted_at = Timestamptz(null=True, default=None)
    closed_at = Timestamptz(null=True, default=None)
    outcome = Varchar(length=16, null=True, default=None)
    attempts = Integer(null=False, default=0)
    steps = Integer(null=False, default=0)
    sealed = Bytea(null=True, default=None)


class Prescription(Table):
    """One thing that was suggested to somebody, and where it stands: see `rules.prescription`.

    `kind` is `activity`, `programme`, `topic` or `check-in`; `thing` its listing, and empty for a slug: that is sealed.
    `organisation` runs an activity; none when it has no account here. `visits` counts the times they went. `sealed` is
    what was said with it.
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None, index=True)
    referral = UUID(null=True, default=None)
    organisation = UUID(null=True, default=None, index=True)
    kind = Varchar(length=12, null=False, default=None)
    thing = Varchar(length=80, null=False, default=None)
    state = Varchar(length=12, null=False, default=None)
    owner = UUID(null=False, default=None)
    next_on = Date(null=True, default=None)
    made_at = Timestamptz(null=False, default=None)
    sent_at = Timestamptz(null=True, default=None)
    answered_at = Timestamptz(null=True, default=None)
    """When the group first said anything."""
    first_at = Timestamptz(null=True, default=None)
    """The visit that is booked, or the first one that was made."""
    first_been_at = Timestamptz(null=True, default=None)
    last_been_at = Timestamptz(null=True, default=None)
    visits = Integer(null=False, default=0)
    missed = Integer(null=False, default=0)
    """Visits missed one after the other."""
    closed_at = Timestamptz(null=True, default=None)
    outcome = Varchar(length=16, null=True, default=None)
    steps = Integer(null=False, default=0)
    sealed = Bytea(null=True, default=None)


class Step(Table):
    """One thing that happened: to a referral, to a prescription, or to somebody's own page, whose id `about` is then.

    Its id is made where it is written, so that sending it again changes nothing. `side` says whose step it is, `by`
    who wrote it down, `previous` which step it says anew. Nothing changes a row.
    """

    id = UUID(primary_key=True, default=None)
    about = UUID(null=False, default=None, index=True)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None, index=True)
    number = Integer(null=False, default=None)
    """Counts from 1 for each `about`."""
    kind = Varchar(length=12, null=False, default=None)
    side = Varchar(length=8, null=False, default=None)
    by = UUID(null=False, default=None)
    at = Timestamptz(null=False, default=None)
    """When it happened."""
    received_at = Timestamptz(null=False, default=None)
    previous = UUID(null=True, default=None)
    sealed = Bytea(null=True, default=None)


class Task(Table):
    """Something a worker wants to do for somebody on a day."""

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None, index=True)
    owner = UUID(null=False, default=None)
    due_on = Date(null=False, default=None)
    made_at = Timestamptz(null=False, default=None)
    done_at = Timestamptz(null=True, default=None)
    sealed = Bytea(null=False, default=None)


class AnswerLink(Table):
    """A link with which a group without an account answers one prescription, once. Only a keyed digest is kept."""

    digest = Bytea(primary_key=True, default=None)
    prescription = UUID(null=False, default=None, index=True)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None)
    made_by = UUID(null=False, default=None)
    made_at = Timestamptz(null=False, default=None)
    ends_at = Timestamptz(null=False, default=None)
    used_at = Timestamptz(null=True, default=None)
    ended = Boolean(null=False, default=False)


class Judged(Table):
    """What a human said of somebody who arrived and of a person known here: the same, or not. Its id is made from the
    two and the referral, so that saying it again changes nothing.
    """

    id = UUID(primary_key=True, default=None)
    referral = UUID(null=False, default=None)
    arrived = UUID(null=False, default=None)
    person = UUID(null=False, default=None, index=True)
    """The one who was known."""
    service = UUID(null=False, default=None, index=True)
    same = Boolean(null=False, default=None)
    by = UUID(null=False, default=None)
    at = Timestamptz(null=False, default=None)


class Likeness(Table):
    """A keyed digest of something two records of one person would have in common: only for showing it to a human.

    `kind` is `nhs` (an NHS number) or `born` (birth date and family name).
    """

    id = UUID(primary_key=True, default=None)
    person = UUID(null=False, default=None, index=True)
    service = UUID(null=False, default=None)
    kind = Varchar(length=4, null=False, default=None)
    digest = Bytea(null=False, default=None, index=True)
