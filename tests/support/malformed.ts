/** Requests as nobody's browser sends them, the same ones for the same seed. */
export type Chance = { readonly next: () => number; readonly pick: <T>(choices: readonly T[]) => T; readonly often: (share: number) => boolean };

/** mulberry32: small, quick, and good enough to choose nonsense. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    pick: (choices) => {
      const chosen = choices[Math.floor(next() * choices.length)];
      if (chosen === undefined && choices.length === 0) throw new Error("nothing to choose from");
      return chosen as (typeof choices)[number];
    },
    often: (share) => next() < share,
  };
}

const IDS = ["1", "2", "3", "7", "0", "-1", "01", "1.5", "1e3", "abc", "neu", "NaN", "null", "9".repeat(15), "9".repeat(30), "%00", "%F0%9F%92%A9", "%E2%80%AE", "%FF", "%", "1%20OR%201=1", "..%2f1", "%2e%2e", "%C3%A4", "1;DROP", "kosten", "x".repeat(600)];
const NAMES = "intent title name email role status rowVersion leadUnitId orgUnitId parentId shortName kind position actionFieldId goalIds targetGroups participatingUnitIds startQuarter endQuarter deadline deadlineReason progressPercent trafficLight text committee commentId answers.c1 then weight reversed levels.s0 capacities.2027-Q1 frames.2027-investive.amount amountCents personDays addressee basis staffSource rhythm budgetKind direction profile dueDate predecessorId lagQuarters ids measureIds land population budgetSystem productPattern accountPattern firstFiscalYear fiscalHorizon budgetPeriodYears budgetProduct budgetAccount label limitsPlan locked proposal brandColour password current next repeated theme base __proto__ constructor title[0] title.x wahl-title note file".split(" ");
const VALUES = ["", " ", "1", "2", "0", "-1", "1.5", "1e309", "999999999999999999999", "admin", "digitalOfficer", "idea", "planned", "resolved", "archive", "delete", "restore", "comment", "submit", "answer", "confirm", "duplicate", "resolve", "discardDraft", "resetPassword", "deactivate", "2027-Q1", "2027-Q9", "9999-12-31", "31.02.2027", "15 T€", "1.234,50", "true", "on", "null", "undefined", "[object Object]", '{"a":1}', "<script>alert(1)</script>", "' OR 1=1 --", "\u0000", "\u202e", "\ud800", "💩", "ä".repeat(300), "x".repeat(5_000), "\r\nSet-Cookie: a=b", "../../etc/passwd", "#123456", "\\d{4}"];
const QUERIES = ["", "?", "?seite=0", "?seite=-1", "?seite=99999999999", "?seite=x", "?tag=9999-12-31", "?tag=2026-02-30", "?status=%00", "?status=planned&status=planned", "?sortierung=__proto__", "?suche=%F0%9F%92%A9", "?suche=%", `?suche=${"a".repeat(3_000)}`, "?suche=%27%20OR%201=1--", "?suche=%22*%20NEAR(", "?_data=root", "?_routes=root", "?_routes=x,y,__proto__", "?index", "?weiter=//evil.example", "?weiter=%5C%5Cevil", "?von=2027-Q9&bis=x", "?jahr=NaN", "?person=1e9", "?entwurf=1", "?&&&===", "?a[b][c]=1", "?umfang=alles"];
const METHODS = ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE", "PROPFIND", "LINK", "get", "FOO", "M-SEARCH"];
const HOSTS = ["evil.example", "", "localhost:99999x", "localhost.evil.example", "[::1", "127.0.0.1@evil.example", "localhost/../x", "LOCALHOST", "a".repeat(300)];
const ORIGINS = ["null", "https://evil.example", "::::", "http://localhost:1", "http://", "javascript:0", "http://localhost.evil.example", ""];

const encode = (text: string) => new URLSearchParams([["", text]]).toString().slice(1);

type Body = { readonly type: string | null; readonly text: string };

function bodyOf(chance: Chance): Body {
  const pairs = Array.from({ length: Math.floor(chance.next() * 7) }, () => [chance.pick(NAMES), chance.pick(VALUES)] as const);
  const form = pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
  if (chance.often(0.8)) return { type: "application/x-www-form-urlencoded", text: form };
  const multipart = pairs.map(([name]) => `--x\r\nContent-Disposition: form-data; name="${encode(name)}"${chance.often(0.5) ? '; filename="a.xlsx"' : ""}\r\n\r\nPK\u0003\u0004\r\n`).join("");
  return chance.pick<Body>([
    { type: "multipart/form-data; boundary=x", text: `${multipart}--x--\r\n` },
    { type: "multipart/form-data; boundary=x", text: multipart },
    { type: "multipart/form-data", text: multipart },
    { type: "application/json", text: JSON.stringify(Object.fromEntries(pairs)) },
    { type: "text/plain", text: form },
    { type: null, text: form },
    { type: "application/x-www-form-urlencoded", text: "%=%&=&%E0%A4%A=%FF&&a" },
    { type: "application/x-www-form-urlencoded; charset=utf-7", text: "\u00ff\u0000\u00fe" },
  ]);
}

export type Malformed = { readonly text: string; readonly method: string; readonly path: string };

/** One request to one of `paths`, as raw text. `cookies` are sessions of real people, among them nobody's. */
export function malformedRequest(chance: Chance, { paths, cookies, port }: { paths: readonly string[]; cookies: readonly string[]; port: number }): Malformed {
  const route = chance.pick(paths);
  // Making a PDF takes seconds and is not what this is about.
  const ids = route.endsWith(".pdf") ? IDS.filter((id) => !/^\d$/.test(id)) : IDS;
  const path = `/${route.replace(/:(\w+)\??/g, () => (chance.often(0.5) ? String(1 + Math.floor(chance.next() * 60)) : chance.pick(ids))).replace("*", chance.pick(ids))}`;
  const safe = route.endsWith(".pdf") ? path.replace(/fassungen\/\d+\//, "fassungen/0/") : path;
  const suffix = chance.often(0.25) ? (safe === "/" ? "_root.data" : ".data") : "";
  const address = chance.often(0.02) ? chance.pick(["*", "//evil.example/", "http://evil.example/", "/%", "/a\\b", "/__manifest", "/__manifest?p=%00&version=1", "/assets/../../package.json", "/assets/%2e%2e/%2e%2e/package.json"]) : `${safe}${suffix}${chance.often(0.3) ? chance.pick(QUERIES) : ""}`;
  const method = chance.often(0.05) ? chance.pick(METHODS) : chance.pick(["GET", "GET", "HEAD", "POST", "POST", "POST"]);
  const own = `localhost:${port}`;
  const headers = [`Host: ${chance.often(0.05) ? chance.pick(HOSTS) : own}`, "Connection: close"];
  if (chance.often(0.95)) headers.push(`Origin: ${chance.often(0.07) ? chance.pick(ORIGINS) : `http://${own}`}`);
  if (chance.often(0.1)) headers.push(`Sec-Fetch-Site: ${chance.pick(["cross-site", "same-site", "none", "same-origin", "x"])}`);
  if (chance.often(0.85)) headers.push(`Cookie: ${chance.pick(cookies)}`);
  if (chance.often(0.1)) headers.push(chance.pick(["X-Forwarded-Host: evil.example:x", "X-Role: admin", "X-Forwarded-For: ::::", "X-HTTP-Method-Override: DELETE", "Accept-Encoding: x", "Range: bytes=0-1,-5", "If-Modified-Since: x", "Content-Encoding: gzip", "Cookie: digitalfahrplan-theme=<script>; digitalfahrplan-message=success.%"]));
  const { type, text } = method === "GET" || method === "HEAD" ? { type: null, text: "" } : bodyOf(chance);
  if (type !== null) headers.push(`Content-Type: ${type}`);
  if (text !== "") headers.push(`Content-Length: ${Buffer.byteLength(text, "latin1")}`);
  else if (method === "POST") headers.push("Content-Length: 0");
  return { text: `${method} ${address} HTTP/1.1\r\n${headers.join("\r\n")}\r\n\r\n${text}`, method, path: address };
}
