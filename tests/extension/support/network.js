/** A page in which page_responses.js runs alone, and a network that answers what a test says. */
import { setTimeout } from "node:timers/promises";
import { openPage } from "./page.js";

const URL_OF = "https://www.instagram.com/bep.nho/";
export const OPERATION = "PolarisProfilePageContentQuery";
export const NAME = "fb_api_req_friendly_name";
export const PROFILE = { data: { user: { username: "bep.nho", pk: "4711", follower_count: 12_345 } } };
export const WHOLE = JSON.stringify(PROFILE);
export const HEADED = { "X-FB-Friendly-Name": OPERATION };

/** @typedef {import("./page.js").OpenPage & {handed: any[], touched: () => number, sent: any[]}} Opened */

/**
 * page_responses.js alone in a page whose network answers `text`, a fetch after `afterMs`.
 * @param {string} text @param {{html?: string, afterMs?: number}} [how] @returns {Opened}
 */
export function pageThatGets(text, { html = "<html></html>", afterMs = 0 } = {}) {
  let touched = 0;
  /** @type {any[]} */
  const sent = [];
  const network = async (/** @type {any} */ input, /** @type {any} */ init) => {
    sent.push([input, init]);
    if (afterMs) await setTimeout(afterMs);
    const response = new Response(text);
    const clone = response.clone.bind(response);
    response.clone = () => {
      touched += 1;
      return clone();
    };
    return response;
  };
  class XMLHttpRequest extends EventTarget {
    status = 200;
    responseType = "";
    open() {}
    setRequestHeader() {}
    send() {
      queueMicrotask(() => this.dispatchEvent(new Event("load")));
    }
    get response() {
      touched += 1;
      const bytes = new TextEncoder().encode(text);
      if (this.responseType === "json") return JSON.parse(text.replace("for (;;);", ""));
      if (this.responseType === "arraybuffer") return bytes.buffer;
      return this.responseType === "blob" ? new Blob([bytes]) : text;
    }
  }
  const requestIdleCallback = (/** @type {() => void} */ act) => queueMicrotask(act);
  const globals = { fetch: network, Headers, XMLHttpRequest, TextDecoder, requestIdleCallback };
  const opened = openPage(html, URL_OF, { scripts: ["content/page_responses.js"], globals });
  /** @type {any[]} */
  const handed = [];
  opened.document.addEventListener("soi:answer", (/** @type {any} */ event) => handed.push(JSON.parse(event.detail)));
  opened.document.dispatchEvent(new opened.window.CustomEvent("soi:ready"));
  return { ...opened, handed, touched: () => touched, sent };
}

/** @param {Opened} page */
export const bodies = ({ handed }) => handed.map(({ body }) => body);
