"""What an organisation said, as the one model, and back."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID, uuid5

from jointly.listings.model import Concept, Located, Organisation, Place, Price, Schedule, Service
from jointly.listings.publishing.schedules import runs_of, schedules_of
from jointly.listings.publishing.schemas import NewListing, Profile, Where

SCHEME = "https://openactive.io/activity-list"
OWN_GROUPS = "jointly:groups"
Spot = tuple[float, float]


def service_of(
    said: NewListing,
    *,
    id: UUID,
    by: Organisation,
    now: datetime,
    spot: Spot | None,
    located: Located | None = "outcode",
    activity: str | None,
    before: Sequence[Schedule] = (),
) -> Service:
    """The listing. `spot` is where its postcode is, about or, if so `located`, as well as a whole postcode tells;
    `activity` the label of its activity, `before` the schedules that it had."""
    prices = tuple(Price(pence=cost.pence, words=cost.words) for cost in said.costs)
    return Service(
        id=id,
        key=str(id),
        kind=said.kind,
        name=said.name,
        organisation=by,
        changed_at=now,
        checked_at=now,
        summary=said.summary,
        attendance=said.attendance,
        place=said.where and _place(said.where, id, spot, located),
        join_url=said.join_url,
        url=said.url,
        booking_url=said.booking_url,
        min_age=said.min_age,
        max_age=said.max_age,
        gender=said.gender,
        eligibility=said.eligibility,
        referral=said.referral,
        status="active" if said.published else "inactive",
        languages=tuple(said.languages),
        contact_name=said.contact,
        contact_phone=said.phone,
        contact_email=said.email,
        to_bring=said.to_bring,
        capacity=said.capacity,
        schedules=schedules_of(said.runs, id, before),
        prices=prices,
        activities=(Concept(label=activity, scheme=SCHEME, id=f"{SCHEME}#{said.activity}"),) if activity else (),
        topics=tuple(Concept(label=group, scheme=OWN_GROUPS, id=group) for group in said.groups),
        stated=dict(said.stated),
        conditions=tuple(said.conditions),
    )


def said_of(service: Service) -> NewListing:
    """What was said, read back from the listing."""
    activity = next((concept.id for concept in service.activities if concept.id), None)
    return NewListing(
        name=service.name,
        kind=service.kind,
        summary=service.summary or "",
        attendance=service.attendance,
        where=service.place and _where(service.place),
        join_url=service.join_url,
        runs=[runs_of(schedule) for schedule in service.schedules],
        costs=[{"pence": price.pence, "words": price.words} for price in service.prices],
        stated=dict(service.stated),
        conditions=list(service.conditions),
        groups=[concept.id for concept in service.topics if concept.scheme == OWN_GROUPS],
        activity=activity.rpartition("#")[2] if activity else None,
        referral=service.referral,
        eligibility=service.eligibility,
        to_bring=service.to_bring,
        capacity=service.capacity,
        min_age=service.min_age,
        max_age=service.max_age,
        gender=service.gender,
        languages=list(service.languages),
        contact=service.contact_name,
        phone=service.contact_phone,
        email=service.contact_email,
        url=service.url,
        booking_url=service.booking_url,
        published=service.status == "active",
    )


def organisation_of(id: UUID, name: str, profile: Profile) -> Organisation:
    """The organisation as its listings name it."""
    return Organisation(id=id, name=name, **profile.model_dump())


def profile_of(organisation: Organisation) -> Profile:
    """The public side, read back."""
    return Profile(**{name: getattr(organisation, name) for name in Profile.model_fields})


def _place(where: Where, listing: UUID, spot: Spot | None, located: Located | None) -> Place:
    lat, lon = spot or (None, None)
    return Place(
        id=uuid5(listing, f"place {where.name} {where.postcode}"),
        name=where.name,
        street=where.street,
        locality=where.town,
        postcode=where.postcode,
        access_note=where.access,
        lat=lat,
        lon=lon,
        located=located if spot else None,
    )


def _where(place: Place) -> Mapping[str, str | None]:
    return {
        "name": place.name,
        "street": place.street,
        "town": place.locality,
        "postcode": place.postcode,
        "access": place.access_note,
    }
