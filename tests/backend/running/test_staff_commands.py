"""The operator invites staff, sees them, and ends their work."""

from support.authenticator import Authenticator
from support.server import Server


def taken_up(server: Server, code: str) -> tuple[dict, Authenticator]:
    """Somebody makes a passkey with an invitation: who they are then, and their passkey."""
    with server.client() as client:
        options = client.post("/api/invitation/options", json={"code": code}).json()["options"]
        passkey = Authenticator(server.url)
        answer = client.post("/api/invitation", json={"code": code, "credential": passkey.make(options)})
        assert answer.status_code == 200, answer.text
        return answer.json(), passkey


def signs_in(server: Server, passkey: Authenticator) -> int:
    """Status of the answer to a passkey."""
    with server.client() as client:
        options = client.post("/api/sign-in/options", json={}).json()["options"]
        return client.post("/api/sign-in", json={"credential": passkey.use(options)}).status_code


def invited(server: Server, *arguments: str) -> str:
    """The code that `jointly staff invite` prints."""
    return server.run("staff", "invite", *arguments).stdout.splitlines()[0]


def test_staff_are_invited_listed_invited_again_and_ended(server: Server):
    sam, lost = taken_up(server, invited(server, "--role", "lead", "--called", "Sam"))
    assert (sam["role"], sam["called"]) == ("lead", "Sam")
    at_leisure = ("--role", "publisher", "--organisation", "Sudbury Leisure", "--called")
    pat, _ = taken_up(server, invited(server, *at_leisure, "Pat"))
    kim, _ = taken_up(server, invited(server, *at_leisure, "Kim"))
    assert pat["organisation"] == kim["organisation"] is not None
    listed = server.run("staff", "list").stdout
    assert all(text in listed for text in ("Sam", "lead", "Pat", "publisher", sam["person"]))
    found, passkey = taken_up(server, invited(server, "--again", sam["person"]))
    assert found["person"] == sam["person"]
    assert (signs_in(server, lost), signs_in(server, passkey)) == (403, 200)
    server.run("staff", "end", sam["person"])
    assert signs_in(server, passkey) == 403
    assert server.run("staff", "invite", "--again", sam["person"], check=False).returncode == 2


def test_what_does_not_fit_is_refused_in_plain_words(server: Server):
    for arguments in (
        ("invite", "--role", "patient", "--called", "Ann"),
        ("invite", "--role", "lead"),
        ("invite", "--role", "publisher", "--called", "Pat"),
        ("invite", "--role", "lead", "--called", "Sam", "--organisation", "Sudbury Leisure"),
        ("end", "Sam"),
    ):
        done = server.run("staff", *arguments, check=False)
        assert done.returncode == 2, arguments
        assert "Traceback" not in done.stderr
    sam, _ = taken_up(server, invited(server, "--role", "advisor", "--called", "Sam"))
    refused = server.run("code", "person", "--open", sam["person"], check=False)
    assert (refused.returncode, "passkey" in refused.stderr) == (2, True)
