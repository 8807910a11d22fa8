"""Which addresses are believed to be a browser's: only those of push services, written as browsers write them."""

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from jointly.kit.push import BadEndpoint, endpoint
from jointly.kit.push.endpoints import HOSTS, may_be_asked
from support.push_browser import Browser, base64url, from_base64url

BROWSER = Browser(
    "https://fcm.googleapis.com/fcm/send/",
    "",
    secret=bytes(range(16)),
    private=ec.derive_private_key(7, ec.SECP256R1()),
)
"""The same in each process: tests have names by what they are given."""
NONE: frozenset[str] = frozenset()
POINT = from_base64url(BROWSER.p256dh)


def code_of(url: str = BROWSER.url, p256dh: str = BROWSER.p256dh, auth: str = BROWSER.auth, more=NONE) -> str:
    """Why it is no endpoint."""
    with pytest.raises(BadEndpoint) as found:
        endpoint(url, p256dh, auth, more_hosts=more)
    assert str(found.value) == found.value.code, "the address is a secret"
    return found.value.code


@pytest.mark.parametrize(
    "url",
    [
        "https://fcm.googleapis.com/fcm/send/dKx:APA91bE_x-y",
        "https://jmt17.google.com/fcm/send/dKx",
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAAABn",
        "https://web.push.apple.com/QGuQyavXutnMH",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAAB%2fa%3d%3d",
        "https://db5p.notify.windows.com/w/?token=a+b/c",
    ],
)
def test_what_browsers_give(url: str):
    found = endpoint(url, BROWSER.p256dh, BROWSER.auth, more_hosts=NONE)
    assert (found.url, found.p256dh, found.auth) == (url, POINT, BROWSER.secret)
    assert url == found.origin + url[len(found.origin) :]
    assert found.origin.count("/") == 2


@pytest.mark.parametrize(
    ("url", "code"),
    [
        pytest.param("http://fcm.googleapis.com/x", "not-an-address", id="in clear"),
        pytest.param("wss://fcm.googleapis.com/x", "not-an-address", id="another scheme"),
        pytest.param("//fcm.googleapis.com/x", "not-an-address", id="no scheme"),
        pytest.param("", "not-an-address", id="nothing"),
        pytest.param("https://fcm.googleapis.com", "not-an-address", id="no path"),
        pytest.param("https://evil.example/x", "host", id="another host"),
        pytest.param("https://fcm.googleapis.com@evil.example/x", "not-an-address", id="the host as a name of a user"),
        pytest.param("https://me@fcm.googleapis.com/x", "not-an-address", id="a user"),
        pytest.param("https://me:word@fcm.googleapis.com/x", "not-an-address", id="a user with a password"),
        pytest.param("https://@fcm.googleapis.com/x", "not-an-address", id="an empty user"),
        pytest.param("https://fcm.googleapis.com:443/x", "host", id="a port that browsers leave out"),
        pytest.param("https://fcm.googleapis.com:8443/x", "host", id="another port"),
        pytest.param("https://fcm.googleapis.com:/x", "not-an-address", id="an empty port"),
        pytest.param("https://fcm.googleapis.com:22:443/x", "not-an-address", id="two ports"),
        pytest.param("https://fcm.googleapis.com./x", "not-an-address", id="a dot behind"),
        pytest.param("https://fcm.googleapis.com../x", "not-an-address", id="two dots behind"),
        pytest.param("https://.fcm.googleapis.com/x", "not-an-address", id="a dot before"),
        pytest.param("https://FCM.googleapis.com/x", "not-an-address", id="capitals"),
        pytest.param("https://fcm.googleapis.com.evil.example/x", "host", id="more behind"),
        pytest.param("https://evil-fcm.googleapis.com/x", "host", id="more before"),
        pytest.param("https://a.fcm.googleapis.com/x", "host", id="below a host that has none"),
        pytest.param("https://push.apple.com/x", "host", id="nothing before a suffix"),
        pytest.param("https://.push.apple.com/x", "not-an-address", id="an empty name before a suffix"),
        pytest.param("https://evilpush.apple.com/x", "host", id="a suffix without its dot"),
        pytest.param("https://push.apple.com.evil.example/x", "host", id="a suffix in the middle"),
        pytest.param("https://a_b.push.apple.com/x", "not-an-address", id="no letter of names"),
        pytest.param("https://-.push.apple.com/x", "not-an-address", id="no name at all"),
        pytest.param(f"https://{'a' * 64}.push.apple.com/x", "not-an-address", id="a name too long"),
        pytest.param(f"https://{'a.' * 20}push.apple.com/x", "not-an-address", id="too many names"),
        pytest.param("https://fcm.googleapis.cоm/x", "not-an-address", id="a letter that looks like another"),
        pytest.param("https://fcm。googleapis。com/x", "not-an-address", id="dots of another script"),
        pytest.param("https://ｆcm.googleapis.com/x", "not-an-address", id="a wide letter"),
        pytest.param("https://xn--fcm-9cd.googleapis.com/x", "host", id="letters beyond ASCII in another form"),
        pytest.param("https://fcm.googleapis%2ecom/x", "not-an-address", id="escaped"),
        pytest.param("https://evil.example\\@fcm.googleapis.com/x", "not-an-address", id="a backslash"),
        pytest.param("https://fcm.googleapis.com\\.evil.example/x", "not-an-address", id="a backslash behind"),
        pytest.param("https://fcm.googleapis.com/x\\y", "not-an-address", id="a backslash in the path"),
        pytest.param("https://evil.example#@fcm.googleapis.com/x", "not-an-address", id="a fragment"),
        pytest.param("https://evil.example?@fcm.googleapis.com/x", "not-an-address", id="a query"),
        pytest.param("https://fcm.googleapis.com/x#y", "not-an-address", id="a fragment behind"),
        pytest.param("https://fcm.googleapis.com?x", "not-an-address", id="a query without a path"),
        pytest.param(" https://fcm.googleapis.com/x", "not-an-address", id="a blank before"),
        pytest.param("https://fcm.googleapis.com/x\n", "not-an-address", id="a line end behind"),
        pytest.param("https://fcm.googleapis.com/x\r\nHost: evil", "not-an-address", id="a header"),
        pytest.param("https://fcm.goog\tleapis.com/x", "not-an-address", id="a tab"),
        pytest.param("https://fcm.googleapis.com/é", "not-an-address", id="a path beyond ASCII"),
        pytest.param("https://127.0.0.1/x", "host", id="this machine"),
        pytest.param("https://[::1]/x", "not-an-address", id="this machine in IPv6"),
        pytest.param("https://2130706433/x", "host", id="this machine as a number"),
        pytest.param("https://169.254.169.254/latest", "host", id="a cloud's own data"),
        pytest.param("https://localhost/x", "host", id="localhost"),
        pytest.param("https://fcm.googleapis.com/" + "x" * 2_048, "too-long", id="too long"),
    ],
)
def test_no_other_address_is_believed(url: str, code: str):
    assert code_of(url) == code
    assert not may_be_asked(url, NONE) or code == "too-long"


@given(st.text(max_size=60), st.sampled_from(sorted(HOSTS)))
def test_whatever_stands_before_the_path_the_host_is_the_whole_of_it(words: str, host: str):
    assert not may_be_asked(f"https://{words}{host}/x", NONE) or words == ""
    behind = f"https://{host}{words}"
    assert not may_be_asked(behind, NONE) or words.startswith("/")


def test_hosts_of_the_operator_are_believed_with_their_very_port():
    more = frozenset({"push.example.org", "localhost:8443"})
    for url in ("https://push.example.org/x", "https://localhost:8443/x"):
        assert endpoint(url, BROWSER.p256dh, BROWSER.auth, more_hosts=more).url == url
    for url in ("https://push.example.org:8443/x", "https://localhost/x", "https://a.push.example.org/x"):
        assert code_of(url, more=more) == "host"


@pytest.mark.parametrize(
    "p256dh",
    [
        "",
        "=",
        "not base64!",
        "AAAAA",
        base64url(POINT[:-1]),
        base64url(POINT + b"\0"),
        base64url(b"\x02" + POINT[1:]),
        base64url(POINT[:33]),
        base64url(bytes([2 + POINT[64] % 2]) + POINT[1:33]),
        base64url(bytes([6 + POINT[64] % 2]) + POINT[1:]),
        base64url(b"\x04" + bytes(64)),
        base64url(b"\x04" + b"\xff" * 64),
        base64url(POINT[:-1] + bytes([POINT[-1] ^ 1])),
        BROWSER.p256dh + "\n",
        "x" * 10_000,
    ],
)
def test_a_point_off_the_curve_is_no_key(p256dh: str):
    assert code_of(p256dh=p256dh) == "p256dh"


@pytest.mark.parametrize(
    "auth", ["", "AAAA", base64url(bytes(15)), base64url(bytes(17)), "é" * 22, "x" * 10_000, "A=A"]
)
def test_a_secret_has_sixteen_bytes(auth: str):
    assert code_of(auth=auth) == "auth"


def test_keys_may_be_padded():
    found = endpoint(BROWSER.url, BROWSER.p256dh + "=", BROWSER.auth + "==", more_hosts=NONE)
    assert (found.p256dh, found.auth) == (POINT, BROWSER.secret)


@given(st.text(max_size=100), st.text(max_size=100))
def test_whatever_a_page_gives_it_is_an_endpoint_or_a_fault(p256dh: str, auth: str):
    with pytest.raises(BadEndpoint):
        endpoint(BROWSER.url, p256dh, auth, more_hosts=NONE)


def test_nothing_of_it_is_in_what_is_logged_of_it():
    found = endpoint(BROWSER.url, BROWSER.p256dh, BROWSER.auth, more_hosts=NONE)
    token = BROWSER.url.rpartition("/")[2]
    for told in (repr(found), str(found), f"{found}", repr([found]), repr({"to": found})):
        assert token not in told
        assert repr(BROWSER.secret)[2:-1] not in told
