// What stands beside a verdict: what the page does not show, what the search asks for, what was kept, who has paid.

import { h } from "../parts/preact.js";
import { day } from "../words/dates.js";
import { inLanguage, t } from "../words/texts.js";

/** @typedef {import("../words/texts.js").Text} Text */
/** @typedef {import("./said.js").ShownTrust} Trust */

/** How a check of the search can come out: the word's key and the mark. @type {Map<boolean | null, [string, string]>} */
const ANSWERS = new Map([
  [true, ["ok", "✓"]],
  [false, ["fails", "✕"]],
  [null, ["unknown", "?"]],
]);

/** What this page cannot show, each with what can be done about it. @param {import("api").AnalysisAnswer} analysis */
export function absentView({ absent = [] }) {
  return section("web.absent_title", absent.map(absence));
}

/** @param {{ text: Text, next: Text | null, until: string | null }} one */
function absence({ text, next, until }) {
  const step = [next && inLanguage(next), until && t("web.absent_until", { day: day(until) })]
    .filter(Boolean)
    .join(" ");
  return h("li", {}, inLanguage(text), step && h("span", { class: "hint" }, ` ${step}`));
}

/** The checks of the search: ok, failed or not known, each by a word too. @param {import("api").AnalysisAnswer} analysis */
export function fitView({ fit }) {
  if (!fit?.search || !fit.checks.length) return null;
  const lines = fit.checks.map((/** @type {{ ok: boolean | null, text: Text }} */ { ok, text }) => {
    const [answer, mark] = ANSWERS.get(ok) ?? ["unknown", "?"];
    return h(
      "li",
      { class: `fit-${answer}` },
      h("span", { class: "fit-mark", "aria-hidden": "true" }, mark),
      h("span", {}, h("span", { class: "visually-hidden" }, `${t(`web.fit_${answer}`)}: `), inLanguage(text)),
    );
  });
  return h(
    "section",
    { class: "block" },
    h("h3", {}, t("web.fit_title", { name: fit.search.name })),
    h("ul", { class: "checks" }, ...lines),
  );
}

/** "Kept from earlier looks: header read on 12/03/2026." @param {import("api").AnalysisAnswer} analysis */
export function keptText({ kept = [] }) {
  const words = kept.map((/** @type {{ text: Text }} */ part) => inLanguage(part.text));
  return words.length ? t("web.kept", { list: words.join(" ") }) : "";
}

/** Paid posts of the past, with whom. @param {import("api").AnalysisAnswer} analysis */
export function partnershipsView({ partnerships = [] }) {
  return section("web.partnerships", partnerships.map(partnership));
}

/** @param {import("api").Partnership} paid */
export function partnership({ taken_at: at, with: brands, label }) {
  const names = brands.map((/** @type {string} */ name) => `@${name}`).join(", ");
  return h(
    "li",
    {},
    h("bdi", {}, names || t("web.partnership_nobody")),
    h("span", { class: "hint" }, ` ${[at && day(at), t(`web.partnership_${label}`)].filter(Boolean).join(" · ")}`),
  );
}

/** "11 of 60 comments ask to buy". @param {import("api").AnalysisAnswer} analysis */
export function goodNews({ samples }) {
  const intent = samples?.comments?.intent;
  return intent ? h("p", { class: "good-news" }, inLanguage(intent.text)) : null;
}

/**
 * The five kinds of evidence, each looked at or not, by dot and name.
 * @param {Trust} trust
 */
export function checklist({ seen, missing }) {
  const item = (/** @type {string} */ part, /** @type {boolean} */ has) =>
    h(
      "li",
      { class: has ? "seen" : "unseen" },
      h("span", { "aria-hidden": "true" }, has ? "●" : "○"),
      h("span", { class: "visually-hidden" }, `${t(has ? "web.seen_yes" : "web.seen_no")}: `),
      t(`trust.part.${part}`),
    );
  const order = [
    ...seen.map((/** @type {string} */ part) => item(part, true)),
    ...missing.map((/** @type {string} */ part) => item(part, false)),
  ];
  return h(
    "div",
    { class: "checklist" },
    h("span", { class: "hint" }, t("web.seen_k", { k: seen.length, n: seen.length + missing.length })),
    h("ul", {}, ...order),
  );
}

/**
 * @param {string} title
 * @param {import("../parts/preact.js").Child[]} lines
 */
function section(title, lines) {
  return lines.length
    ? h("section", { class: "block" }, h("h3", {}, t(title)), h("ul", { class: "points" }, ...lines))
    : null;
}
