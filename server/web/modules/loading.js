// That something is on its way: said and shown only where it takes long enough to be noticed.

import { busy, byId } from "./dom.js";
import { t } from "./texts.js";

const NOTICED = 200; // milliseconds; what comes sooner would only flash

/** How many of them take long just now. */
let under = 0;

/**
 * Show that the page is loading until the work is done, has failed, or nobody waits for it any more.
 * @template T
 * @param {Promise<T>} work
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export async function whileLoading(work, signal) {
  let shown = false;
  const timer = setTimeout(() => {
    shown = true;
    show(1);
  }, NOTICED);
  const end = () => {
    clearTimeout(timer);
    if (shown) show(-1);
    shown = false;
  };
  signal?.addEventListener("abort", end);
  try {
    return await work;
  } finally {
    end();
  }
}

/** @param {1 | -1} step */
function show(step) {
  under += step;
  const place = byId("loading");
  if (!under) place.replaceChildren();
  else if (!place.hasChildNodes()) place.append(busy(t("web.loading"), { class: "busy quiet" }));
}
