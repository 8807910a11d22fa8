"""How the routes of the organisation's side and of links to answer with are asked for what is another's there."""

from support.ask import READERS, Ask, ask

CODE = {"code": "AAAA-BBBB-CCCC"}
GROUPS: dict[str, list[Ask]] = {
    "GET /api/inbox": [ask()],
    "GET /api/register": [ask()],
    "GET /api/looked-for": [ask()],
    "PUT /api/prescriptions/{prescription}/link/{link}": [
        ask(prescription="suggestion", link="fresh", body={}, may=READERS),
        ask(prescription="suggestion", link="askedstep", body={}, may=READERS),
        ask(prescription="episode", link="fresh", body={}),
    ],
    "GET /api/prescriptions/{prescription}/link": [
        ask(prescription="suggestion", may=READERS),
        ask(prescription="episode"),
    ],
    "DELETE /api/prescriptions/{prescription}/link": [
        ask(prescription="suggestion", body={}, may=READERS),
        ask(prescription="episode", body={}),
    ],
    "POST /api/answer/look": [ask(body=CODE)],
    "POST /api/answer": [ask(body=lambda ids, _: CODE | {"id": ids["askedstep"], "kind": "seen"})],
}
"""As `ASKS` of the rest."""
