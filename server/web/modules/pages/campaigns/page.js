// All campaigns: where each stands, what is left of its budget, and what lies in the bin.

import { call } from "../../data/api.js";
import { path, pathToday, thisDay, undo } from "../../data/campaigns.js";
import { perform } from "../../parts/perform.js";
import { button, foldable, scrolling, titleRow } from "../../parts/elements.js";
import { h } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { amountText, dayText, monthText, stateText } from "../../words/campaigns.js";
import { number, t } from "../../words/texts.js";

/** @typedef {import("api").CampaignsAnswer} Data */
/** @typedef {import("api").CampaignSummary} Summary */
/** @typedef {() => Promise<void>} Reload */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  load: () => call("GET", `/campaigns?today=${thisDay()}`),
  View: CampaignsPage,
};

/** @param {import("../../parts/preact.js").PageProps<Data>} props */
function CampaignsPage({ data, reload }) {
  const present = data.campaigns.filter((one) => one.removed_at === null);
  const removed = data.campaigns.filter((one) => one.removed_at !== null);
  if (data.total === 0) return nothingYet();
  return [
    h("div", { class: "page-head" }, h("h1", {}, t("web.nav_campaigns")), h("div", { class: "actions" }, newOne())),
    present.length > 0 && listed(present, reload),
    data.over_all.length > 0 && overAll(data.over_all),
    removed.length > 0 && bin(removed, reload),
  ];
}

function newOne() {
  return h(
    "a",
    { needs: "POST /campaigns", class: "button button-primary", href: address("campaign", "new") },
    t("web.campaign_new"),
  );
}

function nothingYet() {
  const steps = ["web.campaigns_step_brief", "web.campaigns_step_slots", "web.campaigns_step_drafts"];
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.campaigns_none")),
    h("p", {}, t("web.campaigns_none_text")),
    h("ol", { class: "steps" }, ...steps.map((key) => h("li", {}, h("div", {}, t(key))))),
    h("div", { class: "actions" }, newOne()),
  );
}

/** @param {Summary[]} campaigns @param {Reload} reload */
function listed(campaigns, reload) {
  const titles = [
    "web.campaign",
    "web.campaign_slots",
    "web.campaign_states",
    "web.campaign_next",
    "web.campaign_left",
  ];
  return h(
    "section",
    { class: "card", "aria-label": t("web.nav_campaigns") },
    scrolling(
      h(
        "table",
        { class: "evidence stacking campaigns" },
        titleRow([...titles, "web.campaign_do"]),
        h("tbody", {}, ...campaigns.map((one) => row(one, reload))),
      ),
    ),
  );
}

/** @param {Summary} one @param {Reload} reload */
function row(one, reload) {
  const cell = (/** @type {string} */ key, /** @type {import("../../parts/preact.js").Child} */ value) =>
    h("td", { "data-label": t(key) }, value);
  const states = Object.entries(one.states).map(([state, n]) => `${number(n)} ${stateText(state)}`);
  const late = one.overdue > 0 && h("div", { class: "late" }, t("web.campaign_overdue", { n: one.overdue }));
  return h(
    "tr",
    { key: one.id },
    h(
      "th",
      { scope: "row" },
      h("a", { href: address("campaign", one.id) }, h("bdi", {}, one.name)),
      h("div", { class: "hint" }, h("bdi", {}, [one.brand, one.product].filter(Boolean).join(" · "))),
    ),
    cell("web.campaign_slots", [
      number(one.slots),
      one.gaps > 0 && h("div", { class: "late" }, t("web.campaign_gaps", { n: one.gaps })),
    ]),
    cell("web.campaign_states", states.join(", ") || "–"),
    cell("web.campaign_next", [dayText(one.next_due), late]),
    cell("web.campaign_left", one.budget.left ? amountText(one.budget.left, one.budget.currency) : "–"),
    cell(
      "web.campaign_do",
      button(t("web.campaign_remove"), "button-small", () => remove(one, reload), {
        needs: "DELETE /campaigns/<campaign_id>",
      }),
    ),
  );
}

/** @param {Summary} one @param {Reload} reload */
function remove(one, reload) {
  return perform(() => call("DELETE", path(one.id)), reload, {
    said: t("web.campaign_removed", { name: one.name }),
    undo: () => undo(one.id),
  });
}

/** @param {Data["over_all"]} sums */
function overAll(sums) {
  const lines = sums.flatMap((sum) => [
    h("dt", {}, t("web.campaigns_spent")),
    h("dd", {}, amountText(sum.spent, sum.currency)),
    h("dt", {}, t("web.budget_paid")),
    h("dd", {}, amountText(sum.paid, sum.currency)),
    ...sum.by_month.flatMap(({ month, cost }) => [
      h("dt", {}, monthText(month)),
      h("dd", {}, amountText(cost, sum.currency)),
    ]),
  ]);
  const title = h("h2", { id: "over-all" }, t("web.campaigns_over_all"));
  return h(
    "section",
    { class: "card", "aria-labelledby": "over-all" },
    title,
    h("dl", { class: "report-facts" }, ...lines),
  );
}

/** @param {Summary[]} removed @param {Reload} reload */
function bin(removed, reload) {
  const lines = removed.map((one) =>
    h(
      "li",
      { class: "row", key: one.id },
      h("bdi", {}, one.name),
      button(
        t("web.campaign_restore"),
        "button-small",
        () => perform(() => call("POST", pathToday(one.id, "/undo")), reload),
        { needs: "POST /campaigns/<campaign_id>/undo" },
      ),
    ),
  );
  return foldable(t("web.campaigns_bin", { n: removed.length }), h("ul", { class: "recent" }, ...lines));
}
