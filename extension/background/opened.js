/**
 * What was read of posts that stood on a page of their own. It waits for their owner's profile, also past a reload, in
 * memory only: it names commenters, and nothing on disk does.
 */

/** @typedef {import("../../types/messages").PageCapture} PageCapture */
/** @typedef {import("../../types/messages").PageAnswer} PageAnswer */
/** @typedef {import("../../types/messages").SeenComment} SeenComment */
/** @typedef {{username: string, at: number, posts: [string, string][], responses: PageAnswer[], comments: SeenComment[]}} Opened */

const KEY = "opened";
const KEPT_MS = 30 * 60_000;
const MAX_CREATORS = 4;
const MAX_ANSWERS = 20;
const MAX_COMMENTS = 1_000;

/** @returns {Promise<Opened[]>} the latest first */
async function all() {
  const found = /** @type {Opened[]} */ ((await chrome.storage.session.get(KEY))[KEY] ?? []);
  return found.filter(({ at }) => Date.now() - at < KEPT_MS);
}

/** Of what is there twice, what was read now. @template T @param {T[]} now @param {T[]} before @param {(one: T) => string} name */
const joined = (now, before, name) => [...new Map([...before, ...now].map((one) => [name(one), one])).values()];

/** @param {SeenComment} row */
const nameOf = ({ post, username, text }) => `${post} ${username} ${text}`;

/**
 * What is on show, and what was read of the creator's posts before.
 * @param {string} username @param {PageCapture} seen @returns {Promise<{seen: PageCapture, earlier: Set<string>}>} `earlier`: when the answers of before came
 */
export async function withOpened(username, seen) {
  const kept = (await all()).find((one) => one.username === username);
  if (!kept) return { seen, earlier: new Set() };
  const { page, responses, samples } = seen;
  const whole = {
    ...seen,
    page: { ...page, posts: joined(page.posts, kept.posts, ([shortcode]) => shortcode) },
    responses: joined(responses, kept.responses, ({ received_at, name }) => `${received_at} ${name}`),
    samples: { ...samples, comments: joined(samples.comments, kept.comments, nameOf) },
  };
  const now = new Set(responses.map(({ received_at }) => received_at));
  return {
    seen: whole,
    earlier: new Set(kept.responses.map(({ received_at }) => received_at).filter((at) => !now.has(at))),
  };
}

/** @param {string} username @param {PageCapture} seen @param {PageAnswer[]} responses about this creator */
export async function keepOpened(username, { page: { posts }, samples: { comments } }, responses) {
  const others = (await all()).filter((one) => one.username !== username);
  const own = {
    username,
    at: Date.now(),
    posts,
    responses: responses.slice(-MAX_ANSWERS),
    comments: comments.slice(-MAX_COMMENTS),
  };
  await chrome.storage.session.set({ [KEY]: [own, ...others].slice(0, MAX_CREATORS) });
}
