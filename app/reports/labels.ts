import type { ComparedField } from "#app/domain/committee/field-changes.ts";
import { stateLabels as amendmentStateLabels } from "#app/i18n/de/amendments.ts";
import { comparisonLabels, comparisonTitles } from "#app/i18n/de/comparison-report.ts";
import { motionLabels } from "#app/i18n/de/motion-report.ts";
import { planComparisonLabels, planComparisonTitles } from "#app/i18n/de/plan-comparison.ts";
import { messages as planMessages } from "#app/i18n/de/plan-run.ts";
import { fieldLabels, labels, partLabels, postStateLabels, sectionTitles } from "#app/i18n/de/reports.ts";
import {
  benefitKindLabels,
  budgetKindLabels,
  costProfileLabels,
  costRhythmLabels,
  cashDirectionLabels,
  demandBasisLabels,
  effectDirectionLabels,
  planningHorizonLabels,
  staffSourceLabels,
  statusLabels,
  targetGroupLabels,
  trafficLightLabels,
} from "#app/i18n/de/vocabulary.ts";

/** From a report's codes to their German words. */
export type LabelCode = keyof typeof labels | keyof typeof comparisonLabels | keyof typeof planComparisonLabels | keyof typeof motionLabels;
export type ComparisonTitle = keyof typeof comparisonTitles;
export type PlanComparisonTitle = keyof typeof planComparisonTitles;
export type SectionId = keyof typeof sectionTitles;

const vocabularies = {
  amendmentState: amendmentStateLabels,
  postState: postStateLabels,
  leftOutReason: planMessages.reason,
  assumedFigure: planMessages.figure,
  status: statusLabels,
  budgetKind: budgetKindLabels,
  costRhythm: costRhythmLabels,
  costProfile: costProfileLabels,
  cashDirection: cashDirectionLabels,
  demandBasis: demandBasisLabels,
  staffSource: staffSourceLabels,
  benefitKind: benefitKindLabels,
  effectDirection: effectDirectionLabels,
  planningHorizon: planningHorizonLabels,
  targetGroup: targetGroupLabels,
  trafficLight: trafficLightLabels,
} as const satisfies Record<string, Readonly<Record<string, string>>>;
export type VocabularyName = keyof typeof vocabularies;

const allLabels = { ...planComparisonLabels, ...comparisonLabels, ...motionLabels, ...labels };
export const labelOf = (code: LabelCode): string => allLabels[code];
export const comparisonTitle = (code: ComparisonTitle): string => comparisonTitles[code];
export const planComparisonTitle = (code: PlanComparisonTitle): string => planComparisonTitles[code];
export const sectionTitle = (id: SectionId): string => sectionTitles[id];
export const fieldLabel = (field: ComparedField): string => fieldLabels[field];
export const partLabel = (part: keyof typeof partLabels): string => partLabels[part];

/** @throws RangeError on a code the vocabulary does not have */
export function codeLabel(vocabulary: VocabularyName, code: string): string {
  const words: Readonly<Record<string, string>> = vocabularies[vocabulary];
  const label = words[code];
  if (label === undefined) throw new RangeError(`no ${vocabulary}: ${code}`);
  return label;
}
