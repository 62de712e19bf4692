// What came of working with creators, and how Soi's own verdicts did by it.

import { call } from "../api.js";
import { h } from "../dom.js";
import { address } from "../routes.js";
import { t } from "../texts.js";
import { accuracy } from "./accuracy.js";
import { rejections } from "./rejections.js";
import { outcomeTable } from "./table.js";

/** @type {import("../routes.js").Page} */
export const page = {
  async draw(place, _route, signal) {
    const [{ outcomes }, summary] = await Promise.all([call("GET", "/outcomes"), call("GET", "/outcomes/summary")]);
    const nothing = outcomes.length === 0 && summary.rejected.n === 0;
    const drawn = nothing ? null : await accuracy(summary);
    if (signal.aborted) return;
    if (drawn === null) {
      place.replaceChildren(nothingYet());
      return;
    }
    place.replaceChildren(
      h("h1", {}, t("web.nav_outcomes")),
      h("div", { class: "outcome-cards" }, drawn, rejections(summary.rejected)),
      outcomeTable(outcomes),
    );
  },
};

/** Where the first outcome comes from. */
function nothingYet() {
  const steps = ["web.outcomes_step_open", "web.outcomes_step_record", "web.outcomes_step_rates"];
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.outcomes_none")),
    h("p", {}, t("web.outcomes_none_text")),
    h("ol", { class: "steps" }, ...steps.map((key) => h("li", {}, h("div", {}, t(key))))),
    h(
      "div",
      { class: "actions" },
      h("a", { class: "button button-primary", href: address("list") }, t("web.outcomes_to_list")),
    ),
  );
}
