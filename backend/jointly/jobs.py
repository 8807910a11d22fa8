"""What the service does by itself, and how often. `kit.jobs` does it; each job says its purpose and whose rows."""

from datetime import timedelta
from functools import partial

from jointly.kit.jobs import Job
from jointly.people.audit_checking import remember_heads
from jointly.people.house import House
from jointly.record.retention import keep_to_periods


def jobs_of(house: House) -> list[Job]:
    """Every job of a running service."""
    return [
        Job("audit-heads", timedelta(hours=1), partial(remember_heads, house)),
        Job("retention", timedelta(days=1), partial(keep_to_periods, house), limit=timedelta(hours=2)),
    ]
