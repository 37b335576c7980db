"""What it costs that what is said is safe before anybody hears of it, as ratios to the same server without a disk.

    python -m tests.benchmarks.durable [--runs 3] [--seconds 1.5] [--folder DIR]

Two workloads: 100 rooms of 10 in which everybody talks, one message each in flight; and 500 messages a second, come
what may, to 100 members of one room. The history is in a folder of its own in DIR. Linux only.
"""

import argparse
import statistics
import tempfile
import time
from collections import deque
from pathlib import Path

from tests.benchmarks.load import Client, Load, masked, running, talk

SERVERS = ("ours", "durable")
MEMBERS = 100
RATE = 500.0
SENDERS = 4


def everybody(server: str, folder: Path, seconds: float) -> tuple[float, float]:
    """Microseconds of processor time a delivery, and deliveries a second."""
    with running(server, folder) as process:
        load = Load(process.port)
        load.open(1000)
        groups = load.share_out(100)
        before = process.cpu()
        deliveries = talk(load, groups, 10, seconds)
        spent = process.cpu() - before
        load.close()
    return spent / deliveries * 1e6, deliveries / seconds


def steady(server: str, folder: Path, seconds: float) -> list[float]:
    """Milliseconds from a message on its way to it being heard, by one of the members, sorted."""
    with running(server, folder) as process:
        load = Load(process.port)
        load.open(MEMBERS)
        load.quiet()
        said: deque[float] = deque()
        took: list[float] = []

        def heard(client: Client, data: bytes) -> None:
            now = time.perf_counter()
            took.extend((now - said.popleft()) * 1e3 for _ in range(data.count(b'"message","payload"')))

        load.clients[-1].heard = heard
        text = masked('{"action":"sendMessage","payload":{"message":"' + "x" * 64 + '","room":"default"}}')
        begun = time.perf_counter()
        number = 0
        while number < seconds * RATE:
            due = begun + number / RATE
            while (wait := due - time.perf_counter()) > 0:
                load.turn(min(wait, 0.0005))
            said.append(time.perf_counter())
            load.clients[number % SENDERS].send(text)
            number += 1
        load.until(lambda: not said)
        load.close()
    return sorted(took)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.5)
    parser.add_argument("--folder", type=Path)
    words = parser.parse_args()
    costs: dict[str, list[float]] = {server: [] for server in SERVERS}
    rates: dict[str, list[float]] = {server: [] for server in SERVERS}
    waits: dict[str, list[list[float]]] = {server: [] for server in SERVERS}
    for _ in range(words.runs):
        for server in SERVERS:
            with tempfile.TemporaryDirectory(dir=words.folder) as folder:
                cost, rate = everybody(server, Path(folder), words.seconds)
            costs[server].append(cost)
            rates[server].append(rate)
            with tempfile.TemporaryDirectory(dir=words.folder) as folder:
                waits[server].append(steady(server, Path(folder), words.seconds))
    print("100 rooms of 10, all talk")
    for server in SERVERS:
        print(f"  {server:8} {statistics.median(costs[server]):6.2f} µs a delivery", end="")
        print(f" {statistics.median(rates[server]):9,.0f} deliveries/s")
    ratio = statistics.median(rates["durable"]) / statistics.median(rates["ours"])
    cheaper = statistics.median(costs["ours"]) / statistics.median(costs["durable"])
    print(f"  durable reaches {ratio:.2f} of it, by processor time {cheaper:.2f}   (goal: 0.5)")
    print(f"{RATE:.0f} messages/s to {MEMBERS} members")
    for server in SERVERS:
        middle = statistics.median(run[len(run) // 2] for run in waits[server])
        late = statistics.median(run[len(run) * 99 // 100] for run in waits[server])
        print(
            f"  {server:8} p50 {middle:6.2f} ms   p99 {late:6.2f} ms" + ("   (goal: 25)" if server == "durable" else "")
        )


if __name__ == "__main__":
    main()
