"""What every test may rely on: no screen, no unexpected warning in the log, the published reports if they are there."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt: tests draw into memory, on a PC with a screen as well.
os.environ["QT_QPA_PLATFORM"] = "offscreen"

ROOT = Path(__file__).resolve().parents[1]
# Windows: Qt looks for fonts in a folder when it draws into memory, and warns where there is none.
os.environ["QT_QPA_FONTDIR"] = str(ROOT / "resources" / "fonts")
REFERENCE = ROOT.parent / "shared" / "reference"

# Two shared cores: how long an example takes says nothing. In CI equal code gives equal examples.
settings.register_profile("house", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests that read the published reports, so that ``-m "not reference"`` leaves them out."""
    for item in items:
        if "reference" in getattr(item, "fixturenames", ()):
            item.add_marker("reference")


@pytest.fixture(scope="session")
def reference() -> Path:
    """Return the folder of the published reports; they lie outside the repository."""
    if not REFERENCE.is_dir():
        pytest.skip(f"公开的参照报告不在这台机器上（{REFERENCE}）")
    return REFERENCE


@pytest.fixture(autouse=True)
def own_data(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep settings, backups and logs of a test out of the developer's own."""
    monkeypatch.setenv("JUESUAN_DATA", str(tmp_path_factory.mktemp("data")))


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning it does not ask for; ``caplog.clear()`` after looking says it was asked for."""
    yield
    loud = [record for phase in ("setup", "call") for record in caplog.get_records(phase) if _is_loud(record)]
    if loud:
        pytest.fail("\n".join(f"{record.name} [{record.levelname}] {record.getMessage()}" for record in loud))


def _is_loud(record: logging.LogRecord) -> bool:
    return record.levelno >= logging.WARNING
