"""How it went: contacts, what was tried, details given, the end, and the words about it."""

from collections.abc import Iterable
from datetime import date, datetime

from jointly.content.speaking import Speak
from jointly.prescribing.closing import model as m
from jointly.prescribing.messages.lines import lines_of
from jointly.prescribing.messages.material import Material, Suggested
from jointly.prescribing.schemas import Step
from jointly.prescribing.stepping import today


def ending(material: Material) -> m.Ending:
    """The end, and whether they had said yes. An episode that was joined with another one has no message."""
    episode = material.episode
    closed_on = _day(episode.closed_at)
    outcome = episode.outcome or ""
    return m.Ending(
        outcome="" if outcome == "merged" else outcome,
        accepted_on=_day(episode.accepted_at),
        declined_on=closed_on if outcome == "declined" else None,
        closed_on=closed_on,
    )


def summary(material: Material) -> str:
    """What was said as it ended, and the plan as their page has it: the standard has no other place for its words."""
    closed = _last(material.episode.steps, "close")
    return "\n".join(filter(None, (closed and _words(closed, "words"), *lines_of(material.page, "plan"))))


def contacts(material: Material, speak: Speak) -> tuple[m.Contact, ...]:
    """Conversations. What was noted of them stays with the team: the summary says what others need."""
    return tuple(
        m.Contact(
            at=step.at,
            location=_words(step, "place"),
            seen_by=(step.called,) if step.called else (),
            kind=speak("closing-contact-minutes", minutes=int(minutes))
            if (minutes := step.said.get("minutes"))
            else "",
            method=_words(step, "method"),
            others=(others,) if (others := _words(step, "others")) else (),
        )
        for step in material.episode.steps
        if step.kind == "contact"
    )


def signposts(material: Material) -> tuple[m.Signpost, ...]:
    """Details that were given."""
    return tuple(
        m.Signpost(
            on=_day(step.at),
            to=_words(step, "name"),
            reason=m.Coded(text=words) if (words := _words(step, "words")) else None,
        )
        for step in material.episode.steps
        if step.kind == "signpost"
    )


def tried(material: Material, speak: Speak) -> tuple[m.Tried, ...]:
    """All that was suggested, whatever came of it; last, what was said of the support as a whole."""
    found = [_tried(one) for one in material.suggested]
    closed = _last(material.episode.steps, "close")
    helped, not_ = (_words(closed, name) if closed else "" for name in ("helped", "did_not_help"))
    if closed and (helped or not_):
        whole = m.Tried(id=closed.id, what=speak("closing-whole-support"), what_helped=helped, what_did_not=not_)
        found.append(whole)
    return tuple(found)


def _tried(one: Suggested) -> m.Tried:
    row, ended = one.row, _last(one.row.steps, "finish")
    return m.Tried(
        id=row.id,
        what=row.name or row.thing,
        kind=row.kind,
        organisation=one.organisation,
        referred_on=_day(one.sent_at),
        first_on=_day(one.first_been_at),
        last_on=_day(one.last_been_at),
        visits=row.visits,
        outcome=row.outcome or "",
        what_helped=_words(ended, "helped") if ended else "",
        what_did_not=_words(ended, "did_not_help") if ended else "",
    )


def _last(steps: Iterable[Step], kind: str) -> Step | None:
    return next((step for step in reversed(list(steps)) if step.kind == kind), None)


def _words(step: Step, name: str) -> str:
    return str(step.said.get(name, ""))


def _day(at: datetime | None) -> date | None:
    return today(at) if at else None
