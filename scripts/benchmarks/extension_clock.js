// Runs in the page before anything else, with and without the extension: when the header and the badge are there.
"use strict";
(() => {
  const clock = { header: null, badge: null, longest: 0, tasks: 0 };
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
  });
  header.observe(document, { childList: true, subtree: true });
  // The badge's host is empty until there is something to say; its inside cannot be seen from here.
  const look = () => {
    const badge = document.querySelector(":root > [data-soi-badge]:not([hidden])");
    if (badge && badge.getBoundingClientRect().height > 40) clock.badge = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
