// What is to be done today: overdue, due, places without a creator, no answer, to look at again.

import { call } from "../../data/api.js";
import { thisDay } from "../../data/campaigns.js";
import { h } from "../../parts/preact.js";
import { address } from "../../words/address.js";
import { dayText } from "../../words/campaigns.js";
import { TASK_KINDS } from "../../words/shared_facts.js";
import { t } from "../../words/texts.js";
import { shownName } from "../../words/creator_names.js";

/** @typedef {import("api").TodayAnswer} Data */
/** @typedef {import("api").TaskAnswer} Task */

/** @type {import("../../parts/preact.js").Page<Data>} */
export const page = {
  load: () => call("GET", `/today?today=${thisDay()}`),
  View: TodayPage,
};

/** @param {{ data: Data }} props */
function TodayPage({ data: { today, tasks, total } }) {
  if (total === 0) return nothing();
  return [
    h(
      "div",
      { class: "page-head" },
      h("h1", {}, t("web.nav_today")),
      h("span", { class: "hint" }, `${dayText(today)} · ${t("web.today_n", { n: total })}`),
    ),
    ...TASK_KINDS.map((kind) =>
      group(
        kind,
        tasks.filter((task) => task.kind === kind),
      ),
    ),
    total > tasks.length && h("p", { class: "hint" }, t("web.today_more", { n: total - tasks.length })),
  ];
}

function nothing() {
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.today_none")),
    h("p", {}, t("web.today_none_text")),
    h(
      "div",
      { class: "actions" },
      h("a", { class: "button", href: address("campaigns") }, t("web.today_to_campaigns")),
    ),
  );
}

/** @param {Task["kind"]} kind @param {Task[]} tasks */
function group(kind, tasks) {
  if (tasks.length === 0) return null;
  return h(
    "section",
    { class: "card", "aria-labelledby": `today-${kind}` },
    h("h2", { id: `today-${kind}` }, t(`web.today_${kind}`, { n: tasks.length })),
    h("ul", { class: "recent" }, ...tasks.map(line)),
  );
}

/** @param {Task} task */
function line(task) {
  const late = task.kind === "overdue" || task.kind === "gap";
  return h(
    "li",
    { class: "task" },
    h("span", { class: late ? "late" : "hint" }, task.day === null ? t("web.today_open") : dayText(task.day)),
    h("a", { href: target(task) }, h("bdi", {}, task.creator ? shownName(task.creator) : t("web.slot_gap"))),
    task.deliverable_kind &&
      h("span", {}, t(`web.today_${task.what}`, { what: t(`deliverable.${task.deliverable_kind}`) })),
    task.campaign_name && h("bdi", { class: "hint" }, task.campaign_name),
  );
}

/** @param {Task} task */
function target(task) {
  if (task.deliverable) return address("campaign", task.campaign, { post: task.deliverable });
  if (task.campaign) return address("campaign", task.campaign, task.slot ? { slot: task.slot } : {});
  return address("creators", task.creator);
}
