"""Whether an address can only be this very machine: what never leaves it needs no TLS."""

import ipaddress


def is_own_machine(host: str) -> bool:
    """Whether `host` can only be this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
