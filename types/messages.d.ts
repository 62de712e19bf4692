/**
 * Every message between the parts of the extension, declared once. Senders and the router both derive from
 * `Messages`; a message that is not here does not exist.
 */

import type {
  AnalysisAnswer,
  BuyingIntent,
  CheckAnswer,
  CommentExample as Example,
  CommentSample as CommentTally,
  CompletenessAnswer as Completeness,
  Count,
  EarlierSample,
  EngagementAnswer,
  Entry,
  EvidenceEntry as Evidence,
  FitAnswer as Fit,
  FitCheck,
  FollowerSample as FollowerTally,
  GuideAnswer,
  History as Seen,
  NamedOverlap as Overlap,
  Post as ReadPost,
  PostedSeen,
  PriceAnswer,
  Ruling as KeptRuling,
  Share,
  ShownFacts,
  SignAnswer as Signal,
  StepAnswer,
  SuspicionAnswer,
  Text,
  Trust,
  Verdict,
} from "./api.d.ts";

export type { Completeness, Count, Evidence, Example, Fit, FitCheck, KeptRuling, Overlap, Share };
export type { Signal, Text, Trust, Verdict };

// Of the server's answer what the extension shows, by the generated records: `null` means "not shown", never 0.

export type Post = Pick<ReadPost, "shortcode" | "likes" | "comments" | "plays" | "likes_hidden">;

export type Facts = Pick<
  ShownFacts,
  "username" | "profile_id" | "full_name" | "is_private" | "followers" | "following" | "post_count" | "contacts"
> & { posts: Post[] };

export type Engagement = Pick<
  EngagementAnswer,
  "score" | "rate_pct" | "band" | "benchmark" | "other_benchmarks" | "own"
>;

export type Suspicion = Pick<SuspicionAnswer, "score" | "low" | "high" | "prior" | "signals">;

export type VerdictCode = Verdict["code"];

export interface FollowerSample extends Pick<FollowerTally, "n" | "signs" | "position" | "own">, Earlier {
  /** What more rows would be good for. */
  next: Pick<FollowerTally["next"], "text">;
}

export interface CommentSample
  extends Pick<CommentTally, "n" | "n_people" | "n_owner_replies" | "median_reply_delay_s" | "shares">, Earlier {
  /** Comments that ask to buy: good news; null where there is none. */
  intent: Pick<BuyingIntent, "text"> | null;
}

/** The visit that read a sample which this check did not read itself, and how many rows this check read. */
interface Earlier {
  earlier: Pick<EarlierSample, "at" | "n_now" | "text"> | null;
}

export type GuideStep = Pick<StepAnswer, "id" | "done" | "n" | "needed" | "text">;

export type Analysis = Pick<
  AnalysisAnswer,
  "ok" | "error" | "page" | "disagreements" | "tier" | "fit" | "trust" | "topics" | "completeness" | "model_version"
> &
  Pick<AnalysisAnswer, "audit_id"> & {
    facts: Facts;
    engagement: Engagement;
    suspicion: Suspicion;
    /** `said` in place of the code's own word: what an opened post says of itself. */
    verdict: Verdict & { said?: Text };
    activity: Pick<AnalysisAnswer["activity"], "days_since_newest">;
    /** What the page cannot show, and what can be done about it. */
    absent: Pick<AnalysisAnswer["absent"][number], "code" | "text" | "next">[];
    sponsorship: Pick<AnalysisAnswer["sponsorship"], "sponsors">;
    /** What an earlier check has read. */
    kept: Pick<AnalysisAnswer["kept"][number], "kind" | "text">[];
    price: Pick<PriceAnswer, "market" | "currency" | "low" | "high">[];
    /** What is still missing, the most telling first; nothing of a post. */
    guide?: Pick<GuideAnswer, "done" | "of"> & { steps: GuideStep[] };
    samples: { followers: FollowerSample | null; comments: CommentSample | null };
    /** Of a post: its owner's stored verdict. */
    standing?: CheckAnswer["standing"];
    /** Posts of this page that a campaign waits for: whether they are what was approved. */
    posted?: Posted[];
  };

export type Posted = Pick<PostedSeen, "deliverable_id" | "state" | "word" | "lines">;

export type ShortlistEntry = Pick<
  Entry,
  | "username"
  | "status"
  | "status_at"
  | "added_at"
  | "version"
  | "former"
  | "stage"
  | "owner"
  | "note"
  | "reject_reason"
  | "price_asked"
>;

export type History = Pick<Seen, "visits" | "first_seen" | "last_seen" | "summary">;

/** A check as the badge's words are made from it. */
export interface Checked extends Pick<CheckAnswer, "colleague" | "rulings" | "examples" | "overlaps" | "campaigns"> {
  shortlist: ShortlistEntry | null;
  analysis: Analysis;
  history: History | null;
  /** False for whose role changes nothing of the list. */
  may_change: boolean;
}

/** A place on the page that a number was read from; the first that is found is outlined. */
export interface Place {
  shortcode: string | null;
  selectors: string[];
}

export interface Show {
  key: string;
  /** What is shown, for a screen reader: "Show me: ...". */
  what: string;
  places: Place[];
}

/** One sign, in words. */
export interface SignalCard {
  id: string;
  effect: "raises" | "lowers" | "none";
  /** A word for the weight, "" without any. */
  strength: string;
  reason: string;
  usual: string;
  innocent: string;
  readAs: string;
  ruling: KeptRuling | null;
  show: Show | null;
}

/** What a press asks for; a changed field adds its value under its name. */
export type Act =
  | { act: "save" | "undo" | "cancel" | "retry" | "reload" }
  | { act: "open"; what: OwnPage }
  | { act: "collapse" | "dismiss" | "expand" | "note" }
  | { act: "move"; corner?: Corner }
  | { act: "copy"; text: string }
  | { act: "skip"; step: string }
  | { act: "show"; places: Place[] }
  | { act: "rule"; signal: string; ruling: Ruling | null; note?: string }
  | { act: "annotate"; status?: string };

/** An element for the badge to draw; the tag "icon" is a picture, named by its class. */
export interface Drawn {
  tag: string;
  attributes: Record<string, string | boolean | null>;
  act: Act | null;
  children: (Drawn | string)[];
}

export interface Section {
  title: string;
  texts: string[];
  list: string[];
  /** Points with "+", "−" or "?" in front: what was asked for, and whether it holds. */
  marked: { mark: string; text: string }[];
  small: string[];
  range: { low: number; high: number; score: number | null; label: string } | null;
  show: Show | null;
  signals: SignalCard[];
}

/** All that the badge draws of an analysis, already in the person's language. */
export interface BadgeModel {
  username: string;
  code: VerdictCode;
  /** What an opened list or post has given so far, "" while nothing. */
  strips: { followers: string; comments: string };
  /** For the live region. */
  said: string;
  /** The card when it is collapsed to one button. */
  pill: Drawn;
  /** The word, its reason, and what is to be known beside it; the line of the list follows. */
  verdict: Drawn[];
  /** The two tiles and the line of facts. */
  figures: Drawn[];
  /** The missing steps, the most telling first. */
  guide: { id: string; drawn: Drawn }[];
  details: Drawn[];
  /** In the place of all that would change the list, for whose role may not; null for everybody else. */
  looks: Drawn | null;
}

/** The creator's entry of the shortlist and its line on the badge. */
export interface Listed {
  version: ShortlistEntry["version"];
  /** Status, date, reason. */
  line: Drawn;
  /** To be changed in place. */
  status: Drawn;
  /** Reason and note, to be changed in place. */
  fields: Drawn;
}

export interface CheckResult {
  model: BadgeModel;
  listed: Listed | null;
}

export interface FollowerRow {
  username: string;
  full_name: string | null;
  has_photo: boolean | null;
  is_verified: boolean | null;
  is_private: boolean | null;
}

export interface CommentRow {
  post: string;
  username: string;
  text: string;
  is_reply: boolean;
  by_owner: boolean;
  created_at: string | null;
}

/** A comment as the content script read it: with its permalink, by which it can be shown on the page. */
export interface SeenComment extends Omit<CommentRow, "by_owner"> {
  link?: string | null;
}

/** One answer that the page itself had asked for, reduced to the fields that Soi reads. */
export interface PageAnswer {
  path: string;
  name: string;
  received_at: string;
  body: Record<string, unknown>;
}

/** What was seen of a page: texts as they are, and reduced HTML of its parts. */
export interface PageParts {
  /** The user name that the document was first loaded for, by its own metas. */
  first: string | null;
  lang: string;
  title: string;
  metas: [property: string | null, content: string][];
  /** Pieces of the page's embedded JSON, each from its name on: the number grammar, the page's own data. */
  embedded: string[];
  header: string;
  tiles: string[];
  /** What stands in place of a grid. */
  notice: string;
  posts: [shortcode: string, html: string][];
  /** The creator has been on show for as long as an answer may take. */
  waited: boolean;
}

/** Where figures can come from: heard while the page asked, brought along by it, its header, a hovered tile. */
export type SourceKind = "answers" | "preloaded" | "header" | "hover";

/** What a content script hands over. The background makes CONTRACT's capture of it. */
export interface PageCapture {
  captured_at: string;
  page: PageParts;
  responses: PageAnswer[];
  samples: { followers: FollowerRow[]; comments: SeenComment[] };
}

/** CONTRACT's capture. Its address comes from the tab, never from the page. */
export interface Capture extends Omit<PageCapture, "page" | "samples"> {
  schema: 1;
  url: string;
  navigation: "load" | "spa";
  html: string;
  samples: { followers?: { position: string; rows: FollowerRow[] }; comments?: CommentRow[] };
}

export type Ruling = "innocent" | "confirmed";
export type Language = "en" | "vi";
export type Corner = "top-right" | "bottom-right" | "top-left" | "bottom-left";

export interface Preferences {
  /** "auto" follows the browser. */
  language: "auto" | Language;
  corner: Corner;
  collapsed: boolean;
  /** Read the answers that the page receives by itself; else only what is drawn on the page. */
  page_answers: boolean;
  /** Read the rows of an open followers list and the comments of an opened post. */
  samples: boolean;
  port: number;
  /** Origin of a team's server, "https://NAME"; "" while Soi is the one on this machine. */
  team: string;
}

/** Texts by key, in the language in use, with `{name}` as places to fill. */
export type Texts = Record<string, string>;

/** What Soi opens in a tab of its own. */
export type OwnPage = "web" | "welcome" | "options";

export type ErrorCode =
  | "server_off"
  | "server_foreign"
  | "version_mismatch"
  | "unauthorized"
  | "pairing_pending"
  | "not_a_profile"
  | "incomplete"
  | "timeout"
  | "stale_context"
  | "internal"
  /** What was sent is wrong in the server's eyes, and stays so. */
  | "refused"
  // Below: codes of the server that a person can act on; passed on unchanged.
  | "conflict"
  | "gone"
  | "not_found"
  | "busy"
  | "disk_full"
  | "storage_readonly"
  | "too_large"
  | "too_many"
  /** The member's role does not allow it. */
  | "forbidden";

/** What the badge draws whatever the creator. */
export interface Parts {
  move: Drawn;
  collapse: Drawn;
  /** While the first answer is awaited. */
  reading: { pill: Drawn; word: Drawn; figures: Drawn };
  /** On the person's own profile. */
  own: Drawn;
  /** Opens the note's field. */
  note: Drawn;
  save: Drawn;
  saving: Drawn;
  /** Before the first answer. */
  early: Drawn;
  details: Drawn;
  less: Drawn;
  open: Drawn;
  /** The details stand in it. */
  scroll: Drawn;
  /** What has become of a save. */
  outcomes: Record<Outcome, Drawn>;
  failures: Partial<Record<ErrorCode, Outcome>>;
  /** Each with its fix. */
  troubles: Record<ErrorCode, Drawn>;
  /** Troubles that can end by themselves. */
  passing: ErrorCode[];
  /** For the live region. */
  said: Record<Outcome | ErrorCode, string>;
  /** What the badge is, with {name} for whose. */
  label: string;
  language: Language;
}

/** Also the key of the text that says it. */
export type Outcome =
  | "saved"
  | Waiting
  | "save_failed_lost"
  | "save_failed_disk"
  | "save_failed_conflict"
  | "save_failed_role"
  | "save_failed_refused";

/** Of a save that is finished later: Soi is off, knows this browser not, or was too slow. */
export type Waiting = "save_failed_kept" | "save_waits_connection" | "save_waits_busy";

/** What a content script needs to speak and to look right. */
export interface Start {
  css: string;
  preferences: Preferences;
  parts: Parts;
  /** About nobody: drawn unseen, so that the first real one is drawn at once. */
  rehearsal: BadgeModel;
}

/** What is known about the server; kept in storage, so that it survives the worker. */
export type Connection =
  | { state: "unknown" }
  | { state: "unpaired" }
  | { state: "pairing_pending"; code: string; approve_url: string; expires_at: number }
  | { state: "connected"; version: string }
  | { state: "server_off" | "server_foreign" | "version_mismatch" | "unauthorized" | "timeout"; version?: string };

/** A creator that was looked at lately; shown in the popup, kept on this machine, removed by "forget". */
export interface Recent {
  username: string;
  verdict: VerdictCode | null;
  tier: string | null;
  at: number;
}

/** What the popup, the options and the welcome page show. */
export interface PopupStatus {
  connection: Connection;
  creator: string | null;
  recent: Recent[];
  /** When each kind of source was read last. */
  sources: Partial<Record<SourceKind, number>>;
  /** Creators whose save could not be sent yet. */
  saves: string[];
  /** Those for whom something waits for another Soi than the present one. */
  elsewhere: string[];
  preferences: Preferences;
  texts: Texts;
  language: Language;
}

/**
 * name -> what is sent, what comes back, and who may send it. "page": a content script, bound to the address of its
 * tab. "own": only the extension's own pages.
 */
export interface Messages {
  "ui.start": {
    from: "any";
    request: Record<never, never>;
    result: Start;
  };
  "ui.open": { from: "any"; request: { what: OwnPage }; result: null };
  "ui.place": { from: "page"; request: { corner?: Corner; collapsed?: boolean }; result: null };
  "profile.check": { from: "page"; request: { creator: string; capture: PageCapture }; result: CheckResult };
  "shortlist.save": { from: "page"; request: { creator: string }; result: Listed | { waits: Waiting } };
  "shortlist.cancel": { from: "any"; request: { creator: string }; result: null };
  /** What became of the entry since this tab asked last, by whomever. Without `listed`: nothing. `alone`: nobody else keeps this list. */
  "shortlist.follow": {
    from: "page";
    request: { creator: string };
    result: { listed?: Listed | null; alone: boolean };
  };
  "shortlist.undo": { from: "page"; request: { creator: string }; result: Listed | null };
  "shortlist.annotate": {
    from: "page";
    request: { creator: string; version: number | string; status?: string; note?: string; reject_reason?: string };
    result: Listed | null | { waits: Waiting };
  };
  "ruling.set": {
    from: "page";
    request: { creator: string; signal: string; ruling: Ruling | null; note?: string };
    result: null | { waits: Waiting };
  };
  "conn.retry": { from: "own"; request: Record<never, never>; result: Connection };
  "pair.start": { from: "own"; request: Record<never, never>; result: Connection };
  "pair.poll": { from: "own"; request: Record<never, never>; result: Connection };
  "pair.cancel": { from: "own"; request: Record<never, never>; result: Connection };
  "pair.forget": { from: "own"; request: Record<never, never>; result: null };
  /** `place`: a team's address, "" for this computer. */
  "pair.move": { from: "own"; request: { place: string }; result: null };
  "prefs.get": { from: "own"; request: Record<never, never>; result: Preferences };
  "prefs.set": { from: "own"; request: { changes: Partial<Preferences> }; result: Preferences };
  "popup.status": { from: "own"; request: { url?: string | undefined }; result: PopupStatus };
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = { type: N } & Messages[N]["request"];
export type AnyRequest = { [N in MessageName]: Request<N> }[MessageName];
export type Reply<T> = { ok: true; result: T } | { ok: false; error: Failure };

export interface Failure {
  code: ErrorCode;
  retryable: boolean;
}

/** Sent by the background to the content script of a tab. */
export type TabMessage =
  | { type: "command.save" }
  | { type: "command.toggle" }
  /** By the popup. */
  | { type: "save.cancelled"; creator: string }
  /** By another tab. */
  | { type: "list.changed"; creator: string; listed: Listed | null }
  | ({ type: "prefs.changed" } & Start)
  | { type: "connection.changed" };
