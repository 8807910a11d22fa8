"""What is asked for, the care plan with its goals, needs and problems, and risks."""

from jointly.content.speaking import Speak
from jointly.prescribing.closing.fhir import codes
from jointly.prescribing.closing.fhir.bundle import Entries, Reference, coded, concept, notes, period
from jointly.prescribing.closing.letter import month
from jointly.prescribing.closing.model import Action, ClosingMessage, Coded, Goal
from jointly.prescribing.closing.sections.support import confidence

_LIFECYCLE = {"active": "active", "done": "completed", "part": "completed", "stopped": "cancelled", "": "active"}
_ACTION = {
    "planned": "not-started",
    "doing": "in-progress",
    "done": "completed",
    "part": "in-progress",
    "not": "cancelled",
    "": "unknown",
}


def asked(
    message: ClosingMessage, entries: Entries, person: Reference, by: Reference, practices: list[Reference]
) -> list[Reference]:
    """A Task for each thing that is asked, of the practice or of the person: proposed, for they decide."""
    found = []
    for number, one in enumerate(message.plan):
        whose = (("professionals", one.professionals, next(iter(practices), None)), ("person", one.person, person))
        for who, words, owner in whose:
            if words:
                found.append(
                    entries.add(
                        "Task",
                        f"plan/{number}/{who}",
                        status="requested",
                        intent="proposal",
                        description=words,
                        **{"for": person},
                        authoredOn=message.written_at,
                        requester=by,
                        owner=owner,
                        note=notes(one.agreed),
                    )
                )
    return found


def care_plan(
    message: ClosingMessage, entries: Entries, speak: Speak, person: Reference, by: Reference
) -> list[Reference]:
    """Needs are Conditions, goals Goals, and steps the activities of the one CarePlan."""
    one = message.support
    needs, goals, activities = [], [], []
    for place, need in enumerate(one.needs):
        needs.append(_condition(need.need, f"need/{place}", entries, person, text=speak("closing-code-need")))
        for number, goal in enumerate(need.goals):
            goals.append(_goal(goal, f"goal/{place}/{number}", entries, speak, person, needs[-1]))
            activities += [_activity(each, speak, goals[-1]) for each in goal.actions]
    if not (needs or goals or one.strengths):
        return []
    strengths = [f"{speak('closing-strengths')}: {words}" for words in one.strengths]
    plan = entries.add(
        "CarePlan",
        "support",
        status="completed",
        intent="plan",
        title=speak("closing-part-support"),
        subject=person,
        created=one.updated_on,
        author=by,
        addresses=needs,
        goal=goals,
        activity=activities,
        note=notes(*strengths),
    )
    return [plan, *needs, *goals]


def _goal(goal: Goal, key: str, entries: Entries, speak: Speak, person: Reference, need: Reference) -> Reference:
    status = concept(
        speak(f"closing-goal-{goal.status}") if goal.status else "",
        codes.ACHIEVEMENT,
        {"done": "achieved", "active": "in-progress"}.get(goal.status, ""),
    )
    importance = "" if goal.importance is None else speak("closing-of-10", number=goal.importance)
    return entries.add(
        "Goal",
        key,
        lifecycleStatus=_LIFECYCLE[goal.status],
        achievementStatus=status,
        priority=concept(importance),
        description=concept(goal.goal),
        subject=person,
        addresses=[need],
        outcomeCode=[concept(words) for words in goal.outcomes],
    )


def _activity(one: Action, speak: Speak, goal: Reference) -> dict[str, object]:
    sure = confidence(one, speak)
    said = [f"{speak('closing-field-confidence')}: {sure}" if sure else "", one.strategies, *one.stages]
    return {
        "progress": notes(*said),
        "detail": {
            "goal": [goal],
            "status": _ACTION[one.status],
            "description": "; ".join(one.what),
            "scheduledString": month(one.when),
            "performer": [{"display": one.who}] if one.who else [],
        },
    }


def _condition(
    what: Coded, key: str, entries: Entries, person: Reference, *, text: str, asserter: Reference | None = None
) -> Reference:
    return entries.add("Condition", key, category=[concept(text)], code=coded(what), subject=person, asserter=asserter)


def presenting(
    message: ClosingMessage, entries: Entries, speak: Speak, person: Reference, referrer: Reference | None
) -> list[Reference]:
    """Why somebody came: what the referrer says asserts the referrer, what the person says asserts the person."""
    one = message.presenting
    seen, own = speak("closing-view-referrer"), speak("closing-view-own")
    return [
        *(
            _condition(each, f"view/referrer/{number}", entries, person, text=seen, asserter=referrer)
            for number, each in enumerate(one.referrer)
        ),
        *(
            _condition(Coded(text=words), f"view/own/{number}", entries, person, text=own, asserter=person)
            for number, words in enumerate(one.own)
        ),
    ]


def problems(message: ClosingMessage, entries: Entries, person: Reference) -> list[Reference]:
    """Problems that matter here, as of a list of present ones."""
    return [
        entries.add(
            "Condition",
            f"problem/{number}",
            clinicalStatus={"coding": [{"system": codes.CONDITION_STATUS, "code": "active"}]},
            category=[{"coding": [{"system": codes.CONDITION_CATEGORY, "code": "problem-list-item"}]}],
            code=coded(one),
            subject=person,
        )
        for number, one in enumerate(message.problems)
    ]


def flags(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """Each risk. That there are none is said by the section, and its reason for being empty."""
    return [
        entries.add(
            "Flag",
            f"risk/{number}",
            status="inactive" if one.end else "active",
            category=[concept(speak("closing-field-risk"))],
            code=coded(one.risk),
            subject=person,
            period=period(one.start, one.end),
        )
        for number, one in enumerate(message.risks.known)
    ]


def adjustments(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """Reasonable adjustments that are needed at present."""
    return [
        entries.add(
            "Flag",
            f"adjustment/{number}",
            status="active",
            category=[concept(speak("closing-field-adjustments"))],
            code=coded(one),
            subject=person,
        )
        for number, one in enumerate(message.requirements.adjustments)
    ]


def concerns(message: ClosingMessage, entries: Entries, speak: Speak, person: Reference) -> list[Reference]:
    """Safeguarding concerns, only for those who asked for them."""
    return [
        entries.add(
            "Flag",
            f"safeguarding/{number}",
            status="inactive" if one.end else "active",
            category=[concept(speak("closing-part-safeguarding"))],
            code=coded(one.what) or concept(one.indicator or one.comment),
            subject=person,
            period=period(one.start, one.end),
        )
        for number, one in enumerate(message.safeguarding.concerns)
    ]
