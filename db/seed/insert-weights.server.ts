import { pairwiseWeights } from "#app/domain/prioritisation/pairwise-weights.ts";
import type { WeightingMethod } from "#app/domain/prioritisation/round.ts";
import { storeJudgements } from "#db/queries/group-weights.server.ts";
import { findOpenRound, storeGroupWeights } from "#db/queries/rounds.server.ts";
import type { GroupKey } from "./musterstadt/shape.ts";
import { councilComparisons, officerPoints } from "./musterstadt/weights.ts";
import type { SeedContext } from "./seed-context.server.ts";

/** The council weighs in pairs, the digital officers by points, the administration as the round does. */
export function insertWeights({ tx, groups, criterionIds, audit, daysAgo }: SeedContext): void {
  const roundId = findOpenRound(tx)?.id;
  if (roundId === undefined) throw new Error("there is no open round");
  const weigh = (key: GroupKey, method: WeightingMethod, points: readonly number[]) => {
    const raterGroupId = groups.get(key);
    storeGroupWeights(tx, { roundId, raterGroupId }, method, criterionIds.map((criterionId, index) => ({ criterionId, weight: points[index] ?? 0 })));
    audit({ at: daysAgo(3), userId: null, action: "seed", entity: "group_weight", entityId: raterGroupId, before: null, after: { roundId, weightingMethod: method } });
  };
  const judgements = councilComparisons.flatMap((row, first) =>
    row.map((intensity, offset) => ({ firstCriterionId: criterionIds[first] ?? 0, secondCriterionId: criterionIds[first + 1 + offset] ?? 0, intensity })),
  );
  storeJudgements(tx, { roundId, raterGroupId: groups.get("politics") }, judgements);
  const compared = pairwiseWeights({ ids: criterionIds, judgements });
  if (!compared.isComplete) throw new Error("the council's comparisons are not complete");
  weigh("politics", "pairwise", compared.points);
  weigh("officer", "points", officerPoints);
}
