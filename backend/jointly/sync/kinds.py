"""The kinds of entry that devices may send, each with the Pydantic model of its body, owned by its room."""

from pydantic import TypeAdapter

from jointly.diary.schemas import KINDS as DIARY
from jointly.plans.schemas import KINDS as PLANS
from jointly.plans.schemas import Body

KINDS: dict[str, type[Body]] = {**DIARY, **PLANS}
ADAPTERS: dict[str, TypeAdapter] = {kind: TypeAdapter(model) for kind, model in KINDS.items()}


def canonical(kind: str, body: bytes) -> bytes:
    """The body, checked and written in one fixed way, so that equal content is equal bytes.

    Raises `KeyError` for an unknown kind and Pydantic's `ValidationError` for a body that breaks its rules.
    """
    adapter = ADAPTERS[kind]
    # What the adapter's own methods do, without their choices: this runs for every entry.
    return adapter.serializer.to_json(adapter.validator.validate_json(body), by_alias=True, exclude_unset=True)
