// The file that is being taken over, and what a person has said of it. It outlives a visit to another page.

import { Refused, call } from "../../data/api.js";
import { onErased } from "../../data/erased.js";
import { currentLanguage } from "../../words/texts.js";

/** @typedef {import("api").ImportAnswer} ImportAnswer */
/** Texts by sheet, row and letters of the column. @typedef {Record<string, Record<string, Record<string, string>>>} Corrections */
/**
 * @typedef {object} Choice
 * @property {string[] | null} sheets null: those that the server reads by itself
 * @property {Record<string, Record<string, string>>} mapping meanings by sheet and letters of the column
 * @property {Corrections} corrections
 * @property {Record<string, string>} statuses by the words of the sheet
 * @property {string} unclear what to keep of prices that may mean something else
 * @property {string | null} tag null: nobody has said anything
 */
/**
 * @typedef {object} Job
 * @property {Blob | null} file
 * @property {string} name
 * @property {Choice} choice
 * @property {ImportAnswer | null} answer of the newest dry run
 * @property {string} language in which the newest question was asked: columns without a heading are called in it
 * @property {ImportAnswer | null} taken of the import
 * @property {boolean} undone
 * @property {boolean} busy
 * @property {Refused | null} refused
 */

/** @type {Job} */
export const job = empty();
/** Only the answer to the newest question is shown. */
let asked = 0;
let changed = () => {};

/** @returns {Job} */
function empty() {
  return {
    ...{ file: null, name: "", answer: null, taken: null, undone: false, busy: false, refused: null, language: "" },
    choice: { sheets: null, mapping: {}, corrections: {}, statuses: {}, unclear: "text", tag: null },
  };
}

/** Draw again whenever the job has changed. @param {() => void} listener */
export function onJob(listener) {
  changed = listener;
}

/**
 * Begin with a file: what it would do is asked, nothing changes yet.
 * @param {Blob} file
 * @param {string} name
 */
export async function begin(file, name) {
  Object.assign(job, empty(), { file, name });
  await ask();
}

/** Nothing of a list stays once everything is erased. */
onErased((name) => {
  if (name === null) leave();
});

/** Put the file away. */
export function leave() {
  asked += 1;
  Object.assign(job, empty());
  changed();
}

/** Say something of the file, and ask anew. @param {Partial<Choice>} more */
export async function say(more) {
  Object.assign(job.choice, more);
  await ask();
}

/** What this column means; what was remembered of the sheet's others stays. @param {import("api").MappedColumn} column @param {string} meaning */
export async function map({ sheet, column }, meaning) {
  const said = (job.answer?.mapping ?? []).filter((each) => each.sheet === sheet && each.by === "person");
  const before = Object.fromEntries(said.map((each) => [each.column, each.meaning]));
  await say({ mapping: { ...job.choice.mapping, [sheet]: { ...before, [column]: meaning } } });
}

/** Cells of one row put right. @param {{ sheet: string, row: number }} place @param {Record<string, string>} cells by letters */
export async function correct({ sheet, row }, cells) {
  const { corrections } = job.choice;
  const rows = corrections[sheet] ?? {};
  await say({ corrections: { ...corrections, [sheet]: { ...rows, [row]: { ...rows[row], ...cells } } } });
}

/** The page speaks another language now than when it asked: the columns without a heading are called anew. */
export async function followLanguage() {
  if (job.answer && !job.taken && job.language !== currentLanguage()) await ask();
}

/** Ask what would happen. */
async function ask() {
  const answer = await send(true);
  if (answer) job.answer = answer;
  changed();
}

/** Do it. */
export async function takeOver() {
  const answer = await send(false);
  if (answer) Object.assign(job, { taken: answer, undone: false });
  changed();
}

/** Take the whole import back; gives those that have been changed since. @returns {Promise<string[]>} */
export async function undoAll() {
  const entries = job.taken?.saved ?? [];
  const { kept } = await call("POST", "/shortlist/undo", { entries });
  job.undone = true;
  changed();
  return kept;
}

/** @param {boolean} dryRun @returns {Promise<ImportAnswer | null>} null where it was refused, or another question came */
async function send(dryRun) {
  asked += 1;
  const mine = asked;
  Object.assign(job, { busy: true, refused: null, language: currentLanguage() });
  changed();
  try {
    const answer = await call("POST", `/shortlist/imports?${query(job.choice, dryRun)}`, job.file);
    return mine === asked ? answer : null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (mine === asked) job.refused = error;
    return null;
  } finally {
    if (mine === asked) job.busy = false;
  }
}

/**
 * @param {Choice} choice
 * @param {boolean} dryRun
 */
function query({ sheets, mapping, corrections, statuses, unclear, tag }, dryRun) {
  const words = new URLSearchParams({ dry_run: String(dryRun), unclear, language: currentLanguage() });
  if (sheets) words.set("sheets", JSON.stringify(sheets));
  for (const [name, given] of Object.entries({ mapping, corrections, statuses }))
    if (Object.keys(given).length) words.set(name, JSON.stringify(given));
  if (tag) words.set("tag", tag);
  return words.toString();
}
