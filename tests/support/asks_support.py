"""How the routes of social prescribing and of notices are asked for what is another's there."""

from collections.abc import Callable
from typing import Any

from support.ask import MANAGERS, READERS, Ask, Ids, ask
from support.supported import happened, referral_of, suggestion_for, task_for

Body = Callable[[Ids, Ids], dict[str, Any]]
NOTE = happened("note", words="Left a message.")
PART = happened("section", section="matters", words="Her garden")
SAY = happened("say", words="Is there a lift?", to="worker")

WHO = {"given_name": "Ann", "family_name": "Lee", "born_on": "1950-01-01", "phone": "07700 900123", "agreed": "asked"}
"""Somebody who is referred."""


def about(person: str, make: Callable[..., dict[str, Any]], **named: str) -> Body:
    """A body about the one whose id has that name, which names more of theirs."""
    return lambda ids, _own: make(ids[person], **{field: ids[of] for field, of in named.items()})


RUN_BY = {"organisation": "organisation", "thing": "listing"}
"""What an organisation runs."""
TWO = [
    ask(referral="episode", person="supportedperson", body={}, may=READERS),
    ask(referral="episode", person="shared", body={}, may=READERS),
    ask(referral="suggestion", person="shared", body={}),
    ask(referral="shared_episode", person="person", body={}, may=READERS),
    ask(referral="shared_episode", person="worker", body={}),
]
"""Two who may be the same: an episode of theirs, or somebody of theirs."""
SUPPORT: dict[str, list[Ask]] = {
    "PUT /api/referrals/{referral}": [
        ask(referral="fresh", body=about("supportedperson", referral_of), may=READERS),
        ask(referral="fresh", body=about("person", referral_of), may=READERS),
        ask(referral="fresh", body=about("worker", referral_of)),
        ask(referral="episode", body=about("shared", referral_of), refused=True),
    ],
    "PUT /api/referrals/{referral}/steps/{step}": [
        ask(referral="episode", step="fresh", body=NOTE, may=READERS),
        ask(referral="suggestion", step="fresh", body=NOTE),
        ask(referral="shared_episode", step="step", body=NOTE, refused=True),
        ask(
            referral="shared_episode",
            step="fresh",
            body=lambda ids, _: happened("take", owner=ids["worker"]),
            may=READERS,
        ),
        ask(referral="shared_episode", step="fresh", body=lambda ids, _: happened("take", owner=ids["person"])),
    ],
    "GET /api/people/{person}/support": [
        ask(person="supportedperson", may=READERS),
        ask(person="person"),
        ask(person="organisation"),
    ],
    "PUT /api/people/{person}/page/{step}": [
        ask(person="supportedperson", step="fresh", body=PART, may=READERS),
        ask(person="person", step="fresh", body=PART),
        ask(person="shared", step="pagestep", body=PART, refused=True),
    ],
    "PUT /api/prescriptions/{prescription}": [
        ask(prescription="fresh", body=about("supportedperson", suggestion_for, referral="episode"), may=READERS),
        ask(prescription="fresh", body=about("person", suggestion_for)),
        ask(prescription="fresh", body=about("shared", suggestion_for, referral="episode")),
        ask(prescription="fresh", body=about("shared", suggestion_for, **RUN_BY), may=READERS),
        ask(prescription="suggestion", body=about("shared", suggestion_for), refused=True),
    ],
    "PUT /api/prescriptions/{prescription}/steps/{step}": [
        ask(prescription="suggestion", step="fresh", body=SAY, may=READERS),
        ask(prescription="suggestion", step="askedstep", body=SAY, may=READERS),
        ask(prescription="episode", step="fresh", body=SAY),
        ask(prescription="shared_suggestion", step="askedstep", body=SAY, refused=True),
    ],
    "PUT /api/tasks/{task}": [
        ask(task="fresh", body=about("supportedperson", task_for), may=READERS),
        ask(task="fresh", body=about("person", task_for)),
        ask(task="task", body=about("shared", task_for), refused=True),
    ],
    "GET /api/referrals/mine": [ask()],
    "PUT /api/referrals/mine/{referral}": [ask(referral="episode", body={"agreed": True}, refused=True)],
    "GET /api/referrers": [ask(may=MANAGERS, seen={"referrer", "referrername"})],
    "POST /api/referrers": [ask(body={"source": "practice", "name": "Surgery"})],
    "DELETE /api/referrers/{referrer}": [ask(referrer="referrer", may=MANAGERS), ask(referrer="person")],
    "POST /api/refer/look": [ask(body={"code": "ABCD-EFGH"})],
    "POST /api/refer": [ask(body=lambda ids, _: {"code": "ABCD-EFGH", "id": ids["episode"], "who": WHO})],
    "GET /api/referrals/new": [ask()],
    "GET /api/referrals/new/count": [ask()],
    "PUT /api/referrals/new/{referral}": [
        ask(referral="episode", body={"source": "practice", "who": WHO}, may=READERS, refused=True)
    ],
    "PUT /api/referrals/{referral}/same-as/{person}": TWO,
    "PUT /api/referrals/{referral}/not-same-as/{person}": TWO,
    "GET /api/notices": [ask()],
    "PUT /api/notices/seen": [ask(body=lambda ids, _: {"ids": [ids["notice"]]})],
}
"""As `ASKS` of the rest. The team of the same service may reach whom it supports, and nobody else."""
