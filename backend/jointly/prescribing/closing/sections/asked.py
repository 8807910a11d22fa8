"""What the message asks for, at its top, and who stands behind it, at its end."""

from jointly.content.speaking import Speak
from jointly.prescribing.closing.letter import Block, Text, facts, points, table
from jointly.prescribing.closing.model import ClosingMessage
from jointly.prescribing.closing.sections.wording import label, pairs, written


def plan(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """What is asked for, or that nothing is."""
    if not message.plan:
        return (Text(speak("closing-plan-none")),)
    header = [label(speak, name) for name in ("professionals", "person_or_carer", "agreed")]
    rows = [(one.professionals, one.person, one.agreed) for one in message.plan]
    nothing = () if any(one.professionals for one in message.plan) else (Text(speak("closing-plan-no-professional")),)
    return (*nothing, *table(speak("closing-part-plan"), header, rows))


def review(message: ClosingMessage, speak: Speak) -> tuple[Block, ...]:
    """Who wrote the message, who read it, and to whom it goes."""
    said = [(label(speak, "written_at"), written(message.written_at))]
    said += [(label(speak, "author"), _worker(message.author))]
    if message.review:
        said += [(label(speak, "review"), _worker(message.review.by))]
        said += pairs(speak, message.review, "at")
    not_yet = () if message.review else (Text(speak("closing-review-none")),)
    told = (Text(speak("closing-told")), *points(message.told)) if message.told else ()
    return (*facts(said), *not_yet, *told)


def _worker(worker: object) -> str:
    return ", ".join(filter(None, (getattr(worker, name) for name in ("name", "role", "service", "contact"))))
