// The bar: the pages, the language and the theme.

import { h } from "../parts/preact.js";
import { currentLanguage, t } from "../words/texts.js";
import { PAGES } from "./pages.js";
import { currentTheme } from "./theme.js";

const LANGUAGES = [
  { value: "vi", words: "Tiếng Việt", lang: "vi" },
  { value: "en", words: "English", lang: "en" },
];
const THEMES = ["auto", "light", "dark"];

/** @param {{ isOpen: boolean, route: import("../words/address.js").Route, actions: import("./view.js").Actions }} props */
export function Bar({ isOpen, route, actions }) {
  const links = Object.entries(PAGES).filter(([, page]) => page.inBar);
  const themes = THEMES.map((value) => ({ value, words: t(`web.theme_${value}`), lang: null }));
  return h(
    "header",
    { class: "bar" },
    h(
      "div",
      { class: "brand" },
      h("img", { src: "/static/icon.svg", alt: "", width: 30, height: 30 }),
      h("span", { class: "brand-name" }, "Soi"),
      h("span", { class: "brand-line" }, t("web.tagline")),
    ),
    h(
      "nav",
      { class: "pages", id: "pages", "aria-label": t("web.pages"), hidden: !isOpen },
      ...links.map(([name]) =>
        h("a", { href: `#/${name}`, "aria-current": name === route.name ? "page" : null }, t(`web.nav_${name}`)),
      ),
    ),
    h(
      "div",
      { class: "switches" },
      choice("language", LANGUAGES, currentLanguage(), /** @type {any} */ (actions.chooseLanguage)),
      choice("theme", themes, currentTheme(), actions.chooseTheme),
    ),
  );
}

/**
 * A group of buttons of which one is pressed.
 * @param {string} id
 * @param {{ value: string, words: string, lang: string | null }[]} options
 * @param {string} pressed
 * @param {(value: string) => void} choose
 */
function choice(id, options, pressed, choose) {
  const buttons = options.map(({ value, words, lang }) =>
    h(
      "button",
      {
        type: "button",
        lang,
        "data-value": value,
        "aria-pressed": String(value === pressed),
        onClick: () => choose(value),
      },
      words,
    ),
  );
  return h("div", { class: "switch", role: "group", "aria-label": t(`web.${id}`), id }, ...buttons);
}
