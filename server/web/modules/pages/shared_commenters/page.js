// Groups of creators whose posts are commented on by the same people, beyond what luck explains.

import { titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { call } from "../../data/api.js";
import { percent, shareRange } from "../../words/figures.js";
import { address } from "../../words/address.js";
import { number, t } from "../../words/texts.js";
import { commentersOff } from "../../parts/commenters_off.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").OverlapGroups} Found */

/** @type {import("../../parts/preact.js").Page<Found>} */
export const page = { load: () => call("GET", "/overlaps"), View: SharedCommentersPage };

/** @param {{ data: Found }} props */
function SharedCommentersPage({ data: found }) {
  return [
    h("h1", {}, t("web.overlaps")),
    h("section", { class: "card" }, found.enabled ? summary(found) : commentersOff()),
    found.groups.map(groupCard),
  ];
}

/** @param {Found} found */
function summary({ compared, left_out, groups }) {
  const key = groups.length ? "web.overlaps_groups" : "web.overlaps_no_groups";
  return [
    h("p", {}, t("web.overlaps_what")),
    h("p", {}, t(key, { n: groups.length, compared: number(compared) })),
    left_out > 0 && h("p", { class: "hint" }, t("web.overlaps_left_out", { n: left_out })),
    h("p", { class: "hint" }, t("web.overlaps_innocent")),
  ];
}

/**
 * @param {import("api").OverlapGroup} group
 * @param {number} index
 */
function groupCard({ members, links }, index) {
  const title = `group-${index}`;
  const titles = ["web.overlaps_pair", "web.overlaps_share", "web.overlaps_interval"];
  return h(
    "section",
    { class: "card", "aria-labelledby": title },
    h("h2", { id: title }, t("web.overlaps_group", { n: members.length })),
    h("p", {}, ...members.flatMap((name, place) => [place > 0 && " · ", creator(name)])),
    h("table", { class: "evidence" }, titleRow(titles), h("tbody", {}, ...links.map(line))),
  );
}

/** @param {import("api").OverlapLink} link */
function line(link) {
  return h(
    "tr",
    {},
    h("td", {}, creator(link.a), " · ", creator(link.b)),
    h("td", {}, percent(100 * link.share, 0)),
    h("td", {}, shareRange({ value: link.share, low: link.low, high: link.high })),
  );
}

/** @param {string} name */
function creator(name) {
  return h("a", { href: address("creators", name) }, h("bdi", {}, shownName(name)));
}
