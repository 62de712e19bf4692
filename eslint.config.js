import js from "@eslint/js";
import noUnsanitized from "eslint-plugin-no-unsanitized";
import importX from "eslint-plugin-import-x";
import globals from "globals";
import { readdirSync } from "node:fs";

/** Text from a page is only ever text: nothing here may turn a string into markup or code. */
const MARKUP_FROM_STRINGS = ["innerHTML", "outerHTML", "insertAdjacentHTML", "setHTMLUnsafe", "srcdoc"].map(
  (property) => ({ property, message: "Build nodes and set textContent." }),
);

const NETWORK = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource"].map((name) => ({
  name,
  message: "Only background/server.js talks to the network, and only to Soi's own server.",
}));

/** The layers of the web app: each imports only what stands after it, and no page another page. */
const MODULES = "server/web/modules";
const LAYERS = ["shell", "pages", "verdict", "parts", "data", "words"];
const PAGES = readdirSync(`${MODULES}/pages`);
const ZONES = [
  ...LAYERS.slice(1).map((layer, at) => ({
    target: `${MODULES}/${layer}`,
    from: LAYERS.slice(0, at + 1).map((above) => `${MODULES}/${above}`),
    message: `${layer}/ stands below: ${LAYERS.join(" -> ")}.`,
  })),
  ...PAGES.map((page) => ({
    target: `${MODULES}/pages/${page}`,
    from: `${MODULES}/pages`,
    except: [`./${page}`],
    message: "What two pages share stands in verdict/, parts/, data/ or words/.",
  })),
  {
    target: LAYERS.filter((layer) => layer !== "parts").map((layer) => `${MODULES}/${layer}`),
    from: "server/web/vendor",
    message: "parts/ is the door to the libraries.",
  },
];

export default [
  { ignores: ["**/vendor/", ".venv/", "dist/", "build/", "artifacts/"] },
  js.configs.recommended,
  noUnsanitized.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2024, sourceType: "module" },
    rules: {
      "no-restricted-properties": [
        "error",
        ...MARKUP_FROM_STRINGS,
        { object: "document", property: "write", message: "Build nodes." },
        { object: "document", property: "execCommand", message: "Use the clipboard API." },
      ],
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "prefer-template": "error",
      "no-param-reassign": "error",
      "no-shadow": "error",
      "no-unused-vars": ["error", { argsIgnorePattern: "^_", caughtErrors: "all" }],
      "no-promise-executor-return": ["error", { allowVoid: true }],
      "no-unmodified-loop-condition": "error",
      "no-self-compare": "error",
      "no-else-return": "error",
      "no-nested-ternary": "error",
      "no-console": "error",
      "no-alert": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "default-case-last": "error",
      "consistent-return": "error",
      "require-atomic-updates": "off", // reports every `state.x = await ...`, which the store guards itself
      complexity: ["error", 12],
      "max-depth": ["error", 3],
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ["extension/**/*.js"],
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
    rules: { "no-restricted-globals": ["error", ...NETWORK] },
  },
  {
    // page_responses.js wraps the page's own fetch to hear its answers; it asks for nothing itself.
    files: ["extension/background/server.js", "extension/content/page_responses.js"],
    rules: { "no-restricted-globals": "off" },
  },
  {
    // Listed one after another in the manifest: classic scripts that share one scope.
    files: ["extension/content/**/*.js"],
    languageOptions: { sourceType: "script" },
    rules: {
      "no-undef": "off", // tsc knows the names that sibling files declare
      "no-unused-vars": ["error", { vars: "local", argsIgnorePattern: "^_", caughtErrors: "all" }],
    },
  },
  {
    files: ["server/web/**/*.js"],
    languageOptions: { globals: globals.browser },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [importX.createNodeResolver({ extensions: [".js"] })] },
    rules: {
      "import-x/no-unresolved": "error",
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { zones: ZONES }],
    },
  },
  {
    // The stand-in for Instagram and its hostile pages: what a site does, not how Soi is written.
    files: ["tests/browser/**/*.js", "scripts/benchmarks/*.js"],
    languageOptions: { globals: globals.browser },
    rules: { "consistent-return": "off", "no-useless-assignment": "off", complexity: "off" },
  },
  {
    // Run inside Firefox itself, to see a closed shadow root by role and name.
    files: ["tests/browser/harness/**/*.js"],
    languageOptions: { sourceType: "script", globals: { Cc: "readonly", Ci: "readonly", gBrowser: "readonly" } },
  },
  {
    files: ["tests/extension/**/*.js", "scripts/**/*.js", "*.config.js"],
    languageOptions: { globals: globals.node },
    rules: { "no-console": "off", "max-lines-per-function": "off" },
  },
];
