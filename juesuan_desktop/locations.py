"""Where things are: the data we ship, and what belongs to the person at the PC.

No other file builds such a path. Nothing here creates a folder: whoever writes into one makes it.
"""

import os
import sys
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

# Platform → (variable that names the folder for a person's data, where it is below home without the variable).
_DATA_HOME = {
    "win32": ("APPDATA", "AppData/Roaming"),
    "darwin": ("", "Library/Application Support"),
}
_DATA_HOME_ELSEWHERE = ("XDG_DATA_HOME", ".local/share")

# What Windows keeps for devices, whatever the ending, and the signs that it keeps for itself.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
_SIGNS = frozenset('<>:"/\\|?*')


def resources() -> Path:
    """Return the folder of forms, rules, codes, fonts and all else that is shipped as data."""
    return _shipped("resources")


def sample() -> Path:
    """Return the report of an invented unit, to try the program with."""
    return resources() / "samples" / "sample.txt"


def translations() -> Path:
    """Return the folder of the translated interface (.qm)."""
    return _shipped("translations")


def user_data() -> Path:
    """Return the folder for what the person made or chose; JUESUAN_DATA puts it elsewhere, say on a USB stick."""
    chosen = os.environ.get("JUESUAN_DATA")
    return Path(chosen).expanduser().absolute() if chosen else _data_home() / "juesuan"


def user_forms() -> Path:
    """Return the folder of forms that the person added to the shipped ones."""
    return user_data() / "forms"


def backups() -> Path:
    """Return the folder of backups."""
    return user_data() / "backups"


def logs() -> Path:
    """Return the folder of logs and crash reports."""
    return user_data() / "logs"


def is_usable_name(name: str) -> bool:
    """Return whether a file can be called so: Windows sends con.pdf to the console and hides 甲:乙.pdf inside 甲."""
    if sys.platform != "win32":
        return True
    return name.partition(".")[0].strip().lower() not in _DEVICES and _SIGNS.isdisjoint(name)


def _shipped(name: str) -> Path:
    """Find shipped data: wheel and frozen program carry it in ``_data``, the source tree beside the package."""
    inside = _PACKAGE / "_data"
    return (inside if inside.is_dir() else _PACKAGE.parent) / name


def _data_home() -> Path:
    variable, below_home = _DATA_HOME.get(sys.platform, _DATA_HOME_ELSEWHERE)
    named = os.environ.get(variable)
    return Path(named) if named else Path.home() / below_home
