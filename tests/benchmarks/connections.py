"""What connections cost, as ratios to the obvious server in the same run.

    python -m tests.benchmarks.connections [--runs 3] [--idle 2000]
    python -m tests.benchmarks.connections --tls        encrypted against plain, both ours

Connections a second (handshake, identify, the answer; 64 under way at once), KiB of the server's memory for an idle
one, and the time that 500 people who arrive at once wait until everyone has the last room list. In TLS: the server's
processor time for one that comes, its memory, and the processor time of a delivery in a room of 100. Medians. Linux
only.
"""

import argparse
import resource
import statistics
import time
from collections.abc import Callable

from tests.benchmarks.load import SERVERS, Client, Load, running, talk

ARRIVALS = 500


def arriving(server: str, number: int) -> tuple[float, float]:
    """Connections a second, and KiB for each."""
    with running(server) as process:
        load = Load(process.port)
        load.open(100)
        load.quiet()
        before = process.memory()
        start = time.perf_counter()
        load.open(number)
        took = time.perf_counter() - start
        load.quiet()
        grown = process.memory() - before
        load.close()
    return number / took, grown / number


def storm(server: str) -> float:
    """Seconds from the first connection until everyone has the list with everyone in it."""
    last = f'"default":{ARRIVALS}'.encode(), f'"default": {ARRIVALS}'.encode()
    tails: dict[Client, bytes] = {}
    told: set[Client] = set()

    def heard(client: Client, data: bytes) -> None:
        seen = tails.get(client, b"") + data
        tails[client] = seen[-20:]
        if any(each in seen for each in last):
            told.add(client)

    with running(server) as process:
        load = Load(process.port)
        start = time.perf_counter()
        load.open(ARRIVALS, at_once=ARRIVALS, also=heard)
        load.until(lambda: len(told) == ARRIVALS)
        took = time.perf_counter() - start
        load.close()
    return took


def show(title: str, unit: str, measure: Callable[[str], float], runs: int) -> None:
    figures: dict[str, list[float]] = {server: [] for server in SERVERS}
    for _ in range(runs):
        for server, results in figures.items():
            results.append(measure(server))
    ours, other = (statistics.median(figures[server]) for server in ("ours", "obvious"))
    print(f"{title:34} ours {ours:10,.2f} {unit:6} obvious {other:10,.2f} {unit:6} ours / it {ours / other:.2f}")


def encrypted(runs: int, number: int) -> None:
    """What TLS costs the server, beside the same without it."""
    figures: dict[bool, list[tuple[float, float, float]]] = {False: [], True: []}
    for _ in range(runs):
        for tls, results in figures.items():
            with running("ours") as process:
                load = Load(process.port, encrypted=tls)
                load.open(100)
                load.quiet()
                memory, spent = process.memory(), process.cpu()
                load.open(number, at_once=1)
                load.quiet()
                arriving = (process.cpu() - spent) / number * 1000
                grown = (process.memory() - memory) / number
                load.close()
            with running("ours") as process:
                load = Load(process.port, encrypted=tls)
                load.open(100)
                groups = load.share_out(1)
                spent = process.cpu()
                deliveries = talk(load, groups, 4, 1.5)
                results.append((arriving, grown, (process.cpu() - spent) / deliveries * 1e6))
                load.close()
    for place, title in enumerate(("ms for one that comes", "KiB for one that is idle", "µs for a delivery")):
        plain, tls = (statistics.median(result[place] for result in figures[which]) for which in (False, True))
        print(f"{title:26} plain {plain:8.2f}   TLS {tls:8.2f}   TLS / plain {tls / plain:.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--idle", type=int, default=2000)
    parser.add_argument("--tls", action="store_true")
    words = parser.parse_args()
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    if words.tls:
        encrypted(words.runs, min(words.idle, 500))  # one after the other, and the first ones answer no ping
        return
    # The obvious server tells everyone of everyone: with more than some hundred it would take minutes.
    show("connections, 400 in all", "/s", lambda server: arriving(server, 300)[0], words.runs)
    show("an idle connection, 400 in all", "KiB", lambda server: arriving(server, 300)[1], words.runs)
    rate, size = arriving("ours", words.idle)
    print(f"{f'{words.idle} connections, ours alone':34} {rate:,.0f} /s, {size:.2f} KiB each")
    show("500 at once, the last list after", "s", storm, words.runs)


if __name__ == "__main__":
    main()
