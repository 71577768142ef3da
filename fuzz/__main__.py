"""Feed the targets and say how many inputs each took: ``python -m fuzz [TARGET...] --seconds N``."""

import argparse
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

from fuzz.running import Tally
from fuzz.target import FINDS
from fuzz.targets import TARGETS

_LATE = 120  # seconds that a target may take to start and to end


def main() -> int:
    """Run and return the exit code: 1 when there is a find or a target broke off."""
    options = _options()
    how = "led by coverage (atheris)" if find_spec("atheris") else "by chance (atheris is not installed)"
    print(f"{len(options.target)} targets, {options.seconds:g} seconds each, {how}, seed {options.seed}")
    print(f"{'target':<12}{'inputs':>12}{'past the gates':>16}{'finds':>8}  ended")
    with tempfile.TemporaryDirectory() as scratch, ThreadPoolExecutor(options.jobs) as pool:
        keep = options.keep or Path(scratch)
        keep.mkdir(parents=True, exist_ok=True)
        results = list(pool.map(lambda name: _one(name, options, keep), options.target))
    tried, broken = sum(result[0] for result in results), [result for result in results if result[1]]
    print(f"{'together':<12}{tried:>12,}")
    if broken:
        print(f"what broke a target is in {FINDS}, or told above")
    return 1 if broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target", nargs="*", help=f"of {', '.join(TARGETS)}; all without one")
    parser.add_argument("--seconds", type=float, default=10, help="for each target")
    parser.add_argument("--seed", type=int, default=1, help="of the chance that is in it")
    parser.add_argument("--jobs", type=int, default=1, help="targets at a time")
    parser.add_argument("--keep", type=Path, help="a folder of inputs that led somewhere, to go on from")
    options = parser.parse_args()
    unknown = [name for name in options.target if name not in TARGETS]
    if unknown:
        parser.error(f"there is no target {', '.join(unknown)}")
    options.target = options.target or list(TARGETS)
    return options


def _one(name: str, options: argparse.Namespace, keep: Path) -> tuple[int, bool]:
    """Feed one target in a process of its own; return how many inputs it took, and whether it broke."""
    tally, corpus = keep / f"{name}.tally", keep / name
    tally.unlink(missing_ok=True)
    words = (sys.executable, "-m", "fuzz.running", name, str(options.seconds), str(options.seed), tally, corpus)
    try:
        done = subprocess.run(list(map(str, words)), capture_output=True, timeout=options.seconds + _LATE, check=False)
        ended = "as it should" if done.returncode == 0 else f"with {done.returncode}"
        said = done.stderr.decode("utf-8", "replace")
    except subprocess.TimeoutExpired:
        ended, said = "not by itself", ""
    tried, passed, found = Tally(tally).read() if tally.exists() else (0, 0, 0)
    share = f"{passed:,} ({100 * passed // max(1, tried)} %)"
    print(f"{name:<12}{tried:>12,}{share:>16}{found:>8,}  {ended}", flush=True)
    if ended != "as it should":
        print("\n".join(f"    {line}" for line in said.splitlines()[-12:]), flush=True)
    return tried, bool(found) or ended != "as it should"


if __name__ == "__main__":
    sys.exit(main())
