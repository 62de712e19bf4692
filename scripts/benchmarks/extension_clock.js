// Runs in the page before anything else, with and without the extension: when the header and the badge are there.
"use strict";
(() => {
  const clock = { header: null, shown: null, badge: null, longest: 0, tasks: 0 };
  Object.defineProperty(window, "__clock", { value: clock });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      clock.longest = Math.max(clock.longest, duration);
      clock.tasks += 1;
    }
  }).observe({ type: "longtask", buffered: true });
  const header = new MutationObserver(() => {
    if (!document.querySelector("header h2")) return;
    clock.header = performance.now();
    header.disconnect();
    // The page's own picture with the header in it, and then the first moment when its thread is free.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (clock.shown = performance.now());
    requestAnimationFrame(() => port2.postMessage(null));
  });
  header.observe(document, { childList: true, subtree: true });
  // The inside of the badge cannot be seen from here: it is there once its host has been placed and is of a height.
  const badge = new MutationObserver(() => {
    const host = document.querySelector(":root > [data-soi-badge]:not([hidden])");
    if (!host || host.getBoundingClientRect().height <= 40) return;
    clock.badge = performance.now();
    badge.disconnect();
  });
  badge.observe(document, { childList: true, attributes: true, subtree: true, attributeFilter: ["style", "hidden"] });
})();
