"""Starting Firefox so that it can be driven, and its preferences."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from threading import Thread
from typing import Any

from tests.browser.harness.bidi import BidiError

EXECUTABLE = Path("/usr/bin/firefox-esr")
UUID = "5d3f9a52-8f2b-4a3f-9c55-0f3a6f1b7c10"
"""The extension's internal address, fixed so that its pages can be opened."""


def preferences(site_port: int, gecko_id: str, language: str) -> dict[str, Any]:
    """The site answers for Instagram; nothing else is looked for on the network."""
    hosts = ("www.instagram.com", "static.cdninstagram.com", "scontent.cdninstagram.com")
    return {
        "network.dns.localDomains": ",".join(hosts),
        "network.socket.forcePort": f"443={site_port}",
        "extensions.webextensions.uuids": json.dumps({gecko_id: UUID}),
        "intl.accept_languages": language,
        "app.normandy.enabled": False,
        "app.update.disabledForTesting": True,
        "browser.safebrowsing.update.enabled": False,
        "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "messaging-system.rsexperimentloader.enabled": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "services.settings.server": "data:,#remote-settings-dummy/v1",
        "ui.prefersReducedMotion": 1,
    }


def start(profile: Path, environment: dict[str, str] | None = None) -> subprocess.Popen[str]:
    command = [str(EXECUTABLE), "--headless", "--no-remote", "--profile", str(profile)]
    command += [
        "--remote-debugging-port",
        "0",
        "--remote-allow-system-access",
        "--width",
        "1280",
        "--height",
        "900",
    ]
    return subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environment
    )


def address(process: subprocess.Popen[str]) -> str:
    """Where the browser listens; its standard error is drained in the background afterwards."""
    assert process.stderr is not None
    for line in process.stderr:
        if "WebDriver BiDi listening on" in line:
            _drain(process)
            return line.split()[-1]
    raise BidiError("Firefox ended before it listened.")


def _drain(process: subprocess.Popen[str]) -> None:
    def read() -> None:
        assert process.stderr is not None
        for _line in process.stderr:
            pass

    Thread(target=read, name="firefox-stderr", daemon=True).start()
