"""Verbs: what a lead may know of how the service is doing."""

import asyncio
from uuid import UUID

from jointly.content import Speak
from jointly.kit import clock
from jointly.people import audit
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.reports import reading, telling
from jointly.reports.keeping import PURPOSE, keep_figures
from jointly.reports.quarters import ZONE, Quarter, quarter_of
from jointly.reports.schemas import Reports
from jointly.reports.spreadsheet import spreadsheet


async def reports(house: House) -> Reports:
    """The quarters that are over, as far as their figures are counted; what has become ready is counted first."""
    kept = await keep_figures(house)
    organisations = await asyncio.to_thread(telling.organisations_in, kept)
    who = {"group": house.service, "purpose": PURPOSE}
    called = await house.db.read(reading.called, sorted(map(UUID, organisations)), **who)
    quarters = [Quarter(day) for day in sorted({day for day, _ in kept}, reverse=True)]
    today = clock.now().astimezone(ZONE).date()

    def told() -> Reports:
        return Reports(
            quarters=[telling.quarter_told(quarter, kept, called) for quarter in quarters],
            next_on=telling.next_day([*quarters, quarter_of(today)], today),
        )

    return await asyncio.to_thread(told)


async def as_spreadsheet(house: House, *, session: Session, speak: Speak) -> str:
    """The same as CSV, with what each figure means. That it was taken out is kept first."""
    event = audit.did(session, "exported", chain=house.service, what=["reports"], count=1, purpose="reports")
    await audit.keep(house, event)
    found = await reports(house)
    return await asyncio.to_thread(spreadsheet, found, speak)
