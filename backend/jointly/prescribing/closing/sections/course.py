"""How it went: the end, the summary, scores, what was tried, signposts and contacts."""

from jointly.content.speaking import Speak
from jointly.prescribing.closing.coding import code_of
from jointly.prescribing.closing.letter import Block, Text, Under, day, facts, number, signed, table, text
from jointly.prescribing.closing.model import ClosingMessage, Score, Tried
from jointly.prescribing.closing.sections.wording import label, pairs, word, written


def ending(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """How the episode ended, and whether the person had said yes to it."""
    one = message.ending
    said = [(label(speak, "outcome"), word(speak, f"closing-outcome-{one.outcome}"))]
    said += pairs(speak, one, "accepted_on", "declined_on", "closed_on", "comment")
    code = code_of(one)
    return facts([*said, (label(speak, "record_code"), code and speak("closing-record-code", code=code))])


def summary(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """What happened in short, and what changed for the person."""
    changed = (Under(speak("closing-part-impact")), *text(message.impact)) if message.impact.strip() else ()
    return (*text(message.summary), *changed)


def scores(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Each score at the start and later, with the difference that anybody can work out, and what a change means."""
    names = ("score", "first", "last", "change", "scale")
    rows = [_score(one, speak) for one in message.scores]
    found: list[Block] = [*table(speak("closing-part-scores"), [label(speak, name) for name in names], rows)]
    by_instrument: dict[str, list[Score]] = {}
    for one in message.scores:
        by_instrument.setdefault(one.instrument, []).append(one)
    for instrument, asked in by_instrument.items():
        said = [*_of_each(asked, "meaning"), *_of_each(asked, "comment")]
        said += [
            speak("closing-source", source=source) for source in dict.fromkeys(one.source for one in asked) if source
        ]
        if said:
            named = f"{instrument}: {asked[0].name}" if len(asked) == 1 else instrument
            found += [Under(named), *map(Text, said)]
    return tuple(found)


def _of_each(asked: list[Score], field: str) -> list[str]:
    """What is said of each score, once where it is the same of several; the score is named where there are more."""
    names: dict[str, list[str]] = {}
    for one in asked:
        if words := getattr(one, field):
            names.setdefault(words, []).append(one.name)
    alone = len(asked) == 1 or any(len(each) == len(asked) for each in names.values())
    return [words if alone else f"{', '.join(each)}: {words}" for words, each in names.items()]


def _score(one: Score, speak: Speak) -> tuple[str, ...]:
    unit = f" {one.unit}" if one.unit else ""
    first, last = (f"{number(each.value)}{unit} ({day(each.on)})" if each else "" for each in (one.first, one.last))
    name = speak("closing-score", instrument=one.instrument, version=one.version, name=one.name)
    return (
        name,
        first,
        last or speak("closing-score-once"),
        signed(one.change) if one.change is not None else "",
        scale(one, speak),
    )


def scale(one: Score, speak: Speak) -> str:
    """0 to 10, lower is better."""
    ends = (
        speak("closing-scale", lowest=number(one.lowest), highest=number(one.highest))
        if one.lowest is not None and one.highest is not None
        else ""
    )
    return ", ".join(filter(None, (ends, word(speak, f"closing-better-{one.better}"))))


def tried(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """All that was suggested or tried, also what did not help."""
    names = ("what", "organisation", "tried_when", "visits", "outcome", "helped")
    rows = [_tried(one, speak) for one in message.tried]
    found: list[Block] = [*table(speak("closing-part-tried"), [label(speak, name) for name in names], rows)]
    for one in message.tried:
        said = facts(pairs(speak, one, "what_helped", "what_did_not"))
        found += [Under(one.what), *said] if said else []
    return tuple(found)


def _tried(one: Tried, speak: Speak) -> tuple[str, ...]:
    return (
        f"{one.what} ({word(speak, f'closing-thing-{one.kind}')})",
        one.organisation,
        _when(one, speak),
        str(one.visits),
        word(speak, f"closing-tried-{one.outcome}"),
        word(speak, f"closing-helped-{one.went}"),
    )


def _when(one: Tried, speak: Speak) -> str:
    sent = speak("closing-tried-referred", date=day(one.referred_on)) if one.referred_on else ""
    days = [day(each) for each in dict.fromkeys((one.first_on, one.last_on)) if each]
    been = speak("closing-tried-from-to", first=days[0], last=days[1]) if len(days) == 2 else "".join(days)
    return "; ".join(filter(None, (sent, been)))


def signposts(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Details given. It says that these are no referrals."""
    rows = [(written(one.on), one.to, written(one.reason)) for one in message.signposts]
    header = [label(speak, name) for name in ("on", "signpost_to", "reason")]
    found = table(speak("closing-part-signposts"), header, rows)
    return (Text(speak("closing-signposts-are")), *found) if found else ()


def contacts(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """When somebody met or talked to the person, and what came of it."""
    header = [label(speak, name) for name in ("at", "contact_method", "seen_by", "others", "contact_outcome")]
    rows = [
        (
            written(one.at),
            ", ".join(filter(None, (word(speak, f"closing-method-{one.method}"), one.kind, one.location))),
            "; ".join(dict.fromkeys(filter(None, (*one.seen_by, one.responsible)))),
            written(one.others),
            one.outcome,
        )
        for one in message.contacts
    ]
    return table(speak("closing-part-contacts"), header, rows)
