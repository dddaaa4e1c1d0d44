import type { ActionFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { action as actOnVersionMeasure, loader as versionMeasure } from "#app/routes/committee/version-measure.tsx";
import { loader as version } from "#app/routes/committee/version.tsx";
import { action as actOnPart, loader as part } from "#app/routes/measures/part.tsx";
import { findDraft } from "#app/services/accounts/find-draft.server.ts";
import { keepDraft } from "#app/services/accounts/keep-draft.server.ts";
import { freezeVersion } from "#app/services/committee/freeze-version.server.ts";
import { submitVersion } from "#app/services/committee/submit-version.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { emptyDatabase } from "#tests/support/database.ts";
import { enrolPeople, type Person } from "#tests/support/people.ts";
import { aRatedPortfolio } from "#tests/support/rated-portfolio.ts";
import { storePortfolio } from "#tests/support/store-portfolio.ts";

let db: Db;
let people: Record<Person, ServiceContext>;
beforeEach(() => {
  db = emptyDatabase();
  storePortfolio(db, aRatedPortfolio());
  people = enrolPeople(db);
  freezeVersion(people.officer, { title: "Erste", note: "" });
  submitVersion(people.officer, { versionId: 1, committee: "Ausschuss", meetingDate: null });
});

function args(person: Person, path: string, params: ActionFunctionArgs["params"], form?: string[][]): ActionFunctionArgs {
  const { clock, user } = people[person];
  const request = new Request(`http://localhost${path}`, form && { method: "POST", body: new URLSearchParams(form) });
  return { request, params, context: { db, clock, user, expiredUserId: null, nonce: "n", clientAddress: "" } };
}
/** As the session of this person runs out while they send the form. */
const expire = (person: Person, formPath: string, entries: ReadonlyArray<readonly [string, string]>) => keepDraft({ db, clock: people[person].clock }, { userId: people[person].user.id, formPath, entries });

describe("what was typed when the session ran out", () => {
  const path = "/ausschuss/fassungen/1/massnahmen/1";
  const params = { id: "1", measureId: "1" };

  it("stands in the comment's form again, for its author alone, until it is sent", async () => {
    expect(expire("reviewer", path, [["intent", "comment"], ["text", "Warum erst 2027?"]])).toBe(true);
    expect(versionMeasure(args("reviewer", path, params)).kept).toEqual({ commentId: null, text: "Warum erst 2027?" });
    expect(versionMeasure(args("officer", path, params)).kept).toBeNull();
    expect(version(args("reviewer", "/ausschuss/fassungen/1", { id: "1" })).kept).toBeNull();
    await actOnVersionMeasure(args("reviewer", path, params, [["intent", "comment"], ["text", "Warum erst 2027?"]]));
    expect(versionMeasure(args("reviewer", path, params)).kept).toBeNull();
  });

  it("stands in the answer's form again", () => {
    expire("officer", path, [["intent", "answer"], ["commentId", "7"], ["text", "Wegen der Vergabe."]]);
    expect(versionMeasure(args("officer", path, params)).kept).toEqual({ commentId: 7, text: "Wegen der Vergabe." });
  });

  it("is offered in the form of a cost item, with the version it rests on", async () => {
    const address = "/massnahmen/1/kosten/1";
    const at = { measureId: "1", part: "kosten", partId: "1" };
    expire("officer", address, [["rowVersion", "1"], ["title", "Neue Lizenzen"]]);
    expect(part(args("officer", address, at))).toMatchObject({ draft: { taken: false }, values: { title: "Lizenzen" } });
    expect(part(args("officer", `${address}?entwurf=1`, at))).toMatchObject({ draft: { taken: true }, values: { title: "Neue Lizenzen", rowVersion: "1" }, stored: { title: "Lizenzen" } });
    await actOnPart(args("officer", address, at, [["intent", "discardDraft"]]));
    expect(part(args("officer", address, at)).draft).toBeNull();
  });

  it("is not kept where no form offers it again, since log-in promises that it does", () => {
    expect(expire("officer", "/ressourcen/haushalt/rahmen", [["frames", "1"]])).toBe(false);
    expect(findDraft(people.officer, "/ressourcen/haushalt/rahmen")).toBeNull();
  });
});
