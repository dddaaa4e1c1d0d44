import { can } from "#app/domain/permissions/permissions.ts";
import { unconfirmed, type Invalidation } from "#app/domain/prioritisation/invalidated-ratings.ts";
import { conflict, forbidden, invalid, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { write, type DbOrTx } from "#db/client.server.ts";
import { changedFields, recordAudit } from "#db/queries/audit.server.ts";
import { listCriteria } from "#db/queries/criteria.server.ts";
import { listRaterGroups } from "#db/queries/rater-groups.server.ts";
import { countAnswers } from "#db/queries/round-progress.server.ts";
import {
  findOpenRound,
  findRound,
  insertRound,
  isRoundTitleTaken,
  roundCriteria,
  roundGroups,
  storeRoundCriteria,
  storeRoundGroups,
  updateRound,
  type RoundCriterionFields,
  type RoundFields,
  type RoundGroupFields,
} from "#db/queries/rounds.server.ts";

export type RoundCommand = RoundFields & { readonly criteria: readonly RoundCriterionFields[]; readonly groups: readonly RoundGroupFields[] };

/** A round is open from the start; there is at most one. */
export function createRound({ db, clock, user }: ServiceContext, command: RoundCommand): Result<{ roundId: number }> {
  return write(db, (tx) => {
    if (!can(user, "round:manage")) return forbidden();
    if (findOpenRound(tx) !== null) return invalid("", "roundOpen");
    const refusal = refuseContent(tx, command, null);
    if (refusal !== null) return refusal;
    const { criteria, groups, ...fields } = command;
    const roundId = insertRound(tx, { ...fields, openedAt: clock.now() });
    storeRoundCriteria(tx, roundId, criteria);
    storeRoundGroups(tx, roundId, groups);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "create", entity: "prioritisationRound", entityId: roundId, before: null, after: auditFields(tx, command) });
    return ok({ roundId });
  });
}

/**
 * Changes an open round. A criterion or group with answers that leaves it takes them out of the count (they stay stored):
 * that is answered with what would be lost until `confirmed` names just that.
 */
export function saveRound(
  { db, clock, user }: ServiceContext,
  { roundId, rowVersion, confirmed, ...command }: RoundCommand & { readonly roundId: number; readonly rowVersion: number; readonly confirmed: readonly string[] },
): Result<{ readonly invalidated: readonly Invalidation[] }> {
  return write(db, (tx) => {
    if (!can(user, "round:manage")) return forbidden();
    const before = findRound(tx, roundId);
    if (before === null) return missing();
    if (before.state !== "open") return invalid("", "roundClosed");
    if (before.rowVersion !== rowVersion) return conflict(before);
    const refusal = refuseContent(tx, command, roundId);
    if (refusal !== null) return refusal;
    const [criteria, groups] = [roundCriteria(tx, roundId), roundGroups(tx, roundId)];
    const open = unconfirmed(invalidations(tx, roundId, { criteria, groups }, command), confirmed);
    if (open.length > 0) return ok({ invalidated: open });
    const stored = {
      title: before.title,
      question: before.question,
      disclosure: before.disclosure,
      criteria: criteria.map(({ id, weight }) => ({ criterionId: id, weight })),
      groups: groups.map(({ id, weight, ratesUntil }) => ({ raterGroupId: id, weight, ratesUntil })),
    };
    const changed = changedFields(auditFields(tx, stored), auditFields(tx, command));
    if (changed === null) return ok({ invalidated: [] });
    const { criteria: newCriteria, groups: newGroups, ...fields } = command;
    if (!updateRound(tx, roundId, rowVersion, fields)) return conflict(before);
    storeRoundCriteria(tx, roundId, newCriteria);
    storeRoundGroups(tx, roundId, newGroups);
    recordAudit(tx, { at: clock.now(), userId: user.id, action: "update", entity: "prioritisationRound", entityId: roundId, ...changed });
    return ok({ invalidated: [] });
  });
}

function refuseContent(tx: DbOrTx, { title, criteria, groups }: RoundCommand, roundId: number | null) {
  if (isRoundTitleTaken(tx, title, roundId)) return invalid("title", "roundTitleTaken");
  if (criteria.length === 0) return invalid("criteria", "noCriterion");
  if (criteria.every(({ weight }) => weight === 0)) return invalid("criteria", "criteriaWeightless");
  if (groups.length === 0) return invalid("groups", "noGroup");
  if (groups.every(({ weight }) => weight === 0)) return invalid("groups", "groupsWeightless");
  const known = { criteria: listCriteria(tx, "active").map(({ id }) => id), groups: listRaterGroups(tx).map(({ id }) => id) };
  if (!criteria.every(({ criterionId }) => known.criteria.includes(criterionId)) || !groups.every(({ raterGroupId }) => known.groups.includes(raterGroupId))) return invalid("", "catalogueChanged");
  return null;
}

type Named = { readonly id: number; readonly name: string };

function invalidations(tx: DbOrTx, roundId: number, stored: { readonly criteria: readonly Named[]; readonly groups: readonly Named[] }, { criteria, groups }: RoundCommand): Invalidation[] {
  const { byCriterion, byGroup } = countAnswers(tx, roundId);
  const leaving = (kind: Invalidation["kind"], all: readonly Named[], staying: readonly number[], counts: typeof byGroup) =>
    all.flatMap(({ id, name }) => {
      const count = counts.find((each) => each.id === id);
      return count === undefined || staying.includes(id) ? [] : [{ kind, id, name, answerCount: count.answerCount, personCount: count.personCount }];
    });
  return [
    ...leaving("criterionLeaves", stored.criteria, criteria.map(({ criterionId }) => criterionId), byCriterion),
    ...leaving("groupLeaves", stored.groups, groups.map(({ raterGroupId }) => raterGroupId), byGroup),
  ];
}

/** Names instead of numbers, since the log is read by people. */
function auditFields(tx: DbOrTx, { criteria, groups, ...fields }: RoundCommand) {
  const criterionNames = new Map(listCriteria(tx, "active").map(({ id, name }) => [id, name]));
  const groupNames = new Map(listRaterGroups(tx).map(({ id, name }) => [id, name]));
  return {
    ...fields,
    criteria: [...criteria].sort((a, b) => a.criterionId - b.criterionId).map(({ criterionId, weight }) => `${criterionNames.get(criterionId) ?? criterionId}: ${weight}`),
    groups: [...groups]
      .sort((a, b) => a.raterGroupId - b.raterGroupId)
      .map(({ raterGroupId, weight, ratesUntil }) => `${groupNames.get(raterGroupId) ?? raterGroupId}: ${weight}${ratesUntil === null ? "" : ` (${ratesUntil})`}`),
  };
}
