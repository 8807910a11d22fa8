"""What goals, pathways, check-ins, scores and showings of a care card say in the spreadsheet, as the phone says it
(check-in-words.ts and safety-words.ts of pwa/src/page/screens/diary)."""

from collections.abc import Iterator, Mapping
from typing import Any

from jointly.content import Content, Speak
from jointly.sync.content_names import Names

MEASURED = "support-measures"
"""What stands in a check-in where others name their pathway, when a worker asked measures beside any (measured.ts)."""
Body = Mapping[str, Any]
Cells = dict[str, Any]


def cells_of(kind: str, body: Body, first: bool, content: Content, speak: Speak) -> Cells:
    """What an entry of one of these kinds says, by column; nothing for any other kind."""
    names = Names(content)
    match kind:
        case "goal":
            return {"goal": "; ".join(_goal(body, speak))}
        case "pathway":
            return {"check-in": "; ".join(_pathway(body, first, names, speak))}
        case "check-in":
            named = {
                "pathway": names.pathway(body["pathway"]),
                "contact": names.part(body["pathway"], "contacts", body["contact"]),
            }
            said = speak("says-check-in", **named, state=body["state"])
            if body["pathway"] == MEASURED:
                said = speak("says-measured")
            return {"check-in": said, "answers": "; ".join(_answers(body, names, speak))}
        case "score":
            return {"answers": "; ".join(_score(body, names, speak))}
        case "safety":
            return {"check-in": "; ".join(_safety(body, names, speak))}
    return {}


def _goal(body: Body, speak: Speak) -> Iterator[str]:
    yield speak("says-goal", goal=body["goal"])
    yield speak("says-goal-status", status=body["status"])
    if body["matters"]:
        yield speak("says-matters", words=body["matters"])
    if body["importance"] is not None:
        yield speak("says-importance", score=str(body["importance"]))
    if body["action"]:
        yield from _action(body["action"], speak)
    for coping in body["coping"]:
        yield speak("says-coping", **coping)
    if body["review_on"]:
        yield speak("says-review-on", day=body["review_on"])
    if reviewed := body.get("reviewed"):
        yield speak("says-reviewed", day=reviewed["on"], went=reviewed["went"])
    if body["helped"]:
        yield speak("says-helped", words=body["helped"])
    if body["bad_day"]:
        yield speak("says-bad-day", words=body["bad_day"])


def _action(action: Body, speak: Speak) -> Iterator[str]:
    yield speak("says-action", words=action["what"])
    if action["when"]:
        yield speak("says-action-when", words=action["when"])
    if action["where"]:
        yield speak("says-action-where", words=action["where"])
    if action["confidence"] is not None:
        yield speak("says-confidence", score=str(action["confidence"]))


def _pathway(body: Body, first: bool, names: Names, speak: Speak) -> Iterator[str]:
    pathway, ended = names.pathway(body["pathway"]), body["ended"]
    if ended:
        yield speak("says-pathway-ended", pathway=pathway, why=ended["why"])
    else:
        yield speak("says-pathway-started" if first else "says-pathway-changed", pathway=pathway)
    yield speak("says-started-on", day=body["started_on"])
    if body["variant"]:
        yield speak("says-variant", variant=names.part(body["pathway"], "variants", body["variant"]))
    if body["extra"]:
        yield speak("says-extra", measures=_listed(names.measure(slug) for slug in body["extra"]))
    if ended:
        yield speak("says-ended-on", day=ended["on"])


def _check_in(body: Body, names: Names, speak: Speak) -> str:
    pathway, contact = names.pathway(body["pathway"]), names.part(body["pathway"], "contacts", body["contact"])
    return speak("says-check-in", pathway=pathway, contact=contact, state=body["state"])


def _answers(body: Body, names: Names, speak: Speak) -> Iterator[str]:
    yield speak("says-with", **{"with": body["with"]})
    for slug, answered in sorted(body["answers"].items()):
        measure = names.measure(slug)
        said = [speak("says-answer", item=item, answer=answer) for item, answer in names.answers(slug, answered)]
        if said:
            yield speak("says-measure", measure=measure, answers=_listed(said))
        if answered["left"]:
            yield speak("says-measure-left", measure=measure)
    if body["topics"]:
        yield speak("says-topics", topics=_listed(map(names.topic, body["topics"])))
    if body["refers"]:
        yield speak(
            "says-refers", routes=_listed(names.part(body["pathway"], "routes", slug) for slug in body["refers"])
        )
    if body["goal_reviewed"]:
        yield speak("says-goal-reviewed")


def _score(body: Body, names: Names, speak: Speak) -> Iterator[str]:
    yield speak("says-score", measure=names.measure(body["instrument"]))
    if body["total"] is not None:
        yield speak("says-total", total=_number(body["total"]))
    for name, score in body["subscales"].items():
        yield speak("says-subscale", name=names.score(body["instrument"], name), score=_number(score))
    if body["group"]:
        yield speak("says-group", group=body["group"])
    yield speak("says-form", version=body["version"])
    if body["licence"]:
        yield speak("says-licence", licence=body["licence"])
    yield speak("says-score-on", day=body["on"])


def _number(score: float) -> str:
    return f"{score:g}"


def _listed(names) -> str:
    return ", ".join(names)


def _safety(body: Body, names: Names, speak: Speak) -> Iterator[str]:
    yield speak("says-safety", card=names.card(body["card"]))
    yield speak("says-safety-sign", sign=names.sign(body["card"], body["trigger"]))
    if again := body.get("again"):
        yield speak("says-safety-again", count=len(again), day=again[-1][:10])
    yield speak("says-safety-did", did=body["did"])
