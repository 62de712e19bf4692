// What went wrong, in words that the person can act on.

import { Refused } from "../data/api.js";
import { has, inLanguage, t } from "../words/texts.js";
import { h } from "./preact.js";

/**
 * The words for a refusal, and for a server that does not answer.
 * @param {unknown} error
 */
export function troubleText(error) {
  const code = error instanceof Refused ? error.code : "internal";
  if (code === "server_off") return t("web.server_off");
  const reason = error instanceof Refused ? error.answer?.error?.details?.["reason"] : null;
  if (isText(reason)) return inLanguage(reason);
  const known = [`web.trouble_${code}`, `error.${code}`].find(has);
  return t(known ?? "error.internal");
}

/** @param {unknown} value @returns {value is import("api").Text} */
function isText(value) {
  return typeof value === "object" && value !== null && "en" in value && "vi" in value;
}

/** Stands for what a person's role may not do. */
export function refused() {
  return h("p", { class: "message" }, t("error.forbidden"));
}
