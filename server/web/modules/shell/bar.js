// The bar: the pages, the language and the theme; on a phone they are a menu behind one button.

import { may } from "../data/may.js";
import { h, useEffect, useRef, useState } from "../parts/preact.js";
import { currentLanguage, t } from "../words/texts.js";
import { PAGES } from "./pages.js";
import { currentTheme } from "./theme.js";

const LANGUAGES = /** @type {const} */ ([
  { value: "vi", words: "Tiếng Việt", lang: "vi" },
  { value: "en", words: "English", lang: "en" },
]);
const THEMES = ["auto", "light", "dark"];

/** @param {{ isOpen: boolean, route: import("../words/address.js").Route, actions: import("./view.js").Actions }} props */
export function Bar({ isOpen, route, actions }) {
  const links = Object.entries(PAGES).filter(([, page]) => page.inBar && (!page.needs || may(page.needs)));
  const menu = useMenu();
  const themes = THEMES.map((value) => ({ value, words: t(`web.theme_${value}`), lang: null }));
  return h(
    "header",
    { class: "bar", ref: menu.bar, onKeyDown: menu.escaped },
    h(
      "div",
      { class: "brand" },
      h("img", { src: "/static/icon.svg", alt: "", width: 30, height: 30 }),
      h("span", { class: "brand-name" }, "Soi"),
      h("span", { class: "brand-line" }, t("web.tagline")),
    ),
    h(
      "button",
      { type: "button", class: "bar-menu", "aria-expanded": String(menu.open), "aria-controls": "menu", ...menu.press },
      h("span", { "aria-hidden": "true" }, "≡"),
      t("web.menu"),
    ),
    h(
      "div",
      { class: menu.open ? "bar-more bar-open" : "bar-more", id: "menu" },
      h(
        "nav",
        { class: "pages", id: "pages", "aria-label": t("web.pages"), hidden: !isOpen },
        ...links.map(([name]) => {
          const isWithin = name === PAGES[route.name]?.within && "true";
          const current = name === route.name ? "page" : isWithin || null;
          return h("a", { href: `#/${name}`, "aria-current": current, onClick: menu.close }, t(`web.nav_${name}`));
        }),
      ),
      h(
        "div",
        { class: "switches" },
        choice("language", LANGUAGES, currentLanguage(), actions.chooseLanguage),
        choice("theme", themes, currentTheme(), actions.chooseTheme),
      ),
    ),
  );
}

/** Whether the menu of a phone is open: another page, Escape and a press beside it close it. */
function useMenu() {
  const [open, setOpen] = useState(false);
  const bar = useRef(/** @type {HTMLElement | null} */ (null));
  const close = () => setOpen(false);
  useEffect(() => {
    const over = new AbortController();
    const beside = (/** @type {Event} */ { target }) => {
      if (target instanceof Node && !bar.current?.contains(target)) close();
    };
    addEventListener("hashchange", close, { signal: over.signal });
    document.addEventListener("pointerdown", beside, { signal: over.signal });
    return () => over.abort();
  }, []);
  const escaped = (/** @type {KeyboardEvent} */ { key }) => {
    if (key !== "Escape" || !open) return;
    close();
    /** @type {HTMLElement | null | undefined} */ (bar.current?.querySelector(".bar-menu"))?.focus();
  };
  return { bar, open, close, escaped, press: { onClick: () => setOpen(!open) } };
}

/**
 * A group of buttons of which one is pressed.
 * @template {string} Value
 * @param {string} id
 * @param {readonly { value: Value, words: string, lang: string | null }[]} options
 * @param {Value} pressed
 * @param {(value: Value) => void} choose
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
