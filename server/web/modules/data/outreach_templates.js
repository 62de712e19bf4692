// Own texts for what is written to creators, kept by the server; and those that ship.

import { Refused, call } from "./api.js";

/** @typedef {import("api").OutreachTemplate} Template */
/** @typedef {import("api").ShippedTemplate} Shipped */
/** @typedef {Omit<Template, "id" | "fields"> & { id?: string }} NewTemplate */

/** As the server has them. @type {import("api").OutreachTemplatesAnswer} */
let now = { templates: [], shipped: [], version: 0 };

/** The own texts of a kind of message in a language. @param {string} message @param {string} language */
export function templatesOf(message, language) {
  return now.templates.filter((one) => one.message === message && one.language === language);
}

/** All own texts. */
export function allTemplates() {
  return now.templates;
}

/** The text that ships. @param {string} message @param {string} language @returns {Shipped | undefined} */
export function shippedOf(message, language) {
  return now.shipped.find((one) => one.message === message && one.language === language);
}

/** Ask for them. */
export async function loadTemplates() {
  now = await call("GET", "/outreach/templates");
}

/**
 * Change them all; where another tab was quicker, what it did stands and this is done to it.
 * @param {(templates: Template[]) => NewTemplate[]} change
 */
export async function changeTemplates(change) {
  const send = async () => {
    const templates = change([...now.templates]).map(({ id, name, message, language, text }) => ({
      ...(id ? { id } : {}),
      ...{ name, message, language, text },
    }));
    now = await call("PUT", "/outreach/templates", { templates }, { "If-Match": `"${now.version}"` });
  };
  try {
    await send();
  } catch (error) {
    if (!(error instanceof Refused) || error.code !== "conflict") throw error;
    await loadTemplates();
    await send();
  }
}
