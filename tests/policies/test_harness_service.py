"""The in-process service of the harness; apart from the browser's module, which holds the event loop."""

from support.service import Service


async def test_the_service_answers_on_either_engine(service: Service):
    async with service.client() as client:
        assert (await client.get("/health")).json()["ready"] is True


async def test_someone_without_a_session_is_told_in_plain_words(service: Service):
    async with service.client() as client:
        answer = await client.get("/api/me")
    assert answer.status_code == 401
    assert answer.json()["code"] == "signed-out"
