/** A loader hook: what a module of one life imports belongs to the same life. */

/** @param {string} specifier @param {{parentURL?: string}} context @param {(specifier: string, context: any) => Promise<{url: string}>} next */
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context);
  const life = /\?life=\d+$/.exec(context.parentURL ?? "")?.[0];
  return life && resolved.url.includes("/extension/") && !resolved.url.includes("?")
    ? { ...resolved, url: resolved.url + life }
    : resolved;
}
