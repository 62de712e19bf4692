// What went wrong, in words that the person can act on.

import { Refused } from "../data/api.js";
import { has, t } from "../words/texts.js";

/**
 * The words for a refusal, and for a server that does not answer.
 * @param {unknown} error
 */
export function troubleText(error) {
  const code = error instanceof Refused ? error.code : "internal";
  if (code === "server_off") return t("web.server_off");
  const known = [`web.trouble_${code}`, `error.${code}`].find(has);
  return t(known ?? "error.internal");
}
