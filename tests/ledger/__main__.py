"""Keep books while a server is killed: `python -m tests.ledger --kills 50 --clients 20 [--seed N]`."""

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from random import SystemRandom

from tests.ledger.run import run


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.ledger", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--clients", type=int, default=20)
    parser.add_argument("--ours", type=int, default=4, help="clients of our own, beside the others")
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(1_000_000))
    words = parser.parse_args()
    print(f"--kills {words.kills} --clients {words.clients} --ours {words.ours} --seed {words.seed}", flush=True)  # noqa: T201
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = asyncio.run(
            run(Path(folder), kills=words.kills, clients=words.clients, ours=words.ours, seed=words.seed)
        )
    for complaint in report.complaints:
        print(complaint)  # noqa: T201
    print(  # noqa: T201
        f"{report.kills} kills and {report.cuts} cuts in {time.monotonic() - begun:.0f} s, "
        f"{report.connections} connections, {report.messages} messages, {report.strangers} came back under another "
        f"name: {len(report.complaints) or 'no'} complaints"
    )
    return 1 if report.complaints else 0


if __name__ == "__main__":
    sys.exit(main())
