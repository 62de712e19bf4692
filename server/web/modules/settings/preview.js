// What other rules (thresholds, the active search) would change on the list, asked for in rounds: each answers at once with what it has.

import { call } from "../api.js";
import { h } from "../dom.js";
import { address } from "../routes.js";
import { number, t } from "../texts.js";
import { troubleText } from "../trouble.js";
import { showTrouble } from "./saving.js";

/** @typedef {{ username: string, from: string, to: string }} Changed */
/**
 * @typedef {object} Preview
 * @property {number} total
 * @property {number} judged
 * @property {number} pending
 * @property {number} changed
 * @property {{ from: string, to: string, n: number }[]} changes
 * @property {Changed[]} creators
 * @property {{ never_checked: number, no_audit: number }} not_judged
 */

/**
 * The part of the card that says what would change.
 * @param {AbortSignal} signal ends the asking
 * @param {string} path where it is asked
 * @param {string} id of its title
 * @param {string} titled the key of its title
 */
export function previewPlace(signal, path, id, titled) {
  const answer = h("div", { class: "block", role: "status" });
  const progress = h("div", { class: "block" });
  const title = h("h3", { id }, t(titled));
  const element = h("section", { class: "block", "aria-labelledby": title.id }, title, progress, answer);
  let round = 0;

  /** @param {Record<string, unknown>} values */
  const show = async (values) => {
    round += 1;
    const mine = round;
    const stale = () => signal.aborted || mine !== round || !element.isConnected;
    try {
      /** @type {Preview} */
      let found;
      do {
        found = await call("POST", path, values);
        if (stale()) return;
        progress.replaceChildren(progressOf(found));
      } while (found.pending);
      answer.replaceChildren(...summary(found));
    } catch (error) {
      if (stale()) return;
      progress.replaceChildren();
      showTrouble(answer, troubleText(error));
    }
  };
  const unknown = () => {
    round += 1;
    progress.replaceChildren();
    answer.replaceChildren(h("p", { class: "quiet" }, t("web.preview_wrong")));
  };
  return { element, show, unknown };
}

/** @param {Preview} found */
function progressOf({ judged, pending }) {
  if (!pending) return "";
  const of = judged + pending;
  const text = t("web.preview_pending", { done: number(judged), of: number(of) });
  return h("div", { class: "queue-progress" }, h("progress", { value: judged, max: of, "aria-label": text }), text);
}

/** @param {Preview} found */
function summary(found) {
  if (!found.total) return [h("p", { class: "quiet" }, t("web.preview_none_listed"))];
  /** @type {HTMLElement[]} */
  const lines = [headline(found)];
  if (found.changed) lines.push(pairs(found), names(found));
  const { never_checked: never, no_audit: gone } = found.not_judged;
  if (never) lines.push(h("p", { class: "hint" }, t("web.preview_never_checked", { n: never })));
  if (gone) lines.push(h("p", { class: "hint" }, t("web.preview_no_audit", { n: gone })));
  return lines;
}

/** @param {Preview} found */
function headline({ changed, judged }) {
  if (!judged) return h("p", { class: "quiet" }, t("web.preview_nobody"));
  if (!changed) return h("p", {}, t("web.preview_same", { n: judged }));
  return h("p", {}, h("strong", {}, t("web.preview_changed", { n: changed, judged: number(judged) })));
}

/** @param {Preview} found */
function pairs({ changes }) {
  const lines = changes.map(({ from, to, n }) =>
    h("li", {}, t("web.preview_pair", { from: t(`verdict.${from}`), to: t(`verdict.${to}`), n })),
  );
  return h("ul", { class: "points" }, ...lines);
}

/** @param {Preview} found */
function names({ creators, changed }) {
  const lines = creators.map(({ username, from, to }) =>
    h(
      "li",
      {},
      h("a", { href: address("creators", username) }, h("bdi", {}, `@${username}`)),
      ` ${t(`verdict.${from}`)} → ${t(`verdict.${to}`)}`,
    ),
  );
  const more = changed - creators.length;
  return h(
    "details",
    {},
    h("summary", {}, t("web.preview_names", { n: changed })),
    h("ul", { class: "points names" }, ...lines),
    more > 0 && h("p", { class: "hint" }, t("web.preview_more", { n: more })),
  );
}
