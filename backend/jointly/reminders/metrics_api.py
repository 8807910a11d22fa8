"""/metrics: how reminders do, for Prometheus. Counts alone: nothing here is about one person."""

import hmac
from collections.abc import Iterator

from litestar import Request, Response, get
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from jointly.kit import clock
from jointly.kit.errors import Refusal
from jointly.people.guards import open_to_all
from jointly.reminders import operating
from jointly.reminders.dispatching import Dispatcher


@get("/metrics", guards=[open_to_all], include_in_schema=False)
async def metrics(request: Request) -> Response[bytes]:
    """What this process did since it began, and what waits in the database of all. 404 without the operator's token."""
    wanted = request.app.state.settings.metrics_token
    given = request.headers.get("authorization", "").removeprefix("Bearer ")
    if not wanted or not hmac.compare_digest(given.encode(), wanted.encode()):
        raise Refusal(404, "not-found")
    house = request.app.state.house
    states, oldest, subscriptions = await house.db.read(operating.gauges, group=house.service, purpose="monitor")
    late = max(0.0, (clock.now() - oldest).total_seconds()) if oldest else 0.0
    registry = CollectorRegistry()
    registry.register(_Reminders(request.app.state.dispatcher, states, late, subscriptions))
    return Response(
        generate_latest(registry), headers={"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
    )


class _Reminders(Collector):
    def __init__(self, dispatcher: Dispatcher | None, states: dict[str, int], late: float, subscriptions: int) -> None:
        self._dispatcher, self._states, self._late, self._subscriptions = dispatcher, states, late, subscriptions

    def collect(self) -> Iterator[Metric]:
        if self._dispatcher:
            counted = CounterMetricFamily("jointly_reminders", "What this process did", labels=["what"])
            for what, count in sorted(self._dispatcher.counted.items()):
                counted.add_metric([what], count)
            yield counted
            yield GaugeMetricFamily(
                "jointly_reminders_latest_seconds",
                "How late the latest telling of the last look was",
                value=self._dispatcher.latest.total_seconds(),
            )
        messages = GaugeMetricFamily("jointly_reminder_messages", "Messages by how they stand", labels=["state"])
        for state in ("sending", "failed", "dead"):
            messages.add_metric([state], self._states.get(state, 0))
        yield messages
        yield GaugeMetricFamily("jointly_reminders_overdue_seconds", "How long the oldest due waits", value=self._late)
        yield GaugeMetricFamily("jointly_push_subscriptions", "Browsers that are pushed to", value=self._subscriptions)
