"""A desktop that shows notifications to nobody and can click on them: a D-Bus of its own with a daemon on it.

A click goes the real way: signal, browser, worker. Only such a click lets a worker open a window.
"""

import socket
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from anyio.from_thread import BlockingPortal
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusInt32, DBusSignature, DBusStr, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

from support import processes
from support.push.programs import BUS, path_of
from support.push.waiting import until

NAME, PLACE = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
BY_THE_PERSON, BY_THE_PROGRAM = 2, 3
"""Why a notification was closed."""
# No folders of services: nothing of a real desktop is started through this bus.
CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
  </policy>
</busconfig>
"""

Strings = Annotated[list[str], DBusSignature("as")]
Hints = Annotated[dict, DBusSignature("a{sv}")]
FourStrings = Annotated[list[str], DBusSignature("ssss")]
NumberAndReason = Annotated[list[int], DBusSignature("uu")]
NumberAndText = Annotated[list, DBusSignature("us")]


@dataclass(frozen=True, slots=True)
class Shown:
    """A notification as it was shown. One that replaces another has its `id`. `actions`: what a click on each says."""

    id: int
    title: str
    body: str
    actions: dict[str, str]
    """By what stands on the button."""


class Desktop:
    """`shown` is every notification so far, also those that are closed by now (`closed`, their ids)."""

    def __init__(self, address: str, daemon: "_Daemon", portal: BlockingPortal) -> None:
        self.address = address
        self._daemon = daemon
        self._portal = portal

    @property
    def shown(self) -> list[Shown]:
        """In order."""
        return list(self._daemon.shown)

    @property
    def closed(self) -> set[int]:
        """The ids of those that are not on the screen any more."""
        return set(self._daemon.closed)

    def sees(self, title: str) -> Shown:
        """The first notification with that title, once it is there."""
        found = until(lambda: [one for one in self.shown if one.title == title], f"a notification {title!r}")
        return found[0]

    def click(self, shown: Shown, label: str) -> None:
        """Press one of its buttons."""
        self._portal.call(self._daemon.ActionInvoked, shown.id, shown.actions[label])

    def open(self, shown: Shown) -> None:
        """Press the notification itself."""
        self._portal.call(self._daemon.ActionInvoked, shown.id, "default")

    def dismiss(self, shown: Shown) -> None:
        """Wipe it away."""
        self._portal.call(self._daemon.close, shown.id, BY_THE_PERSON)


@contextmanager
def a_desktop(portal: BlockingPortal, folder: Path) -> Iterator[Desktop]:
    """A bus in `folder`, whose path is short: it holds a socket. Programs find it by DBUS_SESSION_BUS_ADDRESS."""
    file, config, log = folder / "bus", folder / "bus.conf", folder / "bus.log"
    config.write_text(CONFIG.format(socket=file))
    process = processes.start([path_of(BUS), f"--config-file={config}", "--nofork", "--nopidfile"], log=log)
    try:
        processes.wait_until(lambda: _answers(file), process, log=log)
        address = f"unix:path={file}"
        with portal.wrap_async_context_manager(_daemon_on(address)) as daemon:
            yield Desktop(address, daemon, portal)
    finally:
        processes.stop(process)


def _answers(file: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(str(file)) == 0


@asynccontextmanager
async def _daemon_on(address: str) -> AsyncIterator["_Daemon"]:
    bus = await MessageBus(bus_address=address).connect()
    try:
        daemon = _Daemon()
        bus.export(PLACE, daemon)
        await bus.request_name(NAME)
        yield daemon
    finally:
        bus.disconnect()
        await bus.wait_for_disconnect()


class _Daemon(ServiceInterface):
    """What browsers talk to; the names are those of the desktop's own specification."""

    def __init__(self) -> None:
        super().__init__(NAME)
        self.shown: list[Shown] = []
        self.closed: set[int] = set()

    def close(self, number: int, reason: int) -> None:
        self.closed.add(number)
        self.NotificationClosed(number, reason)

    @dbus_method()
    def GetCapabilities(self) -> Strings:
        return ["actions", "body", "persistence"]

    @dbus_method()
    def GetServerInformation(self) -> FourStrings:
        return ["nobody's desktop", "Jointly", "1", "1.2"]

    @dbus_method()
    def Notify(
        self,
        app: DBusStr,
        replaces: DBusUInt32,
        icon: DBusStr,
        title: DBusStr,
        body: DBusStr,
        actions: Strings,
        hints: Hints,
        milliseconds: DBusInt32,
    ) -> DBusUInt32:
        number = replaces or len(self.shown) + 1
        self.closed.discard(number)
        self.shown.append(Shown(number, title, body, dict(zip(actions[1::2], actions[::2], strict=True))))
        return number

    @dbus_method()
    def CloseNotification(self, number: DBusUInt32):
        self.close(number, BY_THE_PROGRAM)

    @dbus_signal()
    def NotificationClosed(self, number: int, reason: int) -> NumberAndReason:
        return [number, reason]

    @dbus_signal()
    def ActionInvoked(self, number: int, key: Any) -> NumberAndText:
        return [number, key]
