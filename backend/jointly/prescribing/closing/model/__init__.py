"""What a closing message says, after the PRSB Social Prescribing Information Standard v1.1 (domain.md, section 10).

Its cardinalities and limits stand at the fields. Everything but ids and the time of writing may be left out, so that a
message can be made of what there is; `faults` then says what it still lacks.
"""

from jointly.prescribing.closing.model.course import (
    Contact,
    Ending,
    Reading,
    Referral,
    Referrer,
    Score,
    Signpost,
    Tried,
)
from jointly.prescribing.closing.model.fields import Coded
from jointly.prescribing.closing.model.message import ClosingMessage, Presenting, RequestedAction, Review
from jointly.prescribing.closing.model.support import (
    AboutMe,
    Action,
    CarePlan,
    Concern,
    Goal,
    Need,
    Requirements,
    Risk,
    Risks,
    Safeguarding,
    Service,
    SocialContext,
)
from jointly.prescribing.closing.model.who import (
    Address,
    Name,
    OtherId,
    Person,
    Practice,
    RelevantContact,
    Telecom,
    Worker,
)

__all__ = [
    "AboutMe",
    "Action",
    "Address",
    "CarePlan",
    "ClosingMessage",
    "Coded",
    "Concern",
    "Contact",
    "Ending",
    "Goal",
    "Name",
    "Need",
    "OtherId",
    "Person",
    "Practice",
    "Presenting",
    "Reading",
    "Referral",
    "Referrer",
    "RelevantContact",
    "RequestedAction",
    "Requirements",
    "Review",
    "Risk",
    "Risks",
    "Safeguarding",
    "Score",
    "Service",
    "Signpost",
    "SocialContext",
    "Telecom",
    "Tried",
    "Worker",
]
