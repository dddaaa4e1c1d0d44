import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/**
 * The direction of imports, one line per folder: what it may import besides its own folder ("./x.ts").
 * routes → services → { domain, planner, db, reports }; everything ends at domain, and no arrow leads back.
 * `packages` lists what the folder may take from outside; where it is missing, any package will do.
 * Folders further down in the list win over the ones above them.
 */
const FOLDERS = [
  { folder: "app/domain", own: ["#app/domain/"], packages: ["zod"] },
  { folder: "app/i18n", own: ["#app/domain/", "#app/i18n/"] },
  { folder: "app/forms", own: ["#app/forms/", "#app/domain/", "#app/i18n/"], packages: ["zod", "@conform-to/*"] },
  { folder: "app/ui", own: ["#app/ui/", "#app/domain/", "#app/i18n/"] },
  { folder: "app/charts/layout", own: ["#app/charts/layout/", "#app/domain/"], packages: ["d3", "d3-*"] },
  { folder: "app/charts/svg", own: ["#app/charts/svg/", "#app/charts/layout/", "#app/domain/", "#app/i18n/"], packages: ["react"] },
  { folder: "app/charts/interactive", own: ["#app/charts/", "#app/domain/", "#app/i18n/", "#app/ui/"] },
  { folder: "app/planner", own: ["#app/planner/", "#app/domain/"], packages: ["highs", "zod", "node:*"] },
  { folder: "app/reports", own: ["#app/reports/(?!render/)", "#app/charts/(svg|layout)/", "#app/domain/", "#app/i18n/"], packages: ["zod"], relative: "\\./(?!render/)" },
  { folder: "app/reports/render", own: ["#app/reports/", "#app/charts/(svg|layout)/", "#app/domain/", "#app/i18n/"] },
  {
    folder: "app/services",
    own: ["#app/services/", "#app/domain/", "#app/planner/", "#app/reports/", "#db/queries/", "#db/client\\.server"],
    notPackages: ["react", "react-dom", "express", "@remix-run/*", "drizzle-orm", "better-sqlite3"],
  },
  { folder: "app/http", own: ["#app/(?!routes/)", "#db/"], notPackages: ["drizzle-orm", "better-sqlite3"] },
  {
    folder: "app/routes",
    own: ["#app/services/", "#app/forms/", "#app/ui/", "#app/charts/", "#app/i18n/", "#app/http/", "#app/domain/"],
    notPackages: ["drizzle-orm", "better-sqlite3", "express"],
  },
  { folder: "db", own: ["#db/", "#app/domain/"], notPackages: ["react", "react-dom", "express", "@remix-run/*"] },
  { folder: "db/tools", own: ["#db/", "#app/domain/", "#app/planner/", "#app/services/", "#app/i18n/", "#app/http/(env\\.server|clock\\.server|main)\\."] },
];

const packagePattern = (name) => (name.endsWith("*") ? name.slice(0, -1) : `${name}(/|$)`);

/** Everything that is not allowed, as one regular expression over the import's text. */
function forbiddenImports({ own, packages, notPackages, relative = "\\./" }) {
  const outside = packages
    ? packages.map(packagePattern)
    : [notPackages ? `(?!#|\\.|${notPackages.map(packagePattern).join("|")})` : "(?!#|\\.)"];
  return `^(?!${[...own, relative, ...outside].join("|")})`;
}

const NO_PARENT = { regex: "^\\.\\./|^\\.\\.$", message: "Import from elsewhere by #app/…, #db/… or #tests/…, never by ../" };
const restrictImports = (...patterns) => ({ "no-restricted-imports": ["error", { patterns }] });
/** A rule of its own, because types may cross here and nowhere else. */
const RESTRICT_SERVER = {
  "@typescript-eslint/no-restricted-imports": [
    "error",
    {
      patterns: [
        {
          regex: "\\.server(\\.tsx?)?$",
          allowTypeImports: true,
          message: "A .server module must not reach the browser: only routes, root.tsx, entry.server.tsx and other .server modules import one.",
        },
      ],
    },
  ],
};
const direction = (rule) => ({
  regex: forbiddenImports(rule),
  message: `${rule.folder} may import only: ${[...rule.own, "./"].join(" ")}${rule.packages ? ` and ${rule.packages.join(", ")}` : ""}`,
});

/** The same direction for `import("…")`; esquery's regular expressions cannot hold a slash. */
const dynamicDirection = (rule) => ({
  selector: `ImportExpression[source.value=/${forbiddenImports(rule).replaceAll("/", "\\u002F")}/]`,
  message: direction(rule).message,
});

const ban = (selector, message) => ({ selector, message });
const ASYNC_TRANSACTION = "an asynchronous transaction commits before its work is done (better-sqlite3 is synchronous)";
const EVERYWHERE = [
  ban("CallExpression[callee.property.name=/^(transaction|write)$/] > :function[async=true]", ASYNC_TRANSACTION),
  ban("CallExpression[callee.name=/^(transaction|write)$/] > :function[async=true]", ASYNC_TRANSACTION),
  ban("JSXAttribute[name.name='style']", "style={{}} is refused by the Content-Security-Policy: use classes or SVG attributes"),
  ban("TSAsExpression > TSAsExpression[typeAnnotation.type='TSUnknownKeyword']", "`as unknown as` switches the type check off"),
  ban("ImportExpression[source.value=/^\\.\\./]", NO_PARENT.message),
];
const CLOCK_AND_CHANCE = [
  ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", "time is a parameter: take it from the Clock"),
  ban("NewExpression[callee.name='Date'][arguments.length=0]", "time is a parameter: take it from the Clock"),
  ban("CallExpression[callee.object.name='Math'][callee.property.name='random']", "randomness is a parameter"),
];
const ENVIRONMENT = [ban("MemberExpression[object.name='process'][property.name='env']", "the environment is read once, in app/http/env.server.ts")];
const NAMED_EXPORTS = [ban("ExportDefaultDeclaration", "named exports only; a route module has its default")];
const SYNCHRONOUS = [
  ban("AwaitExpression, ForOfStatement[await=true]", "pure code does not wait"),
  ban(":function[async=true]", "pure code does not wait"),
];

const restrictSyntax = (...bans) => ({ "no-restricted-syntax": ["error", ...bans] });
const CODE = "{ts,tsx,js}";
const pureFolders = ["app/domain", "app/charts/layout", "app/reports"];

const folderConfigs = FOLDERS.map((rule) => {
  const bans = [...EVERYWHERE, dynamicDirection(rule), ...CLOCK_AND_CHANCE];
  if (rule.folder !== "db/tools") bans.push(...ENVIRONMENT);
  if (rule.folder !== "app/routes") bans.push(...NAMED_EXPORTS);
  if (pureFolders.includes(rule.folder)) bans.push(...SYNCHRONOUS);
  return {
    name: `direction of ${rule.folder}`,
    files: [`${rule.folder}/**/*.${CODE}`],
    rules: { ...restrictImports(NO_PARENT, direction(rule)), ...restrictSyntax(...bans) },
  };
});

export default tseslint.config(
  { ignores: ["build/", "node_modules/", "migrations/", "data/", "**/.cache/"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: [`**/*.${CODE}`] })),
  {
    name: "every file",
    files: [`**/*.${CODE}`],
    rules: {
      "no-console": "error",
      eqeqeq: ["error", "always"],
      "no-var": "error",
      "prefer-const": "error",
      "no-eval": "error",
      "no-new-func": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/consistent-type-imports": ["error", { prefer: "type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "all", ignoreRestSiblings: true }],
      ...restrictImports(NO_PARENT),
      ...restrictSyntax(...EVERYWHERE),
    },
  },
  {
    name: "components",
    files: ["app/**/*.tsx"],
    ...jsxA11y.flatConfigs.strict,
    plugins: { ...jsxA11y.flatConfigs.strict.plugins, "react-hooks": reactHooks },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      // A region that scrolls must be reachable by keyboard.
      "jsx-a11y/no-noninteractive-tabindex": ["error", { tags: [], roles: ["tabpanel", "region", "group"], allowExpressionValues: true }],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  ...folderConfigs,
  {
    name: "modules that reach the browser",
    files: [`app/**/*.${CODE}`],
    ignores: ["app/routes/**", "app/http/**", "app/root.tsx", "app/entry.server.tsx", "app/**/*.server.{ts,tsx}"],
    rules: RESTRICT_SERVER,
  },
  {
    name: "the system clock",
    files: ["app/http/clock.server.ts", "db/tools/run-tool.ts"],
    rules: restrictSyntax(...EVERYWHERE, ...NAMED_EXPORTS),
  },
  {
    name: "where the environment is read",
    files: ["app/http/{env.server,start-server.server,dev,main}.{ts,js}"],
    rules: restrictSyntax(...EVERYWHERE, ...CLOCK_AND_CHANCE),
  },
  {
    name: "the files that load what was built",
    files: ["app/http/{main,beside-worker,explain-worker,import-worker,plan-helper,plan-worker,robustness-worker}.js"],
    rules: restrictSyntax(...CLOCK_AND_CHANCE),
  },
  {
    name: "command lines and configuration",
    files: ["db/tools/**", "tests/bench/**", "app/http/**"],
    rules: { "no-console": "off" },
  },
  {
    name: "the database's configuration file",
    files: ["db/drizzle.config.ts"],
    rules: restrictSyntax(...EVERYWHERE),
  },
  {
    name: "tests",
    files: ["tests/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-non-null-assertion": "off" },
  },
  {
    name: "the guard that turns stray output into a failure",
    files: ["tests/support/setup.ts"],
    rules: { "no-console": "off" },
  },
);
