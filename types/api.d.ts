/** What the API answers. Made by scripts/make_api_types.py from the records of server/schemas; not edited here. */

/** Absence as an analysis says it. */
export interface AbsenceAnswer {
  code: "age_gate" | "likes_hidden" | "no_posts" | "own_account" | "posts_too_young" | "private" | "some_likes_hidden";
  n: number;
  until: string | null;
  text: Text;
  next: Text | null;
}

/** Activity as an analysis says it; null where a newer post may not have been seen. */
export interface ActivityAnswer {
  newest_post_at: string | null;
  days_since_newest: number | null;
  posts_per_week: number | null;
}

/** Something that somebody did to the list. */
export interface ActivityRow {
  id: number;
  at: string;
  by: Actor;
  what: "bulk" | "changed" | "emptied" | "erased" | "imported" | "merged" | "removed" | "restored" | "saved" | "undone";
  n: number;
  usernames: string[];
  fields: string[];
  values: Record<string, string[]>;
  undo_until: string | null;
}

/** Who changed something. */
export interface Actor {
  kind: "browser" | "command" | "script" | "session";
  name: string | null;
  is_member: boolean;
}

/** An amount, or the interval that it lies in. */
export interface AmountRange {
  low: number;
  high: number;
}

/** The answer of a check in the shape of the contract: on the wire, in an audit, a line of ``soi check --json``. */
export interface AnalysisAnswer {
  input: string;
  ok: boolean;
  error: Failure | null;
  page: "challenge" | "error_page" | "login_wall" | "other" | "post" | "private_profile" | "profile" | "story";
  facts: ShownFacts;
  disagreements: Disagreement[];
  tier: "macro" | "mega" | "micro" | "mid" | "nano" | null;
  tiers: ("macro" | "mega" | "micro" | "mid" | "nano")[];
  engagement: EngagementAnswer;
  fit: FitAnswer;
  trust: Trust;
  suspicion: SuspicionAnswer;
  verdict: Verdict;
  activity: ActivityAnswer;
  topics: Topic[];
  sponsorship: SponsorshipAnswer;
  partnerships: Partnership[];
  absent: AbsenceAnswer[];
  kept: KeptPart[];
  completeness: CompletenessAnswer;
  guide: GuideAnswer;
  samples: SamplesAnswer;
  price: PriceAnswer[];
  model_version: string;
  audit_id: string | null;
}

/** A price that may mean something else. */
export interface AskedPrice {
  sheet: string;
  row: number;
  username: string;
  column: string;
  text: string;
  price: ShownPrice | null;
  others: ShownPrice[];
  kept_as_text: boolean;
}

/** What an audit file holds. A part that may be absent came with a later version; older files lack it. */
export interface AuditFile {
  schema: number;
  audit_id: string;
  versions: Record<string, string>;
  capture_hash: string;
  now: string | null;
  name: string;
  page: "challenge" | "error_page" | "login_wall" | "other" | "post" | "private_profile" | "profile" | "story";
  rules: string[];
  kept?: [string, string][];
  facts: ShownFacts;
  disagreements: Disagreement[];
  samples: Tallies;
  history: EarlierVisit[];
  rulings: Judgement[];
  prices?: Prices | null;
  thresholds?: Record<string, number>;
  search?: Search | null;
  price_asked?: Price | null;
  analysis: AnalysisAnswer;
}

/** One automatic backup, named without a path. */
export interface Backup {
  id: string;
  taken_at: string;
  bytes: number;
  entries: number | null;
}

export interface BackupLimits {
  bytes: number;
  unpacked_bytes: number;
  sent_bytes: number;
}

export interface BackupWritten {
  state: "written";
}

export interface BackupsAnswer {
  backups: Backup[];
  limits: BackupLimits;
}

export interface BadRow {
  row: number;
  code: "bad_name" | "bad_number" | "many_names" | "many_tags" | "no_date" | "no_email" | "no_name" | "no_page" | "no_phone" | "too_long" | "two_dates" | "unknown_platform" | "unknown_status" | "unreadable";
  message: string;
}

export interface BenchmarkName {
  name: string;
  year: number | null;
}

/** The default has limits by percentile, the others have medians over what they cover. */
export interface BenchmarkSource {
  id: string;
  name: string;
  year: number | null;
  metric: string;
  note: string;
  log_followers: number[];
  percentiles?: number[];
  log_limits?: number[][];
  log_medians?: number[];
  low?: number;
  high?: number;
}

export interface BenchmarksAnswer {
  default: string;
  sources: BenchmarkSource[];
}

/** The public post beside the approved text, as it was seen last; ``ask_until`` and ``contacts`` for a removal, only
where something is to be mended. */
export interface BesideApproved {
  word: Text;
  url: string;
  parts: ComparedPart[];
  ask_until: string | null;
  contacts: EntryContacts | null;
}

export interface BinAnswer {
  removed: RemovedEntry[];
  total: number;
}

export interface BinEmptied {
  emptied: number;
}

/** Who came back from the bin, and who was not in it. */
export interface BinRestored {
  activity: number | null;
  saved: SavedRow[];
  missing: string[];
}

/** Who advertises, and the words that are looked for, avoided, and rivals. */
export interface Brand {
  name: string;
  product: string;
  words: string[];
  avoid: string[];
  rivals: string[];
  audience_words: string[];
  language: string;
}

export interface BrandAnswer {
  id: string;
  brand: Brand;
  version: number;
}

export interface BrandsAnswer {
  brands: BrandAnswer[];
}

/** What creators are handed, in the trade's order; product and brand stand in ``Brand``, days in the deliverables. */
export interface BriefForm {
  angle: string;
  messages: KeyMessage[];
  dos: string[];
  donts: string[];
  required: string[];
  mentions: string[];
  hashtags: string[];
  code: string | null;
  links: string[];
  notifier: string | null;
  kind: "medical_nutrition" | "supplement_food" | null;
  age_months: number | null;
  max_length: number | null;
  edits: number | null;
  online_days: number | null;
  rights: string;
  exclusivity: string;
  payment: string;
}

/** The sums of a campaign's rows; withholding with how sure its rule is. */
export interface BudgetAnswer {
  amount: number | null;
  currency: string;
  withholding: boolean;
  reserved: AmountRange;
  agreed: AmountRange;
  paid: AmountRange;
  spent: AmountRange;
  in_hand: AmountRange;
  left: AmountRange | null;
  by_month: MonthSum[];
  unpriced: number;
  other_currency: number;
  source: string;
  confidence: string;
}

/** What may be spent, and whether the tax that is withheld is counted. */
export interface BudgetFrame {
  amount: number | null;
  currency: string;
  withholding: boolean;
}

/** Some entries were changed or removed meanwhile; nothing was done. */
export interface BulkRefused {
  error: Failure;
  conflicts: StaleEntry[];
}

/** What a change of many entries did; ``activity`` undoes all of it, None where nothing had to change. */
export interface BulkSaved {
  activity: number | null;
  changed: number;
  same: number;
  saved: SavedRow[];
}

/** "11 of 60 comments ask to buy": good news, said where there is some. */
export interface BuyingIntent {
  n: number;
  of: number;
  text: Text;
}

/** One campaign of one brand. */
export interface Campaign {
  id: string;
  name: string;
  brand: Brand;
  category: "alcohol" | "banned" | "cosmetics" | "finance" | "food" | "general" | "infant" | "infant_food" | "medical" | "supplement";
  search: string | null;
  rival_days: number | null;
  brief: BriefForm;
  budget: BudgetFrame;
  slots: Slot[];
  members: string[];
  outreach: SentMessage[];
  ticks: Tick[];
}

/** ``elsewhere``: of each creator the colleagues and other campaigns to ask before writing. */
export interface CampaignAnswer {
  campaign: Campaign;
  version: number;
  created_at: string;
  changed_at: string;
  deliverables: PlannedPost[];
  budget: BudgetAnswer;
  per_engagement: PerEngagement;
  elsewhere: Record<string, string[]>;
  checklist: TickedLine[];
  niches: Record<string, Text>;
  undo_until: string | null;
}

/** ``search``: the saved search that the campaign extends; null where it has none. */
export interface CampaignFitAnswer {
  search: string | null;
  creators: CreatorFit[];
}

export interface CampaignSummary {
  id: string;
  name: string;
  brand: string;
  product: string;
  category: string;
  version: number;
  changed_at: string;
  removed_at: string | null;
  slots: number;
  gaps: number;
  states: Record<string, number>;
  overdue: number;
  next_due: string | null;
  creators: string[];
  budget: BudgetAnswer;
}

export interface CampaignsAnswer {
  campaigns: CampaignSummary[];
  over_all: CurrencySum[];
  total: number;
}

/** What the import has to say of a cell or a row. */
export interface CellRemark {
  sheet: string;
  row: number;
  column: string;
  heading: string;
  code: "bad_name" | "bad_number" | "many_names" | "many_tags" | "no_date" | "no_email" | "no_name" | "no_page" | "no_phone" | "too_long" | "two_dates" | "unknown_platform" | "unknown_status" | "unreadable";
  value: string;
  text: string;
  reason: Text;
}

/** Something changed at ``sequence``. */
export interface Change {
  sequence: number;
  kind: "campaign" | "check" | "devices" | "entry" | "erased" | "members" | "outcome" | "ruling" | "settings";
  username: string | null;
}

export interface ChangedCreator {
  username: string;
  from: string;
  to: string;
}

/** What changed since a sequence number. */
export interface Changes {
  sequence: number;
  reset: boolean;
  changes: Change[];
  shared: boolean;
}

/** The answer of a check. */
export interface CheckAnswer {
  input: string;
  ok: boolean;
  error: Failure | null;
  page: "challenge" | "error_page" | "login_wall" | "other" | "post" | "private_profile" | "profile" | "story";
  facts: ShownFacts;
  disagreements: Disagreement[];
  tier: "macro" | "mega" | "micro" | "mid" | "nano" | null;
  tiers: ("macro" | "mega" | "micro" | "mid" | "nano")[];
  engagement: EngagementAnswer;
  fit: FitAnswer;
  trust: Trust;
  suspicion: SuspicionAnswer;
  verdict: Verdict;
  activity: ActivityAnswer;
  topics: Topic[];
  sponsorship: SponsorshipAnswer;
  partnerships: Partnership[];
  absent: AbsenceAnswer[];
  kept: KeptPart[];
  completeness: CompletenessAnswer;
  guide: GuideAnswer;
  samples: SamplesAnswer;
  price: PriceAnswer[];
  model_version: string;
  audit_id: string | null;
  shortlist: Entry | null;
  colleague: SeenColleague | null;
  history: History | null;
  rulings: Ruling[];
  ledger: CheckLedger;
  examples: CommentExample[];
  overlaps: NamedOverlap[];
  standing?: OwnersVerdict | null;
  campaigns?: SeenCampaign[];
  may_change?: false;
  posted?: PostedSeen[];
}

/** Which sources the capture held, and what of it was not believed. */
export interface CheckLedger {
  sources: string[];
  discarded: string[];
  responses: number;
  follower_rows: number;
  comment_rows: number;
  requests_made: number;
}

/** What a person ticks off. */
export interface ChecklistLine {
  rule: string;
  text: Text;
}

/** A comment as its place in the capture's ``samples.comments``. */
export interface CommentExample {
  kind: string;
  post: string;
  row: number;
}

export interface CommentSample {
  n: number;
  n_generic: number;
  n_emoji_only: number;
  n_mention_only: number;
  n_duplicate: number;
  n_duplicate_across_posts: number;
  n_spam: number;
  n_people: number;
  n_owner_replies: number;
  n_posts: number;
  n_intent: number | null;
  n_regulars: number | null;
  median_reply_delay_s: number | null;
  shares: CommentShares;
  intent: BuyingIntent | null;
  earlier: EarlierSample | null;
}

/** By kind; None for one that an older tally did not count, or without comments. */
export interface CommentShares {
  intent: Share | null;
  generic: Share | null;
  emoji_only: Share | null;
  mention_only: Share | null;
  duplicate: Share | null;
  spam: Share | null;
}

/** Counts over the comments that were on screen. Shares are of ``n``, the comments of other people. */
export interface CommentTally {
  n: number;
  n_generic: number;
  n_emoji_only: number;
  n_mention_only: number;
  n_duplicate: number;
  n_duplicate_across_posts: number;
  n_spam: number;
  n_people: number;
  n_owner_replies: number;
  n_posts: number;
  n_intent: number | null;
  n_regulars: number | null;
  median_reply_delay_s: number | null;
}

export interface ComparedLists {
  n: number;
  share_with_signs: number;
  share_no_photo: number | null;
  text: Text;
}

/** A stretch of both texts, with their line ends: equal in what is seen, or each as it stands. */
export interface ComparedPart {
  approved: string;
  live: string;
  is_same: boolean;
}

export interface CompletenessAnswer {
  have: number;
  of: number;
  parts: PartAnswer[];
}

/** How a creator wants to be reached; empty where nothing is said. */
export interface Contacts {
  emails: string[];
  phones: string[];
  zalo: string[];
  links: string[];
}

/** A number as shown. A rounded one is the interval of all numbers that may be shown like this. */
export interface Count {
  value: number;
  low: number;
  high: number;
  exact: boolean;
  source: "header_text" | "header_title" | "legacy_json" | "meta" | "overlay" | "post_page" | "response" | null;
  raw: string;
  locator: string;
  rule: string;
}

/** Somebody known by platform, by numeric id where it was seen, and by handle. */
export interface Creator {
  username: string;
  platform: string;
  profile_id: string | null;
  full_name: string | null;
  category: string | null;
  is_verified: boolean | null;
  is_private: boolean | null;
  former: FormerHandle[];
  first_seen: string | null;
  last_seen: string | null;
  visit_count: number;
}

/** The last check judged again; ``versions`` names what has changed since: then and now. */
export interface CreatorAnalysis {
  analysis: AnalysisAnswer;
  audit_id: string | null;
  at: string;
  versions: Record<string, [string, string]>;
  standing: StandingVerdict;
}

/** Everything that the store has of a creator. */
export interface CreatorAnswer {
  creator: Creator;
  shortlist: Entry | null;
  history: History;
  visits: Visit[];
  rulings: Ruling[];
  outcome: Outcome | null;
}

/** What the last look saw that the one before had not. */
export interface CreatorDigest {
  username: string;
  full_name: string | null;
  before: string;
  last: string;
  changes: DigestChange[];
}

export interface CreatorErased {
  erased: Erased;
  note: Text;
}

/** One creator against one slot; ``persona``: the brand's words in the texts of the last check, null without words or
texts. */
export interface CreatorFit {
  username: string;
  slot: string;
  is_backup: boolean;
  fit: FitAnswer;
  persona: PersonaMatch | null;
}

/** One creator's commenters compared with those of every other one. */
export interface CreatorOverlaps {
  enabled: boolean;
  needed: number;
  n_people: number | null;
  compared: number;
  chance: number | null;
  overlaps: OverlapShown[];
}

/** What all campaigns in one currency cost. */
export interface CurrencySum {
  currency: string;
  spent: AmountRange;
  paid: AmountRange;
  by_month: MonthSum[];
}

/** What somebody said of one version. */
export interface Decision {
  ruled: "approved" | "changes" | "rejected";
  at: string;
  by: string;
  note: string;
}

/** One post of one creator, from the plan to the payment. */
export interface Deliverable {
  id: string;
  slot: string;
  creator: string;
  kind: "album" | "image" | "live" | "package" | "reel" | "story" | "video";
  state: "approved" | "changes" | "drafting" | "dropped" | "in_review" | "paid" | "planned" | "posted" | "verified";
  price: Price | null;
  due_draft: string | null;
  due_post: string | null;
  post_url: string | null;
  paid_on: string | null;
  versions: DraftVersion[];
  posted: PostedEvidence | null;
  other_posts: string[];
  ticks: Tick[];
}

/** ``checks``: one a version, by today's rules and brief. */
export interface DeliverableAnswer {
  deliverable: Deliverable;
  version: number;
  campaign_id: string;
  campaign_name: string;
  steps: string[];
  checks: DraftChecked[];
  checklist: TickedLine[];
  posted: BesideApproved | null;
}

export interface DevicesAnswer {
  devices: ShownDevice[];
}

/** A value that is not taken, because an earlier row or the list has another one. */
export interface DifferingValue {
  sheet: string;
  row: number;
  username: string;
  kept_from: "file" | "list";
  field: string;
  kept: string;
  other: string;
}

/** Latest look first; at most 200 of ``total``. ``compared``: creators on the list with two looks. */
export interface Digest {
  compared: number;
  total: number;
  creators: CreatorDigest[];
}

/** Figures whose intervals do not overlap, verdicts that differ, the day of the last post of somebody gone silent, or
signs in words that the evidence of both looks could show and only the later one does. */
export interface DigestChange {
  field: "engagement_rate" | "followers" | "model" | "signs" | "silent" | "verdict";
  from: string | Figure | null;
  to: string | Figure | null;
  signs: Text[];
}

/** Sources that differ by more than rounding explains and by over 2 %. */
export interface Disagreement {
  field: string;
  values: Count[];
}

/** A campaign to read and print; ``log``: the hash of the last draft or decision, as ``soi replay`` says it. */
export interface DossierAnswer {
  made_at: string;
  log: string;
  campaign: Campaign;
  budget: BudgetAnswer;
  creators: DossierCreator[];
  deliverables: Deliverable[];
  checklist: TickedLine[];
}

/** What is told of one creator: the verdict as it was given, and from what it can be given again. */
export interface DossierCreator {
  username: string;
  full_name: string | null;
  verdict: string | null;
  checked_at: string | null;
  model_version: string | null;
  audit_id: string | null;
}

export interface DraftChecked {
  ok: boolean;
  findings: FoundInDraft[];
  passed: string[];
  not_checked: Text[];
  checklist: ChecklistLine[];
  note: Text;
}

/** A picture that was handed in, without its bytes: the store keeps them apart (``store.pictures``). */
export interface DraftPicture {
  name: string;
  sha256: string;
  media: string;
  bytes: number;
}

/** One text of a deliverable as it was handed in. */
export interface DraftVersion {
  text: string;
  at: string;
  by: string;
  findings: number;
  decision: Decision | null;
  pictures: DraftPicture[];
}

export interface DroppedCell {
  sheet: string;
  row: number;
  username: string;
  field: string;
}

/** Somebody on the list who should be looked at again, and why. */
export interface DueLook {
  username: string;
  full_name: string | null;
  at: string | null;
  reason: "never" | "old" | "thin";
}

/** Old and thin ones first, the oldest before; then those not checked yet. At most 200 of ``total``. */
export interface DueLooks {
  days: number;
  total: number;
  due: DueLook[];
}

export interface DueOutcomes {
  n: number;
  usernames: string[];
}

export interface EarlierSample {
  at: string;
  n_now: number;
  size: Count | null;
  changed: number;
  text: Text;
}

/** The counts of one earlier check. */
export interface EarlierVisit {
  at: string;
  followers: Count | null;
  following: number | null;
  post_count: number | null;
  engagement: number | null;
}

export interface EditableSettings {
  keep_visits: number;
  keep_days: number;
  language: "auto" | "en" | "vi";
  pods: boolean;
  currency: "USD" | "VND";
}

/** Engagement as an analysis says it. */
export interface EngagementAnswer {
  score: number | null;
  rate_pct: RateAnswer;
  band: "average" | "below" | "good" | "high" | "low" | null;
  limits_pct: number[] | null;
  benchmark: BenchmarkName;
  other_benchmarks: OtherBenchmark[];
  own: OwnPercentileAnswer | null;
  likes_only_pct: RateInterval;
  comments_per_100_likes: number | null;
  likes_per_play: number | null;
  likes_cv: number | null;
  posts_per_week: number | null;
  trend: number | null;
}

/** The cost of one engagement over some posts. */
export interface EngagementCost {
  cost: AmountRange;
  engagements: AmountRange;
  low: number;
  high: number | null;
  posts: number;
  of: number;
}

export interface EntriesAnswer {
  entries: Entry[];
  total: number;
}

/** Whose change was taken back, and who has been changed again since. */
export interface EntriesUndone {
  undone: string[];
  kept: string[];
}

/** A shortlist entry, in the shape of the API. */
export interface Entry {
  username: string;
  profile_id: string | null;
  status: "agreed" | "answered" | "contacted" | "found" | "paid" | "posted" | "rejected";
  reject_reason: string | null;
  status_at: string;
  tags: string[];
  note: string;
  owner: string | null;
  price_asked: Price | null;
  added_at: string;
  version: number;
  full_name: string | null;
  former: FormerHandle[];
  last_check: Visit | null;
  review_at: string | null;
  platform: string;
  stage: string | null;
  contacts: EntryContacts;
  extra: Record<string, string>;
  dates: Record<string, string>;
  history: Move[];
  waiting_since: string | null;
  topics: string[] | null;
}

/** Somebody else was first; the entry as it is now. */
export interface EntryConflict {
  error: Failure;
  current: Entry;
}

/** The contacts of an entry; empty where nothing is known. */
export interface EntryContacts {
  emails: string[];
  phones: string[];
  zalo: string[];
  address: string | null;
}

/** What an erase removed, and what it cannot reach. */
export interface Erased {
  usernames: string[];
  visits: number;
  audits: number;
  backups: number;
  still_in: string[];
}

/** A share that is not counted but concluded: its 95 % interval, and a value only where one may be said. */
export interface Estimate {
  low: number;
  high: number;
  value: number | null;
}

export interface EverythingErased {
  erased: Wiped;
}

/** One place of the page. */
export interface EvidenceEntry {
  raw: string;
  source: string;
  locator: string;
}

/** An error as every answer says it. */
export interface Failure {
  code: "already_running" | "bad_field" | "bad_file" | "bad_host" | "bad_json" | "bad_number" | "bad_origin" | "bad_range" | "bad_request" | "bad_setting" | "bad_text" | "bad_url" | "bad_username" | "busy" | "conflict" | "db_newer" | "db_set_aside" | "disk_full" | "duplicate" | "forbidden" | "gone" | "half_moved" | "incomplete" | "inconsistent" | "internal" | "little_memory" | "method_not_allowed" | "moved_wrong" | "no_answer" | "no_extension" | "no_home" | "not_a_file" | "not_a_profile" | "not_empty" | "not_found" | "not_started" | "not_whole" | "overlapping_ranges" | "port_forbidden" | "port_in_use" | "storage_readonly" | "timeout" | "too_large" | "too_long" | "too_many" | "unauthorized" | "unclear_price" | "unknown_field" | "unsupported_encoding" | "unsupported_media_type" | "worker_lost";
  message: string;
  details?: Record<string, unknown>;
}

/** A number with the interval it may lie in. */
export interface Figure {
  value: number;
  low: number;
  high: number;
}

/** Fit as an analysis says it. */
export interface FitAnswer {
  fits: boolean | null;
  search: SearchName | null;
  checks: FitCheck[];
}

export interface FitCheck {
  id: "engagement" | "language" | "niche" | "price" | "private" | "recency" | "rival" | "tier";
  ok: boolean | null;
  text: Text;
}

export interface FollowerSample {
  n: number;
  n_with_signs: number;
  n_no_photo: number;
  n_photo_known: number;
  n_made_names: number;
  n_bare: number;
  model: string;
  position: string | null;
  signs: Share | null;
  suspicious: Estimate | null;
  band: "15-30" | "<15" | ">30" | null;
  bands: ("15-30" | "<15" | ">30")[];
  more_rows: number | null;
  text: Text;
  share_text: Text;
  own: ComparedLists | null;
  next: NextInList;
  earlier: EarlierSample | null;
}

/** Counts over the rows of one follower list, and the share of suspicious followers they point to. */
export interface FollowerTally {
  n: number;
  n_with_signs: number;
  n_no_photo: number;
  n_photo_known: number;
  n_made_names: number;
  n_bare: number;
  model: string;
  position: string | null;
  signs: Share | null;
  suspicious: Estimate | null;
  band: "15-30" | "<15" | ">30" | null;
  bands: ("15-30" | "<15" | ">30")[];
}

export interface FollowersSeen {
  at: string;
  value: number;
  low: number;
  high: number;
}

export interface FollowersSum {
  value: number;
  low: number;
  high: number;
  of: number;
}

/** A user name that the creator had until ``until``. */
export interface FormerHandle {
  username: string;
  until: string;
}

/** A finding; ``start`` and ``end`` count code points, null where something is missing. */
export interface FoundInDraft {
  rule: string;
  level: "ask" | "must";
  start: number | null;
  end: number | null;
  quote: string;
  text: Text;
  source: string;
  cited: Text;
  article: string;
  since: string;
  checked_at: string;
  confidence: string;
}

export interface Growth {
  visits: number;
  needed: number;
  steps: GrowthStep[];
}

/** Between two visits at least half a day apart; ``gained`` and ``per_day`` are bounds. */
export interface GrowthStep {
  from: string;
  to: string;
  days: number;
  is_gap: boolean;
  gained: Figure;
  per_day: PerDay;
  percent_per_day: number;
  z: number | null;
  is_jump: boolean;
}

export interface GuideAnswer {
  done: number;
  of: number;
  seconds: number;
  steps: StepAnswer[];
}

/** ``proof`` only for a paired client with a nonce. */
export interface Hello {
  app: "soi";
  version: string;
  api: number;
  proof?: string;
}

/** The visits of a creator, and what changed. */
export interface History {
  visits: number;
  first_seen: string | null;
  last_seen: string | null;
  former: FormerHandle[];
  followers: FollowersSeen[];
  previous: PreviousVisit | null;
  changes: HistoryChange[];
  summary: Text | null;
  growth: Growth;
}

/** A count with its bounds, a verdict or a user name. */
export interface HistoryChange {
  field: string;
  from: string | Figure;
  to: string | Figure;
}

/** ``rate``: Wilson, 95 %; null before enough outcomes are decided. */
export interface HitRate {
  hits: number;
  n: number;
  rate: Share | null;
}

/** What of a file was, or would be, taken. */
export interface ImportAnswer {
  dry_run: boolean;
  rows: number;
  new: ImportLine[];
  duplicates: ImportLine[];
  repeated: ImportLine[];
  left_out: CellRemark[];
  bad: BadRow[];
  differing: DifferingValue[];
  dropped: DroppedCell[];
  kept_as_text: KeptAsText[];
  asked: AskedPrice[];
  passed_over: PassedRow[];
  sheets: ReadSheet[];
  mapping: MappedColumn[];
  preview: PreviewedCreator[];
  saved: SavedRow[];
  activity: number | null;
  encoding: string | null;
  separator: string | null;
  ignored_columns: string[];
}

/** A row of a sheet, and whom it names. */
export interface ImportLine {
  sheet: string;
  row: number;
  username: string;
}

/** A link of one use; its code is told this once. */
export interface Invitation {
  member: Member;
  code: string;
  url: string;
  expires_in: number;
}

/** The marketer's own judgement of one sign. "innocent" takes its contribution away. */
export interface Judgement {
  signal: string;
  verdict: "confirmed" | "innocent";
  note: string;
  at: string | null;
}

/** A cell of which only the words are kept; a price has neither heading nor reason. */
export interface KeptAsText {
  sheet: string;
  row: number;
  username: string;
  column: string;
  text: string;
  heading?: string;
  code?: "bad_name" | "bad_number" | "many_names" | "many_tags" | "no_date" | "no_email" | "no_name" | "no_page" | "no_phone" | "too_long" | "two_dates" | "unknown_platform" | "unknown_status" | "unreadable";
  value?: string;
  reason?: Text;
}

/** Header or posts that this check did not read itself. */
export interface KeptPart {
  kind: "header" | "posts";
  n: number;
  at: string;
  text: Text;
}

/** What the post has to say, and what proves it. */
export interface KeyMessage {
  text: string;
  proof: string;
}

export interface LeftOut {
  shortcode: string;
  reason: "beyond_latest_12" | "collaboration" | "likes_hidden" | "not_loaded" | "pinned_out_of_order" | "too_recent";
}

/** ``reason`` is null of somebody whose line says that they are out. */
export interface LeftOutLine {
  sheet: string;
  row: number;
  creator: string | null;
  reason: Text | null;
}

export interface ListActivity {
  activity: ActivityRow[];
  total: number;
}

export interface LiveDevice {
  client_id: string;
  name: string;
  kind: "browser" | "script" | "session";
  origin: string | null;
  created_at: string;
  last_seen: string | null;
  member: string | null;
  live: boolean;
}

/** A column by its letters and what it was taken for; ``by``: what says so. */
export interface MappedColumn {
  sheet: string;
  column: string;
  heading: string;
  meaning: string;
  platform: string | null;
  by: string;
  samples: string[];
}

/** One price list: (followers from, to, price from, to), prices at sizes with straight lines between, or a price per follower. */
export interface Market {
  id: string;
  currency: string;
  name: Text;
  year: number;
  note: Text;
  ranges: [number, number, number, number][];
  per_follower: number | null;
  points: [number, number, number][];
}

/** One person. What opens a link that was not used yet is kept as its SHA-256 alone. */
export interface Member {
  id: string;
  name: string;
  role: "editor" | "owner" | "viewer";
  created_at: string;
  joined_at: string | null;
  invited_until: string | null;
}

export interface MembersAnswer {
  members: Member[];
  me: string | null;
}

/** What of a backup's list was, or would be, added. */
export interface MergeAnswer {
  dry_run: boolean;
  entries: number;
  new: string[];
  merged: string[];
  same: number;
  differing: MergeDifference[];
  saved: SavedRow[];
  activity: number | null;
}

/** A value of the backup that is not taken, because the list has another one. */
export interface MergeDifference {
  username: string;
  field: string;
  kept: string;
  other: string;
}

/** A signal without evidence. */
export interface MissingSign {
  id: string;
  group: string;
  range: [number, number];
}

/** An exact amount in whole units of ``currency`` (ISO 4217, e.g. "VND", "USD"). */
export interface Money {
  amount: number;
  currency: string;
}

/** ``month`` like 2026-11; null where no day is known. */
export interface MonthSum {
  month: string | null;
  cost: AmountRange;
}

/** From ``at`` on an entry was in this status and, in the user's own word, at this stage. */
export interface Move {
  at: string;
  status: "agreed" | "answered" | "contacted" | "found" | "paid" | "posted" | "rejected";
  stage: string | null;
}

/** A creator of this store whose commenters overlap with this one's above chance. */
export interface NamedOverlap {
  username: string;
  share: number;
  low: number;
  high: number;
  chance: number;
}

export interface NetworkLedger {
  guarded: boolean;
  outbound_refused: number;
}

/** What more rows of the follower list would be good for. */
export interface NextInList {
  for: "band" | "full_sample" | "nothing" | "settled";
  rows: number;
  text: Text;
}

export interface NotJudged {
  never_checked: number;
  no_audit: number;
}

/** The store's own trouble, to be shown until it is dismissed or a backup is restored. */
export interface Notice {
  code: string;
  at: string;
  files: string[];
  recovered: number;
  backup: string | null;
  backup_entries: number | null;
  backup_id: string | null;
  backup_taken_at: string | null;
  missing: number;
  loose: number;
}

/** The OpenAPI document, which describes itself. */
export interface OpenApi {
  openapi: string;
  info: Record<string, unknown>;
  paths: Record<string, unknown>;
  components: Record<string, unknown>;
}

/** Where a sample comes from that this check did not read itself. */
export interface Origin {
  at: string;
  n_now: number;
  size: Count | null;
  changed: number;
}

/** A source that calls something else usual for this size. */
export interface OtherBenchmark {
  name: string;
  year: number | null;
  median_pct: number;
}

/** How working with a creator went, and what Soi had said before. */
export interface Outcome {
  username: string;
  recorded_at: string;
  updated_at: string;
  worth_it: boolean | null;
  clicks: number | null;
  codes: number | null;
  sales: Money | null;
  quality: number | null;
  note: string;
  verdict: string | null;
  suspicion: Figure | null;
  trust_word: string | null;
  engagement_score: number | null;
  model_version: string | null;
}

export interface OutcomeSummary {
  n: number;
  needed: number;
  recorded: number;
  enough: boolean;
  all: HitRate;
  verdicts: Record<string, HitRate>;
  note: Text;
  due: DueOutcomes;
  rejected: RejectedCreators;
}

export interface OutcomesAnswer {
  outcomes: Outcome[];
}

/** ``text`` is null while a field is empty; ``elsewhere``: whom to ask first. */
export interface OutreachAnswer {
  text: string | null;
  missing: string[];
  fields: string[];
  elsewhere: string[];
}

/** A text of the user's own. */
export interface OutreachTemplate {
  message: "first" | "refusal" | "reminder";
  language: "en" | "vi";
  text: string;
  fields: string[];
  id: string;
  name: string;
}

export interface OutreachTemplatesAnswer {
  templates: OutreachTemplate[];
  shipped: ShippedTemplate[];
  version: number;
}

export interface OverlapGroup {
  members: string[];
  links: OverlapLink[];
}

export interface OverlapGroups {
  enabled: boolean;
  compared: number;
  left_out: number;
  groups: OverlapGroup[];
}

export interface OverlapLink {
  a: string;
  b: string;
  share: number;
  low: number;
  high: number;
}

/** Another creator, and the share of this one's commenters who also comment there. */
export interface OverlapShown {
  username: string;
  n_people: number;
  share: number;
  low: number;
  high: number;
  is_clear: boolean;
}

/** The user's own lists, one a creator. */
export interface OwnLists {
  n: number;
  share_with_signs: number;
  share_no_photo: number | null;
}

/** OwnPercentile as an analysis says it. */
export interface OwnPercentileAnswer {
  percentile: number;
  n: number;
  tier: "macro" | "mega" | "micro" | "mid" | "nano";
  text: Text;
}

export interface OwnPriceList {
  currency: string;
  ranges: OwnPriceRange[];
}

export interface OwnPriceRange {
  from: number;
  to: number;
  low: number;
  high: number;
}

export interface OwnThreshold {
  name: string;
  value: number;
  published: number;
  least: number;
  most: number;
  unit: string;
}

export interface OwnersVerdict {
  verdict: "contact" | "look_closer" | "not_a_fit" | "not_enough_data" | "promising" | "risky";
  at: string;
  model_version: string | null;
}

/** In the order of the request; what is ``saved`` is on the disk. */
export interface PagesAnswer {
  pages: TakenPage[];
}

export interface PairingClaimed {
  client_id: string;
  token: string;
  proof_key: string;
}

export interface PairingDecided {
  state: "allowed" | "denied";
}

export interface PairingPending {
  state: "pending";
}

export interface PairingStarted {
  id: string;
  code: string;
  approve_url: string;
  expires_in: number;
}

/** One kind of evidence as an analysis says it. */
export interface PartAnswer {
  id: "comments" | "followers" | "history" | "posts" | "profile";
  state: "enough" | "missing" | "some";
  n: number;
  needed: number;
  from: string | null;
}

/** One paid post. */
export interface Partnership {
  shortcode: string;
  taken_at: string | null;
  with: string[];
  label: "caption" | "instagram";
}

/** A total, a repeated heading, a remark: nobody is named. */
export interface PassedRow {
  sheet: string;
  row: number;
  kind: string;
  text: string;
}

export interface PerDay {
  low: number;
  high: number;
}

/** The cost of one like or comment, as intervals: what the creators' last checks lead to expect, and what the public
posts have shown so far. Null where nothing tells. */
export interface PerEngagement {
  expected: EngagementCost | null;
  reached: EngagementCost | null;
}

/** The brand's words in the creator's texts. */
export interface PersonaMatch {
  found: string[];
  not_found: string[];
  texts: number;
  speaking: number;
  share: number | null;
}

/** A day or price of the plan that could not be read; ``column`` is "" where it may be one of several. */
export interface PlanRemark {
  sheet: string;
  row: number;
  column: string;
  heading: string;
  creator: string;
  value: string;
  reason: Text;
}

export interface PlanSheetAnswer {
  dry_run: boolean;
  lines: PlannedLine[];
  left_out: LeftOutLine[];
  remarks: PlanRemark[];
}

/** One line as it is planned; ``is_backup``: behind the slots of its niche instead of a post, ``is_there``: the
campaign had it before, and it adds nothing. */
export interface PlannedLine {
  sheet: string;
  row: number;
  creator: string;
  niche: string | null;
  kind: string;
  price: PriceShown | null;
  due_draft: string | null;
  due_post: string | null;
  post_url: string | null;
  is_backup: boolean;
  is_there: boolean;
}

/** A deliverable in its campaign: without its texts, with what it costs. */
export interface PlannedPost {
  id: string;
  slot: string;
  creator: string;
  kind: string;
  state: string;
  price: PriceShown | null;
  due_draft: string | null;
  due_post: string | null;
  post_url: string | null;
  paid_on: string | null;
  version: number;
  versions: number;
  cost: AmountRange | null;
  in_hand: AmountRange | null;
  overdue: string | null;
  steps: string[];
  posted: "asked" | "changed" | "gone" | "label_missing" | "not_read" | "same" | null;
  ticked: string[];
}

/** One post of the creator, or led by somebody else and shown in the creator's grid. */
export interface Post {
  shortcode: string;
  type: "carousel" | "image" | "reel" | "video" | null;
  owner: string | null;
  taken_at: string | null;
  taken_at_source: "legacy_json" | "post_page" | "response" | "shortcode" | null;
  likes: Count | null;
  comments: Count | null;
  plays: Count | null;
  likes_hidden: boolean | null;
  is_pinned: boolean | null;
  is_collaboration: boolean | null;
  is_sponsored: boolean | null;
  caption: string | null;
  sponsors: string[];
  read_at: string | null;
}

/** What the public post said when its page was opened, and how that compares with the approved text. */
export interface PostedEvidence {
  code: string;
  state: "asked" | "changed" | "gone" | "label_missing" | "not_read" | "same";
  at: string;
  since: string;
  text: string | null;
  has_label: boolean | null;
  missing_mentions: string[];
  engagements: AmountRange | null;
  is_early: boolean;
}

/** One deliverable whose public post this page showed; ``word`` and ``lines`` say it. */
export interface PostedSeen {
  campaign_id: string;
  campaign_name: string;
  deliverable_id: string;
  kind: string;
  code: string;
  state: "asked" | "changed" | "gone" | "label_missing" | "not_read" | "same";
  word: Text;
  lines: Text[];
}

/** What other rules would change on the present list. */
export interface Preview {
  total: number;
  judged: number;
  pending: number;
  changed: number;
  changes: VerdictChange[];
  creators: ChangedCreator[];
  not_judged: NotJudged;
  model_version: string;
}

/** A creator as it will be saved. */
export interface PreviewedCreator {
  sheet: string;
  row: number;
  username: string;
  platform: string;
  profile_id: string | null;
  added_at: string | null;
  values: Record<string, unknown>;
}

export interface PreviousVisit {
  at: string;
  days: number | null;
  verdict: string | null;
}

/** An asked price. Raises ValueError for ends that are no amounts, stand the wrong way round or lack a currency. */
export interface Price {
  low: number | null;
  high: number | null;
  currency: string | null;
  text: string;
  net: boolean | null;
}

/** An expected price as an analysis says it. */
export interface PriceAnswer {
  market: string;
  currency: string;
  low: number;
  high: number;
  kinds: Record<string, PriceEnds>;
  cost_per_engagement: PriceEnds | null;
  source: PriceSource;
}

export interface PriceEnds {
  low: number;
  high: number;
}

/** The most that one post may cost. */
export interface PriceLimit {
  amount: number;
  currency: string;
}

/** What a text says as a price. */
export interface PriceRead {
  price: ShownPrice | null;
  others: ShownPrice[];
  kept_as_text: boolean;
}

/** A price with the words in which it is echoed. */
export interface PriceShown {
  low: number | null;
  high: number | null;
  currency: string | null;
  text: string;
  net: boolean | null;
  shown: Text;
}

export interface PriceSource {
  name: Text;
  year: number;
  note: Text;
}

/** Asked prices of one currency and one kind; null is an open end. */
export interface PriceSum {
  currency: string;
  net: boolean | null;
  of: number;
  low: number;
  high: number | null;
  shown: Text;
}

export interface Prices {
  version: string;
  markets: Market[];
  formats: Record<string, [number, number]>;
}

export interface PricesAnswer {
  own: OwnPriceList[] | null;
  published: Prices;
  version: number;
}

export interface ProposalsAnswer {
  proposals: ProposedCreator[];
  left: AmountRange | null;
}

/** ``left`` of the budget if they took the slot; null where a price is not known. */
export interface ProposedCreator {
  username: string;
  is_backup: boolean;
  left: AmountRange | null;
  price: PriceShown | null;
  elsewhere: string[];
  fit: FitAnswer | null;
}

/** Sizes; of the backups only their number. */
export interface PublicStats {
  creators: number;
  entries: number;
  visits: number;
  audits: number;
  devices: number;
  sequence: number;
  bytes_on_disk: number;
  backups: number;
  writable: boolean;
}

/** The rate with the posts that were not measured. */
export interface RateAnswer {
  value: number | null;
  low: number | null;
  high: number | null;
  n_posts: number;
  left_out: LeftOut[];
}

/** A rate in percent with its 95 % interval and the posts it stands on. */
export interface RateInterval {
  value: number | null;
  low: number | null;
  high: number | null;
  n_posts: number;
}

/** Median of (likes + comments) / followers in percent with its 95 % interval; None from no post. */
export interface RateOfPosts {
  n_posts: number;
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface ReadSheet {
  name: string;
  hidden: boolean;
  read: boolean;
  asked: boolean;
  turned: boolean;
  heading_row: number | null;
  remembered: boolean;
  rows: number;
  people: number;
}

/** A line of the list of recent checks. */
export interface RecentCheck {
  username: string;
  full_name: string | null;
  visit: Visit;
}

export interface RecentChecks {
  checks: RecentCheck[];
}

/** What creators are compared with, each with its source. */
export interface ReferencesAnswer {
  prices: Prices;
  benchmarks: BenchmarksAnswer;
}

/** An error, in plain words. */
export interface Refusal {
  error: Failure;
}

export interface RejectedCreators {
  n: number;
  by_verdict: Record<string, number>;
  by_reason: Record<string, number>;
}

/** An entry that was taken off the list, as it was. */
export interface RemovedEntry {
  entry: Entry;
  removed_at: string;
  gone_at: string;
}

export interface ReportAnswer {
  audience: "client" | "team";
  parts: ("contacts" | "engagement" | "notes" | "overview" | "own_fields" | "plots" | "prices" | "status" | "verdict")[];
  made_at: string;
  creators: ReportedCreator[];
  overview?: ReportOverview;
  prices?: ReportPrices;
  missing: string[];
}

/** How many, and what is known of how many. */
export interface ReportOverview {
  creators: number;
  followers: FollowersSum | null;
  platforms: Record<string, number>;
  tiers: Record<string, number>;
  unchecked: number;
}

export interface ReportPrices {
  sums: PriceSum[];
  without_amount: number;
}

/** One creator with the chosen parts. */
export interface ReportedCreator {
  username: string;
  platform: string;
  full_name: string | null;
  page: string | null;
  checked_at: string | null;
  followers: Figure | null;
  tier: string | null;
  price_asked?: ShownPrice | null;
  engagement_rate?: Figure | null;
  posts_counted?: number | null;
  verdict?: string | null;
  trust_word?: string | null;
  seen?: string[] | null;
  status?: "agreed" | "answered" | "contacted" | "found" | "paid" | "posted" | "rejected";
  stage?: string | null;
  status_at?: string;
  contacts?: EntryContacts;
  bio_contacts?: Record<string, string[]> | null;
  note?: string;
  tags?: string[];
  owner?: string | null;
  reject_reason?: string | null;
  extra?: Record<string, string>;
  dates?: Record<string, string>;
}

/** What the present model says of everybody's last check; at most 200 are named.

``too_old``: left as they are, since an older version of Soi kept too little of them. ``kept``: written, 0 in a dry run. */
export interface RescoreAnswer {
  model_version: string;
  models_before: Record<string, number>;
  judged: number;
  too_old: number;
  scores_changed: number;
  verdicts_changed: number;
  changes: RescoredVerdicts[];
  creators: RescoredCreator[];
  kept: number;
}

/** Of how many creators the scores of before the last rescoring came back. */
export interface RescoreUndone {
  restored: number;
}

export interface RescoredCreator {
  username: string;
  from: string | null;
  to: string;
  score_from: number | null;
  score_to: number;
}

export interface RescoredVerdicts {
  from: string | null;
  to: string;
  n: number;
}

/** ``before`` is the backup of what was there. */
export interface RestoreDone {
  state: "restored";
  entries: number;
  before: string | null;
}

/** What the marketer decided about one signal of one creator. */
export interface Ruling {
  signal: string;
  ruling: string;
  at: string;
  note: string;
}

export interface SamplesAnswer {
  followers: FollowerSample | null;
  comments: CommentSample | null;
  pods: SharedTally | null;
}

/** An entry that was changed, and the version that it came to. */
export interface SavedRow {
  username: string;
  version: number;
}

/** A view of the list: what is shown of whom, in which order. What a filter means is the page's business. */
export interface SavedView {
  id: string;
  name: string;
  filters: Record<string, unknown>;
  sort: SortBy | null;
  columns: string[] | null;
  is_default: boolean;
}

/** One saved search. An empty list and None ask for nothing. */
export interface Search {
  id: string;
  name: string;
  tiers: ("macro" | "mega" | "micro" | "mid" | "nano")[];
  least_band: string | null;
  newest_days: number | null;
  price_limit: PriceLimit | null;
  public: boolean;
  languages: string[];
  niches: string[];
  rivals: string[];
  rival_days: number;
}

export interface SearchName {
  id: string;
  name: string;
}

export interface SearchesAnswer {
  searches: Search[];
  active: string | null;
  own: boolean;
  version: number;
}

export interface SeenCampaign {
  id: string;
  name: string;
}

export interface SeenColleague {
  name: string;
  status: "agreed" | "answered" | "contacted" | "found" | "paid" | "posted" | "rejected";
  since: string;
}

/** That somebody wrote to a creator. What was written is not kept. */
export interface SentMessage {
  creator: string;
  message: "first" | "refusal" | "reminder";
  channel: "email" | "instagram" | "other" | "phone" | "zalo";
  at: string;
  by: string;
}

export interface ServerStatus {
  version: string;
  shell: string;
  devices: LiveDevice[];
  notice: Notice | null;
  stats: PublicStats;
  network: NetworkLedger;
  role: "editor" | "owner" | "viewer" | null;
  database_host: string | null;
}

export interface SessionCode {
  code: string;
  url: string;
  expires_in: number;
}

export interface SessionOpened {
  token: string;
  expires_in: number;
}

/** ``member``: None where one person works alone. */
export interface SessionState {
  state: "open";
  member: Member | null;
  may: string[] | null;
}

/** ``fixed`` names what soi.toml, the environment or a flag holds. */
export interface SettingsAnswer {
  settings: EditableSettings;
  fixed: string[];
  version: number;
}

/** A share between 0 and 1 with its 95 % interval. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

/** The creator whose commenters overlap most with this one's, as counts only; nobody is named. */
export interface SharedTally {
  n_people: number;
  compared: number;
  share: number;
  low: number;
  high: number;
  chance: number;
}

/** What is written to a creator, with its fields in braces. */
export interface ShippedTemplate {
  message: "first" | "refusal" | "reminder";
  language: "en" | "vi";
  text: string;
  fields: string[];
}

/** A paired client without its secrets. */
export interface ShownDevice {
  client_id: string;
  name: string;
  kind: "browser" | "script" | "session";
  origin: string | null;
  created_at: string;
  last_seen: string | null;
  member: string | null;
}

/** Read back as plain Facts, the contacts follow from the rest again. */
export interface ShownFacts {
  username: string | null;
  profile_id: string | null;
  full_name: string | null;
  biography: string | null;
  external_url: string | null;
  category: string | null;
  is_private: boolean | null;
  is_verified: boolean | null;
  is_own: boolean | null;
  is_gated: boolean | null;
  followers: Count | null;
  following: Count | null;
  post_count: Count | null;
  links: string[] | null;
  posts: Post[];
  contacts: Contacts | null;
}

/** A price with the words in which it is echoed. */
export interface ShownPrice {
  low: number | null;
  high: number | null;
  currency: string | null;
  text: string;
  net: boolean | null;
  shown: Text;
}

/** A sign as an analysis says it. */
export interface SignAnswer {
  id: string;
  group: string;
  value: number;
  contribution: number;
  reason: Text;
  innocent: Text;
  evidence: EvidenceEntry[];
  weight_source: string;
  ruling: Judgement | null;
  usual: Text | null;
}

/** A place for one creator of a niche and a price, with who could take it instead. */
export interface Slot {
  id: string;
  niche: string | null;
  price_band: Price | null;
  creator: string | null;
  backups: string[];
}

export interface SortBy {
  by: string;
  descending: boolean;
}

/** One brand in the posts that were seen. */
export interface Sponsor {
  name: string;
  posts: number;
  first: string | null;
  last: string | null;
  rival: boolean;
}

/** Paid work as an analysis says it. */
export interface SponsorshipAnswer {
  sponsors: Sponsor[];
  paid: RateOfPosts;
  unpaid: RateOfPosts;
  looked_back_days: number | null;
}

/** A step of the user's own pipeline. */
export interface Stage {
  name: string;
  status: "agreed" | "answered" | "contacted" | "found" | "paid" | "posted" | "rejected";
  names: Text | null;
}

export interface StagesAnswer {
  stages: Stage[];
  own: boolean;
  version: number;
}

/** ``version`` null: it is no longer on the list. */
export interface StaleEntry {
  username: string;
  version: number | null;
}

export interface StandingTrust {
  score: number | null;
  word: string | null;
  seen: string[] | null;
}

/** What was said on the day of the visit. */
export interface StandingVerdict {
  verdict: "contact" | "look_closer" | "not_a_fit" | "not_enough_data" | "promising" | "risky" | null;
  at: string;
  model_version: string | null;
  trust: StandingTrust;
}

/** One thing to open as an analysis says it. */
export interface StepAnswer {
  id: "comment_texts" | "follower_sample" | "header" | "posts";
  done: boolean;
  n: number;
  needed: number;
  narrows: number;
  changes: boolean;
  seconds: number;
  from: string | null;
  text: Text;
}

/** Suspicion as an analysis says it; without points where the visit of the day kept none. */
export interface SuspicionAnswer {
  score: number | null;
  low: number | null;
  high: number | null;
  prior: number;
  unseen_pct: number;
  signals: SignAnswer[];
  missing: MissingSign[];
}

/** One saved page of many: its kind (null where it could not be read), whose it is, and what became of it. */
export interface TakenPage {
  name: string;
  page: string | null;
  username: string | null;
  saved: boolean;
  new: boolean;
  error: Failure | null;
}

/** What of the samples is kept. No follower and no commenter is named. */
export interface Tallies {
  followers: FollowerTally | null;
  comments: CommentTally | null;
  pods: SharedTally | null;
  followers_from: Origin | null;
  comments_from: Origin | null;
  usual: OwnLists | null;
}

export interface TaskAnswer {
  kind: "due" | "gap" | "look_again" | "no_answer" | "overdue";
  day: string | null;
  creator: string;
  campaign: string;
  campaign_name: string;
  deliverable: string;
  deliverable_kind: string | null;
  what: "draft" | "post" | null;
  slot: string;
}

/** One sentence in both languages. */
export interface Text {
  en: string;
  vi: string;
}

export interface ThresholdsAnswer {
  thresholds: OwnThreshold[];
  own: boolean;
  model_version: string;
  version: number;
}

/** That somebody ticked a line of a checklist off, or took that back. */
export interface Tick {
  rule: string;
  is_done: boolean;
  at: string;
  by: string;
}

/** ``done``: who ticked it off, and when; null of one that is open. A line of a post stands open here: it is ticked off
on the post. */
export interface TickedLine {
  rule: string;
  text: Text;
  scope: "campaign" | "deliverable";
  done: Tick | null;
}

export interface TodayAnswer {
  today: string;
  tasks: TaskAnswer[];
  total: number;
}

export interface TokenMade {
  name: string;
  client_id: string;
  token: string;
}

/** One topic of a creator. */
export interface Topic {
  id: string;
  share: number;
  words: string[];
}

export interface Trust {
  code: "no_signs" | "some_signs" | "strong_signs" | "unknown";
  score: number | null;
  word: "high" | "low" | "medium" | null;
  seen: ("comments" | "followers" | "history" | "posts" | "profile")[];
  missing: ("comments" | "followers" | "history" | "posts" | "profile")[];
  weak_signs: boolean;
}

/** A file on its way: ``received`` of its ``bytes`` are here. */
export interface UploadAnswer {
  id: string;
  bytes: number;
  received: number;
  piece_bytes: number;
}

export interface Verdict {
  code: "contact" | "look_closer" | "not_a_fit" | "not_enough_data" | "promising" | "risky";
  reasons: Text[];
  next_evidence: Text[];
}

export interface VerdictChange {
  from: string;
  to: string;
  n: number;
}

export interface ViewsAnswer {
  views: SavedView[];
  own: boolean;
  version: number;
}

/** The compact result of one check. Looks at one creator within half an hour are one visit. */
export interface Visit {
  at: string;
  page: string;
  verdict: string | null;
  tier: string | null;
  followers: Figure | null;
  following: Figure | null;
  post_count: Figure | null;
  engagement_rate: Figure | null;
  engagement_score: number | null;
  n_posts: number | null;
  suspicion: Figure | null;
  trust_word: string | null;
  seen: string[] | null;
  absent: string[] | null;
  contacts: Record<string, string[]> | null;
  newest_post_at: string | null;
  posts_per_week: number | null;
  model_version: string | null;
  capture_digest: string | null;
  audit_id: string | null;
  follower_sample: Record<string, unknown> | null;
  comment_sample: Record<string, unknown> | null;
  since: string | null;
  is_past: boolean | null;
  is_undated: boolean | null;
}

export interface WaitingPairing {
  id: string;
  name: string;
  code: string;
  origin: string | null;
  expires_in: number;
}

export interface WaitingPairings {
  pairings: WaitingPairing[];
}

/** What erasing everything removed. */
export interface Wiped {
  entries: number;
  creators: number;
  visits: number;
  backups: number;
  devices: number;
  still_in: string[];
}

/** What each operation answers where it succeeds; null is an answer without a body. */
export interface Answers {
  "GET /api/v1/activity": ListActivity;
  "POST /api/v1/activity/{activity_id}/undo": EntriesUndone;
  "GET /api/v1/audits/{audit_id}": AuditFile;
  "GET /api/v1/bin": BinAnswer;
  "DELETE /api/v1/bin": BinEmptied;
  "POST /api/v1/bin/restores": BinRestored;
  "DELETE /api/v1/bin/{username}": null;
  "GET /api/v1/brands": BrandsAnswer;
  "POST /api/v1/brands": BrandAnswer;
  "PUT /api/v1/brands/{brand_id}": BrandAnswer;
  "DELETE /api/v1/brands/{brand_id}": null;
  "GET /api/v1/campaigns": CampaignsAnswer;
  "POST /api/v1/campaigns": CampaignAnswer;
  "GET /api/v1/campaigns/{campaign_id}": CampaignAnswer;
  "PATCH /api/v1/campaigns/{campaign_id}": CampaignAnswer;
  "DELETE /api/v1/campaigns/{campaign_id}": null;
  "GET /api/v1/campaigns/{campaign_id}/calendar.ics": Blob;
  "POST /api/v1/campaigns/{campaign_id}/copies": CampaignAnswer;
  "POST /api/v1/campaigns/{campaign_id}/deliverables": CampaignAnswer;
  "GET /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}": DeliverableAnswer;
  "PATCH /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}": CampaignAnswer;
  "DELETE /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}": CampaignAnswer;
  "POST /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}/decisions": DeliverableAnswer;
  "GET /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}/pictures/{sha256}": Blob;
  "POST /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}/posted": DeliverableAnswer;
  "POST /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}/ticks": DeliverableAnswer;
  "POST /api/v1/campaigns/{campaign_id}/deliverables/{deliverable_id}/versions": DeliverableAnswer;
  "GET /api/v1/campaigns/{campaign_id}/dossier": DossierAnswer;
  "GET /api/v1/campaigns/{campaign_id}/dossier.zip": Blob;
  "POST /api/v1/campaigns/{campaign_id}/drafts/check": DraftChecked;
  "GET /api/v1/campaigns/{campaign_id}/fit": CampaignFitAnswer;
  "POST /api/v1/campaigns/{campaign_id}/outreach": OutreachAnswer;
  "POST /api/v1/campaigns/{campaign_id}/outreach/sent": CampaignAnswer;
  "GET /api/v1/campaigns/{campaign_id}/plan.xlsx": Blob;
  "POST /api/v1/campaigns/{campaign_id}/sheets": PlanSheetAnswer;
  "POST /api/v1/campaigns/{campaign_id}/slots": CampaignAnswer;
  "PATCH /api/v1/campaigns/{campaign_id}/slots/{slot_id}": CampaignAnswer;
  "DELETE /api/v1/campaigns/{campaign_id}/slots/{slot_id}": CampaignAnswer;
  "POST /api/v1/campaigns/{campaign_id}/slots/{slot_id}/drop": CampaignAnswer;
  "POST /api/v1/campaigns/{campaign_id}/slots/{slot_id}/fill": CampaignAnswer;
  "GET /api/v1/campaigns/{campaign_id}/slots/{slot_id}/proposals": ProposalsAnswer;
  "POST /api/v1/campaigns/{campaign_id}/ticks": CampaignAnswer;
  "POST /api/v1/campaigns/{campaign_id}/undo": CampaignAnswer;
  "GET /api/v1/changes": Changes;
  "POST /api/v1/checks": CheckAnswer;
  "GET /api/v1/checks": RecentChecks;
  "GET /api/v1/checks/digest": Digest;
  "GET /api/v1/checks/due": DueLooks;
  "POST /api/v1/checks/pages": PagesAnswer;
  "POST /api/v1/checks/rescore": RescoreAnswer;
  "POST /api/v1/checks/rescore/undo": RescoreUndone;
  "GET /api/v1/creators/{username}": CreatorAnswer;
  "DELETE /api/v1/creators/{username}": CreatorErased;
  "GET /api/v1/creators/{username}/analysis": CreatorAnalysis;
  "GET /api/v1/creators/{username}/outcome": Outcome;
  "PUT /api/v1/creators/{username}/outcome": Outcome;
  "DELETE /api/v1/creators/{username}/outcome": null;
  "GET /api/v1/creators/{username}/overlaps": CreatorOverlaps;
  "PUT /api/v1/creators/{username}/rulings/{signal}": Ruling;
  "DELETE /api/v1/creators/{username}/rulings/{signal}": null;
  "POST /api/v1/demo/checks": CheckAnswer;
  "GET /api/v1/devices": DevicesAnswer;
  "DELETE /api/v1/devices/current": null;
  "DELETE /api/v1/devices/{client_id}": null;
  "GET /api/v1/hello": Hello;
  "GET /api/v1/members": MembersAnswer;
  "POST /api/v1/members": Invitation;
  "PATCH /api/v1/members/{member_id}": Member;
  "DELETE /api/v1/members/{member_id}": null;
  "POST /api/v1/members/{member_id}/invitations": Invitation;
  "POST /api/v1/money": PriceRead;
  "GET /api/v1/openapi.json": OpenApi;
  "GET /api/v1/outcomes": OutcomesAnswer;
  "GET /api/v1/outcomes/summary": OutcomeSummary;
  "GET /api/v1/outreach/templates": OutreachTemplatesAnswer;
  "PUT /api/v1/outreach/templates": OutreachTemplatesAnswer;
  "GET /api/v1/overlaps": OverlapGroups;
  "POST /api/v1/pairings": PairingStarted;
  "GET /api/v1/pairings": WaitingPairings;
  "POST /api/v1/pairings/{pairing_id}/claim": PairingClaimed | PairingPending;
  "POST /api/v1/pairings/{pairing_id}/decision": PairingDecided;
  "GET /api/v1/references": ReferencesAnswer;
  "POST /api/v1/reports": ReportAnswer;
  "GET /api/v1/searches": SearchesAnswer;
  "PUT /api/v1/searches": SearchesAnswer;
  "DELETE /api/v1/searches": SearchesAnswer;
  "POST /api/v1/searches/preview": Preview;
  "POST /api/v1/sessions": SessionOpened;
  "POST /api/v1/sessions/codes": SessionCode;
  "GET /api/v1/sessions/current": SessionState;
  "DELETE /api/v1/sessions/current": null;
  "GET /api/v1/settings": SettingsAnswer;
  "PUT /api/v1/settings": SettingsAnswer;
  "GET /api/v1/settings/prices": PricesAnswer;
  "PUT /api/v1/settings/prices": PricesAnswer;
  "DELETE /api/v1/settings/prices": PricesAnswer;
  "GET /api/v1/settings/thresholds": ThresholdsAnswer;
  "PUT /api/v1/settings/thresholds": ThresholdsAnswer;
  "DELETE /api/v1/settings/thresholds": ThresholdsAnswer;
  "POST /api/v1/settings/thresholds/preview": Preview;
  "GET /api/v1/shortlist": EntriesAnswer;
  "PUT /api/v1/shortlist": Entry;
  "GET /api/v1/shortlist.csv": Blob;
  "GET /api/v1/shortlist.tsv": Blob;
  "GET /api/v1/shortlist.xlsx": Blob;
  "POST /api/v1/shortlist/changes": BulkSaved;
  "POST /api/v1/shortlist/exports": Blob;
  "POST /api/v1/shortlist/imports": ImportAnswer;
  "POST /api/v1/shortlist/undo": EntriesUndone;
  "GET /api/v1/shortlist/{username}": Entry;
  "PUT /api/v1/shortlist/{username}": Entry;
  "PATCH /api/v1/shortlist/{username}": Entry;
  "DELETE /api/v1/shortlist/{username}": null;
  "POST /api/v1/shortlist/{username}/undo": Entry | null;
  "GET /api/v1/stages": StagesAnswer;
  "PUT /api/v1/stages": StagesAnswer;
  "DELETE /api/v1/stages": StagesAnswer;
  "GET /api/v1/status": ServerStatus;
  "DELETE /api/v1/status/notice": null;
  "POST /api/v1/stop": null;
  "POST /api/v1/storage/backup": BackupWritten;
  "GET /api/v1/storage/backups": BackupsAnswer;
  "POST /api/v1/storage/backups": Backup;
  "GET /api/v1/storage/backups/{backup_id}": Blob;
  "POST /api/v1/storage/backups/{backup_id}/restore": RestoreDone;
  "POST /api/v1/storage/erasure": EverythingErased;
  "POST /api/v1/storage/merge": MergeAnswer;
  "POST /api/v1/storage/merges": MergeAnswer;
  "POST /api/v1/storage/restore": RestoreDone;
  "POST /api/v1/storage/restores": RestoreDone;
  "POST /api/v1/storage/uploads": UploadAnswer;
  "PUT /api/v1/storage/uploads/{upload_id}": UploadAnswer;
  "DELETE /api/v1/storage/uploads/{upload_id}": null;
  "POST /api/v1/storage/uploads/{upload_id}/merge": MergeAnswer;
  "POST /api/v1/storage/uploads/{upload_id}/restore": RestoreDone;
  "GET /api/v1/today": TodayAnswer;
  "POST /api/v1/tokens": TokenMade;
  "GET /api/v1/views": ViewsAnswer;
  "PUT /api/v1/views": ViewsAnswer;
}
