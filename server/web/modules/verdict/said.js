// One headline for every page: what was said on the day of the last look, and what would be said now where it differs.

import { day } from "../words/dates.js";
import { trustText } from "../words/figures.js";
import { t } from "../words/texts.js";

/** What a person is told of the score. @typedef {{ score: number | null, word: string | null, seen: string[], missing: string[] }} ShownTrust */
/**
 * @typedef {object} Said
 * @property {string} code verdict of the day
 * @property {ShownTrust} trust of the day, in the shape of an analysis
 * @property {string | null} at
 * @property {string} now what today's rulings, thresholds and model say; "" where it is the same
 */

/**
 * What stands first. The stored verdict is that of its date: only a look changes it.
 * @param {import("api").AnalysisAnswer} analysis
 * @param {import("api").StandingVerdict | null} [standing]
 * @returns {Said}
 */
export function saidOf(analysis, standing = null) {
  const present = { code: analysis.verdict.code, trust: analysis.trust };
  if (!standing?.verdict) return { ...present, at: null, now: "" };
  const said = { code: standing.verdict, trust: trustOf(analysis, standing.trust) };
  return { ...said, at: standing.at, now: shown(said) === shown(present) ? "" : nowText(present) };
}

/**
 * @param {import("api").AnalysisAnswer} analysis
 * @param {import("api").StandingTrust} trust
 * @returns {ShownTrust}
 */
function trustOf(analysis, { score, word, seen }) {
  if (!seen) return { ...analysis.trust, score, word };
  const parts = analysis.completeness.parts.map((part) => String(part.id));
  return { score, word, seen, missing: parts.filter((part) => !seen.includes(part)) };
}

/** What a person can tell two judgements apart by. @param {{ code: string, trust: ShownTrust }} judgement */
function shown({ code, trust }) {
  return `${code} ${trustText(trust)}`;
}

/** @param {{ code: string, trust: ShownTrust }} present */
function nowText({ code, trust }) {
  return t("web.said_now", { verdict: t(`verdict.${code}`), score: trustText(trust) });
}

/** "Said on 12/03/2026". @param {Said} said */
export function saidOn({ at }) {
  return at ? t("web.said_on", { day: day(at) }) : "";
}
