/** The expanded card: each number with its interval, each sign with its innocent explanation and its place. */
import { commentsStrip, followersStrip } from "./evidence.js";
import { NICHES } from "./niches.js";
import { placeOf } from "./where.js";

/** @typedef {import("./language.js").Speaker} Speaker */
/** @typedef {import("../../../types/messages").Analysis} Analysis */
/** @typedef {import("../../../types/messages").Section} Section */
/** @typedef {import("../../../types/messages").Signal} Signal */
/** @typedef {import("../../../types/messages").SignalCard} SignalCard */
/** @typedef {import("../../../types/messages").Show} Show */

/** Log-odds below this are shown as "no effect": the server says that nothing is unusual, and the web app folds them. */
const NOTHING = 0.05;
/** From the log-odds on, the word for how much a sign weighs; 0.7 doubles the odds. */
const STRENGTHS = /** @type {const} */ ([
  [0.7, "strong"],
  [0.25, "medium"],
  [0, "slight"],
]);
const MARKS = { true: "+", false: "−", null: "?" };

/** @param {Partial<Section>} filled @returns {Section} */
function section(filled) {
  return { title: "", texts: [], list: [], marked: [], small: [], range: null, show: null, signals: [], ...filled };
}

/** @param {import("../../../types/messages").Text[]} texts @param {string} title @param {Speaker} speaker */
export function listSection(texts, title, speaker) {
  return texts.length === 0
    ? []
    : [section({ title: speaker.t(title), list: texts.map((text) => speaker.pick(text)) })];
}

/** Each thing that the active search asks for, and whether it holds. @param {Analysis} analysis @param {Speaker} speaker */
export function fitSection({ fit }, speaker) {
  if (!fit.search || fit.checks.length === 0) return [];
  const marked = fit.checks.map(({ ok, text }) => ({ mark: MARKS[`${ok}`], text: speaker.pick(text) }));
  return [section({ title: `${speaker.t("fit")}: ${fit.search.name}`, marked })];
}

/** What the posts are about, and whose brands have paid for some. @param {Analysis} analysis @param {Speaker} speaker */
export function contentSection({ topics = [], sponsorship }, speaker) {
  const about = topics.map(({ id }) => (Object.hasOwn(NICHES, id) ? speaker.pick(NICHES[id]) : id)); // a newer server's keeps its id
  const paid = (sponsorship?.sponsors ?? []).map(
    ({ name, rival }) => `@${name}${rival ? ` (${speaker.t("rival")})` : ""}`,
  );
  const texts = [
    ...(about.length > 0 ? [speaker.t("topics", { list: about.join(", ") })] : []),
    ...(paid.length > 0 ? [speaker.t("sponsors", { list: paid.join(", ") })] : []),
  ];
  return texts.length > 0 ? [section({ title: speaker.t("content"), texts })] : [];
}

/** @param {Analysis} analysis @param {Speaker} speaker */
export function engagementSection({ engagement, facts }, speaker) {
  const title = speaker.t("engagement");
  const rate = engagement?.rate_pct;
  if (!engagement || !rate || rate.value === null) return section({ title, texts: [speaker.t("engagement_missing")] });
  const percent = (/** @type {number | null} */ value) => (value === null ? "?" : speaker.percent(value));
  const values = { value: percent(rate.value), low: percent(rate.low), high: percent(rate.high), n: rate.n_posts };
  return section({
    title,
    texts: [speaker.t("engagement_interval", values)],
    small: [...scoreText(engagement, speaker), ...leftOutText(rate.left_out ?? [], speaker)],
    show: postsShow(facts, title),
  });
}

/** @param {import("../../../types/messages").Engagement} engagement @param {Speaker} speaker */
function scoreText({ score, benchmark, own, other_benchmarks: others = [] }, speaker) {
  if (score === null || !benchmark) return [];
  const said = [speaker.t("engagement_score", { score: Math.round(score), name: sourceName(benchmark) })];
  if (own) said.push(speaker.pick(own.text));
  const list = others.map((other) => `${sourceName(other)} ${speaker.percent(other.median_pct)}`).join("; ");
  return list ? [...said, speaker.t("engagement_others", { list })] : said;
}

/** "Statista (2023)", or "Modash", which bears no date. @param {{ name: string, year?: number | string | null }} source */
function sourceName({ name, year }) {
  return year ? `${name} (${year})` : name;
}

/** @param {{reason: string}[]} leftOut @param {Speaker} speaker */
function leftOutText(leftOut, speaker) {
  const reasons = leftOut.map(({ reason }) => reason);
  if (reasons.length === 0) return [];
  const words = [...new Set(reasons)].map((reason) => {
    const n = reasons.filter((other) => other === reason).length;
    return `${n} ${speaker.has(`left_out_${reason}`) ? speaker.t(`left_out_${reason}`) : reason.replaceAll("_", " ")}`;
  });
  return [speaker.t("left_out", { list: words.join(", ") })];
}

/** @param {import("../../../types/messages").Facts} facts @param {string} what @returns {Show | null} */
function postsShow({ posts }, what) {
  const read = posts.filter((post) => post.likes !== null);
  const places = read.map(({ shortcode }) => ({ shortcode, selectors: [] }));
  return places.length > 0 ? { key: "show-posts", what, places } : null;
}

/** @param {import("../../../types/messages").Checked} checked @param {Speaker} speaker */
export function suspicionSection({ analysis, rulings }, speaker) {
  const title = speaker.t("suspicion");
  const { suspicion, facts } = analysis;
  if (!suspicion || suspicion.low === null || suspicion.high === null) {
    return section({ title, texts: [speaker.t("suspicion_unknown")] });
  }
  const [low, high] = [Math.round(suspicion.low), Math.round(suspicion.high)];
  const score = suspicion.score === null ? null : Math.round(suspicion.score);
  const signals = [...suspicion.signals].sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
  const codes = facts.posts.map(({ shortcode }) => shortcode);
  return section({
    title,
    range: { low, high, score, label: speaker.t("suspicion_said", { low, high, score: score ?? "?" }) },
    small: [speaker.t("signs_note")],
    signals: signals.map((signal) => signalCard(signal, rulings, codes, speaker)),
  });
}

/** @param {Signal} signal @param {import("../../../types/messages").KeptRuling[]} rulings @param {string[]} codes @param {Speaker} speaker @returns {SignalCard} */
function signalCard(signal, rulings, codes, speaker) {
  const reason = speaker.pick(signal.reason);
  const size = Math.abs(signal.contribution);
  const raw = signal.evidence.flatMap((one) => (one.raw ? [one.raw] : [])).slice(0, 3);
  const places = signal.evidence.map((one) => placeOf(one, codes));
  return {
    id: signal.id,
    effect: effectOf(signal.contribution),
    strength: size < NOTHING ? "" : speaker.t(`strength_${STRENGTHS.find(([from]) => size >= from)?.[1]}`),
    reason,
    usual: speaker.pick(signal.usual),
    innocent: speaker.t("innocent", { text: speaker.pick(signal.innocent) }),
    readAs: raw.length > 0 ? speaker.t("read_as", { raw: raw.join(" · ").slice(0, 160) }) : "",
    ruling: rulings.find((one) => one.signal === signal.id) ?? null,
    show: places.length > 0 ? { key: `show-${signal.id}`, what: reason, places } : null,
  };
}

/** @param {number} contribution in log-odds @returns {SignalCard["effect"]} */
function effectOf(contribution) {
  if (Math.abs(contribution) < NOTHING) return "none";
  return contribution > 0 ? "raises" : "lowers";
}

/** Both samples in words, with examples of comments to look at. @param {import("../../../types/messages").Checked} checked @param {Show[]} shows @param {Speaker} speaker */
export function samplesSection({ analysis, overlaps = [] }, shows, speaker) {
  const texts = [followersStrip(analysis, speaker), commentsStrip(analysis, speaker)].filter(Boolean);
  const pods = overlaps.map(({ username, low, high }) =>
    speaker.t("pod_overlap", { name: username, low: Math.round(100 * low), high: Math.round(100 * high) }),
  );
  const examples = shows.map((show) => section({ small: [show.what], show }));
  return texts.length > 0 ? [section({ title: speaker.t("samples"), texts, list: pods }), ...examples] : [];
}

/** What is not enough yet, what can be done, what is of an earlier day, how much of a sample was read. @param {Analysis} analysis @param {{followers: number, comments: number}} sample @param {Speaker} speaker */
export function footSection({ completeness: { parts }, absent, kept }, sample, speaker) {
  const lacking = parts.filter(({ state }) => state !== "enough").map((part) => lack(part, speaker));
  const small = [
    ...(lacking.length > 0 ? [speaker.t("still_missing", { list: lacking.join(", ") })] : []),
    ...[...absent.map(({ next }) => next), ...kept.map(({ text }) => text)]
      .map((text) => speaker.pick(text))
      .filter(Boolean),
    ...(sample.followers + sample.comments > 0 ? [speaker.t("sampled", sample)] : []),
  ];
  return small.length > 0 ? [section({ small })] : [];
}

/** @param {import("../../../types/messages").Completeness["parts"][number]} part @param {Speaker} speaker */
function lack({ id, n, needed }, speaker) {
  const name = speaker.t(`part_${id}`);
  return n > 0 ? speaker.t("part_begun", { part: name, n: speaker.compact(n), needed: speaker.compact(needed) }) : name;
}
