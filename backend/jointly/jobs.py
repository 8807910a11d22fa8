"""What the service does by itself, and how often. `kit.jobs` does it; each job says its purpose and whose rows."""

from datetime import timedelta
from functools import partial

from jointly.kit.jobs import Job
from jointly.listings.hourly import each_hour
from jointly.listings.publishing.current import keep_current
from jointly.listings.publishing.forgetting import forget_old
from jointly.listings.taking_in.opening import keep_fresh
from jointly.listings.taking_in.waiting import LOOK_EVERY, RUN_LIMIT
from jointly.people.audit_checking import remember_heads
from jointly.people.house import House
from jointly.prescribing.groups.cancelled import tell
from jointly.prescribing.running_out import end_what_ran_out
from jointly.record.retention import keep_to_periods
from jointly.reminders.operating import forget_told
from jointly.reports.keeping import keep_figures


def jobs_of(house: House) -> list[Job]:
    """Every job of a running service."""
    return [
        Job("audit-heads", timedelta(hours=1), partial(remember_heads, house)),
        Job("published", timedelta(minutes=10), partial(keep_current, house)),
        Job("dates-off", timedelta(minutes=10), partial(tell, house)),
        Job("unpublished", timedelta(days=1), partial(forget_old, house)),
        Job("feeds-out", timedelta(hours=1), partial(each_hour, house)),
        Job("retention", timedelta(days=1), partial(keep_to_periods, house), limit=timedelta(hours=2)),
        Job("shares-over", timedelta(hours=1), partial(end_what_ran_out, house)),
        Job("figures", timedelta(days=1), partial(keep_figures, house)),
        Job("reminded", timedelta(days=1), partial(forget_told, house)),
        Job("feeds", LOOK_EVERY, partial(keep_fresh, house), limit=RUN_LIMIT),
    ]
