"""Somebody stops working here: what they had in hand is nobody's, and stands on everybody's list until it is taken."""

from datetime import datetime
from uuid import UUID

from jointly.kit.db import Query

OPEN = {"referral": "state <> 'closed'", "prescription": "state <> 'closed'", "task": "done_at is null"}
"""What of each table still asks something of somebody. What is over stays with whoever had it."""


def hand_back(service: UUID, person: UUID, _at: datetime):
    """Unit, in the transaction that ends their work: what is open goes to the service's own id, which is nobody's."""
    for table, is_open in OPEN.items():
        yield Query(
            f"update {table} set owner = ? where owner = ? and service = ? and {is_open}",  # nosec B608 # the names are ours, every value is bound
            (service, person, service),
        )
