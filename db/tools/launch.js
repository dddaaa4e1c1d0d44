/**
 * `npm start` and `npm test` on a machine that has nothing but Node and npm.
 * Plain JavaScript without dependencies, because it runs before anything is installed or compiled.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const BUILD_STAMP = join("build", "stamp");
/** Everything the built program is made of. */
const BUILD_SOURCES = ["app", "db", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];
/** Programs of the operating system that tests call, by their Debian package. */
const TEST_PROGRAMS = [{ program: "qpdf", debianPackage: "qpdf" }];
const BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

const say = (text) => process.stderr.write(`${text}\n`);

function refuse(sentence) {
  say(sentence);
  process.exit(1);
}

/** Runs a program to its end; quiet ones show their output only when they fail. Never reads from the terminal. */
function run(command, args, { quiet = false, env = process.env } = {}) {
  const result = spawnSync(command, args, {
    env,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    shell: process.platform === "win32" && command === "npm",
    stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
  });
  if (result.signal) process.exit(130);
  const succeeded = result.status === 0;
  if (quiet && !succeeded) say(`${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`);
  return succeeded;
}

/** The npm that started us, or the one in the path. */
function npm(args, options) {
  const cli = process.env.npm_execpath;
  return cli?.endsWith(".js") ? run(process.execPath, [cli, ...args], options) : run("npm", args, options);
}

/** Whether every package of the lock file that this platform needs lies in node_modules in that version. */
function isInstalled() {
  try {
    const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
    const present = JSON.parse(readFileSync(join("node_modules", ".package-lock.json"), "utf8")).packages;
    return Object.entries(wanted).every(([path, entry]) => path === "" || entry.optional || present[path]?.version === entry.version);
  } catch {
    return false;
  }
}

/** The database driver is compiled for one version of Node's interface; another Node cannot load it. */
function driverLoads() {
  try {
    const Database = createRequire(join(ROOT, "package.json"))("better-sqlite3");
    new Database(":memory:").close();
    return true;
  } catch {
    return false;
  }
}

/** The driver's prebuilt binary comes from GitHub; without a way there it is compiled at once instead of waiting for a time-out. */
async function installEnvironment() {
  const env = { ...process.env };
  const reachable = await fetch("https://github.com/", { method: "HEAD", signal: AbortSignal.timeout(5_000) }).then((response) => response.ok).catch(() => false);
  if (!reachable) env.npm_config_build_from_source = "true";
  const nodeFolder = dirname(dirname(process.execPath));
  if (existsSync(join(nodeFolder, "include", "node", "node.h"))) env.npm_config_nodedir ??= nodeFolder;
  return env;
}

/**
 * `npm install --no-save` rather than `npm ci`: it takes the versions of the lock file just the same, but does not
 * refuse where a registry knows no package for another operating system.
 */
async function install() {
  if (!isInstalled()) {
    say("Die benötigten Pakete werden installiert; das dauert einige Minuten …");
    const args = ["install", "--no-save", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
    if (!npm(args, { quiet: true, env: await installEnvironment() })) {
      refuse("Die Pakete ließen sich nicht installieren: Prüfen Sie die Verbindung zur Paketquelle von npm und starten Sie noch einmal.");
    }
  }
  if (!driverLoads()) {
    say("Der Datenbanktreiber wird für diese Version von Node übersetzt …");
    if (!npm(["rebuild", "better-sqlite3", "--loglevel=error"], { quiet: true, env: await installEnvironment() }) || !driverLoads()) {
      refuse("Der Datenbanktreiber better-sqlite3 ließ sich nicht einrichten: Installieren Sie Python 3 und einen C++-Compiler (Debian: apt-get install python3 g++ make) und starten Sie noch einmal.");
    }
  }
}

function hashSources() {
  const hash = createHash("sha256");
  const add = (path) => {
    if (!statSync(path).isDirectory()) hash.update(`${path}\0`).update(readFileSync(path)).update("\0");
    else for (const name of readdirSync(path).sort()) add(join(path, name));
  };
  for (const source of BUILD_SOURCES) add(source);
  return hash.digest("hex");
}

/** Builds unless what was built stems from exactly these sources. */
function build() {
  const wanted = hashSources();
  if (existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, "utf8") === wanted && existsSync(join("build", "server", "index.js"))) return true;
  say("Die Anwendung wird gebaut …");
  rmSync(BUILD_STAMP, { force: true });
  if (!npm(["run", "build", "--silent"], { quiet: true, env: { ...process.env, NODE_ENV: "production" } })) return false;
  mkdirSync("build", { recursive: true });
  writeFileSync(BUILD_STAMP, wanted);
  return true;
}

/** Serves in this very process, so that a signal reaches the server without a go-between. */
async function start() {
  await install();
  if (!build()) refuse("Die Anwendung ließ sich nicht bauen; die Meldungen darüber nennen die Stelle.");
  await import("#app/http/main.js");
}

const isInPath = (program) => (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

let aptIsFresh = false;
function installDebianPackage(name) {
  if (process.getuid?.() !== 0 || !isInPath("apt-get")) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  aptIsFresh ||= run("apt-get", ["update", "-qq"], { quiet: true, env });
  return run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], { quiet: true, env });
}

async function playwrightBrowser() {
  const { chromium } = createRequire(join(ROOT, "package.json"))("playwright-core");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

/** The path of a Chromium for the browser tests, installed where there is a way to. */
async function ensureBrowser() {
  const own = process.env.CHROMIUM_PATH;
  if (own) return existsSync(own) ? own : refuse(`CHROMIUM_PATH names no file: ${own}`);
  const find = async () => BROWSERS.find((path) => existsSync(path)) ?? (await playwrightBrowser());
  let found = await find();
  if (!found && installDebianPackage("chromium")) found = await find();
  if (!found && run(process.execPath, [join("node_modules", "playwright-core", "cli.js"), "install", "chromium"], { quiet: true })) found = await find();
  return found ?? refuse("The browser tests need Chromium: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH to a Chrome or Chromium, then run npm test again.");
}

function ensureTestPrograms() {
  for (const { program, debianPackage } of TEST_PROGRAMS) {
    if (isInPath(program) || (installDebianPackage(debianPackage) && isInPath(program))) continue;
    refuse(`The tests need the program ${program}: install it (Debian: apt-get install ${debianPackage}), then run npm test again.`);
  }
}

/** What of the caller's environment would bend the tests. */
const BENDING = ["NODE_ENV", "DIGITALFAHRPLAN_MODE", "PORT", "HOST", "DATABASE_PATH", "PUBLIC_URL", "SESSION_SECRET"];

function testProject(project, env, folder) {
  const report = join(folder, `${project}.json`);
  const args = [join("node_modules", "vitest", "vitest.mjs"), "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const succeeded = run(process.execPath, args, { env });
  const { numPassedTests: passed, numFailedTests: failed } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { numPassedTests: 0, numFailedTests: 0 };
  // A file that cannot even be loaded fails without a failed test in it.
  return { passed, failed: succeeded ? failed : Math.max(failed, 1) };
}

async function test() {
  await install();
  ensureTestPrograms();
  const inherited = Object.entries(process.env).filter(([name]) => !BENDING.includes(name));
  const env = { ...Object.fromEntries(inherited), CHROMIUM_PATH: await ensureBrowser() };
  const folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-test-"));
  const total = { passed: 0, failed: 0 };
  const check = (name, succeeded) => {
    if (succeeded) return say(`${name}: ok`);
    say(`${name}: failed`);
    total.failed += 1;
  };
  try {
    check("typecheck", npm(["run", "typecheck", "--silent"], { env }));
    check("lint", npm(["run", "lint", "--silent"], { env }));
    const built = build();
    check("build", built);
    for (const project of built ? ["unit", "e2e"] : ["unit"]) {
      const { passed, failed } = testProject(project, env, folder);
      total.passed += passed;
      total.failed += failed;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  refuse(`Digitalfahrplan braucht Node 20 oder neuer; hier läuft Node ${process.versions.node}. Installieren Sie eine neuere Version von https://nodejs.org.`);
}
process.chdir(ROOT);
const modes = { start, test };
const mode = modes[process.argv[2]];
if (mode === undefined) refuse("Usage: node db/tools/launch.js start|test");
await mode();
