// The one door to preact, which draws all pages: a redraw keeps what is typed, what has the focus and what is open.

import { h as node } from "../../vendor/preact.js";

export { render, useEffect, useLayoutEffect, useMemo, useRef, useState } from "../../vendor/preact.js";

/** @typedef {import("../words/address.js").Route} Route */
/** @typedef {import("preact").ComponentChildren} Child */
/** @typedef {import("preact").VNode<any>} Drawn */

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
 * @property {(props: PageProps<Data>) => any} View one node or several
 */

/**
 * @typedef {{
 *   (tag: string, attributes: Record<string, unknown>, ...children: Child[]): Drawn,
 *   <Props>(view: (props: Props) => any, props: Props & { key?: string }): Drawn,
 * }} Make
 */

/** A node: a tag with its attributes and children, or a view with its props. */
export const h = /** @type {Make} */ (/** @type {unknown} */ (node));
