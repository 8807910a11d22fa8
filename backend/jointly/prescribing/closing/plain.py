"""The same for the person, in plain words: what we did together, what helped, what did not, what is next, who was told.

What was tried, what helped and what is asked of the person stand there as they were written, and `to_person` is
written for them: so whoever reviews the message reads this letter too. Risks, needs and safeguarding are not in it, for
it lies about at home, and others read it.
"""

from collections.abc import Iterable

from jointly.content.speaking import Speak
from jointly.prescribing.closing.letter import Block, Letter, Section, Text, day, day_of, number, points, quote, text
from jointly.prescribing.closing.model import ClosingMessage, Score, Tried
from jointly.prescribing.closing.sections.wording import word

_MET = {"goals-met", "part-met", "moved", "disengaged", "withdrawn", "other"}
"""Ends of an episode in which something may have been done together."""


def letter(message: ClosingMessage, speak: Speak) -> Letter | None:
    """The person's letter; none for somebody who has died."""
    if message.ending.outcome == "died":
        return None
    name = message.person.name.preferred or message.person.name.written
    said = {
        "words": text(message.to_person),
        "together": _together(message, speak),
        "helped": _helped(message, speak),
        "not-helped": _not_helped(message, speak),
        "numbers": tuple(Text(_score(one, speak)) for one in message.scores if one.last),
        "next": _next(message, speak),
        "told": _told(message, speak),
        "back": _back(message, speak),
    }
    sections = tuple(Section(key, speak(f"closing-you-{key}"), blocks) for key, blocks in said.items() if blocks)
    return Letter(
        title=speak("closing-you-title", name=name),
        author=message.author.service,
        foot=speak("closing-you-foot", date=day(day_of(message.written_at))),
        sections=sections,
    )


def _together(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    outcome = message.ending.outcome
    own = [block for words in message.presenting.own for block in quote(words)]
    why: tuple[Block, ...] = (Text(speak("closing-you-why")), *own) if own else ()
    met = sorted(day_of(one.at) for one in message.contacts if one.at)
    how = (speak("closing-you-met", times=len(met), first=day(met[0]), last=day(met[-1])),) if met else ()
    done = points(_done(one, speak) for one in message.tried if _is_tried(one))
    tried: tuple[Block, ...] = (Text(speak("closing-you-tried")), *done) if done else ()
    ended = () if outcome in _MET else (word(speak, f"closing-you-ended-{outcome}"),)
    return (*(Text(one) for one in (*ended, *how) if one), *why, *tried)


def _is_tried(one: Tried) -> bool:
    """Not what they said no to, nor what was taken back before they went, perhaps at once, as it was a slip. What was
    said of the support as a whole is no thing that somebody tries."""
    taken_back = one.outcome == "withdrawn" and not one.visits
    return one.outcome != "said-no" and one.kind != "other" and not taken_back


def _done(one: Tried, speak: Speak) -> str:
    what = f"{one.what}, {one.organisation}" if one.organisation else one.what
    return (
        speak("closing-you-went", what=what, times=one.visits) if one.visits else speak("closing-you-item", what=what)
    )


def _helped(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    said = [_with(one, one.what_helped, speak) for one in message.tried if one.went in {"yes", "partly"}]
    return points(said)


def _not_helped(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    found = points(_with(one, one.what_did_not, speak) for one in message.tried if one.went == "no" or one.what_did_not)
    return (Text(speak("closing-you-not-helped-fine")), *found) if found else ()


def _with(one: Tried, words: str, speak: Speak) -> str:
    return speak("closing-you-said", what=one.what, words=words) if words else speak("closing-you-item", what=one.what)


def _score(one: Score, speak: Speak) -> str:
    first, last = one.first, one.last
    # A number that was not asked for again says nothing of what changed: whoever asks leaves those out.
    began, ended, on = number(first.value) if first else "", number(last.value) if last else "", last and last.on
    numbers = speak("closing-you-number", name=one.name, first=began, last=ended, date=day(on))
    ends = one.lowest is not None and one.highest is not None
    scale = speak("closing-you-scale", lowest=number(one.lowest), highest=number(one.highest)) if ends else ""
    return " ".join(filter(None, (numbers, scale, word(speak, f"closing-you-better-{one.better}"), one.meaning)))


def _next(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    asked = points(one.person for one in message.plan)
    going = points(one.what for one in message.tried if one.outcome == "going-on")
    steps = points(_steps(message))
    places = points(one.to for one in message.signposts)
    parts = (
        (asked, "closing-you-next-asked"),
        (going, "closing-you-next-going"),
        (steps, "closing-you-next-steps"),
        (places, "closing-you-next-places"),
    )
    found = [block for blocks, id in parts if blocks for block in (Text(speak(id)), *blocks)]
    return tuple(found) or (Text(speak("closing-you-next-none")),)


def _steps(message: ClosingMessage) -> Iterable[str]:
    """What was agreed and is not done yet, of goals that nobody gave up."""
    goals = [goal for need in message.support.needs for goal in need.goals if goal.status != "stopped"]
    return ["; ".join(one.what) for goal in goals for one in goal.actions if one.status in {"planned", "doing", "part"}]


def _told(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    if not message.told:
        return (Text(speak("closing-you-told-nobody")),)
    return (Text(speak("closing-you-told-who")), *points(message.told), Text(speak("closing-you-told-more")))


def _back(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    who = ", ".join(filter(None, (message.author.name, message.author.service)))
    contact = (speak("closing-you-contact", who=who, contact=message.author.contact),) if message.author.contact else ()
    return (Text(speak("closing-you-back-words")), *(Text(one) for one in contact))
