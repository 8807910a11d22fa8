"""The kinds of entry that devices may send, each with the struct of its body, owned by its room."""

import msgspec

from jointly.diary.schemas import KINDS as DIARY
from jointly.plans.schemas import KINDS as PLANS
from jointly.plans.schemas import Body

KINDS: dict[str, type[Body]] = {**DIARY, **PLANS}
_READ = {kind: msgspec.json.Decoder(body).decode for kind, body in KINDS.items()}
_write = msgspec.json.Encoder().encode


def canonical(kind: str, body: bytes | msgspec.Raw) -> bytes:
    """The body, checked and written in one fixed way, so that equal content is equal bytes.

    Raises `KeyError` for an unknown kind and msgspec's `DecodeError` for a body that breaks its rules.
    """
    return _write(_READ[kind](body))
