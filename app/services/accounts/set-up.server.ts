import { judgePassword } from "#app/domain/accounts/password-rules.ts";
import type { Land } from "#app/domain/administration/settings.ts";
import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
import { invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { Clock } from "#app/services/service-context.server.ts";
import { write, type Db } from "#db/client.server.ts";
import { insertSettings, insertUser } from "#db/queries/administration.server.ts";
import { recordAudit } from "#db/queries/audit.server.ts";
import { deleteSetupTokens, hasSetupToken, hasUsers, insertReferenceData } from "#db/queries/setup.server.ts";
import { hashPassword } from "./hash-password.server.ts";
import { hashToken, openSession } from "./sessions.server.ts";

type Context = { readonly db: Db; readonly clock: Clock };
export type SetUp = {
  readonly municipality: {
    readonly name: string;
    readonly land: Land;
    readonly population: number | null;
    readonly budgetSystem: BudgetSystem;
    readonly firstFiscalYear: number;
    readonly fiscalHorizon: number;
    readonly budgetPeriodYears: number;
  };
  readonly admin: { readonly name: string; readonly email: string; readonly password: string };
};

/** What every municipality starts with and can change in its settings: codes of digits, dots and hyphens; a dark blue. */
const BEGINNING = { productPattern: "[0-9.-]{2,20}", accountPattern: "[0-9.-]{2,20}", brandColour: "#1a4b8c" };

/** Whether the set-up page exists for whoever brings this token. */
export const isSetUpOpen = (db: Db, token: string | null): boolean => token !== null && !hasUsers(db) && hasSetupToken(db, hashToken(token));

/** Creates the municipality with the fields, criteria and groups every one starts with, and its first administrator, who is logged in with the returned token. Works once. */
export async function setUp({ db, clock }: Context, token: string | null, { municipality, admin }: SetUp): Promise<Result<{ token: string }>> {
  if (!isSetUpOpen(db, token)) return missing();
  const problem = judgePassword(admin.password, admin);
  if (problem !== null) return invalid("admin.password", problem);
  const passwordHash = await hashPassword(admin.password);
  return write(db, (tx) => {
    // Asked again inside the transaction: two people may have the page open.
    if (hasUsers(tx)) return missing();
    const at = clock.now();
    insertSettings(tx, { ...municipality, ...BEGINNING });
    insertReferenceData(tx, at);
    const { name, email } = admin;
    const id = insertUser(tx, { name, email, role: "admin", passwordHash, createdAt: at });
    deleteSetupTokens(tx);
    recordAudit(tx, { at, userId: id, action: "setUp", entity: "municipality", entityId: 1, before: null, after: municipality });
    recordAudit(tx, { at, userId: id, action: "create", entity: "user", entityId: id, before: null, after: { name, email, role: "admin" } });
    return ok({ token: openSession({ db: tx, clock }, id) });
  });
}
