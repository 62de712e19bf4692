// The addresses of the pages: the fragment names page, argument and query.

/** @typedef {{ name: string, argument: string, query: URLSearchParams }} Route */

/**
 * The address of a page.
 * @param {string} name
 * @param {string} [argument]
 * @param {Record<string, string>} [query]
 */
export function address(name, argument = "", query = {}) {
  const tail = argument ? `/${encodeURIComponent(argument)}` : "";
  const more = new URLSearchParams(query).toString();
  return `#/${name}${tail}${more ? `?${more}` : ""}`;
}
