"""The addresses of the closing message."""

from uuid import UUID

from litestar import Request, Response, Router, get, post, put
from litestar.di import NamedDependency
from litestar.params import FromPath, JSONBody

from jointly.people.guards import proved, reader, signed_in
from jointly.people.house import House
from jointly.people.vault import Session
from jointly.prescribing.messages import handing_out, reviewing
from jointly.prescribing.messages.handing_out import TYPES, Form
from jointly.prescribing.messages.reviewing import Words
from jointly.prescribing.messages.schemas import Draft, Edits, OwnLetter, ReadMessage


def _words(request: Request) -> Words:
    return Words(request.app.state.speak, request.app.state.content)


@get("/referrals/{referral:uuid}/closing", guards=[reader])
async def read_closing(
    request: Request, referral: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> Draft:
    """The message that ends an episode, as it would be now: both letters, and what is missing."""
    return await reviewing.draft(house, session=session, referral=referral, words=_words(request))


@post("/referrals/{referral:uuid}/closing", guards=[reader], status_code=200)
async def try_closing(
    request: Request,
    referral: FromPath[UUID],
    data: JSONBody[Edits],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Draft:
    """The same with what a reviewer wrote. Nothing of it is kept."""
    return await reviewing.draft(house, session=session, referral=referral, words=_words(request), edits=data)


@put("/referrals/{referral:uuid}/closing/{message:uuid}", guards=[reader])
async def review_closing(
    request: Request,
    referral: FromPath[UUID],
    message: FromPath[UUID],
    data: JSONBody[ReadMessage],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Draft:
    """Somebody read both letters, and they may go. Asking again is harmless."""
    given = {"session": session, "referral": referral, "id": message, "said": data, "words": _words(request)}
    return await reviewing.review(house, **given)


@get("/referrals/{referral:uuid}/closing/{message:uuid}/pdf", guards=[reader, proved], media_type="application/pdf")
async def export_closing_pdf(
    request: Request,
    referral: FromPath[UUID],
    message: FromPath[UUID],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Response[bytes]:
    """A message that was reviewed, for whoever referred, as a tagged PDF."""
    return await _file(request, house, session, referral, message, "pdf")


@get(
    "/referrals/{referral:uuid}/closing/{message:uuid}/fhir",
    guards=[reader, proved],
    media_type="application/fhir+json",
)
async def export_closing_fhir(
    request: Request,
    referral: FromPath[UUID],
    message: FromPath[UUID],
    session: NamedDependency[Session],
    house: NamedDependency[House],
) -> Response[bytes]:
    """The same as a FHIR R4 document."""
    return await _file(request, house, session, referral, message, "json")


async def _file(
    request: Request, house: House, session: Session, referral: UUID, message: UUID, form: Form
) -> Response[bytes]:
    given = {"session": session, "referral": referral, "message": message, "form": form}
    body = await handing_out.file(house, **given, speak=request.app.state.speak)
    headers = {"content-disposition": f'attachment; filename="closing-{message}.{form}"'}
    return Response(body, media_type=TYPES[form], headers=headers)


@get("/referrals/mine/{referral:uuid}/closing", guards=[signed_in])
async def read_own_closing(
    request: Request, referral: FromPath[UUID], session: NamedDependency[Session], house: NamedDependency[House]
) -> OwnLetter:
    """What my team wrote to me as our work ended."""
    return await handing_out.own_letter(house, session=session, referral=referral, speak=request.app.state.speak)


router = Router(
    path="/",
    route_handlers=[
        read_closing,
        try_closing,
        review_closing,
        export_closing_pdf,
        export_closing_fhir,
        read_own_closing,
    ],
    tags=["closing"],
)
