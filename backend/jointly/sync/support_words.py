"""What a suggestion and the answers to it say in the spreadsheet, and what reminders do, as the phone says it
(support-words.ts and reminder-words.ts of pwa/src/page/screens/diary)."""

from collections.abc import Iterator, Mapping
from typing import Any

from jointly.content import Speak

Body = Mapping[str, Any]


def support_lines(kind: str, body: Body, names: Mapping[str, str], speak: Speak) -> list[str]:
    """The line of an entry of one of these kinds and all that there is beside it; nothing for any other kind.

    `names` are what the suggestions of the record are called, by the id of their entry.
    """
    match kind:
        case "prescription":
            return list(_suggested(body, speak))
        case "answer":
            return list(_answered(body, names, speak))
        case "own-date":
            return list(_own_date(body, speak))
        case "reminding":
            return [speak("says-reminding")]
    return []


def _suggested(body: Body, speak: Speak) -> Iterator[str]:
    yield speak("says-prescription", name=body["name"])
    if called := body.get("called"):
        yield speak("says-prescription-by", called=called)
    if why := body.get("why"):
        yield speak("says-prescription-why", words=why)
    yield speak("says-prescription-state", state=body["state"])


def _answered(body: Body, names: Mapping[str, str], speak: Speak) -> Iterator[str]:
    name = names.get(body["prescription"]) or speak("says-answer-unknown")
    yield speak("says-answer-to", answer=body["answer"], name=name)
    if outcome := body.get("outcome"):
        yield speak("says-answer-outcome", outcome=outcome)
    if words := body.get("words"):
        yield speak("says-answer-words", words=words)


def _own_date(body: Body, speak: Speak) -> Iterator[str]:
    yield speak("says-own-date", what=body["what"])
    if time := body.get("at"):
        yield speak("says-own-date-at", time=time)
