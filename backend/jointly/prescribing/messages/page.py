"""What the person's own page says: about me, requirements, needs and goals, risks, how they live, and consent."""

from datetime import date

from jointly.content.speaking import Speak
from jointly.plans.goals import Goal
from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.letter import day
from jointly.prescribing.messages.lines import lines_of, words_of
from jointly.prescribing.messages.material import Material, Told
from jointly.prescribing.rules.page import part_of
from jointly.prescribing.stepping import today

_STATUS = {"done": "done", "part": "part", "not": "not"}


def about_me(material: Material, speak: Speak) -> m.AboutMe:
    """In their own words where they wrote them."""
    about, page = material.about, material.page
    said = [speak("closing-language", language=about.language)] if about and about.language else []
    said += [speak("closing-interpreter")] if about and about.interpreter else []
    said += [about.when] if about and about.when else []
    return m.AboutMe(
        most_important=words_of(page, "matters") or (about and about.matters) or "",
        also=words_of(page, "about-me"),
        support=words_of(page, "how-to-support"),
        communicate=" ".join(said),
    )


def requirements(material: Material, speak: Speak) -> m.Requirements:
    """What they ask for, and what the page says that they need."""
    about = material.about
    asked = [speak(f"adjust-{one}") for one in about.adjustments] if about else []
    asked += [about.other_adjustments] if about and about.other_adjustments else []
    return m.Requirements(adjustments=_coded(asked), other=_coded(lines_of(material.page, "requirements")))


def plan(material: Material, speak: Speak) -> m.CarePlan:
    """Needs from the page, each line one; then the goals, under what they said matters: nobody says which need a goal
    is for."""
    needs = [m.Need(need=one) for one in _coded(lines_of(material.page, "needs"))]
    by_reason: dict[str, list[m.Goal]] = {}
    goals = _of_episode(material)
    for told in goals:
        reason = told.body.matters or speak("closing-own-goals")
        by_reason.setdefault(reason, []).append(_goal(told.body))
    needs += [m.Need(need=m.Coded(text=reason), goals=tuple(each)) for reason, each in by_reason.items()]
    reviews = sorted(told.body.review_on for told in goals if told.body.review_on and _goes_on(told))
    return m.CarePlan(
        needs=tuple(needs),
        updated_on=_updated(material),
        next_review_on=reviews[0] if reviews else None,
        responsible=material.author.name,
    )


def _of_episode(material: Material) -> list[Told[Goal]]:
    """Goals as they stood when the episode ended: what was written later belongs to what came later."""
    closed = material.episode.closed_at
    return [told for told in material.goals if closed is None or told.on <= today(closed)]


def _goes_on(told: Told[Goal]) -> bool:
    return told.body.status in ("active", "part")


def _goal(goal: Goal) -> m.Goal:
    """A goal. The standard counts importance from 1: none at all, 0, is left out."""
    return m.Goal(
        goal=goal.goal,
        importance=goal.importance or None,
        status=goal.status,
        outcomes=(goal.helped,) if goal.helped else (),
        actions=(_action(goal),) if goal.action else (),
    )


def _action(goal: Goal) -> m.Action:
    action, reviewed = goal.action, goal.reviewed
    said = (action.what, action.when, action.where) if action else ()
    coping = [f"{one.if_}: {one.then}" for one in goal.coping]
    under_way = "doing" if goal.status == "active" else ""
    return m.Action(
        what=tuple(one for one in said if one),
        status=_STATUS[reviewed.went] if reviewed else under_way,
        confidence=action.confidence if action else None,
        strategies="; ".join([*coping, *([goal.bad_day] if goal.bad_day else [])]),
        updated=reviewed.on if reviewed else None,
        review=goal.review_on.isoformat()[:7] if goal.review_on else "",
    )


def _updated(material: Material) -> date | None:
    """The last day on which anybody changed the needs, the plan or a goal."""
    steps = [step for part in ("needs", "plan") for step in part_of(material.page, part)]
    days = [*(today(step.at) for step in steps), *(told.on for told in _of_episode(material))]
    return max(days, default=None)


def risks(material: Material) -> m.Risks:
    """What is known, or that nothing is: said by somebody, never taken from silence."""
    said = part_of(material.page, "risks")
    return m.Risks(
        known=tuple(m.Risk(risk=one) for one in _coded(lines_of(material.page, "risks"))),
        none_known=any(bool(step.said.get("none")) for step in said),
        reviewed_on=max((today(step.at) for step in said), default=None),
    )


def social(material: Material) -> m.SocialContext:
    """How they live, and how they get about."""
    page = material.page
    return m.SocialContext(circumstances=words_of(page, "social"), access=words_of(page, "travel"))


def services(material: Material) -> tuple[m.Service, ...]:
    """Who else helps them, each line one."""
    return tuple(m.Service(what=line) for line in lines_of(material.page, "services"))


def consent(material: Material, speak: Speak) -> str:
    """How they agreed, since when they share this record with the team, and what the page says of it."""
    details, since = material.episode.details, material.shared_since
    said = [speak(f"closing-agreed-{details.agreed}")] if details else []
    said += [speak("closing-shared-since", date=day(today(since)))] if since else []
    return "\n".join([*said, *lines_of(material.page, "consent")])


def safeguarding(material: Material) -> m.Safeguarding:
    """Concerns, which leave only when the reviewer says so: see `edits`."""
    concerns = [
        m.Concern(start=today(step.at), what=m.Coded(text=words))
        for step in part_of(material.page, "safeguarding")
        if (words := str(step.said.get("words", "")))
    ]
    return m.Safeguarding(concerns=tuple(concerns))


def _coded(texts: list[str]) -> tuple[m.Coded, ...]:
    return tuple(m.Coded(text=text) for text in texts)
