// Requests to connect that wait for Allow or Deny.

import { Refused, call } from "../data/api.js";
import { askNow } from "../data/rounds.js";
import { button } from "../parts/elements.js";
import { h } from "../parts/preact.js";
import { t } from "../words/texts.js";

/** @typedef {import("api").WaitingPairing} Pairing */

/** @param {{ pairings: Pairing[] }} props */
export function Pairings({ pairings }) {
  return h(
    "div",
    { id: "pairings", "aria-live": "polite" },
    pairings.map((pairing) => h(PairingCard, { key: pairing.id, pairing })),
  );
}

/** @param {{ pairing: Pairing }} props */
function PairingCard({ pairing }) {
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
      button(t("web.allow"), "button-primary", () => decide(pairing.id, true)),
      button(t("web.deny"), "", () => decide(pairing.id, false)),
    ),
  );
}

/**
 * @param {string} id
 * @param {boolean} allow
 */
async function decide(id, allow) {
  try {
    await call("POST", `/pairings/${id}/decision`, { allow });
  } catch (error) {
    // A tab that an extension opened lets nobody in: there the code of the terminal decides.
    if (error instanceof Refused && error.status === 401) {
      location.assign(`/pair/${id}`);
      return;
    }
  }
  await askNow();
}
