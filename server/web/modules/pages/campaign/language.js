// In which language something for a creator is: that of the brand's posts, until another one is chosen.

import { labelled } from "../../parts/elements.js";
import { h, useState } from "../../parts/preact.js";
import { Select } from "../../parts/select.js";
import { t } from "../../words/texts.js";

/** @typedef {import("../../words/texts.js").Language} Language */

const LANGUAGES = /** @type {const} */ (["vi", "en"]);

/** @param {string} code @returns {Language} */
const languageOf = (code) => (code === "en" ? "en" : "vi");

/**
 * The language, and the field in which another one is chosen.
 * @param {import("api").Brand} brand
 * @param {string} label key of the field's words
 */
export function useLanguageFor(brand, label) {
  const [language, speak] = useState(languageOf(brand.language));
  const options = LANGUAGES.map((one) => /** @type {const} */ ([one, t(`web.language.${one}`)]));
  const onChoose = (/** @type {string} */ code) => speak(languageOf(code));
  return { language, choice: labelled(label, h(Select, { value: language, options, onChoose })) };
}
