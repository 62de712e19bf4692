/** The badge's words as the extension ships them. */
import { Speaker } from "../../../extension/background/present/language.js";
import { read } from "./page.js";

/** @param {"en" | "vi"} language */
export function speaker(language) {
  const table = /** @type {Record<string, {message: string}>} */ (
    JSON.parse(read(`_locales/${language}/messages.json`))
  );
  return new Speaker(language, Object.fromEntries(Object.entries(table).map(([key, { message }]) => [key, message])));
}
