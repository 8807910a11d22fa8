"""Where somebody stands, from their own entries: which pathway they are on, what they did on it, and which goals are
active. Reading, not deciding: what is due is `checkins.rules`, and the order of a list is `rules`.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple, TypeVar
from uuid import UUID

from jointly.caseload.rules import ORDER, Facts, Shown, is_listed
from jointly.caseload.support_rules import Supported
from jointly.checkins.rules import Standing, standing, windows_of
from jointly.checkins.schemas import CheckIn, OnPathway
from jointly.content.pathway_models import PathwayFacts
from jointly.plans.goals import Goal
from jointly.record.merged import Read
from jointly.safety.schemas import Safety


class Turn(NamedTuple):
    """One pathway of somebody's, where they stand on it (none when the content of this service has none such), and how
    many of its check-ins went by undone."""

    pathway: OnPathway
    standing: Standing | None
    missed: int = 0


class Person(NamedTuple):
    """What their entries say of one person, for one line; `goals` are those that are worked on."""

    turn: Turn | None
    last_check_in: date | None
    goals: list[Goal]
    shown: list[tuple[UUID, Safety, date]]

    def listed(self, looked: Mapping[UUID, int], today: date) -> list[tuple[UUID, Safety, date]]:
        """The showings that are on the list, newest first; `looked` says of a showing how often it had been shown when
        one of the team looked at it."""
        return [one for one in self.shown if is_listed(_shown(one, looked), today)]

    def facts(self, shared_on: date | None, looked: Mapping[UUID, int], supported: Supported) -> Facts:
        """The same, as the rules take it; `looked` as above."""
        return Facts(
            shared_on=shared_on,
            started=self.turn is not None,
            standing=self.turn and self.turn.standing,
            goals=tuple(self.goals),
            shown=tuple(_shown(one, looked) for one in self.shown),
            missed=self.turn.missed if self.turn else 0,
            supported=supported,
        )


def _shown(one: tuple[UUID, Safety, date], looked: Mapping[UUID, int]) -> Shown:
    entry, body, on = one
    return Shown(entry, body.card, on, looked.get(entry, 0) >= body.times)


def person_of(entries: Sequence[Read], pathways: Mapping[str, PathwayFacts], today: date) -> Person:
    """What a line says of these entries of one person."""
    done = [body.on for _, body in _of(entries, CheckIn) if body.state == "done"]
    cards = [(read.id, body, date.fromisoformat(body.last_at[:10])) for read, body in _of(entries, Safety)]
    return Person(
        turn=_turn(entries, pathways, today),
        last_check_in=max(done, default=None),
        goals=[body for _, body in _of(entries, Goal) if body.status == "active"],
        shown=sorted(cards, key=lambda one: (one[2], one[0]), reverse=True),
    )


def _turn(entries: Sequence[Read], pathways: Mapping[str, PathwayFacts], today: date) -> Turn | None:
    """Of the pathways somebody is on, the one whose contact comes first by the rules; the one that ended last when
    none runs. The latest start wins among equals."""
    every = sorted((body for _, body in _of(entries, OnPathway)), key=lambda body: body.started_on, reverse=True)
    running = [body for body in every if body.ended is None] or every[:1]
    turns = [Turn(body, *_standing(body, entries, pathways, today)) for body in running]
    return min(turns, key=_comes, default=None)


def _comes(turn: Turn) -> int:
    return ORDER.index(turn.standing.state if turn.standing else "other")


def _standing(
    on: OnPathway, entries: Sequence[Read], pathways: Mapping[str, PathwayFacts], today: date
) -> tuple[Standing | None, int]:
    facts = pathways.get(on.pathway)
    if facts is None:
        return None, 0
    again = min(
        (
            body.started_on
            for _, body in _of(entries, OnPathway)
            if body.pathway == on.pathway and body.started_on > on.started_on
        ),
        default=date.max,
    )
    done = {
        body.contact
        for _, body in _of(entries, CheckIn)
        if body.state == "done" and body.pathway == on.pathway and on.started_on <= body.on < again
    }
    windows = windows_of(facts, on.variant)
    at = standing(windows, started_on=on.started_on, ended=on.ended and on.ended.on, done=done, today=today)
    gone_by = [one for one in windows if on.started_on + timedelta(days=one.to_day) < today and one.contact not in done]
    return at, 0 if at.state == "finished" else len(gone_by)


Kind = TypeVar("Kind")


def _of(entries: Sequence[Read], kind: type[Kind]) -> list[tuple[Read, Kind]]:
    return [(entry, entry.body) for entry in entries if isinstance(entry.body, kind)]
