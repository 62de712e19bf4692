/** The texts of _locales in the language that the person chose, which the browser's own lookup cannot give. */
import { packagedJson, packagedText } from "./packaged.js";
import { Speaker } from "./present/language.js";
import { rehearsal } from "./present/model.js";
import { drawParts } from "./present/parts.js";
import { preferences } from "./state.js";

/** @typedef {import("../../types/messages").Language} Language */
/** @typedef {import("../../types/messages").Texts} Texts */

/** @type {Map<Language, Promise<Texts>>} */
const loaded = new Map();
const STYLES = ["shared/tokens.css", "shared/badge.css"];
/** @type {Promise<string> | undefined} */
let css;

/** @param {"auto" | Language} choice @returns {Language} */
export function languageOf(choice) {
  if (choice !== "auto") return choice;
  return chrome.i18n.getUILanguage().toLowerCase().startsWith("vi") ? "vi" : "en";
}

/** @param {Language} language @returns {Promise<Texts>} */
export function textsOf(language) {
  const known = loaded.get(language) ?? load(language);
  loaded.set(language, known);
  return known;
}

/** @param {Language} language @returns {Promise<Texts>} */
async function load(language) {
  const messages = /** @type {Record<string, {message: string}>} */ (
    await packagedJson(`_locales/${language}/messages.json`)
  );
  return Object.fromEntries(Object.entries(messages).map(([key, { message }]) => [key, message]));
}

/** @returns {Promise<Speaker>} */
export async function speaker() {
  const { language: choice, team } = await preferences();
  const language = languageOf(choice);
  return new Speaker(language, await said(language, team));
}

/** Where Soi is a team's server, some sentences are others: those of the same name with "_team". @param {Language} language @param {string} team @returns {Promise<Texts>} */
async function said(language, team) {
  const texts = await textsOf(language);
  if (!team) return texts;
  const others = Object.entries(texts).filter(([key]) => key.endsWith("_team"));
  return { ...texts, ...Object.fromEntries(others.map(([key, text]) => [key.slice(0, -"_team".length), text])) };
}

/** All that a content script needs to speak and to look right. @returns {Promise<import("../../types/messages").Start>} */
export async function start() {
  const chosen = await preferences();
  const language = languageOf(chosen.language);
  css ??= Promise.all(STYLES.map(packagedText)).then((parts) => parts.join("\n"));
  const words = new Speaker(language, await said(language, chosen.team));
  return {
    preferences: chosen,
    css: await css,
    parts: drawParts(words),
    rehearsal: rehearsal(words),
  };
}
