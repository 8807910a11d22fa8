"""The places of Thornbeck, and what its organisations say is on there."""

from typing import NamedTuple

from jointly.listings.model import Attendance, Day, Kind

PLACES = {
    "Thornbeck Leisure Centre": ("Mill Lane", "LS29 0VV", 53.921, -1.802),
    "Thornbeck Library": ("Market Square", "LS29 0VM", 53.927, -1.822),
    "St Hild’s Hall": ("Church Row", "LS29 0VO", 53.935, -1.841),
    "Beckside Pool": ("Weir Road", "LS29 0VC", 53.912, -1.771),
    "Upper Thornbeck Village Hall": ("Moor End", "LS29 0VI", 53.967, -1.884),
}
"""By name: street, postcode, and degrees north and east."""


class Said(NamedTuple):
    """A listing as it is said. `by` names one of `listings.GROUPS`; `prices` are pence and words; `yes` and `no` are
    facets that are stated; `not_on` says why its next date does not take place, and `complaint` what somebody said of
    it."""

    by: str
    name: str
    kind: Kind
    summary: str
    place: str | None
    days: tuple[Day, ...]
    start: str
    end: str
    prices: tuple[tuple[int, str | None], ...] = ()
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    interval: int = 1
    weeks: tuple[int, ...] = ()
    attendance: Attendance = "in-person"
    referral: str | None = "self"
    gender: str | None = None
    min_age: int | None = None
    capacity: int | None = None
    to_bring: str | None = None
    access: str | None = None
    contact: str | None = None
    books: bool = False
    checked_days: int = 2
    not_on: str | None = None
    complaint: str | None = None


FREE = ((0, None),)
SAID = (
    Said(
        *("leisure", "Chair-based exercise", "activity"),
        "Gentle moves to music, all of them sitting down. Come as you are.\nThere is tea afterwards.",
        *("Thornbeck Leisure Centre", ("tue",), "10:30", "11:30", FREE),
        yes=("step-free", "accessible-toilet", "parking", "seated", "beginners", "met-at-door", "drop-in"),
        conditions=("hip", "knee", "osteoarthritis", "falls"),
        groups=("gentle-movement",),
        access="Level from the car park. The lift is to the left of the desk.",
        to_bring="Water, and shoes that do not slip.",
        capacity=20,
        checked_days=3,
    ),
    Said(
        *("leisure", "Tai chi for beginners", "activity"),
        "Slow, flowing moves. You can sit down whenever you like.",
        *("Thornbeck Leisure Centre", ("thu",), "14:00", "15:00", ((300, None),)),
        yes=("step-free", "seated", "beginners"),
        conditions=("falls", "long-term-pain"),
        groups=("gentle-movement",),
        books=True,
        checked_days=1,
    ),
    Said(
        *("leisure", "Exercise in warm water", "activity"),
        "The water is 32 degrees and comes up to your chest.",
        *("Beckside Pool", ("mon",), "13:00", "13:45", ((550, None), (350, "with a leisure card"))),
        yes=("step-free", "accessible-toilet", "parking"),
        no=("drop-in",),
        conditions=("hip", "knee", "back"),
        groups=("water",),
        access="There is a hoist, and a shallow slope into the pool.",
        to_bring="A swimming costume and a £1 coin for the locker.",
        capacity=12,
        books=True,
        checked_days=0,
    ),
    Said(
        *("leisure", "Strength and balance", "activity"),
        "Steady on your feet: 45 minutes, with a chair beside everybody.",
        *("Thornbeck Leisure Centre", ("mon", "thu"), "11:00", "11:45", ((300, None),)),
        yes=("step-free", "beginners"),
        conditions=("falls", "osteoporosis"),
        groups=("strength-and-balance",),
        min_age=50,
    ),
    Said(
        *("leisure", "Gentle Pilates", "activity"),
        "On mats. You need to be able to get down to the floor and up again.",
        *("St Hild’s Hall", ("fri",), "09:30", "10:30", ((400, None), (250, "if you get a benefit"))),
        yes=("beginners",),
        no=("seated", "step-free"),
        conditions=("back",),
        groups=("stretch",),
        books=True,
        checked_days=4,
    ),
    Said(
        *("leisure", "Back class after work", "activity"),
        "Eight weeks with an instructor who knows backs.",
        *("Upper Thornbeck Village Hall", ("wed",), "18:30", "19:30"),
        yes=("parking",),
        conditions=("back", "long-term-pain"),
        groups=("rehabilitation",),
        referral="professional",
        checked_days=5,
    ),
    Said(
        *("leisure", "Dance, sitting or standing", "activity"),
        "Songs that everybody knows. A partner is not needed.",
        *("Thornbeck Library", ("sat",), "11:00", "12:00", ((200, None),)),
        yes=("step-free", "seated", "beginners", "carers"),
        groups=("social",),
    ),
    Said(
        *("neighbours", "Pain café", "peer-support"),
        "Tea, cake and people who know what it is like. Say as much or as little as you want.",
        *("Thornbeck Library", ("tue",), "14:00", "15:30", FREE),
        interval=2,
        yes=("step-free", "accessible-toilet", "hearing-loop", "seated", "met-at-door", "carers", "drop-in", "quiet"),
        conditions=("long-term-pain", "fibromyalgia"),
        groups=("talking",),
        contact="Jo",
        access="Ring the bell at the side door, and Jo comes down.",
        checked_days=2,
        not_on="The library is shut for repairs.",
    ),
    Said(
        *("neighbours", "Beckside walk", "activity"),
        "About 2 miles by the river, at the pace of the slowest.",
        *("Beckside Pool", ("wed",), "10:00", "11:30", FREE),
        yes=("drop-in", "carers"),
        no=("step-free",),
        groups=("walking",),
        checked_days=1,
    ),
    Said(
        *("neighbours", "Hands and a chat", "peer-support"),
        "Knitting, cards and other things for sore hands. We share what helps.",
        *("St Hild’s Hall", ("fri",), "14:00", "16:00", FREE),
        yes=("seated", "drop-in", "beginners"),
        conditions=("hands", "inflammatory-arthritis", "osteoarthritis"),
        groups=("talking", "social"),
        checked_days=6,
        complaint="I came at 2 and the hall was dark.",
    ),
    Said(
        *("neighbours", "Living with fibromyalgia, from home", "peer-support"),
        "An evening by video call. You may keep your camera off.",
        *(None, ("wed",), "19:00", "20:00", FREE),
        weeks=(1,),
        attendance="online",
        yes=("seated", "beginners", "carers"),
        conditions=("fibromyalgia",),
        groups=("talking",),
        checked_days=8,
    ),
    Said(
        *("neighbours", "Help with forms", "service"),
        "Somebody sits down with you and goes through benefit forms.",
        *("Thornbeck Library", ("thu",), "10:00", "12:00", FREE),
        yes=("step-free", "seated", "drop-in"),
        groups=("advice",),
        referral="either",
        checked_days=30,
    ),
    Said(
        *("bench", "Stretch on the bench", "peer-support"),
        "A quarter of an hour of small stretches on a bench, and then a talk.",
        *("Thornbeck Library", ("mon",), "14:00", "15:00", FREE),
        yes=("step-free", "seated", "drop-in", "carers"),
        conditions=("back", "neck"),
        groups=("gentle-movement", "talking"),
    ),
)
