/** A page in linkedom with Soi's content scripts in it, as the manifest lists them, up to the one under test. */
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { parseHTML } from "linkedom";

const EXTENSION = new URL("../../../extension/", import.meta.url);

/** @param {string} path inside the extension */
export const read = (path) => readFileSync(new URL(path, EXTENSION), "utf-8");

export const manifest = JSON.parse(read("manifest.json"));

/** Scripts of the isolated world, in order. @type {string[]} */
export const isolated = manifest.content_scripts[1].js;

/**
 * @typedef {object} OpenPage
 * @property {SoiContent} soi
 * @property {Document} document
 * @property {any} window the page's global object
 * @property {(path: string) => void} run one more script of the extension
 */

/**
 * @param {string} html @param {string} url
 * @param {{scripts?: string[], globals?: Record<string, unknown>}} [how]
 * @returns {OpenPage}
 */
export function openPage(html, url, { scripts = isolated.slice(0, -1), globals = {} } = {}) {
  const { document, CustomEvent, Event } = /** @type {any} */ (parseHTML(html));
  Object.defineProperty(document.documentElement, "lang", {
    get: () => document.documentElement.getAttribute("lang") ?? "",
    configurable: true,
  });
  const box = { left: 0, top: 0, width: 280, height: 120, bottom: 120, right: 280 };
  const probe = Object.getPrototypeOf(Object.getPrototypeOf(document.createElement("div")));
  probe.getBoundingClientRect ??= () => box;
  document.elementsFromPoint = () => [];
  document.visibilityState = "visible";
  const context = vm.createContext({
    document,
    CustomEvent,
    Event,
    URL,
    URLSearchParams,
    AbortController,
    AbortSignal,
    location: new URL(url),
    matchMedia: () => ({ matches: false }),
    CSSStyleSheet: class {
      replaceSync() {}
    },
    MutationObserver: class {
      observe() {}
      disconnect() {}
    },
    ResizeObserver: class {
      observe() {}
      disconnect() {}
    },
    innerWidth: 1280,
    innerHeight: 800,
    setTimeout: (/** @type {() => void} */ act, /** @type {number} */ delay) => setTimeout(act, delay).unref(),
    clearTimeout,
    scheduler: { postTask: (/** @type {() => void} */ act) => Promise.resolve().then(act) },
    requestIdleCallback: (/** @type {() => void} */ act) => setTimeout(act).unref(),
    requestAnimationFrame: (/** @type {() => void} */ act) => setTimeout(act).unref(),
    cancelAnimationFrame: clearTimeout,
    setInterval: () => 0,
    clearInterval: () => undefined,
    addEventListener: () => undefined,
    ...globals,
  });
  context.globalThis = context;
  context.window = context;
  const run = (/** @type {string} */ path) => void vm.runInContext(read(path), context, { filename: path });
  scripts.forEach(run);
  return { soi: context.soi, document, window: context, run };
}

/** A value from the page's realm as one of this realm, so that deepEqual can compare it. @template T @param {T} value @returns {T} */
export const plain = (value) => JSON.parse(JSON.stringify(value));
