"""Why somebody came, the care and support plan, the risks, and what else has to be known."""

from collections.abc import Iterable, Sequence

from jointly.content.speaking import Speak
from jointly.prescribing.closing.letter import Block, Text, Under, facts, month, points, quote, table, text
from jointly.prescribing.closing.model import Action, ClosingMessage, Goal
from jointly.prescribing.closing.sections.wording import label, pairs, word, written

LEAST_CONFIDENCE = 1
"""PRSB counts confidence from 1 to 10, we from 0."""


def presenting(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """The referrer's view and the person's own words, each under its own heading."""
    one = message.presenting
    seen = points(map(written, one.referrer))
    own = [part for words in one.own for part in quote(words)]
    return (
        *((Under(speak("closing-view-referrer")), *seen) if seen else ()),
        *((Under(speak("closing-view-own")), *own) if own else ()),
    )


def plan(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Strengths, then each need with its goals, and each goal with what was agreed for it."""
    one = message.support
    found: list[Block] = []
    if strengths := points(one.strengths):
        found += [Under(speak("closing-strengths")), *strengths]
    for need in one.needs:
        found.append(Under(speak("closing-need", need=written(need.need))))
        for goal in need.goals:
            found += _goal(goal, speak)
    names = ("agreed_with", "funding", "updated_on", "next_review_on", "responsible", "other_documents")
    found += facts(pairs(speak, one, *names))
    return tuple(found) or (Text(speak("closing-support-none")),)


def _goal(goal: Goal, speak: Speak) -> Iterable[Block]:
    importance = "" if goal.importance is None else speak("closing-of-10", number=goal.importance)
    yield from facts(
        [
            (label(speak, "goal"), goal.goal),
            (label(speak, "importance"), importance),
            (label(speak, "status"), word(speak, f"closing-goal-{goal.status}")),
            (label(speak, "outcomes"), written(goal.outcomes)),
        ]
    )
    header = [label(speak, name) for name in ("action", "who", "when", "action_status", "confidence", "action_review")]
    yield from table(speak("closing-actions", goal=goal.goal), header, [_action(one, speak) for one in goal.actions])


def _action(one: Action, speak: Speak) -> Sequence[str]:
    said = [written(one.what), one.strategies, written(one.stages)]
    return (
        "; ".join(filter(None, said)),
        one.who,
        month(one.when),
        word(speak, f"closing-action-{one.status}"),
        confidence(one, speak),
        month(one.review),
    )


def confidence(one: Action, speak: Speak) -> str:
    """Out of 10; where it was 0 it leaves as 1, and says so."""
    if one.confidence is None:
        return ""
    if one.confidence < LEAST_CONFIDENCE:
        return speak("closing-confidence-0", number=LEAST_CONFIDENCE)
    return speak("closing-of-10", number=one.confidence)


def risks(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Each risk; or that none is known, which somebody said; or that nobody has said either."""
    one = message.risks
    header = [label(speak, name) for name in ("risk", "start", "end", "comment")]
    rows = [(written(each.risk), written(each.start), written(each.end), each.comment) for each in one.known]
    found: tuple[Block, ...] = table(speak("closing-part-risks"), header, rows)
    if not found:
        found = (Text(speak("closing-risks-none") if one.none_known else speak("closing-risks-not-said")),)
    return (*found, *facts(pairs(speak, one, "reviewed_on")))


def requirements(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """What has to be done differently."""
    return facts(pairs(speak, message.requirements, "adjustments", "impairments", "mobility", "other"))


def social(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """How somebody lives."""
    names = ("household", "occupation", "education", "lifestyle", "smoking", "alcohol", "drugs", "circumstances")
    return facts(pairs(speak, message.social, *names, "access", "dependants", "accommodation"))


def problems(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Only those that matter here."""
    return points(map(written, message.problems))


def services(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Other care that somebody has."""
    return points(", ".join(filter(None, (one.what, written(one.since), one.comment))) for one in message.services)


def pregnancy(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Only while somebody is pregnant."""
    return text(message.pregnancy)


def consent(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """What the person agreed to have shared."""
    return text(message.consent)


def safeguarding(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Concerns, for those who may read them."""
    header = [label(speak, name) for name in ("indicator", "concern", "start", "end", "comment")]
    rows = [
        (one.indicator, written(one.what), written(one.start), written(one.end), one.comment)
        for one in message.safeguarding.concerns
    ]
    return table(speak("closing-part-safeguarding"), header, rows)
