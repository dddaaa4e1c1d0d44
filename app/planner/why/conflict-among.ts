import { conflictingMandatory } from "#app/planner/explain/conflicts.ts";
import { overuseOf, type PlanModel } from "#app/planner/model/build-problem.ts";
import type { RowKey } from "#app/planner/model/limit-rows.ts";
import { conflictingMeasures } from "./conflict.ts";

/** Mandatory measures that do not fit together, none of which can be spared. */
export type Conflict = {
  readonly measureIds: readonly number[];
  /** Proven impossible; else no place was found. */
  readonly isProven: boolean;
  /** With so much more of each all mandatory measures fit: person-days, cents, starts. Empty where nothing is proven. */
  readonly lacking: ReadonlyArray<{ readonly key: RowKey; readonly amount: number }>;
};

/** For the proof; what is not proven by then is only said not to have been found. */
const SECONDS = 2;

/** @param clock milliseconds since any moment */
export async function conflictAmong(model: PlanModel, clock: () => number): Promise<Conflict | null> {
  const proof = await conflictingMandatory(model.problem, { seconds: SECONDS, clock });
  if (proof === null) return null;
  if (proof.isProven && proof.subset.length > 0) {
    const overuse = overuseOf(model);
    const lacking = proof.lacking.flatMap(({ row, amount }) => {
      const key = model.rows[row];
      // More than there is helps only once what stands is covered.
      return key === undefined ? [] : [{ key, amount: amount + (overuse[row] ?? 0) }];
    });
    return { measureIds: proof.subset.map((activity) => model.activities[activity]?.measureId ?? 0), isProven: true, lacking };
  }
  const measureIds = conflictingMeasures(model);
  return measureIds.length === 0 ? null : { measureIds, isProven: false, lacking: [] };
}
