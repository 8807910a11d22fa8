"""Tests may only connect to this machine: what reaches further fails, and says where it wanted to go."""

import ipaddress
import socket
import sys
from typing import Any


class OutsideConnection(AssertionError):
    """A test tried to reach another machine."""


def is_loopback(address: Any) -> bool:
    """Whether a socket address is on this machine; socket files are."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _refuse_outside(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "socket.connect":
        connection, address = arguments
        if connection.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address):
            raise OutsideConnection(f"tests connect only to this machine, not to {address}")


def stand_guard() -> None:
    """Watch every connection of this process from now on; Python's audit hooks cannot be taken off."""
    sys.addaudithook(_refuse_outside)
