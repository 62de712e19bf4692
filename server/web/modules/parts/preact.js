// The one door to preact, which draws all pages: a redraw keeps what is typed, what has the focus and what is open.

import { h as node } from "../../vendor/preact.js";
import { may } from "../data/may.js";
import { t } from "../words/texts.js";

export { render, useEffect, useLayoutEffect, useMemo, useRef, useState } from "../../vendor/preact.js";

/** @typedef {import("../words/address.js").Route} Route */
/** @typedef {import("preact").ComponentChildren} Child */
/** @typedef {import("preact").VNode} Drawn */

/**
 * What a page is drawn from. `reload` loads anew and draws again; where that fails, what stands there stays.
 * @template Data
 * @typedef {{ data: Data, route: Route, signal: AbortSignal, reload: () => Promise<void> }} PageProps
 */

/**
 * A page: what it loads first, and how that is drawn. Leaving it aborts the signal.
 * @template Data
 * @typedef {object} Page
 * @property {(route: Route, signal: AbortSignal) => Promise<Data> | Data} load
 * @property {(props: PageProps<Data>) => Child} View one node or several
 */

/**
 * @typedef {{
 *   (tag: string, attributes: Record<string, unknown>, ...children: Child[]): Drawn,
 *   <Props>(view: (props: Props) => Child, props: Props & { key?: string, needs?: string }): Drawn,
 * }} Make
 */

/** These show something also where nobody may change it. */
const FIELDS = new Set(["input", "select", "textarea", "fieldset"]);

/**
 * A node: a tag with its attributes and children, or a view with its props. What `needs` a route that the person's role may
 * not call is not offered; a field that shows a value is disabled, and says why.
 */
export const h = /** @type {Make} */ (
  (/** @type {any} */ kind, /** @type {any} */ attributes, /** @type {any[]} */ ...children) => {
    if (attributes?.needs === undefined) return node(kind, attributes, ...children);
    const { needs, ...rest } = attributes;
    if (may(needs)) return node(kind, rest, ...children);
    if (!FIELDS.has(kind)) return null;
    return node(kind, { ...rest, disabled: true, title: t("error.forbidden") }, ...children);
  }
);
