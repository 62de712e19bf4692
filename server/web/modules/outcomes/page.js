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
    const missing = due(summary.due);
    const drawn = nothing ? null : await accuracy(summary);
    if (signal.aborted) return;
    if (drawn === null) {
      place.replaceChildren(nothingYet(missing));
      return;
    }
    place.replaceChildren(
      h("h1", {}, t("web.nav_outcomes")),
      ...(missing ? [missing] : []),
      h("div", { class: "outcome-cards" }, drawn, rejections(summary.rejected)),
      outcomeTable(outcomes),
    );
  },
};

/**
 * Creators whose post is out and of whom nothing is recorded yet.
 * @param {{ n: number, usernames: string[] }} due
 */
function due({ n, usernames }) {
  if (n === 0) return null;
  const more = n - usernames.length;
  const links = usernames.flatMap((name, place) => [
    place > 0 && " · ",
    h("a", { href: address("creators", name) }, h("bdi", {}, `@${name}`)),
  ]);
  return h(
    "p",
    { class: "message message-due" },
    t("web.outcomes_due", { n }),
    " ",
    ...links,
    more > 0 && ` ${t("web.outcomes_due_more", { n: more })}`,
  );
}

/**
 * Where the first outcome comes from.
 * @param {Node | null} missing
 */
function nothingYet(missing) {
  const steps = ["web.outcomes_step_open", "web.outcomes_step_record", "web.outcomes_step_rates"];
  return h(
    "section",
    { class: "card empty" },
    h("h1", {}, t("web.outcomes_none")),
    h("p", {}, t("web.outcomes_none_text")),
    missing,
    h("ol", { class: "steps" }, ...steps.map((key) => h("li", {}, h("div", {}, t(key))))),
    h(
      "div",
      { class: "actions" },
      h("a", { class: "button button-primary", href: address("list") }, t("web.outcomes_to_list")),
    ),
  );
}
