import { applyScenario } from "#app/domain/planning/apply-scenario.ts";
import type { Plan } from "#app/domain/planning/plan.ts";
import type { PlannerInput } from "#app/domain/planning/planner-input.ts";
import type { PlanningSettings, ScenarioChanges } from "#app/domain/planning/scenario.ts";
import { conflictAmong, type Conflict } from "#app/planner/why/conflict-among.ts";
import { explainable, whyHere, type ExplainedPlan, type WhyHere } from "#app/planner/why/why-here.ts";
import type { Db } from "#db/client.server.ts";
import type { PlanRunTexts } from "#db/queries/plan-runs.server.ts";

/** The stored texts of a run, which say the same for ever, and the measure asked about. */
export type ExplainWork = { readonly runId: number; readonly texts: PlanRunTexts; readonly question: { readonly measureId: number } | "conflict" };
/** `why` of a measure; `conflict`: the mandatory measures that do not fit together. */
export type Explanation = { readonly why: WhyHere | null; readonly conflict: Conflict | null };
/** Explains somewhere; rejects when it was lost on the way. */
export type ExplanationRunner = (work: ExplainWork) => Promise<Explanation>;

/** Explanations given before, the one used last at the end. */
type Explanations = { runner: ExplanationRunner; readonly known: Map<string, Explanation> };
const MOST_KNOWN = 200;
const perConnection = new WeakMap<Db, Explanations>();

function explanationsOf(db: Db): Explanations {
  let explanations = perConnection.get(db);
  if (explanations === undefined) perConnection.set(db, (explanations = { runner: explainWork, known: new Map() }));
  return explanations;
}

/** From now on plans are explained there; without this in the thread of the caller. */
export function explainPlansBy(db: Db, runner: ExplanationRunner): void {
  explanationsOf(db).runner = runner;
}

/** @param isFinal the plan will not change any more, so that its explanation may be kept */
export async function explanationOf(db: Db, work: ExplainWork, isFinal: boolean): Promise<Explanation> {
  const { runner, known } = explanationsOf(db);
  const key = `${work.runId} ${work.question === "conflict" ? "conflict" : work.question.measureId}`;
  const given = known.get(key) ?? (await runner(work));
  if (!isFinal) return given;
  known.delete(key);
  known.set(key, given);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
  return given;
}

/** The plan asked about last, since the next question is mostly about the same one. */
let ready: { readonly texts: PlanRunTexts; readonly explained: ExplainedPlan } | null = null;

/** Rebuilds the problem from the frozen input, which gives the same every time, and asks it. */
export async function explainWork({ texts, question }: ExplainWork): Promise<Explanation> {
  if (ready === null || ready.texts.plan !== texts.plan || ready.texts.input !== texts.input || ready.texts.changes !== texts.changes || ready.texts.settings !== texts.settings) {
    // Written by this program alone, as JSON.
    const input = applyScenario(JSON.parse(texts.input) as PlannerInput, JSON.parse(texts.changes) as ScenarioChanges);
    ready = { texts, explained: explainable(input, JSON.parse(texts.settings) as PlanningSettings, JSON.parse(texts.plan) as Plan) };
  }
  if (question === "conflict") return { why: null, conflict: await conflictAmong(ready.explained.model, () => performance.now()) };
  return { why: whyHere(ready.explained, question.measureId), conflict: null };
}
