import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestServer, type TestServer } from "#tests/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

/** Sends bytes as they are and returns the status of the answer. */
function raw(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, "127.0.0.1");
    let answer = "";
    socket.on("data", (chunk) => (answer += chunk.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => resolve(Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)));
    socket.write(text);
  });
}
const lines = (...rows: string[]) => `${rows.join("\r\n")}\r\nConnection: close\r\n\r\n`;

describe("before Remix, the guard answers", () => {
  it.each(["TRACE", "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND"])("405 to %s", async (method) => {
    expect(await raw(lines(`${method} / HTTP/1.1`, "Host: localhost"))).toBe(405);
  });
  it.each(["evil.example", "localhost.evil.example", "localhost@evil.example", "[::2]"])("421 to the host %s", async (host) => {
    expect(await raw(lines("GET /anmelden HTTP/1.1", `Host: ${host}`))).toBe(421);
  });
  it("never believes X-Forwarded-Host", async () => {
    expect(await raw(lines("GET /anmelden HTTP/1.1", "Host: localhost", "X-Forwarded-Host: evil.example:x"))).toBe(200);
    expect(await raw(lines("GET /anmelden HTTP/1.1", "Host: evil.example", "X-Forwarded-Host: localhost"))).toBe(421);
  });
  it.each([
    ["/%", 400],
    ["/%E0%A4%A", 400],
    ["/a%00b", 400],
    ["/a\\b", 400],
    ["//evil.example", 404],
    ["/a//b", 404],
    ["/%2f%2fevil.example", 404],
    ["http://localhost/anmelden", 400],
    ["/anmelden?_data=root", 400],
    [`/anmelden?x=${"y".repeat(9_000)}`, 414],
  ])("%s with %i", async (path, status) => {
    expect(await raw(lines(`GET ${path} HTTP/1.1`, "Host: localhost"))).toBe(status);
  });
  it.each([
    ["a foreign origin", { Origin: "https://evil.example" }],
    ["the origin null", { Origin: "null" }],
    ["a broken origin", { Origin: "::::" }],
    ["another port", { Origin: "http://127.0.0.1:1" }],
    ["a cross-site request", { "Sec-Fetch-Site": "cross-site" }],
    ["a same-site request", { "Sec-Fetch-Site": "same-site" }],
  ])("403 to a POST with %s, to pages, their data and resource routes", async (_name, headers) => {
    for (const path of ["/anmelden", "/anmelden.data", "/abmelden", "/gibt-es-nicht"]) {
      expect((await server.request(path, { form: { email: "a" }, headers })).status).toBe(403);
    }
  });
  it("403 to a POST that names no origin at all", async () => {
    expect(await raw(lines("POST /abmelden HTTP/1.1", "Host: localhost", "Content-Length: 0"))).toBe(403);
    expect(await raw(lines("POST /abmelden HTTP/1.1", "Host: localhost", "Content-Length: 0", "Sec-Fetch-Site: same-origin"))).toBe(302);
  });
  it("415 to a body that is no form, 400 to a form that is broken", async () => {
    expect((await server.request("/anmelden", { body: "{}", headers: { "Content-Type": "application/json" } })).status).toBe(415);
    expect((await server.request("/anmelden", { body: "x", headers: { "Content-Type": "multipart/form-data" } })).status).toBe(400);
    expect((await server.request("/anmelden", { body: "--x\r\nbroken", headers: { "Content-Type": "multipart/form-data; boundary=x" } })).status).toBe(400);
  });
  it("413 to more than a megabyte, announced or not, and to a large upload by nobody", async () => {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    expect((await server.request("/anmelden", { body: "a".repeat(1_048_577), headers })).status).toBe(413);
    expect((await server.request("/massnahmen/import", { body: "a".repeat(2_000_000), headers })).status).toBe(413);
    const chunk = "a".repeat(65_536);
    const chunked = `POST /anmelden HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n${`10000\r\n${chunk}\r\n`.repeat(20)}0\r\n\r\n`;
    expect(await raw(chunked)).toBe(413);
  });
  it("200 to HEAD on a page's data, without a body", async () => {
    const answer = await server.request("/anmelden.data", { method: "HEAD" });
    expect([answer.status, await answer.text()]).toEqual([200, ""]);
  });
  it("in German, as a page that says what to do, or as JSON under /api", async () => {
    const page = await server.request("/anmelden", { method: "DELETE" });
    expect(page.headers.get("Allow")).toBe("GET, HEAD, POST");
    expect(await page.text()).toContain("<h1>Diese Seite nimmt keine Eingaben entgegen</h1>");
    expect(await (await server.request("/api/health", { method: "DELETE" })).json()).toMatchObject({ error: "Diese Seite nimmt keine Eingaben entgegen" });
  });
});

it("keeps private pages out of every cache, and gives each response its own nonce", async () => {
  const [first, second] = [await server.request("/anmelden"), await server.request("/anmelden")];
  expect(first.headers.get("Cache-Control")).toBe("no-store");
  expect((await server.request("/_root.data", { as: "viewer" })).headers.get("Cache-Control")).toBe("no-store");
  expect(first.headers.get("Content-Security-Policy")).toMatch(/script-src 'self' 'nonce-[^']+'; style-src 'self';/);
  expect(first.headers.get("Content-Security-Policy")).not.toBe(second.headers.get("Content-Security-Policy"));
});
