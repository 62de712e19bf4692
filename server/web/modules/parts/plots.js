// Plots as SVG that prints: shape and line say everything, colour only repeats it, and a sentence says it again.

import { h, useLayoutEffect, useRef } from "./preact.js";
import { percent } from "../words/figures.js";
import { plot } from "./libraries.js";

const MOST = 560;
const LEAST = 300;
const AROUND = 80; // the paddings of page and card

/** The library, once it is there. @type {any} */
let library = null;

/** A page that shows plots waits for the library before it is drawn. */
export async function loadPlots() {
  library ??= await plot();
}

/**
 * A figure with its title, a sentence that stands for the picture, and the picture.
 * @param {string} title
 * @param {string} sentence
 * @param {(Plot: any) => Record<string, unknown>} make gives the options of the plot
 */
export function plotFigure(title, sentence, make) {
  return h(PlotFigure, { title, sentence, make });
}

/** @param {{ title: string, sentence: string, make: (Plot: any) => Record<string, unknown> }} props */
function PlotFigure({ title, sentence, make }) {
  const place = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => place.current?.replaceChildren(picture(title, sentence, make)));
  return h(
    "figure",
    { class: "plot-figure" },
    h("figcaption", {}, h("h3", {}, title), h("p", { class: "hint" }, sentence)),
    h("div", { ref: place }),
  );
}

/**
 * @param {string} title
 * @param {string} sentence
 * @param {(Plot: any) => Record<string, unknown>} make
 * @returns {Element}
 */
function picture(title, sentence, make) {
  const options = { className: "plot", width: widthHere(), height: 200, marginLeft: 56, ...make(library) };
  const drawn = library.plot(options);
  drawn.querySelector("style")?.remove(); // its rules stand in styles/plots.css: the page allows no inline style
  for (const group of drawn.querySelectorAll("[aria-label]")) nameless(group);
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", `${title}. ${sentence}`);
  return drawn;
}

/** On a narrow screen a picture of its width: scaled down from a wide one, nobody could read its words. */
function widthHere() {
  return Math.max(LEAST, Math.min(MOST, window.innerWidth - AROUND));
}

/**
 * A part of a picture has no name of its own: the sentence speaks for all. Styles find it by a class instead.
 * @param {Element} group
 */
function nameless(group) {
  group.classList.add((group.getAttribute("aria-label") ?? "").replace(/\W+/g, "-"));
  for (const name of [...group.getAttributeNames()].filter((each) => each.startsWith("aria-")))
    group.removeAttribute(name);
}

/** "25%", as it stands at an axis. @param {number} value */
export function wholePercent(value) {
  return percent(value, 0);
}

/** Shares in per cent, always from none to all, so that one picture can be held against another. */
export function percentAxis(ticks = [0, 25, 50, 75, 100]) {
  return { domain: [0, 100], label: null, ticks, tickFormat: wholePercent };
}

/**
 * A title and sentence without a picture: there is nothing to draw yet.
 * @param {string} title
 * @param {string} sentence
 */
export function noPlot(title, sentence) {
  return h(
    "figure",
    { class: "plot-figure" },
    h("figcaption", {}, h("h3", {}, title), h("p", { class: "quiet" }, sentence)),
  );
}
