// The connect page: requests that wait for Allow or Deny, and who is connected.

import { call, Refused } from "./api.js";
import { moment } from "./dates.js";
import { button, byId, h } from "./dom.js";
import { t } from "./texts.js";

/** @typedef {{ id: string, name: string, code: string, origin: string | null }} Pairing */
/** @typedef {{ client_id: string, name: string, last_seen: string | null, created_at: string, live: boolean }} Device */

/**
 * Draw the waiting requests; the same ones are not drawn again, so that a focused button keeps its focus.
 * @param {Pairing[]} pairings
 * @param {() => void} changed
 */
export function drawPairings(pairings, changed) {
  const place = byId("pairings");
  const drawn = pairings.map((pairing) => pairing.id).join(" ") + document.documentElement.lang;
  if (place.dataset["drawn"] === drawn) return;
  place.dataset["drawn"] = drawn;
  place.replaceChildren(...pairings.map((pairing) => pairingCard(pairing, changed)));
}

/**
 * @param {Pairing} pairing
 * @param {() => void} changed
 */
function pairingCard(pairing, changed) {
  /** @param {boolean} allow */
  const decide = (allow) => {
    call("POST", `/pairings/${pairing.id}/decision`, { allow }).then(changed, (error) => {
      // A tab that an extension opened lets nobody in: there the code of the terminal decides.
      if (error instanceof Refused && error.status === 401) location.assign(`/pair/${pairing.id}`);
      else changed();
    });
  };
  return h(
    "div",
    { class: "pairing", role: "group", "aria-label": t("web.pairing_title") },
    h("p", {}, h("strong", {}, t("web.pairing_title"))),
    h("p", {}, h("bdi", {}, pairing.name)),
    h("p", { class: "hint" }, t("web.pairing_match")),
    h("output", { class: "pair-code" }, pairing.code),
    h(
      "div",
      { class: "actions" },
      button(t("web.allow"), "button-primary", () => decide(true)),
      button(t("web.deny"), "", () => decide(false)),
    ),
  );
}

/**
 * Draw who is connected, or the steps to connect.
 * @param {Device[]} devices
 * @param {() => void} changed
 */
export function drawDevices(devices, changed) {
  const place = byId("connection");
  const drawn = JSON.stringify([devices, document.documentElement.lang]);
  if (place.dataset["drawn"] === drawn) return;
  place.dataset["drawn"] = drawn;
  if (devices.length) {
    place.replaceChildren(h("ul", { class: "devices" }, ...devices.map((device) => deviceLine(device, changed))));
  } else {
    place.replaceChildren(h("p", { class: "state" }, h("span", { class: "dot" }), t("web.no_device")), steps());
  }
}

function steps() {
  const lines = ["web.step_install", "web.step_connect", "web.step_allow"];
  return h("ol", { class: "steps" }, ...lines.map((key) => h("li", {}, t(key))));
}

/**
 * @param {Device} device
 * @param {() => void} changed
 */
function deviceLine(device, changed) {
  const seen = device.last_seen ?? device.created_at;
  const state = device.live ? t("web.device_live") : t("web.device_seen", { when: moment(seen) });
  const revoke = button(t("web.disconnect"), "button-small", () => {
    call("DELETE", `/devices/${device.client_id}`).then(changed, changed);
  });
  revoke.setAttribute("aria-label", t("web.disconnect_name", { name: device.name }));
  return h(
    "li",
    { class: "device" },
    h("span", { class: device.live ? "dot dot-live" : "dot" }),
    h("div", { class: "device-text" }, h("strong", {}, h("bdi", {}, device.name)), h("p", { class: "hint" }, state)),
    revoke,
  );
}

/** Say that the server does not answer, once. */
export function drawServerOff() {
  const place = byId("connection");
  const drawn = `off ${document.documentElement.lang}`;
  if (place.dataset["drawn"] === drawn) return;
  place.dataset["drawn"] = drawn;
  place.replaceChildren(h("p", { class: "message message-risk", role: "alert" }, t("web.server_off")));
}
