"""Makes the virtual environments that the peers run in, where they are missing.

python environments.py FOLDER NAME…

One for each requirements-NAME.txt beside this file. `lap` and `lapx` share the name they are
imported by, so one environment cannot hold both; integer programming has one of its own.
"""

import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).parent
# Without these nothing can be generated, and nothing compared.
ESSENTIAL = ("numpy", "scipy")
TOOL_MISSING = 69


def requirements(name: str) -> list[str]:
    lines = (HERE / f"requirements-{name}.txt").read_text().splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def install(python: Path, packages: list[str]) -> bool:
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command = [*pip, "--prefer-binary", *packages]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode:
        print(*result.stderr.strip().splitlines()[-1:], file=sys.stderr)
    return result.returncode == 0


def make(folder: Path, name: str) -> None:
    done = folder / name / "complete"
    wanted = requirements(name)
    if done.exists() and done.read_text().splitlines() == wanted:
        return
    print(f"installing {', '.join(wanted)}", flush=True)
    venv.create(folder / name, with_pip=True, clear=True)
    python = folder / name / "bin" / "python"
    if not install(python, wanted):
        # One by one: what cannot be had is left out, and the table says so.
        missing = [package for package in wanted if not install(python, [package])]
        print(f"not installed, left out: {', '.join(missing)}", file=sys.stderr)
        if any(package.startswith(ESSENTIAL) for package in missing):
            sys.exit(TOOL_MISSING)
    done.write_text("\n".join(wanted) + "\n")


def main() -> None:
    if sys.version_info < (3, 11):
        print("the benchmark needs Python 3.11 or later: numpy and scipy do", file=sys.stderr)
        sys.exit(TOOL_MISSING)
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    try:
        for name in names:
            make(folder, name)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"cannot make a virtual environment in {folder}: {error}", file=sys.stderr)
        print("on Debian the package python3-venv holds what is missing", file=sys.stderr)
        sys.exit(TOOL_MISSING)


if __name__ == "__main__":
    main()
