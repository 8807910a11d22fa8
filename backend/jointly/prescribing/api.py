"""The addresses of social prescribing: the team's, the groups' and a person's own."""

from uuid import UUID

from litestar import Router, get, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.people.guards import reader, signed_in
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing import service, stepping, tasks
from jointly.prescribing.schemas import (
    NewPrescription,
    NewReferral,
    NewStep,
    NewTask,
    Prescription,
    Referral,
    Support,
    Task,
)


@put("/referrals/{referral:uuid}", guards=[reader])
async def put_referral(
    referral: FromPath[UUID],
    data: JSONBody[NewReferral],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Referral:
    """Refers somebody who is known here and agreed to it."""
    return await service.refer(house, session=session, id=referral, new=data)


@put("/referrals/{referral:uuid}/steps/{step:uuid}", guards=[reader])
async def put_referral_step(
    referral: FromPath[UUID],
    step: FromPath[UUID],
    data: JSONBody[NewStep],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Support:
    """Something that happened in an episode: a conversation, an attempt, a signpost, its end."""
    person = await stepping.on_referral(house, session=session, referral=referral, id=step, new=data)
    return await service.support(house, session=session, person=person)


@get("/people/{person:uuid}/support", guards=[reader])
async def read_support(
    person: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> Support:
    """Somebody's social prescribing record: their page, episodes, suggestions and tasks."""
    return await service.support(house, session=session, person=person)


@put("/people/{person:uuid}/page/{step:uuid}", guards=[reader])
async def put_page_part(
    person: FromPath[UUID],
    step: FromPath[UUID],
    data: JSONBody[NewStep],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Support:
    """A part of somebody's page said anew. What two wrote at once is both kept."""
    await stepping.on_page(house, session=session, person=person, id=step, new=data)
    return await service.support(house, session=session, person=person)


@put("/prescriptions/{prescription:uuid}", guards=[reader])
async def put_prescription(
    prescription: FromPath[UUID],
    data: JSONBody[NewPrescription],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Prescription:
    """Suggests an activity, a programme, a topic or a check-in to somebody."""
    return await service.prescribe(house, session=session, id=prescription, new=data)


@put("/prescriptions/{prescription:uuid}/steps/{step:uuid}", guards=[signed_in])
async def put_prescription_step(
    prescription: FromPath[UUID],
    step: FromPath[UUID],
    data: JSONBody[NewStep],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Prescription:
    """Something that happened with a suggestion, by the team, by the group that was told, or by its person."""
    person = await stepping.on_prescription(house, session=session, prescription=prescription, id=step, new=data)
    return await service.one(house, session=session, prescription=prescription, person=person)


@put("/tasks/{task:uuid}", guards=[reader])
async def put_task(
    task: FromPath[UUID],
    data: JSONBody[NewTask],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Task:
    """A dated task for somebody, or a change of it."""
    return await tasks.put(house, session=session, id=task, new=data)


router = Router(
    path="/",
    route_handlers=[
        put_referral,
        put_referral_step,
        read_support,
        put_page_part,
        put_prescription,
        put_prescription_step,
        put_task,
    ],
    tags=["prescribing"],
)
