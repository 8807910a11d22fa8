"""The kinds of entry that devices may send, each with the Pydantic model of its body, owned by its room."""

from pydantic import TypeAdapter

from jointly.diary.schemas import KINDS as DIARY
from jointly.plans.schemas import KINDS as PLANS
from jointly.plans.schemas import Body

KINDS: dict[str, type[Body]] = {**DIARY, **PLANS}
_ADAPTERS = {kind: TypeAdapter(model) for kind, model in KINDS.items()}
# What an adapter's own methods call, without their choices: this runs for every entry.
_READ = {kind: adapter.validator.validate_json for kind, adapter in _ADAPTERS.items()}
_WRITE = {kind: adapter.serializer.to_json for kind, adapter in _ADAPTERS.items()}


def canonical(kind: str, body: bytes) -> bytes:
    """The body, checked and written in one fixed way, so that equal content is equal bytes.

    Raises `KeyError` for an unknown kind and Pydantic's `ValidationError` for a body that breaks its rules.
    """
    return _WRITE[kind](_READ[kind](body), by_alias=True, exclude_unset=True)
