import type { AmendmentLineContent, AmendmentContent } from "#app/domain/committee/amendment-rules.ts";
import { codeProblems, isContentOpen, isStatementOpen } from "#app/domain/committee/amendment-rules.ts";
import type { AmendmentMotion } from "#app/domain/committee/amendment.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { conflict, forbidden, invalid, missing, ok, refuse, type FieldProblem, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type Tx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { findMotion, insertMotion, isMotionNumberTaken, touchMotion, updateMotion } from "#db/queries/amendment-motions.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";

/** `key` names the line in the form, so that what is refused stands beside it. */
export type MotionLineCommand = AmendmentLineContent & { readonly key: string };
export type MotionCommand = Omit<AmendmentContent, "lines"> & { readonly lines: readonly MotionLineCommand[] };

export function createMotion({ db, clock, user }: ServiceContext, command: MotionCommand): Result<{ motionId: number }> {
  return write(db, (tx) => {
    if (!can(user, "amendment:edit")) return forbidden();
    const problems = problemsOf(tx, command, null);
    if (problems !== null) return refuse({ code: "invalid", fields: problems });
    const content = contentOf(command);
    const motionId = insertMotion(tx, { ...content, lines: content.lines.map((line) => ({ ...line, id: null })) }, clock.now());
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "amendmentMotion", entityId: motionId, before: null, after: auditFields(content) });
    return ok({ motionId });
  });
}

/** What was moved is not changed any more: only a draft can be saved. */
export function saveMotion({ db, clock, user }: ServiceContext, command: MotionCommand & { readonly motionId: number; readonly rowVersion: number }): Result<{ motionId: number }> {
  return write(db, (tx) => {
    if (!can(user, "amendment:edit")) return forbidden();
    const { motionId, rowVersion } = command;
    const stored = findMotion(tx, motionId);
    if (stored === null) return missing();
    if (!isContentOpen(stored.state)) return invalid("", "notDraft");
    if (stored.rowVersion !== rowVersion) return conflict(stored);
    const problems = problemsOf(tx, command, stored);
    if (problems !== null) return refuse({ code: "invalid", fields: problems });
    // A line that somebody else has removed meanwhile is a new one.
    const known = new Set(stored.lines.map((line) => line.id));
    const content = contentOf({ ...command, lines: command.lines.map((line) => (line.id !== null && known.has(line.id) ? line : { ...line, id: null })) });
    const changed = changedFields(auditFields(stored), auditFields(content));
    if (changed === null) return ok({ motionId });
    if (!updateMotion(tx, motionId, rowVersion, content)) throw new Error("the row changed inside its own transaction");
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "amendmentMotion", entityId: motionId, ...changed });
    return ok({ motionId });
  });
}

/** The administration's statement may be written until the vote. */
export function saveStatement({ db, clock, user }: ServiceContext, command: Pick<AmendmentMotion, "statement" | "rowVersion"> & { readonly motionId: number }): Result<{ motionId: number }> {
  return write(db, (tx) => {
    if (!can(user, "amendment:edit")) return forbidden();
    const { motionId, rowVersion, statement } = command;
    const stored = findMotion(tx, motionId);
    if (stored === null) return missing();
    if (!isStatementOpen(stored.state)) return invalid("", "notOpen");
    if (stored.rowVersion !== rowVersion) return conflict(stored);
    const changed = changedFields({ statement: stored.statement }, { statement });
    if (changed === null) return ok({ motionId });
    if (!touchMotion(tx, motionId, rowVersion, { statement })) throw new Error("the row changed inside its own transaction");
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "amendmentMotion", entityId: motionId, ...changed });
    return ok({ motionId });
  });
}

function problemsOf(tx: Tx, { number, title, lines }: MotionCommand, stored: AmendmentMotion | null): Record<string, FieldProblem[]> | null {
  const problems: Record<string, FieldProblem[]> = {};
  const patterns = loadMunicipality(tx);
  if (number === "") problems["number"] = [{ code: "numberMissing" }];
  else if (isMotionNumberTaken(tx, number, stored?.id ?? null)) problems["number"] = [{ code: "numberTaken" }];
  if (title === "") problems["title"] = [{ code: "titleMissing" }];
  const places = new Set<string>();
  for (const line of lines) {
    for (const [field, problem] of Object.entries(codeProblems(line, patterns))) problems[`lines.${line.key}.${field}`] = [problem];
    const place = `${line.fiscalYear}/${line.budgetProduct}/${line.budgetAccount}`;
    if (line.budgetAccount !== "" && places.has(place)) problems[`lines.${line.key}.budgetAccount`] ??= [{ code: "lineTwice" }];
    places.add(place);
  }
  return Object.keys(problems).length === 0 ? null : problems;
}

function contentOf({ number, title, applicant, movedOn, reasoning, statement, lines }: MotionCommand): AmendmentContent {
  return { number, title, applicant, movedOn, reasoning, statement, lines: lines.map(({ key: _key, ...line }) => line) };
}

/** As the log keeps it: lines without their numbers. */
export const auditFields = ({ number, title, applicant, movedOn, reasoning, statement, lines }: AmendmentContent) => ({
  ...{ number, title, applicant, movedOn, reasoning, statement },
  lines: lines.map(({ id: _id, ...line }) => line),
});
