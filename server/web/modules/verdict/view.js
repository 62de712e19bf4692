// The verdict of one check: word, figures as intervals, reasons, signs with their innocent explanations, evidence.

import { h, icon } from "../dom.js";
import { has, inLanguage, t } from "../texts.js";
import { evidence, readFrom } from "./evidence.js";
import { figures } from "./key_figures.js";
import { signals } from "./signs.js";

/** @typedef {import("../texts.js").Text} Text */

/**
 * The verdict of an analysis, for a profile, a post or any other page.
 * @param {any} analysis
 */
export function verdictView(analysis) {
  if (!analysis.ok) return notAProfile(analysis);
  const code = analysis.verdict.code;
  return h(
    "article",
    { class: "verdict" },
    head(analysis, code),
    figures(analysis),
    list("web.reasons", analysis.verdict.reasons),
    list("web.next", analysis.verdict.next_evidence),
    signals(analysis.suspicion.signals),
    evidence(analysis.facts),
    h("p", { class: "hint" }, readFrom(analysis.ledger?.sources ?? [], analysis.model_version)),
  );
}

/** @param {any} analysis */
function notAProfile(analysis) {
  const key = `web.page_${analysis.page}`;
  return h(
    "div",
    { class: "message message-closer", role: "status" },
    h("p", {}, has(key) ? t(key) : t("web.page_other")),
  );
}

/**
 * @param {any} analysis
 * @param {string} code
 */
export function head(analysis, code) {
  const facts = analysis.facts;
  return h(
    "div",
    { class: `verdict-head tone-${code}` },
    h("p", { class: "verdict-word" }, icon(code), t(`verdict.${code}`)),
    h(
      "p",
      { class: "verdict-who" },
      h("strong", {}, h("bdi", {}, `@${facts.username ?? "?"}`)),
      facts.full_name && h("br"),
      facts.full_name && h("bdi", { class: "hint" }, facts.full_name),
    ),
  );
}

/**
 * @param {string} title
 * @param {Text[]} texts
 */
export function list(title, texts) {
  if (!texts.length) return null;
  const lines = texts.map((text) => h("li", {}, inLanguage(text)));
  return h("section", { class: "block" }, h("h3", {}, t(title)), h("ul", { class: "points" }, ...lines));
}
