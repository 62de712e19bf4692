// What is done a moment after the last key.

import { useEffect, useRef } from "../../parts/preact.js";

/**
 * Puts the action off until it was not asked for during `wait` milliseconds; never after the page was left.
 * @param {() => void} action
 * @param {number} wait
 */
export function useLater(action, wait) {
  const timer = useRef(0);
  const latest = useRef(action);
  latest.current = action;
  useEffect(() => () => clearTimeout(timer.current), []);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(), wait);
  };
}
