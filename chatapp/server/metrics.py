"""A server's figures, in the text format 0.0.4 of Prometheus. No names, addresses or texts are among them."""

import platform
from collections.abc import Iterator
from typing import NamedTuple

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.metrics_core import CounterMetricFamily, GaugeMetricFamily, HistogramMetricFamily, Metric
from prometheus_client.registry import Collector

from chatapp import __version__
from chatapp.server.counts import Counts, Spread


class Gauges(NamedTuple):
    """How things are just now."""

    secure: int = 0
    """connections that are encrypted"""
    plain: int = 0
    """and those that are not"""
    people: int = 0
    rooms: int = 0
    resumed: int = 0
    """how often somebody came back to what they had"""
    ready: bool = False
    storage: int = 0
    """bytes of what is kept; 0 where nothing is"""
    free: int = 0
    """bytes that the disk of a server that keeps something has left"""


def text(counts: Counts, gauges: Gauges) -> bytes:
    """All of it. Reads a few small files on Linux, about this process."""
    registry = CollectorRegistry()
    registry.register(_Ours(counts, gauges))
    ProcessCollector(registry=registry)
    return generate_latest(registry)


class _Ours(Collector):
    def __init__(self, counts: Counts, gauges: Gauges) -> None:
        self._counts = counts
        self._gauges = gauges

    def collect(self) -> Iterator[Metric]:
        counts, now = self._counts, self._gauges
        build = GaugeMetricFamily("chatapp_build_info", "Always 1.", labels=("version", "python"))
        build.add_metric((__version__, platform.python_version()), 1)
        yield build
        yield GaugeMetricFamily("chatapp_ready", "1 where /readyz would say so.", now.ready)
        open_ = GaugeMetricFamily("chatapp_connections", "Connections that are open.", labels=("encrypted",))
        open_.add_metric(("yes",), now.secure)
        open_.add_metric(("no",), now.plain)
        yield open_
        yield GaugeMetricFamily("chatapp_people", "Connections that have said who they are.", now.people)
        yield GaugeMetricFamily("chatapp_rooms", "Rooms.", now.rooms)
        yield GaugeMetricFamily("chatapp_storage_bytes", "What is kept takes that much of the disk.", now.storage)
        yield GaugeMetricFamily("chatapp_storage_free_bytes", "What the disk has left.", now.free)
        for name, what, number in (
            ("connections_accepted", "Connections that came.", counts.connections),
            ("connections_turned_away", "Connections over a limit.", counts.turned_away),
            ("connections_slow", "Connections dropped because they did not read what they were sent.", counts.slow),
            ("resumes", "People who came back with their token.", now.resumed),
            ("deliveries", "Frames sent, each counted once for each connection it went to.", counts.deliveries),
            ("sent_bytes", "Bytes of the frames sent.", counts.sent),
            ("commits_failed", "Batches of writes that the storage could not keep.", counts.commits_failed),
        ):
            yield CounterMetricFamily(f"chatapp_{name}", what, number)
        events = CounterMetricFamily("chatapp_events", "What people said and did, accepted.", labels=("kind",))
        for kind, number in sorted(counts.events.items()):
            events.add_metric((kind,), number)
        yield events
        refused = CounterMetricFamily("chatapp_refusals", "Requests that were refused.", labels=("reason",))
        for reason, number in sorted(counts.refused.items()):
            refused.add_metric((reason,), number)
        yield refused
        yield _histogram("chatapp_commit_seconds", "How long a batch of writes took to be safe.", counts.commits)
        yield _histogram("chatapp_loop_lag_seconds", "How late the event loop was, twice a second.", counts.lags)


def _histogram(name: str, what: str, spread: Spread) -> Metric:
    return HistogramMetricFamily(name, what, buckets=spread.up_to, sum_value=spread.total)
