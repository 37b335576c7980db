"""A server's figures, as the library that writes them for Prometheus reads them."""

from prometheus_client.parser import text_string_to_metric_families

from chatapp import __version__
from chatapp.server.counts import Counts
from chatapp.server.metrics import Gauges, text


def read(page: bytes) -> dict[tuple[str, tuple[tuple[str, str], ...]], float]:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(page.decode())
        for sample in family.samples
    }


def test_every_figure_is_told() -> None:
    counts = Counts()
    counts.connections, counts.turned_away, counts.slow = 9, 2, 1
    counts.deliveries, counts.sent, counts.commits_failed = 100, 2000, 3
    counts.events.update(message=5, edit=1)
    counts.refused["rate_limited"] = 4
    counts.commits.add(0.002)
    counts.commits.add(60.0)
    counts.lags.add(0.5)
    told = read(text(counts, Gauges(1, 2, 3, 4, 5, True, 6, 7)))
    wanted = {
        'ready': 1, 'people': 3, 'rooms': 4, 'resumes_total': 5, 'storage_bytes': 6, 'storage_free_bytes': 7,
        'connections_accepted_total': 9, 'connections_turned_away_total': 2, 'connections_slow_total': 1,
        'deliveries_total': 100, 'sent_bytes_total': 2000, 'commits_failed_total': 3,
        'commit_seconds_count': 2, 'commit_seconds_sum': 60.002, 'loop_lag_seconds_count': 1,
    }  # fmt: skip
    assert {name: told[f"chatapp_{name}", ()] for name in wanted} == wanted
    labelled = {
        ("connections", "encrypted", "yes"): 1,
        ("connections", "encrypted", "no"): 2,
        ("events_total", "kind", "message"): 5,
        ("events_total", "kind", "edit"): 1,
        ("refusals_total", "reason", "rate_limited"): 4,
        ("commit_seconds_bucket", "le", "0.001"): 0,
        ("commit_seconds_bucket", "le", "0.0025"): 1,
        ("commit_seconds_bucket", "le", "2.5"): 1,
        ("commit_seconds_bucket", "le", "+Inf"): 2,
    }
    assert {key: told[f"chatapp_{key[0]}", (key[1:],)] for key in labelled} == labelled
    [build] = [dict(labels) for name, labels in told if name == "chatapp_build_info"]
    assert build["version"] == __version__


def test_every_family_begins_with_what_it_is_and_is_there_from_the_start() -> None:
    page = text(Counts(), Gauges()).decode()
    names = [line.split()[2] for line in page.splitlines() if line.startswith("# TYPE ")]
    assert len(names) == len(set(names)) >= 18
    assert all(f"# HELP {name} " in page for name in names)
    assert page.endswith("\n")
