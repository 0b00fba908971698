"""Where and how numbers came about."""

import datetime
import os
import platform
import re
import subprocess
from pathlib import Path


def commit() -> str:
    """The name of what is measured."""
    describe = ["git", "describe", "--always", "--dirty"]
    return subprocess.run(describe, capture_output=True, text=True).stdout.strip() or "unknown"


def setting(seconds: float, choices: dict[str, str]) -> str:
    """Machine, compiler, date and commit of a run that took so long, as lines of Markdown."""
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
    memory = re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True)
    compiler = re.search(r"Swift version \S+", swift.stdout + swift.stderr)
    lines = {
        "Machine": f"{model[1] if model else platform.machine()}, "
        f"{os.cpu_count()} cores, {int(memory[1]) / 2**20:.0f} GB",
        "System": f"Linux {platform.release().split('-')[0]}",
        "Compiler": f"{compiler[0] if compiler else 'unknown'}, release build",
        "Python": platform.python_version(),
        "Date": f"{datetime.date.today():%d %B %Y}, {seconds / 60:.0f} minutes",
        "Commit": commit(),
        **choices,
    }
    return "\n".join(f"- {name}: {text}" for name, text in lines.items())
