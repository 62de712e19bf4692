// The verdict of one check: word, figures as intervals, reasons, signs with their innocent explanations, evidence.

import { icon } from "../parts/elements.js";
import { h } from "../parts/preact.js";
import { has, inLanguage, t } from "../words/texts.js";
import { absentView, fitView, goodNews } from "./beside.js";
import { evidence, readFrom } from "./evidence.js";
import { figures } from "./key_figures.js";
import { saidOf, saidOn } from "./said.js";
import { Signs } from "./signs.js";

/** @typedef {import("../words/texts.js").Text} Text */

/**
 * The verdict of an analysis, for a profile, a post or any other page.
 * @param {import("api").CheckAnswer} analysis
 */
export function verdictView(analysis) {
  if (!analysis.ok) return notAProfile(analysis);
  return h(
    "article",
    { class: "verdict" },
    head(analysis, saidOf(analysis)),
    figures(analysis),
    absentView(analysis),
    fitView(analysis),
    list("web.reasons", analysis.verdict.reasons),
    goodNews(analysis),
    list("web.next", analysis.verdict.next_evidence),
    h(Signs, { all: analysis.suspicion.signals }),
    evidence(analysis.facts),
    h("p", { class: "hint" }, readFrom(analysis.ledger?.sources ?? [], analysis.model_version)),
  );
}

/** @param {import("api").AnalysisAnswer} analysis */
function notAProfile(analysis) {
  const key = `web.page_${analysis.page}`;
  return h(
    "div",
    { class: "message message-closer", role: "status" },
    h("p", {}, has(key) ? t(key) : t("web.page_other")),
  );
}

/**
 * @param {import("api").AnalysisAnswer} analysis
 * @param {import("./said.js").Said} said
 */
export function head({ facts }, said) {
  return h(
    "div",
    { class: `verdict-head tone-${said.code}` },
    h("p", { class: "verdict-word" }, icon(said.code), t(`verdict.${said.code}`)),
    said.at && h("p", { class: "hint" }, saidOn(said)),
    h(
      "p",
      { class: "verdict-who" },
      h("strong", {}, h("bdi", {}, `@${facts.username ?? "?"}`)),
      facts.full_name && h("br", {}),
      facts.full_name && h("bdi", { class: "hint" }, facts.full_name),
    ),
    said.now && h("p", { class: "verdict-now" }, said.now),
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
