"""NHS login is set whole and safely, or not at all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa

from jointly.kit.errors import UnsafeSetting
from jointly.settings import NHS_LOGIN_VTR, read
from support.oidc_provider import key, pem

NAME = "JOINTLY_NHS_LOGIN_"
Environment = dict[str, str]


@pytest.fixture
def whole(tmp_path: Path) -> Environment:
    """Every setting that is needed, as it should be."""
    file = tmp_path / "nhs-login.pem"
    file.write_bytes(pem(key("client")))
    file.chmod(0o600)
    return {
        f"{NAME}ISSUER": "https://auth.login.nhs.uk",
        f"{NAME}CLIENT_ID": "jointly",
        f"{NAME}KEY_FILE": str(file),
    }


def test_it_is_off_unless_all_of_it_is_set(whole: Environment):
    assert read({}).nhs_login_issuer is None
    assert read(whole).nhs_login_vtr == NHS_LOGIN_VTR
    assert read(whole | {f"{NAME}VTR": '["P9.Cm"]'}).nhs_login_vtr == ("P9.Cm",)
    for missing in whole:
        with pytest.raises(UnsafeSetting, match=missing):
            read({name: value for name, value in whole.items() if name != missing})
    with pytest.raises(UnsafeSetting, match="VTR"):
        read({f"{NAME}VTR": '["P9.Cm"]'})


@pytest.mark.parametrize("vtr", ["P9.Cm", "[]", "{}", '["P5.Cp.Cd"]', '["P9.Cm", "P0.Cp"]', '["P9"]', "[9]", "["])
def test_nothing_less_than_proof_of_identity_may_be_asked_for(whole: Environment, vtr: str):
    with pytest.raises(UnsafeSetting, match=f"{NAME}VTR"):
        read(whole | {f"{NAME}VTR": vtr})


@pytest.mark.parametrize(
    "issuer", ["http://auth.login.nhs.uk", "auth.login.nhs.uk", "https://", "https://a.example/?x=1"]
)
def test_it_is_asked_over_tls(whole: Environment, issuer: str):
    with pytest.raises(UnsafeSetting, match=f"{NAME}ISSUER"):
        read(whole | {f"{NAME}ISSUER": issuer})


def small() -> bytes:
    """A key that was enough in another century."""
    return pem(rsa.generate_private_key(public_exponent=65537, key_size=1024))


def elliptic() -> bytes:
    """A good key of the wrong kind."""
    return ec.generate_private_key(ec.SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def locked() -> bytes:
    """A key behind a password, which nobody types at a start."""
    return key("client").private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.BestAvailableEncryption(b"secret")
    )


@pytest.mark.parametrize("made", [small, elliptic, locked, lambda: b"", lambda: b"not a key"])
def test_a_key_that_protects_too_little_is_refused(whole: Environment, made: Callable[[], bytes]):
    Path(whole[f"{NAME}KEY_FILE"]).write_bytes(made())
    with pytest.raises(UnsafeSetting, match=f"{NAME}KEY_FILE"):
        read(whole)


def test_a_key_that_others_can_read_or_that_is_missing_is_refused(whole: Environment):
    file = Path(whole[f"{NAME}KEY_FILE"])
    file.chmod(0o640)
    with pytest.raises(UnsafeSetting, match="chmod 600"):
        read(whole)
    file.unlink()
    with pytest.raises(UnsafeSetting, match="cannot be read"):
        read(whole)
