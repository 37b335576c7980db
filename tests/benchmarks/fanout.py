"""How much a room's messages cost, as ratios to the obvious server in the same run.

    python -m tests.benchmarks.fanout [--runs 3] [--seconds 1.5]
    python -m tests.benchmarks.fanout --tools DIR       also against C and Node, with a load generator in C

Processor time a delivery and deliveries a second, medians; the load is in Python and on a processor of its own, so it
is the processor time that tells. With DIR, which has a `compare.py`, that one is run on our server. Linux only.
"""

import argparse
import statistics
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.load import LIMITS, OURS, SERVERS, Load, running, talk

WORK = {"one room of 100, 4 talk": (100, 1, 4), "30 rooms of 10, all talk": (300, 30, 10)}
AGAINST_C = "W1w1,W2,W3,W5"


def once(server: str, clients: int, rooms: int, senders: int, seconds: float) -> tuple[float, float]:
    """Microseconds of processor time a delivery, and deliveries a second."""
    with running(server) as process:
        load = Load(process.port)
        load.open(clients)
        groups = load.share_out(rooms)
        before = process.cpu()
        deliveries = talk(load, groups, senders, seconds)
        spent = process.cpu() - before
        load.close()
    return spent / deliveries * 1e6, deliveries / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=1.5)
    parser.add_argument("--tools", type=Path)
    words = parser.parse_args()
    if words.tools is not None:
        command = [sys.executable, str(words.tools / "compare.py"), "--runs", str(words.runs), "--work", AGAINST_C]
        ours = [sys.executable, "-m", *OURS, *LIMITS, "--port", "{port}"]
        subprocess.run([*command, "--secs", str(words.seconds), "--", *ours], check=True)
        return
    for name, work in WORK.items():
        runs: dict[str, list[tuple[float, float]]] = {server: [] for server in SERVERS}
        for _ in range(words.runs):
            for server, results in runs.items():
                results.append(once(server, *work, words.seconds))
        cost = {server: statistics.median(cost for cost, _ in results) for server, results in runs.items()}
        rate = {server: statistics.median(rate for _, rate in results) for server, results in runs.items()}
        print(name)
        for server in SERVERS:
            ratio = "" if server == "ours" else f"   ours costs {cost['ours'] / cost[server]:.2f} of it"
            print(f"  {server:8} {cost[server]:6.2f} µs a delivery {rate[server]:9,.0f} deliveries/s{ratio}")


if __name__ == "__main__":
    main()
