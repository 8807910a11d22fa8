"""A process of its own that feeds decoders with what libFuzzer thinks of, led by which lines it reaches.

    python tests/faults/fuzz_decoders.py SEEDS [libFuzzer's options]

`JOINTLY_DECODERS` names those to feed, parted by commas; the first byte of an input chooses one. A decoder may only
refuse in the ways that its caller knows; any other exception, and any input that takes seconds, ends the process.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import atheris

with atheris.instrument_imports(include=["jointly", "webauthn", "jwt", "cbor2"], enable_loader_override=False):
    import jwt
    from cryptography.hazmat.primitives.asymmetric import rsa
    from jwt.algorithms import RSAAlgorithm

    from jointly.content import content_root, messages
    from jointly.kit import clock
    from jointly.kit.errors import Refusal
    from jointly.kit.fetching import Got
    from jointly.kit.gzip import deflate, inflate
    from jointly.kit.ids import uuid7
    from jointly.kit.sealing import SealingKey
    from jointly.listings.reading import ical, openactive, oruk, oruk1
    from jointly.listings.reading.feed import FeedFacts
    from jointly.listings.taking_in.oruk_lists import read_list
    from jointly.listings.taking_in.pages import NotAPage, read_page
    from jointly.listings.taking_in.pages_about import about_page
    from jointly.people import limits, passkeys
    from jointly.people.ceremonies import Ceremony
    from jointly.people.codes import read_code
    from jointly.people.cookies import COOKIE, read_cookie
    from jointly.people.guards import check_origin
    from jointly.people.openid import Provider, Unreachable, Untrusted, _signing_keys
    from jointly.people.rules import Actor, access_of
    from jointly.record.schemas import NewVersion
    from jointly.sync import service as sync
    from jointly.sync.words import Words

from support.kinds import BODIES

PERSON = uuid7()
KEY = SealingKey(bytes(32))
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
FACTS = FeedFacts(PERSON, "A publisher")
ACCESS = access_of(Actor(PERSON, "patient", PERSON, None), PERSON, (), clock.now())
WORDS = Words(messages(content_root(None), "en"))
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
THEIRS = jwt.PyJWK(RSAAlgorithm.to_jwk(RSA.public_key(), as_dict=True) | {"kid": "known"}, algorithm="RS512")


class House:
    """As much of one as checking a passkey needs."""

    origin = "https://jointly.test"
    name = "Jointly"
    index_key = KEY


class Alone(Provider):
    """A provider that cannot be asked anything more."""

    async def _ask(self, *_given: object, **_more: object) -> dict[str, Any]:
        raise Unreachable("alone")


def text(data: bytes) -> str:
    """The input as text, with lone halves of letters where it is no UTF-8."""
    return data.decode("utf-8", "surrogateescape")


def read_json(data: bytes) -> Any:
    """The input as JSON, or none."""
    with suppress(ValueError, RecursionError):
        return json.loads(data)
    return None


def sync_request(data: bytes) -> None:
    """The body of a sync, and each entry in it."""
    for push in sync.read_request(data).subjects:
        for entry in push.entries:
            if isinstance(entry, NewVersion):
                sync.checked(KEY, ACCESS, entry, clock.now(), WORDS)
            else:
                try:
                    sync._read_version(entry)
                except sync._Unfit:
                    sync._id_of(entry)


def gzip(data: bytes) -> None:
    """A packed body."""
    assert len(inflate(data)) <= 2_000_000


def code(data: bytes) -> None:
    """A code as it was typed."""
    found = read_code(text(data))
    assert found is None or found.isascii()


def credential(data: bytes) -> None:
    """What a browser says of a passkey that it made."""
    said = read_json(data)
    if not isinstance(said, dict):
        said = {"id": "AA", "rawId": "AA", "type": "public-key", "response": {"attestationObject": text(data)}}
    passkeys.made(House(), Ceremony(b"challenge", PERSON, {}), said, name="")


def token(data: bytes) -> None:
    """A token of NHS login."""
    said, *keys = data.split(b"\n", 1)
    provider = Alone(issuer="https://nhs.test", client_id="us", key=RSA, back="https://jointly.test/back")
    provider._keys, provider._keys_until = {"known": THEIRS}, float("inf")
    waiting = provider._claims(text(said), "nonce")
    with suppress(Untrusted):
        waiting.send(None)
    found = read_json(keys[0]) if keys else None
    if isinstance(found, dict):
        _signing_keys(found)


def headers(data: bytes) -> None:
    """Cookie, origin and address of a request."""
    said = data.decode("latin-1")
    read_cookie({"cookie": said}, COOKIE)
    limits._network(said)
    check_origin({"origin": said, "host": "jointly.test"})


def feed(data: bytes) -> None:
    """A page of a feed, with the items that are on it; a page about a dataset."""
    about_page(data, "https://a.example/")
    page = read_page(data, NOON)
    given = [json.loads(one.data) for one in page.items if one.data]
    for one in given:
        openactive.read_series(one, (), feed=FACTS, now=NOON)
    openactive.read_series(None, given, feed=FACTS, now=NOON)


def directory(data: bytes) -> None:
    """A service of Open Referral UK, and a list of them."""
    read_list(Got("https://a.example/", 200, {}, data))
    found = read_json(data)
    for read in (oruk.read_service, oruk1.read_service):
        read(found, feed=FACTS, now=NOON)


def calendar(data: bytes) -> None:
    """A calendar."""
    ical.read_calendar(data, feed=FACTS, now=NOON)


@atheris.instrument_func
def planted(data: bytes) -> None:
    """Breaks on one input in millions, which is found only by what leads to it."""
    if data[:1] == b"b" and data[1:2] == b"u" and data[2:3] == b"g":
        raise KeyError("planted")


MAY_RAISE = (Refusal, Untrusted, Unreachable, NotAPage)
DECODERS: Mapping[str, Callable[[bytes], None]] = {
    one.__name__: one
    for one in (sync_request, gzip, code, credential, token, headers, feed, directory, calendar, planted)
}
_ENTRY = {"id": str(uuid7()), "kind": "pain", "at": "2026-11-20T10:00:00+00:00", "zone": "Europe/London"}


def _sync(*entries: dict[str, Any]) -> bytes:
    """What a phone sends."""
    subject = {"subject": str(PERSON), "grant": 0, "number": 0, "entries": entries}
    return json.dumps({"device_now": "2026-11-20T10:00:00+00:00", "epoch": None, "subjects": [subject]}).encode()


_NOTED = _ENTRY | {"body": BODIES["pain"] | {"note": "stairs"}}
EXAMPLES: Mapping[str, list[bytes]] = {
    "sync_request": [
        _sync(_NOTED, {"id": 1}),
        *(_sync(_ENTRY | {"kind": kind, "body": BODIES[kind]}) for kind in BODIES),
    ],
    "gzip": [deflate(_sync(_NOTED)), deflate(bytes(100_000))],
    "code": [b"ABCD-EFGH", b"abcd efgh jkmn"],
    "credential": [
        b'{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30","attestationObject":"oA"}}'
    ],
    "token": [
        b'eyJhbGciOiJSUzUxMiIsImtpZCI6Imtub3duIn0.e30.AAAA\n{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB","kid":"k"}]}'
    ],
    "headers": [b"__Host-jointly=a; b=c", b"https://jointly.test", b"fe80::1%eth0"],
    "feed": [
        b'{"next":"?a=1","license":"l","items":[{"state":"updated","kind":"SessionSeries","id":1,"modified":5,"data":{'
        b'"@type":"SessionSeries","@id":"u:1","name":"Walk","eventSchedule":{"@type":"Schedule","byDay":["Monday"],'
        b'"startDate":"2026-11-02","startTime":"10:30","endTime":"11:30","repeatFrequency":"P1W"}}},{"state":"deleted"}]}',
        b'<script type="application/ld+json">{"@type":"Dataset","distribution":[{"contentUrl":"/a"}]}</script>',
    ],
    "directory": [b'{"id":"1","name":"Walk","contents":[{"id":1}],"schedules":[{"freq":"WEEKLY","byday":"MO,TU"}]}'],
    "calendar": [
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Walk\nDTSTART;TZID=Europe/London:20261124T103000\n"
        b"RRULE:FREQ=WEEKLY;UNTIL=20261224\nEXDATE:20261201\nEND:VEVENT\nEND:VCALENDAR\n"
    ],
    "planted": [b"b"],
}


def main() -> None:
    """Writes examples into the folder of seeds, and fuzzes until an option says that it is enough."""
    chosen = os.environ["JOINTLY_DECODERS"].split(",")
    seeds = Path(sys.argv[1])
    for place, name in enumerate(chosen):
        for number, example in enumerate(EXAMPLES[name]):
            (seeds / f"{name}-{number}").write_bytes(bytes([place]) + example)

    def one_input(data: bytes) -> None:
        if data:
            with suppress(*MAY_RAISE):
                DECODERS[chosen[data[0] % len(chosen)]](data[1:])

    atheris.Setup(sys.argv, one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
