// Runs in the extension's own world: what the badge said when. [milliseconds, text][]
"use strict";
(() => {
  /** @type {[number, string][]} */
  const said = [];
  Object.assign(globalThis, { __said: said });
  const look = (/** @type {HTMLElement} */ host) => {
    const frame = /** @type {any} */ (globalThis).chrome.dom.openOrClosedShadowRoot(host)?.querySelector(".soi");
    const text = host.hidden ? "" : (frame?.firstElementChild?.textContent ?? "");
    if (text && text !== said.at(-1)?.[1]) said.push([performance.now(), text]);
    return frame;
  };
  const find = () => {
    const host = /** @type {HTMLElement | null} */ (document.querySelector(":root > [data-soi-badge]"));
    const frame = host && look(host);
    if (!host || !frame) return;
    appearing.disconnect();
    const changing = new MutationObserver(() => look(host));
    changing.observe(frame, { attributes: true, subtree: true, childList: true });
    changing.observe(host, { attributes: true });
  };
  const appearing = new MutationObserver(find);
  appearing.observe(document, { childList: true, subtree: true });
  find();
})();
