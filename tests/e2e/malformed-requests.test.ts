import { afterAll, beforeAll, expect, it } from "vitest";
import { systemClock } from "#app/http/clock.server.ts";
import { openSession } from "#app/services/accounts/sessions.server.ts";
import { findActiveUserByEmail } from "#db/queries/accounts.server.ts";
import { builtPaths } from "#tests/support/built-routes.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { changeWatcher } from "#tests/support/digest.ts";
import { chanceFrom, malformedRequest } from "#tests/support/malformed.ts";
import { rawRequest } from "#tests/support/raw-request.ts";
import type { TestServer } from "#tests/support/server.ts";

const REQUESTS = 5_000;
const SEED = 20_261_122;

let server: TestServer;
beforeAll(async () => {
  server = await startDemonstrationServer();
});
afterAll(() => server.stop());

it("answers 5,000 malformed requests without a server error, and lets none that it refuses change data", { timeout: 400_000 }, async () => {
  const paths = await builtPaths();
  const chance = chanceFrom(SEED);
  const accounts = ["digital", "it", "ratsmitglied1", "kaemmerei", "admin"].flatMap((name) => findActiveUserByEmail(server.db, `${name}@musterstadt.example`)?.id ?? []);
  const session = (userId: number) => `digitalfahrplan-session=${openSession({ db: server.db, clock: systemClock }, userId)}`;
  const forged = ["digitalfahrplan-session=; role=admin", `digitalfahrplan-session=${"A".repeat(43)}`, "digitalfahrplan-session=../../x", `x=${"y".repeat(4_000)}`, "role=admin; userId=1", ";;;=;"];
  const watcher = changeWatcher(server.db);
  const statuses = new Map<number, number>();
  const failures: string[] = [];

  for (let index = 0; index < REQUESTS; index += 1) {
    const userId = chance.pick(accounts);
    const own = session(userId);
    watcher.hasChanged();
    const request = malformedRequest(chance, { paths, cookies: [own, own, own, own, chance.pick(forged)], port: server.port });
    const { status, location } = await rawRequest(server.port, request.text);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    const refused = status >= 400 || status === 0 || location.startsWith("/anmelden");
    const changed = watcher.hasChanged();
    if (status >= 500 || (status === 0 && request.method === request.method.toUpperCase() && request.method !== "FOO")) failures.push(`${index}: ${status} to ${request.text.slice(0, 600)}`);
    if (changed && (refused || request.method !== "POST")) failures.push(`${index}: data changed by ${status} to ${request.text.slice(0, 600)}`);
  }

  expect(failures).toEqual([]);
  expect(server.output()).not.toMatch(/Error:|^\s+at /m);
  // The mixture is worth its name: pages are given, and every kind of refusal is met.
  for (const status of [200, 302, 400, 403, 404, 405, 415, 421]) expect(statuses.get(status) ?? 0).toBeGreaterThan(5);
  expect((await server.request("/anmelden")).status).toBe(200);
});
