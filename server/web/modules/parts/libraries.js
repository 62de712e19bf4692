// The vendored libraries, loaded when a page first needs them. They ship no types of their own here.

const FOLDER = new URL("../../vendor/", import.meta.url).href;

/** The plots; they expect d3 as a global. @returns {Promise<any>} */
export async function plot() {
  await load("d3.js");
  await load("plot.js");
  return /** @type {any} */ (globalThis).Plot;
}

/** @param {"d3.js" | "plot.js"} name */
function load(name) {
  // eslint-disable-next-line no-unsanitized/method -- one of two files beside this one, never a string from a page
  return import(FOLDER + name);
}
