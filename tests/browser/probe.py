"""A throw-away extension with the parts that the harness must be able to handle, and nothing of Soi's."""

from __future__ import annotations

import json
from pathlib import Path

_CONTENT = """
const host = document.createElement('div');
host.style.cssText = 'position: fixed; right: 8px; top: 8px; z-index: 99';
const root = host.attachShadow({ mode: 'closed' });
const region = document.createElement('section');
region.setAttribute('aria-label', 'Probe');
const button = document.createElement('button');
button.textContent = 'Count';
const shown = document.createElement('p');
shown.textContent = 'nothing yet';
button.addEventListener('click', async (event) => {
  if (!event.isTrusted) return;
  try {
    const reply = await chrome.runtime.sendMessage({ type: 'count' });
    shown.textContent = `counted ${reply.count}, woken ${reply.woken}`;
  } catch {
    shown.textContent = 'refresh the page';
  }
});
region.append(button, shown);
root.append(region);
document.documentElement.append(host);
"""
_BACKGROUND = """
let woken = false;
chrome.runtime.onMessage.addListener((message, sender, reply) => {
  chrome.storage.local.get({ count: 0, starts: 0 }).then(async ({ count, starts }) => {
    if (!woken) starts += 1;
    woken = true;
    await chrome.storage.local.set({ count: count + 1, starts });
    reply({ count: count + 1, woken: starts });
  });
  return true;
});
"""


def write(folder: Path) -> Path:
    """The extension's files in ``folder``."""
    manifest = {
        "manifest_version": 3,
        "name": "Probe",
        "version": "1.0",
        "permissions": ["storage"],
        "background": {"service_worker": "background.js", "scripts": ["background.js"]},
        "content_scripts": [{"matches": ["https://www.instagram.com/*"], "js": ["content.js"]}],
        "browser_specific_settings": {"gecko": {"id": "probe@soi.invalid", "strict_min_version": "142.0"}},
    }
    (folder / "options").mkdir(parents=True)
    page = '<!DOCTYPE html><html lang="en"><title>Probe options</title><h1>Probe options</h1><input aria-label="Word"></html>'
    (folder / "options" / "options.html").write_text(page, "utf-8")
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    (folder / "content.js").write_text(_CONTENT, "utf-8")
    (folder / "background.js").write_text(_BACKGROUND, "utf-8")
    return folder
