"""Tables of the main database that this room owns. Nothing in them belongs to a patient."""

from piccolo.columns import UUID, BigInt, Boolean, Date, DoublePrecision, Integer, SmallInt, Text, Timestamptz, Varchar
from piccolo.table import Table


class Source(Table):
    """Where listings come from, and how far it has been read.

    `kind` is rpde, oruk1, oruk3, ical or here (published in this service; there is one). Feeds of one `dataset` refer
    to each other's items. `cursor` is the address to ask next, exactly as the source gave it. `state` is one of
    `taking_in.states.STATES`. `run` counts walks from the first page: a record with an older run after a whole walk is
    gone. Nothing here is ever deleted because a source is down.
    """

    id = UUID(primary_key=True, default=None)
    kind = Varchar(length=8, null=False, default=None)
    url = Text(null=False, default=None)
    dataset = UUID(null=False, default=None, index=True)
    name = Varchar(length=200, null=False, default="")
    publisher = Varchar(length=200, null=False, default="")
    publisher_url = Text(null=True, default=None)
    licence = Text(null=True, default=None)
    added_at = Timestamptz(null=False, default=None)
    state = Varchar(length=12, null=False, default="new")
    cursor = Text(null=True, default=None)
    run = Integer(null=False, default=1)
    run_began_at = Timestamptz(null=True, default=None)
    up_to_date_at = Timestamptz(null=True, default=None)
    asked_at = Timestamptz(null=True, default=None)
    ask_again_at = Timestamptz(null=True, default=None)
    fails = Integer(null=False, default=0)
    etag = Text(null=True, default=None)
    last_modified = Text(null=True, default=None)
    pages = BigInt(null=False, default=0)
    items = BigInt(null=False, default=0)
    expected = BigInt(null=True, default=None)
    stopped_at = Timestamptz(null=True, default=None)


class Record(Table):
    """One item of a source, as it came: what is derived can be derived again. A tombstone is a row without `data`.

    `key` is the source's id of the item and `data_id` the id inside its data, which others refer to with `parent`.
    `modified` is kept as it came, and as a number where it is one. `run` is the walk that saw it last, and below zero
    when that one saw only an older copy. `work` is what is to be done: derive, or nothing (done). `outcome` is used,
    waiting (for its parent), skipped, refused or gone.
    """

    id = UUID(primary_key=True, default=None)
    source = UUID(null=False, default=None)
    key = Text(null=False, default=None)
    kind = Varchar(length=40, null=False, default="")
    modified = Text(null=False, default="")
    modified_number = BigInt(null=True, default=None)
    gone = Boolean(null=False, default=False)
    data = Text(null=True, default=None)
    data_id = Text(null=True, default=None)
    parent = Text(null=True, default=None)
    run = Integer(null=False, default=1)
    first_seen_at = Timestamptz(null=False, default=None)
    seen_at = Timestamptz(null=False, default=None)
    work = SmallInt(null=False, default=1)
    outcome = Varchar(length=8, null=False, default="")


class Fault(Table):
    """A problem of one item, or of a source as a whole when `item` is empty; the same one is one row, with a count."""

    id = UUID(primary_key=True, default=None)
    source = UUID(null=False, default=None, index=True)
    record = UUID(null=True, default=None, index=True)
    code = Varchar(length=40, null=False, default=None)
    item = Text(null=False, default="")
    found = Varchar(length=200, null=False, default="")
    count = BigInt(null=False, default=1)
    first_at = Timestamptz(null=False, default=None)
    last_at = Timestamptz(null=False, default=None)


class Listing(Table):
    """A service that people can find: `body` is a `model.Service`; the other columns are what is asked for.

    `card` is what phones are given of it (`cards.Card`), made when it changes and when one of its dates has passed.

    `state` is shown, waiting (its organisation is not approved), hidden (by its publisher, or nobody confirmed it),
    unread (its source has not been read for weeks), cancelled or gone. `changed_number` rises with every
    change, in the order of commits, and feeds out follow it. `runs_days` is how often it runs, in days: "still
    correct?" is asked as often.
    """

    id = UUID(primary_key=True, default=None)
    source = UUID(null=False, default=None, index=True)
    organisation = UUID(null=False, default=None, index=True)
    kind = Varchar(length=12, null=False, default=None)
    name = Varchar(length=200, null=False, default=None)
    state = Varchar(length=9, null=False, default="shown")
    body = Text(null=False, default=None)
    card = Text(null=False, default=None)
    made_at = Timestamptz(null=False, default=None)
    changed_at = Timestamptz(null=False, default=None)
    checked_at = Timestamptz(null=True, default=None)
    checked_by = Varchar(length=9, null=True, default=None)
    runs_days = SmallInt(null=False, default=7)
    expanded_until = Date(null=True, default=None)


class Dated(Table):
    """One date of a listing: `body` is a `model.Occurrence`, the other columns repeat what is asked for."""

    id = UUID(primary_key=True, default=None)
    listing = UUID(null=False, default=None)
    original_start = Timestamptz(null=False, default=None)
    start = Timestamptz(null=False, default=None)
    status = Varchar(length=9, null=False, default="scheduled")
    explicit = Boolean(null=False, default=False)
    body = Text(null=False, default=None)


class Find(Table):
    """What searches read: one row for each listing, weekday, start and place. Derived, and thrown away at will.

    `day` is 0 (Monday) to 6, or 7 for something without days. `lat` and `lon` are null for what is online only.
    `facets` are the bits of `facets.BIT`. `minute` of the day is on the clock in London, null without one; `next_at` is
    the start of the next date in Unix seconds, null when there is none. `words` is what typed words are looked for in.
    """

    id = UUID(primary_key=True, default=None)
    listing = UUID(null=False, default=None, index=True)
    day = SmallInt(null=False, default=None)
    lat = DoublePrecision(null=True, default=None)
    lon = DoublePrecision(null=True, default=None)
    facets = BigInt(null=False, default=0)
    minute = SmallInt(null=True, default=None)
    next_at = BigInt(null=True, default=None)
    words = Text(null=False, default="")


class Word(Table):
    """A word that some listing has, for forgiving typing mistakes; `count` is how many had it when last counted."""

    word = Varchar(length=40, primary_key=True, default=None)
    count = BigInt(null=False, default=1)


class Publisher(Table):
    """The public side of an organisation that publishes here: `body` is a `model.Organisation`."""

    organisation = UUID(primary_key=True, default=None)
    body = Text(null=False, default=None)
    changed_at = Timestamptz(null=False, default=None)
    approved_at = Timestamptz(null=True, default=None)
    approved_by = UUID(null=True, default=None)


class Report(Table):
    """Somebody says that a listing was wrong. `staff` is who of the team it was; of the public nothing is kept."""

    id = UUID(primary_key=True, default=None)
    listing = UUID(null=False, default=None, index=True)
    what = Varchar(length=12, null=False, default=None)
    happened_on = Date(null=True, default=None)
    words = Varchar(length=500, null=True, default=None)
    staff = UUID(null=True, default=None)
    made_at = Timestamptz(null=False, default=None)
    answered_at = Timestamptz(null=True, default=None)
    answer = Varchar(length=12, null=True, default=None)


class FeedItem(Table):
    """An item of a feed that this service gives out (RPDE): its latest state, at its latest place in the order."""

    id = UUID(primary_key=True, default=None)
    feed = Varchar(length=20, null=False, default=None)
    item = Text(null=False, default=None)
    modified = BigInt(null=False, default=None)
    gone = Boolean(null=False, default=False)
    body = Text(null=True, default=None)
