// The money of a campaign: one bar, the same in words, and what is in no sum.

import { h } from "../../parts/preact.js";
import { amountText, monthText } from "../../words/campaigns.js";
import { money } from "../../words/figures.js";
import { t } from "../../words/texts.js";

/** @param {import("api").CampaignAnswer} kept */
export function budgetCard({ budget, per_engagement }) {
  const { currency, amount } = budget;
  const parts = /** @type {const} */ (["paid", "agreed", "reserved"]);
  const left = budget.left;
  return h(
    "section",
    { class: "card", "aria-labelledby": "budget-title" },
    h(
      "h2",
      { id: "budget-title" },
      amount === null ? t("web.budget_none") : t("web.budget_of", { amount: money(amount, currency) }),
    ),
    bar(budget),
    h(
      "dl",
      { class: "budget-sums" },
      ...parts.map((part) => sum(part, amountText(budget[part], currency))),
      left && sum("left", amountText(left, currency), left.low < 0),
      budget.withholding && currency === "VND" && sum("in_hand", amountText(budget.in_hand, currency)),
    ),
    byMonth(budget),
    perEngagement(per_engagement, currency),
    budget.unpriced > 0 && h("p", { class: "late" }, t("web.budget_unpriced", { n: budget.unpriced })),
    budget.other_currency > 0 && h("p", { class: "late" }, t("web.budget_other", { n: budget.other_currency })),
    budget.withholding &&
      currency === "VND" &&
      h("p", { class: "hint" }, t("web.budget_source"), " ", budget.confidence === "C" && t("draft.confidence_c")),
  );
}

/** What each month costs, by the day on which a post goes public; one month alone is the sum. @param {import("api").BudgetAnswer} budget */
function byMonth({ by_month: months, currency }) {
  if (months.length < 2) return null;
  const sums = months.map(({ month, cost }) =>
    h("div", {}, h("dt", {}, monthText(month)), h("dd", {}, amountText(cost, currency))),
  );
  return [
    h("h3", { class: "budget-title", id: "by-month" }, t("web.budget_by_month")),
    h("dl", { class: "budget-sums budget-months", "aria-labelledby": "by-month" }, ...sums),
  ];
}

/** What one like or comment costs, with how many posts tell. @param {import("api").PerEngagement} costs @param {string} currency */
function perEngagement(costs, currency) {
  const lines = /** @type {const} */ (["expected", "reached"]).flatMap((when) => {
    const cost = costs[when];
    if (cost === null) return [];
    const upTo =
      cost.high === null
        ? t("web.budget_from", { low: money(cost.low, currency) })
        : amountText({ low: cost.low, high: cost.high }, currency);
    const told = t(`web.budget_${when}_posts`, { n: cost.posts, of: cost.of });
    return [h("div", {}, h("dt", {}, t(`web.budget_${when}`)), h("dd", {}, upTo, h("div", { class: "hint" }, told)))];
  });
  return lines.length > 0 && h("dl", { class: "budget-sums" }, ...lines);
}

/** @param {string} part @param {string} words @param {boolean} [isOver] */
function sum(part, words, isOver = false) {
  const over = isOver ? ` · ${t("web.budget_over")}` : "";
  return h(
    "div",
    { class: `budget-${part}` },
    h("dt", {}, t(`web.budget_${part}`)),
    h("dd", { class: isOver ? "late" : null }, words + over),
  );
}

/** Decoration, the sums stand below. @param {import("api").BudgetAnswer} budget */
function bar(budget) {
  const whole = Math.max(budget.amount ?? 0, budget.spent.high);
  if (!(whole > 0)) return null;
  let at = 0;
  const shapes = /** @type {const} */ (["paid", "agreed", "reserved"]).map((part) => {
    const width = (100 * budget[part].high) / whole;
    const shape = h("rect", { class: `bar-${part}`, x: at, y: 0, width, height: 6 });
    at += width;
    return shape;
  });
  return h(
    "svg",
    { class: "budget-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    h("rect", { class: "scale-track", x: 0, y: 0, width: 100, height: 6 }),
    ...shapes,
  );
}
