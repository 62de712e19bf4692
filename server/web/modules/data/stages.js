// The stages of the user's own pipeline: an entry keeps the name, a shipped one is shown in the language of the page.

import { inLanguage } from "../words/texts.js";
import { call } from "./api.js";

/** @typedef {import("api").Stage} Stage */

/** As they were asked for last. @type {Map<string, Stage>} */
let known = new Map();

/** Ask for them; where that fails, those of the last time stand. @returns {Promise<import("api").StagesAnswer | null>} */
export async function loadStages() {
  const answer = await call("GET", "/stages").catch(() => null);
  if (answer) knowStages(answer);
  return answer;
}

/** @param {import("api").StagesAnswer} answer */
export function knowStages(answer) {
  known = new Map(answer.stages.map((stage) => [stage.name, stage]));
}

/** In the order of the user. */
export function stages() {
  return [...known.values()];
}

/** How a stage is shown; a word of a sheet that is none, as it stands. @param {string} name */
export function stageText(name) {
  const names = known.get(name)?.names;
  return names ? inLanguage(names) : name;
}
