"""Margaret, who is made up: her episode from the referral to its end, as a worker would have written it down."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from jointly.content import messages
from jointly.content.speaking import Speak
from jointly.prescribing.closing import model as m
from support.repository import ROOT


@pytest.fixture(scope="session")
def speak() -> Speak:
    return messages(ROOT / "content", "en")


def _id(number: int) -> UUID:
    return UUID(f"0199f000-0000-7000-8000-{number:012}")


JO = m.Worker(id=_id(3), name="Jo Park", role="Link worker", service="Moorside Link Workers", contact="0113 496 0001")
PRIYA = m.Worker(id=_id(4), name="Priya Rao", role="Senior link worker", service="Moorside Link Workers")
PERSON = m.Person(
    id=_id(2),
    name=m.Name(given=("Margaret", "Ann"), family=("Thwaite",), preferred="Maggie"),
    born_on=date(1951, 3, 14),
    pronoun="she, her",
    gender="Woman",
    sex="female",
    ethnicity="A",
    carer_status="Cares for her husband",
    nhs_number="9990000018",
    nhs_number_status="02",
    address=m.Address(lines=("3 Mill Row", "Moorside"), postcode="LS99 9ZZ", kind="home"),
    preferred_method="phone",
    phones=(m.Telecom(value="0113 496 0123", kind="home", preference=2), m.Telecom(value="07700 900123", preference=1)),
    emails=(m.Telecom(value="maggie@example.org"),),
    contacts=(m.RelevantContact(name="Alan Thwaite", relationship="Husband", details="0113 496 0123"),),
)
REFERRAL = m.Referral(
    on=date(2026, 2, 20),
    referrer=m.Referrer(
        name="Dr Sana Malik",
        service="General practice",
        organisation="Moorside Surgery",
        contact="moorside.surgery@example.org",
        role="GP",
    ),
    method="secure",
    reason="Knee pain; sees few people since she stopped work.",
    to="Moorside Link Workers",
    return_to="moorside.surgery@example.org",
)
PAIN = m.Score(
    slug="pain-nrs",
    version="1",
    key="average",
    instrument="Pain, 0 to 10",
    name="Pain on average",
    lowest=0,
    highest=10,
    better="lower",
    first=m.Reading(on=date(2026, 3, 3), value=7),
    last=m.Reading(on=date(2026, 8, 12), value=4),
    meaning="A change of 1 point or more is one that people notice.",
    source="Salaffi and others, 2004",
)
SATISFIED = m.Score(
    slug="ons4",
    version="1",
    key="satisfied",
    instrument="Personal wellbeing (ONS4)",
    name="Satisfied with life",
    lowest=0,
    highest=10,
    better="higher",
    first=m.Reading(on=date(2026, 3, 3), value=5),
    last=m.Reading(on=date(2026, 8, 12), value=7.5),
)
STANDS = m.Score(
    slug="chair-stand",
    version="1",
    key="stands",
    instrument="Chair stand, 30 seconds",
    name="Stands",
    unit="stands",
    better="higher",
    first=m.Reading(on=date(2026, 3, 3), value=8),
)
CHAIR = m.Tried(
    id=_id(21),
    what="Chair exercise on Tuesdays",
    kind="activity",
    organisation="Moorside Hall",
    referred_on=date(2026, 3, 10),
    first_on=date(2026, 3, 17),
    last_on=date(2026, 8, 4),
    visits=17,
    outcome="going-on",
    what_helped="Laughing with others; the stairs are easier.",
)
POOL = m.Tried(
    id=_id(22),
    what="Gentle swim",
    kind="activity",
    organisation="Moorside Baths",
    referred_on=date(2026, 4, 2),
    first_on=date(2026, 4, 9),
    last_on=date(2026, 4, 9),
    visits=1,
    outcome="stopped",
    what_did_not="The water was too cold for her hands.",
)
PACING = m.Tried(
    id=_id(23), what="Pacing", kind="topic", outcome="done", helped="partly", what_helped="A rest at noon."
)
CHOIR = m.Tried(id=_id(24), what="Choir", kind="activity", outcome="said-no")
SUPPORT = m.CarePlan(
    strengths=("Knows everybody on her street",),
    needs=(
        m.Need(
            need=m.Coded(text="Sees few people"),
            goals=(
                m.Goal(
                    goal="To have tea with friends each week",
                    importance=9,
                    status="done",
                    outcomes=("Tea after class on most Tuesdays",),
                    actions=(
                        m.Action(
                            what=("Stay for tea after class",),
                            who="Maggie",
                            when="2026-03",
                            strategies="Go with Pat",
                            status="done",
                            confidence=6,
                            review="2026-04",
                        ),
                        m.Action(what=("Ask Pat to the library",), who="Maggie", status="planned", confidence=0),
                    ),
                ),
            ),
        ),
    ),
    agreed_with="Maggie",
    updated_on=date(2026, 8, 12),
    responsible="Jo Park",
)
MESSAGE = m.ClosingMessage(
    id=_id(1),
    episode=_id(5),
    written_at=datetime(2026, 8, 14, 9, 30, tzinfo=UTC),
    author=JO,
    person=PERSON,
    plan=(
        m.RequestedAction(
            professionals="Please look at her painkillers again; she takes them less.",
            person="Go on with chair exercise.",
            agreed="She will ask at the surgery in September.",
        ),
    ),
    practices=(m.Practice(code="Y12345", gp="Dr Sana Malik", details="Moorside Surgery, 1 High Street"),),
    referrals=(REFERRAL,),
    ending=m.Ending(outcome="goals-met", accepted_on=date(2026, 3, 3), closed_on=date(2026, 8, 14)),
    summary="6 months of support.\nShe goes out each week.",
    impact="She goes up the stairs without stopping, and sees friends each week.",
    scores=(PAIN, SATISFIED, STANDS),
    tried=(CHAIR, POOL, PACING, CHOIR),
    signposts=(m.Signpost(on=date(2026, 5, 6), to="Citizens Advice, 0800 144 8848", reason=m.Coded(text="Benefits")),),
    presenting=m.Presenting(
        referrer=(m.Coded(text="Loneliness with osteoarthritis of the knee"),), own=("I miss having a laugh.",)
    ),
    support=SUPPORT,
    risks=m.Risks(none_known=True, reviewed_on=date(2026, 8, 12)),
    contacts=(
        m.Contact(
            at=datetime(2026, 3, 3, 14, tzinfo=UTC), seen_by=("Jo Park",), method="home", outcome="Said yes to support"
        ),
        m.Contact(at=datetime(2026, 8, 12, 11, 0, tzinfo=UTC), seen_by=("Jo Park",), method="phone", kind="Review"),
    ),
    about_me=m.AboutMe(most_important="My husband, and a good laugh.", communicate="Speak up: my left ear is poor."),
    requirements=m.Requirements(adjustments=(m.Coded(text="Large print"),)),
    social=m.SocialContext(household="Lives with her husband", accommodation="House with stairs"),
    consent="Agreed on 3 March 2026 that her surgery gets this message.",
    safeguarding=m.Safeguarding(concerns=(m.Concern(comment="Husband shouts at night"),)),
    to_person="You came a long way, Maggie. We enjoyed it too.",
    told=("Dr Sana Malik, Moorside Surgery",),
    review=m.Review(by=PRIYA, at=datetime(2026, 8, 14, 15, tzinfo=UTC)),
)


@pytest.fixture(scope="session")
def message() -> m.ClosingMessage:
    """Margaret's message, checked by hand."""
    return MESSAGE


@pytest.fixture(scope="session")
def changed() -> Callable[..., m.ClosingMessage]:
    """Margaret's message with some of it otherwise."""
    return lambda **others: replace(MESSAGE, **others)


HOSTILE = [
    '#read("/etc/passwd")',
    '#import "@preview/cetz:0.3.0": *',
    "*bold* _it_ `raw` $x^2$ = Heading\n= Heading\n- list + [x] <label> @ref // gone /* gone */",
    '\\ \\u{1F600} ]#panic(1)[ #eval("1") {{ }} ${x} %s',
    "</div><script>alert(1)</script>&lt;b&gt; ]]> <!-- <img src=x onerror=alert(1)>",
    "שלום Pat, العربية and 你好",
    "🙂 👩🏽‍🦽 ❤️ 🇬🇧",
    "nul\x00 bell\x07 tab\there \u202eevil\u202c \u2028line \ud800 \ufeff",
    'O\'Brien "quoted" & 5 < 6 > 4 — “so” ½ ñ ŵ ẑ',
]


@pytest.fixture(params=HOSTILE, ids=range(len(HOSTILE)))
def hostile(request: pytest.FixtureRequest) -> str:
    """Words that are markup somewhere, or that no document can hold."""
    return request.param
