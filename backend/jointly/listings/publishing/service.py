"""Verbs of a publisher: the organisation's public side, what it runs, one date, and "still correct"."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID, uuid5

from jointly.content.activities import Activities
from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.listings.cards import When, when_of
from jointly.listings.dates.expanding import occurrences_of
from jointly.listings.giving_out.feeding import is_over
from jointly.listings.model import Organisation, Schedule, Service
from jointly.listings.publishing import bounds, reporting, units, writing
from jointly.listings.publishing.making import organisation_of, profile_of, said_of, service_of
from jointly.listings.publishing.schemas import ActivityChoice, Board, DateChange, Mine, NewListing, Profile
from jointly.listings.rules import Checked, freshness, is_asked
from jointly.listings.whereabouts.service import Whereabouts
from jointly.people import audit
from jointly.people.house import House
from jointly.people.vault import Session


async def board(house: House, *, session: Session, activities: Activities) -> Board:
    """Everything that the publisher's organisation publishes here."""
    now, who = clock.now(), _who(session)
    organisation, approved = await house.db.read(writing.named, session.organisation, **who)
    kept = await house.db.read(units.listings_of, organisation.id, **who)
    next_at = await house.db.read(reporting.next_dates, [one.service.id for one in kept], now, **who)
    reports = await house.db.read(reporting.open_reports, [one.service.id for one in kept], **who)
    return Board(
        organisation=organisation.id,
        name=organisation.name,
        profile=profile_of(organisation),
        approved=approved,
        listings=[_mine(one, next_at.get(one.service.id), reports.get(one.service.id, 0), now) for one in kept],
        activities=[ActivityChoice(id=one.id, label=one.label, group=one.group) for one in activities.facts.activities],
    )


async def keep_profile(house: House, *, session: Session, profile: Profile, activities: Activities) -> Board:
    """Says who the organisation is. Its listings say the same at once."""
    organisation, _ = await house.db.read(writing.named, session.organisation, **_who(session))
    made = organisation_of(organisation.id, organisation.name, profile)
    await _write(house, session, "said-who", units.keep_profile, made, clock.now())
    return await board(house, session=session, activities=activities)


async def put_listing(
    house: House, *, session: Session, id: UUID, said: NewListing, whereabouts: Whereabouts, activities: Activities
) -> Mine:
    """Publishes a listing, changes one, or keeps a draft of it. Saying it is also saying that it is right."""
    now = clock.now()
    bounds.check_runs(said.runs, now)
    found = await whereabouts.where(said.where.postcode) if said.where else None
    activity = activities.by_address.get(f"{activities.facts.scheme}#{said.activity}") if said.activity else None
    if said.activity and activity is None:
        raise Refusal(400, "no-such-activity")

    def make(by: Organisation, before: Sequence[Schedule]) -> Service:
        return service_of(
            said,
            id=id,
            by=by,
            now=now,
            spot=found and (found.lat, found.lon),
            located=found and found.by,
            activity=activity and activity.label,
            before=before,
        )

    action = "published" if said.published else "drafted"
    await _write(house, session, action, writing.put_listing, id, session.organisation, make, now, listing=id)
    await _tell(house, session, id)
    return await _one(house, session, id)


async def dates(house: House, *, session: Session, id: UUID) -> list[When]:
    """The dates of a listing that its publisher may change, also where nobody else is shown them yet."""
    kept, now = await _own(house, session, id), clock.now()
    said = await house.db.read(units.said_dates, id, now, **_who(session))
    found, _ = occurrences_of(id, kept.service.schedules, now=now, explicit=said.values())
    return [when_of(one) for one in found]


async def change_date(house: House, *, session: Session, id: UUID, change: DateChange) -> Mine:
    """Cancels or moves one date, or has it as the others again. 404 for a date that there is not."""
    now = clock.now()
    bounds.check_change(change, now)
    args = (id, session.organisation, change.start.astimezone(UTC), change, now)
    await _write(house, session, "changed-date", writing.change_date, *args, listing=id)
    await _tell(house, session, id)
    return await _one(house, session, id)


async def delete_listing(house: House, *, session: Session, id: UUID) -> None:
    """A listing is gone for good, with its dates, its contact and what was said about it."""
    args = (id, session.organisation, clock.now())
    await _write(house, session, "deleted-listing", writing.delete, *args, listing=id)
    await _tell(house, session, id)


async def confirm(house: House, *, session: Session, id: UUID) -> Mine:
    """Still correct: one tap. What had faded is fresh, and what was hidden for want of it is found again."""
    now = clock.now()
    await _write(house, session, "confirmed", writing.confirm, id, session.organisation, now, listing=id)
    return await _one(house, session, id)


async def take_back(house: House, *, session: Session, id: UUID, checked_at: datetime) -> Mine:
    """ "Still correct" was pressed by mistake. The time before comes from the phone, and is never a later one."""
    now = clock.now()
    args = (id, session.organisation, bounds.checked_before(checked_at, now), now)
    await _write(house, session, "took-confirmation-back", writing.take_back, *args, listing=id)
    return await _one(house, session, id)


async def _one(house: House, session: Session, id: UUID) -> Mine:
    now, who = clock.now(), _who(session)
    kept = await house.db.read(units.listing, id, **who)
    next_at = await house.db.read(reporting.next_dates, [id], now, **who)
    reports = await house.db.read(reporting.open_reports, [id], **who)
    return _mine(kept, next_at.get(id), reports.get(id, 0), now)


def _mine(kept: units.Kept, next_at: datetime | None, reports: int, now: datetime) -> Mine:
    checked = Checked(kept.checked_at or kept.service.changed_at, True, kept.runs_days)
    over = next_at is None and is_over(kept.service, now)
    return Mine(
        id=kept.service.id,
        said=said_of(kept.service),
        state=kept.state,
        freshness=freshness(checked, now),
        asked=kept.service.status == "active" and not over and is_asked(checked, now),
        over=over,
        checked_at=kept.checked_at,
        next_at=next_at,
        reports=reports,
    )


async def _own(house: House, session: Session, id: UUID) -> units.Kept:
    """The listing, when it is the publisher's own; a 404 for another's as for none: who drafts what is not told."""
    kept = await house.db.read(units.listing, id, **_who(session))
    if kept is None or kept.service.organisation.id != session.organisation:
        raise Refusal(404, "no-such-listing")
    return kept


async def _write(house: House, session: Session, action: str, unit, *args, listing: UUID | None = None) -> None:
    """Writes, with a note in the organisation's chain that names the listing, in one transaction."""
    event = audit.did(session, action, chain=session.organisation, subject=listing, count=1, purpose="publish")
    source = uuid5(house.service, "here")
    await house.db.run(
        _noted, house, event, source, clock.now(), unit, args, subject=session.organisation, **_who(session)
    )


async def _tell(house: House, session: Session, id: UUID) -> None:
    """Those who were going to what is there no more hear of it."""
    for told in house.after_listing_changed:
        await told(house, id, session.person)


def _noted(house: House, event: audit.Event, source: UUID, now: datetime, unit, args: tuple):
    yield from units.own_source(source, house.service, now)
    yield from unit(*args)
    yield from audit.note(house.audit_key, now, [event])


def _who(session: Session) -> dict:
    """On behalf of the publisher's organisation: PostgreSQL shows no other's rows."""
    return {"actor": session.person, "group": session.organisation, "purpose": "publish"}
