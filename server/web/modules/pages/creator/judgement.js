// The verdict of a creator on the page: the headline of its day, what it stands on, and the signs that can be ruled on.

import { h } from "../../parts/preact.js";
import { absentView, fitView, goodNews, keptText } from "../../verdict/beside.js";
import { evidence, readFrom, sourcesOf } from "../../verdict/evidence.js";
import { figures } from "../../verdict/key_figures.js";
import { saidOf } from "../../verdict/said.js";
import { Signs } from "../../verdict/signs.js";
import { head, list } from "../../verdict/view.js";
import { RulingForm } from "./rulings.js";

/**
 * @param {import("../../data/creators.js").Known} known
 * @param {import("api").AnalysisAnswer} analysis of it
 * @param {() => Promise<void>} ruled
 */
export function judgement({ state, standing }, analysis, ruled) {
  const said = saidOf(analysis, standing);
  const kept = keptText(analysis);
  return h(
    "article",
    { class: "card verdict" },
    head(analysis, said),
    figures(analysis, said.trust),
    absentView(analysis),
    fitView(analysis),
    list(said.now ? "web.reasons_now" : "web.reasons", analysis.verdict.reasons),
    goodNews(analysis),
    list("web.next", analysis.verdict.next_evidence),
    h(Signs, {
      all: analysis.suspicion.signals,
      more: (signal) => h(RulingForm, { username: state.creator.username, signal, ruled }),
    }),
    evidence(analysis.facts),
    kept && h("p", { class: "hint" }, kept),
    h("p", { class: "hint" }, readFrom(sourcesOf(analysis.facts), analysis.model_version)),
  );
}
