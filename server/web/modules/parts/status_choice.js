// The seven statuses and below them the stages, as one choice: a stage brings its status along.

import { stageText, stages } from "../data/stages.js";
import { STATUSES } from "../words/shared_facts.js";
import { t } from "../words/texts.js";
import { h } from "./preact.js";

/** @typedef {import("../data/entry_cache.js").Entry["status"]} Status */

const STAGE = "stage:";

/** What is chosen for an entry. @param {{ status: string, stage: string | null }} entry */
export function chosenOf({ status, stage }) {
  return stage ? STAGE + stage : status;
}

/**
 * What a choice sets; a status alone takes the stage away.
 * @param {string} value
 * @param {{ status: Status, stage: string | null } | null} [entry] a word of its own that is no stage keeps its status
 * @returns {{ status: Status, stage: string | null }}
 */
export function readChoice(value, entry = null) {
  if (!value.startsWith(STAGE)) return { status: /** @type {Status} */ (value), stage: null };
  const stage = value.slice(STAGE.length);
  const status = stages().find(({ name }) => name === stage)?.status;
  return { status: status ?? entry?.status ?? "found", stage };
}

/** How a choice reads. @param {string} value */
export function choiceText(value) {
  return value.startsWith(STAGE) ? stageText(value.slice(STAGE.length)) : t(`status.${value}`);
}

/** The options of a select. @param {string | null} [own] a stage that is offered as well */
export function choiceOptions(own = null) {
  const names = [...new Set([...stages().map(({ name }) => name), ...(own ? [own] : [])])];
  const option = (/** @type {string} */ value) => h("option", { value }, choiceText(value));
  return [
    ...STATUSES.map(option),
    names.length ? h("optgroup", { label: t("web.list_stage") }, ...names.map((name) => option(STAGE + name))) : null,
  ];
}
