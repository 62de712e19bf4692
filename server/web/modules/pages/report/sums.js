// What all creators of a report ask together: a sum for each currency and kind of tax, and how many named no amount.

import { h } from "../../parts/preact.js";
import { inLanguage, t } from "../../words/texts.js";

/** @param {import("api").ReportPrices | null | undefined} found */
export function priceSums(found) {
  if (!found?.sums.length) return null;
  const lines = found.sums.map((sum) => h("li", {}, t("web.report_sum", { n: sum.of, sum: inLanguage(sum.shown) })));
  const rest = found.without_amount > 0 && h("li", {}, t("web.report_without_price", { n: found.without_amount }));
  return h("section", {}, h("h3", {}, t("web.report_sums")), h("ul", { class: "points" }, ...lines, rest));
}
