/**
 * Lint the extension with web-ext and allow exactly one warning: the manifest names a service worker for Chromium,
 * which Firefox ignores in favour of `background.scripts`.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const KNOWN = new Set(["BACKGROUND_SERVICE_WORKER_IGNORED"]);
const root = fileURLToPath(new URL("..", import.meta.url));
const webExt = fileURLToPath(new URL("../node_modules/web-ext/bin/web-ext.js", import.meta.url));

const { stdout, stderr, error } = spawnSync(
  process.execPath,
  [webExt, "lint", "--no-config-discovery", "--source-dir", "extension", "--output", "json"],
  { cwd: root, encoding: "utf-8", maxBuffer: 1 << 26 },
);
if (error) {
  throw error;
}

/** @type {{errors: Finding[], warnings: Finding[], notices: Finding[]}} */
let report;
try {
  report = JSON.parse(stdout);
} catch {
  console.error(stderr || stdout);
  process.exit(1);
}

/** @typedef {{code: string, message: string, file?: string, line?: number}} Finding */
const findings = [...report.errors, ...report.warnings.filter(({ code }) => !KNOWN.has(code))];
for (const { code, message, file, line } of findings) {
  console.error(`${file ?? "extension"}:${line ?? 0}: ${code}: ${message}`);
}
console.log(`web-ext lint: ${report.errors.length} errors, ${findings.length} findings beside the known warning`);
process.exit(findings.length ? 1 : 0);
