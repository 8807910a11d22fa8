"""The addresses of a lead's figures."""

from litestar import Request, Response, Router, get
from litestar.di import NamedDependency

from jointly.kit import clock
from jointly.people.guards import manager, proved
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.reports import service
from jointly.reports.schemas import Reports


@get("/reports", guards=[manager])
async def read_reports(house: NamedDependency[House]) -> Reports:
    """How the service is doing, by quarters, with small numbers hidden."""
    return await service.reports(house)


@get("/reports.csv", guards=[manager, proved], media_type="text/csv")
async def export_reports(
    request: Request, session: NamedDependency[Session], house: NamedDependency[House]
) -> Response[bytes]:
    """The same for a spreadsheet, with what each figure means."""
    text = await service.as_spreadsheet(house, session=session, speak=request.app.state.speak)
    headers = {"content-disposition": f'attachment; filename="figures-{clock.now():%Y-%m-%d}.csv"'}
    return Response(text.encode(), media_type="text/csv", headers=headers)


router = Router(path="/", route_handlers=[read_reports, export_reports], tags=["reports"])
