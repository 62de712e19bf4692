// The verdict of a creator on the page: the headline of its day, what it stands on, and the signs that can be ruled on.

import { h } from "../dom.js";
import { absentView, fitView, goodNews, keptText, partnershipsView } from "../verdict/beside.js";
import { evidence, readFrom } from "../verdict/evidence.js";
import { figures } from "../verdict/key_figures.js";
import { saidOf } from "../verdict/said.js";
import { signals } from "../verdict/signs.js";
import { head, list } from "../verdict/view.js";
import { rulingButtons } from "./rulings.js";

/**
 * @param {{ state: any, analysis: any, standing: any }} known
 * @param {() => void} redraw
 */
export function judgement({ state, analysis, standing }, redraw) {
  const said = saidOf({ analysis, standing });
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
    partnershipsView(analysis),
    signals(analysis.suspicion.signals, (signal) => rulingButtons(state.creator.username, signal, redraw)),
    evidence(analysis.facts),
    kept && h("p", { class: "hint" }, kept),
    h("p", { class: "hint" }, readFrom(sourcesOf(analysis.facts), analysis.model_version)),
  );
}

/**
 * Where the counts of a profile and its posts were read.
 * @param {any} facts
 * @returns {string[]}
 */
export function sourcesOf(facts) {
  const counts = [
    facts.followers,
    facts.following,
    facts.post_count,
    ...facts.posts.flatMap((/** @type {any} */ post) => [post.likes, post.comments]),
  ];
  return [...new Set(counts.filter(Boolean).map((count) => count.source))];
}
