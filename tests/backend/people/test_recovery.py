"""Recovery codes and a second device: each opens a record once, for its own person, and cannot be guessed."""

import asyncio
from uuid import UUID, uuid4

from jointly.people.codes import RECOVERY_LENGTH, new_code, read_code
from jointly.people.vault_tables import RecoveryCode
from support.phone import Phone, entry, joined
from support.service import Service

FINDER = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
"""The corner of a QR code."""


async def codes_of(phone: Phone) -> list[str]:
    """A new set of recovery codes."""
    answer = await phone.client.post("/api/recovery-codes", json={})
    assert answer.status_code == 200, answer.text
    return answer.json()["codes"]


async def ask(service: Service, path: str, **fields):
    """A request of a phone that nobody is signed in on."""
    async with service.client() as client:
        return await client.post(f"/api/join{path}", json=fields)


async def test_a_printed_code_signs_in_once(service: Service, ann: Phone):
    await ann.push(entry())
    assert (await ann.client.get("/api/recovery-codes")).json() == {"left": 0, "made_at": None}
    codes = await codes_of(ann)
    assert len(set(codes)) == 8
    assert all(len(code) == 14 and code[4] == code[9] == "-" for code in codes)
    looked = await ask(service, "/look", code=codes[0].lower().replace("-", " "))
    assert looked.json() == {"kind": "recovery", "role": "patient", "service": "Jointly", "called": "Ann"}
    device = str(uuid4())
    async with service.client() as client:
        phone = await Phone(client).join(codes[0], device=device)
        me = (await client.get("/api/me")).json()
        assert (me["person"], me["method"], me["recovery_codes_left"]) == (ann.person, "recovery", 7)
        assert me["proved_until"], "whoever held the printed code may make a new passkey"
        assert len(await phone.everything()) == 1
        lost = await client.post("/api/join", json={"code": codes[0], "device": device})
        assert lost.status_code == 200, "after a lost answer the same phone asks again"
    for path, fields in (("/look", {}), ("", {"device": str(uuid4())})):
        again = await ask(service, path, code=codes[0], **fields)
        assert (again.status_code, again.json()["code"]) == (410, "code-used")
    assert (await ann.client.get("/api/recovery-codes")).json()["left"] == 7


async def test_two_phones_at_once_use_a_code_once(service: Service, ann: Phone):
    code = (await codes_of(ann))[3]
    answers = await asyncio.gather(*(ask(service, "", code=code, device=str(uuid4())) for _ in range(5)))
    assert sorted(answer.status_code for answer in answers) == [200] + [410] * 4


async def test_new_codes_end_the_old_ones(service: Service, ann: Phone):
    old, new = await codes_of(ann), await codes_of(ann)
    assert (await ask(service, "/look", code=old[0])).json()["code"] == "code-unknown"
    assert (await ask(service, "/look", code=new[0])).status_code == 200
    assert await RecoveryCode.count() == 8


async def test_only_keyed_digests_rest(ann: Phone):
    codes = await codes_of(ann)
    kept = await RecoveryCode.select()
    assert not any(read_code(code) in repr(kept) for code in codes)
    assert all(len(row["digest"]) == 16 for row in kept)


async def test_recovery_codes_are_not_guessed(service: Service, ann: Phone):
    right = (await codes_of(ann))[0]
    for _ in range(10):
        assert (await ask(service, "/look", code=new_code(RECOVERY_LENGTH))).status_code == 404
    for path, fields in (("/look", {}), ("", {"device": str(uuid4())})):
        shut = await ask(service, path, code=right, **fields)
        assert (shut.status_code, shut.json()["code"]) == (429, "too-many-tries")


async def test_codes_of_somebody_erased_open_nothing(service: Service, ann: Phone):
    code = (await codes_of(ann))[0]
    await service.house.vault.erase(UUID(ann.person))
    assert (await ask(service, "", code=code, device=str(uuid4()))).status_code == 404
    assert await RecoveryCode.count() == 0


async def test_with_a_passkey_codes_and_devices_need_a_proof(keys, ann: Phone):
    passkey, _ = await keys.add(ann.client)
    for path in ("recovery-codes", "second-device"):
        refused = await ann.client.post(f"/api/{path}", json={})
        assert (refused.status_code, refused.json()["code"]) == (403, "needs-proof")
    await keys.use(ann.client, passkey, "step-up")
    assert len(await codes_of(ann)) == 8


async def test_a_second_phone_scans_a_code_that_is_good_for_10_minutes_and_once(service: Service, ann: Phone, hours):
    made = (await ann.client.post("/api/second-device", json={})).json()
    assert made["kind"] == "person"
    assert made["link"] == f"{service.settings.origin}/join#{made['code'].replace('-', '')}"
    rows = made["qr"]
    assert {len(row) for row in rows} == {len(rows)}
    assert set("".join(rows)) == {"0", "1"}
    assert [row[:7] for row in rows[:7]] == FINDER == [row[-7:] for row in rows[:7]]
    async with joined(service, made["code"]) as second:
        assert second.person == ann.person
    assert (await ask(service, "/look", code=made["code"])).json()["code"] == "code-used"
    late = (await ann.client.post("/api/second-device", json={})).json()
    hours(10 / 60 + 0.01)
    assert (await ask(service, "/look", code=late["code"])).json()["code"] == "code-expired"
