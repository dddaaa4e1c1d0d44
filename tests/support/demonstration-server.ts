import { hashPassword } from "#app/services/accounts/hash-password.server.ts";
import { insertDemonstration } from "#db/seed/load-demonstration.server.ts";
import { demonstrationPassword } from "#db/seed/musterstadt/users.ts";
import { startTestServer, type TestServer } from "./server.ts";

/** The built program over a database of its own that holds Musterstadt, as a first `npm start` would leave it. */
export async function startDemonstrationServer(): Promise<TestServer> {
  const passwordHash = await hashPassword(demonstrationPassword);
  const now = new Date().toISOString();
  return startTestServer({ seed: (db) => void insertDemonstration(db, { now, passwordHash }) });
}
