"""Private keys that an operator puts into a file: read once at the start, and refused when they protect too little."""

from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from jointly.kit.errors import UnsafeSetting

LEAST_BITS = 2048


def read_rsa_key(path: Path, setting: str) -> RSAPrivateKey:
    """The RSA key in the PEM file at `path`; raises `UnsafeSetting`, naming `setting`, for any other or open file."""
    try:
        mode, pem = path.stat().st_mode, path.read_bytes()
    except OSError:
        raise UnsafeSetting(f"{setting}={path} cannot be read: it must be a file of the service's own user.") from None
    if mode & 0o077:
        raise UnsafeSetting(f"{setting}={path} can be read by other users: chmod 600 it.")
    try:
        key = load_pem_private_key(pem, password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, RSAPrivateKey):
        raise UnsafeSetting(f"{setting}={path} must hold an RSA private key as PEM, without a password.")
    if key.key_size < LEAST_BITS:
        raise UnsafeSetting(f"{setting}={path} holds a key of {key.key_size} bits; at least {LEAST_BITS} are needed.")
    return key
