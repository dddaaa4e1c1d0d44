import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemClock } from "#app/http/clock.server.ts";
import { openSession } from "#app/services/accounts/sessions.server.ts";
import { findActiveUserByEmail } from "#db/queries/accounts.server.ts";
import { builtPaths } from "#tests/support/built-routes.ts";
import { startDemonstrationServer } from "#tests/support/demonstration-server.ts";
import { changeWatcher } from "#tests/support/digest.ts";
import { routeTable, type RouteRow } from "#tests/support/route-table.ts";
import type { TestServer } from "#tests/support/server.ts";

/** One account per letter of the route table; the contributor stands for both units, by the measure asked for. */
const EMAILS = { o: "digital", c: "it", r: "ratsmitglied1", v: "kaemmerei", a: "admin" } as const;
type Letter = keyof typeof EMAILS | "-";
const letters: readonly Letter[] = ["-", "o", "c", "r", "v", "a"];
type Owner = "own" | "other";

let server: TestServer;
let measures: Record<Owner, { id: number; unitId: number }>;
let watcher: ReturnType<typeof changeWatcher>;
let serial = 0;

const accountOf = (letter: keyof typeof EMAILS) => {
  const account = findActiveUserByEmail(server.db, `${EMAILS[letter]}@musterstadt.example`);
  if (account === null) throw new Error(`nobody for ${letter}`);
  return account;
};

beforeAll(async () => {
  server = await startDemonstrationServer();
  const unitId = accountOf("c").orgUnitId;
  const measureLedBy = (comparison: "=" | "<>") => {
    const sql = `SELECT id, lead_unit_id AS unitId FROM measure WHERE lead_unit_id ${comparison} ? AND archived_at IS NULL ORDER BY id`;
    return server.db.$client.prepare(sql).get(unitId) as { id: number; unitId: number };
  };
  measures = { own: measureLedBy("="), other: measureLedBy("<>") };
  watcher = changeWatcher(server.db);
});
afterAll(() => server.stop());

function addressOf(path: string, row: RouteRow, owner: Owner): string {
  const values: Record<string, string> = { [row.measureParameter ?? "measureId"]: String(measures[owner].id), part: "kosten", partId: "neu", kind: "ziele", itemId: "1" };
  return `/${path.replace(/:(\w+)/g, (_match, name: string) => values[name] ?? "1").replace("*", "gibt/es/nicht")}`;
}

const permits = (granted: string, letter: Letter, owner: Owner) => granted.includes(letter) || (letter === "c" && owner === "own" && granted.includes("C"));

async function ask(letter: Letter, address: string, method: "GET" | "HEAD" | "POST", form?: Record<string, string>): Promise<{ status: number; location: string; changed: boolean }> {
  const cookie = letter === "-" ? undefined : `digitalfahrplan-session=${openSession({ db: server.db, clock: systemClock }, accountOf(letter).id)}`;
  watcher.hasChanged();
  const answer = await server.request(address, {
    method,
    form: method === "POST" ? (form ?? {}) : undefined,
    headers: cookie === undefined ? {} : { Cookie: cookie },
  });
  await answer.arrayBuffer();
  return { status: answer.status, location: answer.headers.get("Location") ?? "", changed: watcher.hasChanged() };
}

/** Every deviation as one readable line, so that a failure shows all of them at once. */
async function deviationsOf(path: string, row: RouteRow): Promise<string[]> {
  const deviations: string[] = [];
  const check = (what: string, right: boolean, got: unknown) => right || deviations.push(`${what}: ${JSON.stringify(got)}`);
  for (const owner of path.includes(":measureId") || row.get.includes("C") || row.post?.includes("C") ? (["own", "other"] as const) : (["own"] as const)) {
    const address = addressOf(path, row, owner);
    for (const letter of letters) {
      const toLogIn = (answer: { status: number; location: string }) => answer.status === 302 && answer.location.startsWith("/anmelden?weiter=");
      for (const method of row.expensive ? (["GET"] as const) : (["GET", "HEAD"] as const)) {
        const answer = await ask(letter, address, method);
        const name = `${method} ${address} as ${letter} (${owner})`;
        check(`${name} changes nothing`, !answer.changed, answer);
        if (permits(row.get, letter, owner)) check(name, (row.getStatus ?? [200]).includes(answer.status), answer);
        else check(`${name} is refused`, letter === "-" ? toLogIn(answer) : answer.status === 403, answer);
      }
      const empty = await ask(letter, address, "POST");
      const name = `POST ${address} as ${letter} (${owner})`;
      if (row.post === null) {
        check(name, empty.status === 405 && !empty.changed, empty);
        continue;
      }
      const granted = permits(row.post, letter, owner);
      if (granted) check(`${name}, empty`, (row.postStatus ?? [302, 400]).includes(empty.status) && (empty.status < 400 || !empty.changed), empty);
      else check(`${name}, empty, is refused`, (letter === "-" ? toLogIn(empty) : [400, 403, 404].includes(empty.status)) && !empty.changed, empty);
      if (row.form === undefined) continue;
      serial += 1;
      const { id: measureId, unitId } = measures[owner];
      const sent = await ask(letter, address, "POST", row.form({ db: server.db, serial, measureId, unitId }));
      if (granted) check(`${name}, filled in`, (row.formStatus ?? [302]).includes(sent.status), sent);
      else check(`${name}, filled in, is refused`, (letter === "-" ? toLogIn(sent) : [row.formRefusal ?? 403, 403].includes(sent.status)) && !sent.changed, sent);
    }
  }
  return deviations;
}

describe("every route × method × role × own and other unit", () => {
  it("is in the table, and the table lists no route that is gone", async () => {
    expect((await builtPaths()).sort()).toEqual(Object.keys(routeTable).sort());
  });

  it.each(Object.entries(routeTable))("/%s", async (path, row) => {
    expect(await deviationsOf(path, row)).toEqual([]);
  });
});
