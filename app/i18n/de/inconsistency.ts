import type { InconsistentTriple } from "#app/domain/prioritisation/inconsistent-triple.ts";
import { ACCEPTABLE_CONSISTENCY_RATIO } from "#app/domain/prioritisation/pairwise-weights.ts";
import { t } from "./weights.ts";

/** What a consistency ratio means, in one sentence. */
export function consistencyText(ratio: number): string {
  if (ratio < 0.0005) return t("pairs.perfect");
  if (ratio <= ACCEPTABLE_CONSISTENCY_RATIO) return t("pairs.good");
  return t(ratio <= 2 * ACCEPTABLE_CONSISTENCY_RATIO ? "pairs.doubtful" : "pairs.bad");
}

/** "Sie finden Nutzen wichtiger als Pflicht und Pflicht wichtiger als Risiko, aber Risiko wichtiger als Nutzen." */
export function tripleText({ aId, bId, cId, first, second, implied, direct }: InconsistentTriple, nameOf: (criterionId: number) => string): string {
  const [a, b, c] = [nameOf(aId), nameOf(bId), nameOf(cId)];
  if (direct < 1) return t("pairs.circle", { ab: order(a, b, first), bc: order(b, c, second), ca: order(c, a, 1 / direct) });
  return t("pairs.strength", { ab: relation(a, b, first), bc: relation(b, c, second), implied: relation(a, c, implied), direct: relation(a, c, direct) });
}

const isOne = (ratio: number): boolean => Math.abs(ratio - 1) < 1e-9;
const order = (a: string, b: string, ratio: number): string => (isOne(ratio) ? t("pairs.same", { a, b }) : t("pairs.important", { a, b }));

function relation(a: string, b: string, ratio: number): string {
  if (isOne(ratio)) return t("pairs.same", { a, b });
  return ratio > 9 ? t("pairs.atLeast", { a, b }) : t("pairs.times", { a, b, ratio: Math.round(ratio) });
}
