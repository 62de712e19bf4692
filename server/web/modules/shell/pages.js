// All pages, in the order of the bar: a new page is its folder and one line here.

/** @typedef {import("../parts/preact.js").Page<any>} Page */
/** `inBar` links to it from the bar, `within` is the page of the bar that it belongs to, `wide` uses the whole window, `needs` is the route without which it is of no use. @typedef {{ load: () => Promise<{ page: Page }>, inBar?: boolean, within?: string, wide?: boolean, needs?: string }} Entry */

/** By the name in the address; the code of a page is loaded when it is first opened. @type {Record<string, Entry>} */
export const PAGES = {
  list: { load: () => import("../pages/list/page.js"), inBar: true, wide: true },
  check: { load: () => import("../pages/check/page.js"), inBar: true },
  today: { load: () => import("../pages/today/page.js"), inBar: true },
  campaigns: { load: () => import("../pages/campaigns/page.js"), inBar: true },
  campaign: { load: () => import("../pages/campaign/page.js"), within: "campaigns", wide: true },
  outcomes: { load: () => import("../pages/outcomes/page.js"), inBar: true },
  queue: { load: () => import("../pages/queue/page.js"), inBar: true },
  import: { load: () => import("../pages/import/page.js"), inBar: true, wide: true, needs: "POST /shortlist/imports" },
  settings: { load: () => import("../pages/settings/page.js"), inBar: true },
  activity: { load: () => import("../pages/activity/page.js") },
  creators: { load: () => import("../pages/creator/page.js") },
  compare: { load: () => import("../pages/compare/page.js"), wide: true },
  report: { load: () => import("../pages/report/page.js") },
  overlaps: { load: () => import("../pages/shared_commenters/page.js") },
};

/** The page where the address names none. */
export const FIRST = "list";
