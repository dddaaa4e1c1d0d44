import { ratedLevels, rowsOf } from "#app/domain/prioritisation/level-table.ts";
import { placeChanges } from "#app/domain/prioritisation/order-changes.ts";
import { prepareReorder } from "#app/domain/prioritisation/reorder.ts";
import { pointsOf, trialWeights } from "#app/domain/prioritisation/trial-weights.ts";
import { ok } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { listWeightProposals } from "#db/queries/weight-proposals.server.ts";
import { mayDiscard, mayPropose } from "./weight-proposals.server.ts";
import { nameOf, roundToShow, type ShownRound } from "./round-to-show.server.ts";

const CHANGES_SHOWN = 3;

/** Everything the browser needs to rank by other weights itself, and the weights others have proposed. */
export function showTrialWeights(service: Pick<ServiceContext, "db" | "user">, roundId: number | null) {
  const opened = roundToShow(service, roundId);
  if (!opened.ok) return opened;
  const { rounds, shown } = opened.value;
  return ok({ rounds, canPropose: mayPropose(service.user), trial: shown === null ? null : trialOf(service, shown) });
}

function trialOf({ db, user }: Pick<ServiceContext, "db" | "user">, { round, data }: ShownRound) {
  const { table, weights } = ratedLevels(data);
  const points = pointsOf(weights);
  const titles = new Map(data.measures.map((measure) => [measure.id, measure.title]));
  const reorder = prepareReorder(table);
  const order = reorder(weights).measureIds;
  return {
    round: nameOf(round),
    overrideCount: data.overrides.length,
    hasGroupWeights: data.groupWeights.length > 0,
    criteria: data.criteria.map(({ id, name, reversed }, index) => ({ id, name, reversed, weight: weights[index] ?? 0, points: points[index] ?? 0 })),
    measures: rowsOf(table).map(({ measure, levels }) => ({ id: measure.id, title: titles.get(measure.id) ?? "", deadline: measure.deadline, levels })),
    proposals: listWeightProposals(db, round.id).map((proposal) => {
      const proposed = data.criteria.map((criterion, index) => proposal.weights[criterion.id] ?? points[index] ?? 0);
      const changes = placeChanges(order, reorder(trialWeights(weights, proposed)).measureIds);
      return {
        id: proposal.id,
        title: proposal.title,
        userName: proposal.userName,
        proposedAt: proposal.proposedAt,
        points: proposed,
        changeCount: changes.length,
        changes: changes.slice(0, CHANGES_SHOWN).map(({ measureId, before, after }) => ({ measureId, title: titles.get(measureId) ?? "", before, after })),
        canDiscard: mayDiscard(user, proposal),
      };
    }),
  };
}
