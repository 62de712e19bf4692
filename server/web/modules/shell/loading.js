// That something is on its way: said and shown only where it takes long enough to be noticed.

const NOTICED = 200; // milliseconds; what comes sooner would only flash

/** How many of them take long just now. */
let under = 0;
/** Hears when that changes. */
let changed = () => {};

export function isLoading() {
  return under > 0;
}

/** @param {() => void} listener */
export function onLoading(listener) {
  changed = listener;
}

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
    count(1);
  }, NOTICED);
  const end = () => {
    clearTimeout(timer);
    if (shown) count(-1);
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
function count(step) {
  under += step;
  changed();
}
