// A bar on a scale from 0 to 100; decoration, the figure stands beside it.

import { svg } from "./dom.js";

/**
 * @param {number} low
 * @param {number} high
 * @param {number} [value] marked on it
 */
export function rangeBar(low, high, value) {
  return svg(
    "svg",
    { class: "range-bar", viewBox: "0 0 100 6", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "scale-track", x: 0.5, y: 1.5, width: 99, height: 3 }),
    svg("rect", { class: "scale-range", x: low, y: 0, width: Math.max(1, high - low), height: 6 }),
    value === undefined
      ? null
      : svg("rect", { class: "scale-point", x: Math.min(98.5, value), y: 0, width: 1.5, height: 6 }),
  );
}
