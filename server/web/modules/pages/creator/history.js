// The checks of one creator, newest first, each with what changed since the one before.

import { scrolling, titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { minute } from "../../words/dates.js";
import { countText, keptTrustText, percent, range, signed } from "../../words/figures.js";
import { number, t } from "../../words/texts.js";
import { verdictChip } from "../../verdict/chip.js";

/** @typedef {import("../../data/entry_cache.js").Visit} Visit */

const SHOWN = 30;

/** @param {Visit[]} arrived in the order of their arrival; an older page may have come later */
export function history(arrived) {
  const visits = [...arrived].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const model = visits.at(-1)?.model_version;
  const lines = visits.map((visit, index) => line(visit, visits[index - 1] ?? null, model)).reverse();
  const titles = [
    "web.history_when",
    "web.list_verdict",
    "web.followers",
    "web.list_engagement",
    "web.list_suspicion",
    "web.history_change",
  ];
  const table = h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...lines.slice(0, SHOWN)));
  return h(
    "section",
    { class: "card" },
    h("h2", {}, t("web.history")),
    lines.length ? scrolling(table) : h("p", { class: "quiet" }, t("web.history_none")),
  );
}

/**
 * @param {Visit} visit
 * @param {Visit | null} before
 * @param {string | null | undefined} model that judged the last visit
 */
function line(visit, before, model) {
  const judge = visit.model_version && visit.model_version !== model ? visit.model_version : null;
  const rate = visit.engagement_rate;
  const verdict = visit.verdict ?? "not_enough_data";
  return h(
    "tr",
    {},
    h(
      "td",
      {},
      h("time", { datetime: visit.at }, minute(visit.at)),
      judge && h("div", { class: "hint" }, t("web.history_model", { model: judge })),
    ),
    h("td", {}, verdictChip(verdict)),
    h("td", {}, countText(visit.followers)),
    h(
      "td",
      {},
      rate ? `${percent(rate.value, 2)} (${range(number(rate.low, 2), number(rate.high, 2))})` : t("web.not_shown"),
    ),
    h("td", {}, keptTrustText(visit) || t("web.not_shown")),
    h("td", {}, before ? changes(visit, before) : t("web.history_first")),
  );
}

/**
 * Only what really differs: two overlapping intervals of a rounded count are no change.
 * @param {Visit} visit
 * @param {Visit} before
 */
export function changes(visit, before) {
  const found = [];
  if (visit.verdict !== before.verdict)
    found.push(t("web.change_verdict", { from: t(`verdict.${before.verdict}`), to: t(`verdict.${visit.verdict}`) }));
  const [now, then] = [visit.followers, before.followers];
  if (now && then && apart(now, then)) found.push(t("web.change_followers", { n: signed(now.value - then.value) }));
  if (visit.engagement_rate && before.engagement_rate && apart(visit.engagement_rate, before.engagement_rate)) {
    found.push(
      t("web.change_rate", {
        from: percent(before.engagement_rate.value, 2),
        to: percent(visit.engagement_rate.value, 2),
      }),
    );
  }
  if (visit.model_version !== before.model_version)
    found.push(t("web.change_model", { version: visit.model_version ?? "" }));
  return found.join(" · ") || t("web.change_none");
}

/**
 * @param {import("../../data/entry_cache.js").Figure} a
 * @param {import("../../data/entry_cache.js").Figure} b
 */
function apart(a, b) {
  return a.low > b.high || b.low > a.high;
}
