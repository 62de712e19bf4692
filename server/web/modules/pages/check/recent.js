// The list of recent checks.

import { moment } from "../../words/dates.js";
import { icon } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { percent } from "../../words/figures.js";
import { t } from "../../words/texts.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").Figure} Figure */
/** @typedef {import("api").RecentCheck} RecentCheck */

/** The list, or what to do while it is empty. @param {RecentCheck[]} checks */
export function recent(checks) {
  if (!checks.length) return h("p", { class: "quiet" }, t("web.recent_empty"));
  return h("ul", { class: "recent" }, checks.map(line));
}

/** @param {RecentCheck} check */
function line(check) {
  const verdict = check.visit.verdict ?? "not_enough_data";
  const parts = [t(`verdict.${verdict}`), followers(check.visit.followers), rate(check.visit.engagement_rate)];
  return h(
    "li",
    { key: `${check.username} ${check.visit.at}`, class: `tone-${verdict}` },
    icon(verdict),
    h("span", { class: "recent-name" }, h("bdi", {}, shownName(check.username))),
    h("time", { class: "hint", datetime: check.visit.at }, moment(check.visit.at)),
    h("span", { class: "hint recent-more" }, parts.filter(Boolean).join(" · ")),
  );
}

/** @param {Figure | null} figure */
function followers(figure) {
  return figure ? t("web.followers_n", { n: figure.value }) : "";
}

/** @param {Figure | null} figure */
function rate(figure) {
  return figure ? percent(figure.value) : "";
}
