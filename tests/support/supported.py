"""Somebody whom the service supports, for tests of who may see it: an episode, a suggestion, a task and steps."""

from collections.abc import Mapping
from contextlib import AsyncExitStack
from typing import Any
from uuid import UUID, uuid4

from jointly.kit import clock
from jointly.kit.ids import uuid7
from support.phone import Phone, at_work, joined
from support.service import Service

WORDS = (
    "supported",
    "reason",
    "suggestionname",
    "suggestionwhy",
    "taskwords",
    "stepwords",
    "pagewords",
    "asked",
    "referrername",
    "viewname",
)
"""Fields with words of their own: what they are called, why they were referred, what was suggested and why, a task, a
step of the team's, a part of their page, what they asked about the suggestion, a practice that refers here, and what a
worker calls a way of looking at the list."""
TOLD = frozenset({"supported", "supportedperson"})
"""What lists of a service tell of somebody to its own team."""
LISTED_SUPPORT = frozenset({"episode", "suggestion", "suggestionname", "organisation", "organisation_name", "worker"})
"""And the list of those whom it supports, of why somebody should be looked at."""

LISTING = str(uuid4())
"""A listing that nobody published: what is suggested need not be found here any more."""


def happened(kind: str, **said: Any) -> dict[str, Any]:
    """A step that is taken now."""
    return {"kind": kind, "at": clock.now().isoformat()} | said


def referral_of(person: Any, reason: str = "Knee pain") -> dict[str, Any]:
    """A referral of `person`."""
    return {"person": person, "source": "practice", "details": {"reason": reason, "agreed": "asked"}}


def suggestion_for(person: Any, **said: Any) -> dict[str, Any]:
    """Something suggested to `person`."""
    return {"person": person, "kind": "activity", "thing": LISTING, "name": "Chair yoga"} | said


def task_for(person: Any, words: str = "Ring the hall") -> dict[str, Any]:
    """A task about `person`."""
    return {"person": person, "due_on": clock.now().date().isoformat(), "words": words}


async def refer(worker: Phone, person: str, reason: str = "Knee pain") -> str:
    """A new episode of `person`; gives its id."""
    return await _put(worker, "/api/referrals", str(uuid7()), referral_of(person, reason))


async def suggest(worker: Phone, person: str, **said: Any) -> str:
    """A new suggestion to `person`; gives its id."""
    return await _put(worker, "/api/prescriptions", str(uuid7()), suggestion_for(person, **said))


async def supported(
    service: Service, opened: AsyncExitStack, organisation: UUID, listing: str, words: Mapping[str, str]
) -> dict[str, str]:
    """Ids of somebody whom a service supports, who wrote back about a suggestion of a listing that its group was told
    of."""
    worker = await opened.enter_async_context(at_work(service, "link-worker"))
    person = await opened.enter_async_context(joined(service, called=words["supported"]))
    await opened.enter_async_context(at_work(service, "publisher", organisation=organisation))
    episode = await refer(worker, person.person, words["reason"])
    said = {"name": words["suggestionname"], "why": words["suggestionwhy"], "organisation": str(organisation)}
    said |= {"thing": listing}
    suggestion = await suggest(worker, person.person, referral=episode, **said)
    task, page = str(uuid4()), str(uuid7())
    await _put(worker, "/api/tasks", task, task_for(person.person, words["taskwords"]))
    part = happened("section", section="matters", words=words["pagewords"])
    await _put(worker, f"/api/people/{person.person}/page", page, part)
    note = happened("note", words=words["stepwords"])
    step = await _put(worker, f"/api/referrals/{episode}/steps", str(uuid7()), note)
    await _put(worker, f"/api/prescriptions/{suggestion}/steps", str(uuid7()), happened("send", agreed=True))
    ask = happened("ask", words=words["asked"])
    asked = await _put(person, f"/api/prescriptions/{suggestion}/steps", str(uuid7()), ask)
    view = {"view": {"name": words["viewname"], "filter": "overdue", "column": "order", "up": True}}
    seen_as = await _put(worker, "/api/caseload/views", str(uuid7()), view)
    [notice, *_] = (await worker.client.get("/api/notices")).json()
    lead = await opened.enter_async_context(at_work(service, "lead"))
    referrer = {"source": "practice", "name": words["referrername"]}
    made = (await lead.client.post("/api/referrers", json=referrer)).json()
    return {
        "referrer": made["id"],
        "view": seen_as,
        **{"supportedperson": person.person, "episode": episode, "suggestion": suggestion, "task": task, "step": step},
        **{"pagestep": page, "askedstep": asked, "notice": notice["id"], "worker": worker.person},
    }


async def _put(by: Phone, path: str, id: str, said: dict[str, Any]) -> str:
    answer = await by.client.put(f"{path}/{id}", json=said)
    assert answer.status_code == 200, answer.text
    return id
