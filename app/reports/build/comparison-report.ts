import type { Comparison } from "#app/domain/comparisons/comparison.ts";
import { costOverYears } from "#app/domain/comparisons/option-costs.ts";
import type { OptionRanking } from "#app/domain/comparisons/rank-options.ts";
import type { ComparisonTitle } from "#app/reports/labels.ts";
import type { TableBlock, Value } from "#app/reports/model.ts";
import { column, count, label, money, percent, points, text } from "./values.ts";

/** A Variantenvergleich as raw values: page and PDF walk the same sections. */
export type ComparisonReport = {
  readonly cover: {
    readonly municipality: string;
    /** "#rrggbb" */
    readonly brandColour: string;
    readonly isDemonstration: boolean;
    readonly title: string;
    readonly question: string;
    /** When the comparison or a rating changed last. */
    readonly asOf: string;
    readonly raterCount: number;
  };
  readonly sections: readonly ComparisonSection[];
};

export type ComparisonSection = { readonly title: ComparisonTitle; readonly blocks: readonly ComparisonBlock[] };
export type ComparisonBlock =
  | { readonly kind: "paragraph"; readonly text: Value }
  | { readonly kind: "statement"; readonly statement: ComparisonStatement }
  | { readonly kind: "described"; readonly items: ReadonlyArray<{ readonly name: string; readonly paragraphs: readonly string[] }> }
  | TableBlock;

/** What follows from the figures, as codes with their values. */
export type ComparisonStatement =
  | { readonly code: "nobodyRated" | "noOptions" | "noCriteria" }
  | { readonly code: "tooFewRaters"; readonly raterCount: number }
  | { readonly code: "leads"; readonly option: string; readonly scoreTenths: number; readonly raterCount: number }
  | { readonly code: "tied"; readonly options: readonly string[]; readonly scoreTenths: number; readonly raterCount: number }
  | { readonly code: "incomplete"; readonly missingCount: number; readonly expectedCount: number }
  | { readonly code: "unrated"; readonly options: readonly string[] }
  | { readonly code: "sameUnderEqualWeights" | "otherUnderEqualWeights"; readonly option: string }
  | { readonly code: "firstPlaceMoves"; readonly criterion: string; readonly challenger: string; readonly nowPermille: number; readonly thenPermille: number }
  | { readonly code: "firstPlaceHolds" }
  | { readonly code: "sumExplained"; readonly years: number }
  | { readonly code: "pointsExplained" | "meansExplained" };

export function buildComparisonReport({ comparison, ranking, asOf, isHidden, years, municipality }: {
  readonly comparison: Comparison;
  readonly ranking: OptionRanking;
  readonly asOf: string;
  /** Too few people have rated for this reader to see results. */
  readonly isHidden: boolean;
  readonly years: number;
  readonly municipality: { readonly name: string; readonly brandColour: string; readonly isDemonstration: boolean };
}): ComparisonReport {
  const { title, question, recommendation, options } = comparison;
  const shown = isHidden ? [statement({ code: "tooFewRaters", raterCount: ranking.raterCount })] : resultBlocks(comparison, ranking);
  return {
    cover: { municipality: municipality.name, brandColour: municipality.brandColour, isDemonstration: municipality.isDemonstration, title, question, asOf, raterCount: ranking.raterCount },
    sections: [
      { title: "recommendation", blocks: paragraphs(recommendation).length === 0 ? [{ kind: "paragraph", text: label("noRecommendation") }] : paragraphs(recommendation).map((each) => ({ kind: "paragraph", text: text(each) })) },
      { title: "result", blocks: shown },
      { title: "costAndPosts", blocks: options.length === 0 ? [statement({ code: "noOptions" })] : [costTable(comparison, years), statement({ code: "sumExplained", years })] },
      { title: "options", blocks: options.length === 0 ? [statement({ code: "noOptions" })] : [{ kind: "described", items: options.map(({ name, description }) => ({ name, paragraphs: paragraphs(description) })) }] },
      ...(isHidden || ranking.entries.length === 0 ? [] : [{ title: "means" as const, blocks: [meansTable(comparison, ranking), statement({ code: "meansExplained" })] }]),
      { title: "comparisonCriteria", blocks: comparison.criteria.length === 0 ? [statement({ code: "noCriteria" })] : [criteriaTable(comparison), criteriaExplained(comparison)] },
    ],
  };
}

const statement = (value: ComparisonStatement): ComparisonBlock => ({ kind: "statement", statement: value });
const paragraphs = (value: string): string[] => value.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
const nameIn = (rows: ReadonlyArray<{ readonly id: number; readonly name: string }>, id: number): string => rows.find((row) => row.id === id)?.name ?? "";

function resultBlocks({ criteria, options }: Comparison, { entries, unratedIds, raterCount, firstPlace }: OptionRanking): ComparisonBlock[] {
  const [first] = entries;
  if (first === undefined) return [statement({ code: "nobodyRated" })];
  const nameOf = (id: number) => nameIn(options, id);
  const leaders = entries.filter((entry) => entry.scoreTenths === first.scoreTenths).map((entry) => nameOf(entry.optionId));
  const firstUnderEqual = nameOf(entries.find((entry) => entry.positionUnderEqualWeights === 1)?.optionId ?? first.optionId);
  const [missingCount, expectedCount] = [sum(entries.map((entry) => entry.missingCount)), sum(entries.map((entry) => entry.expectedCount))];
  return [
    statement(leaders.length > 1 ? { code: "tied", options: leaders, scoreTenths: first.scoreTenths, raterCount } : { code: "leads", option: nameOf(first.optionId), scoreTenths: first.scoreTenths, raterCount }),
    statement({ code: firstUnderEqual === nameOf(first.optionId) ? "sameUnderEqualWeights" : "otherUnderEqualWeights", option: firstUnderEqual }),
    ...(firstPlace?.kind === "byWeight" ? [statement({ code: "firstPlaceMoves", criterion: nameIn(criteria, firstPlace.criterionId), challenger: nameOf(firstPlace.challengerId), nowPermille: firstPlace.nowPermille, thenPermille: firstPlace.thenPermille })] : []),
    ...(firstPlace?.kind === "never" ? [statement({ code: "firstPlaceHolds" })] : []),
    {
      kind: "table",
      caption: "resultTable",
      columns: [
        column("place", "count", "narrow"),
        column("option", "text", "wide"),
        column("score", "points", "narrow"),
        column("lowestScore", "points", "narrow"),
        column("highestScore", "points", "narrow"),
        column("placeUnderEqualWeights", "count", "narrow"),
      ],
      rows: entries.map((entry) => [
        count(entry.position),
        text(nameOf(entry.optionId)),
        points(entry.scoreTenths),
        points(entry.lowestTenths),
        points(entry.highestTenths),
        count(entry.positionUnderEqualWeights),
      ]),
      totals: [],
    },
    {
      kind: "table",
      caption: "contributionTable",
      columns: [column("option", "text", "wide"), ...criteria.map((criterion) => column({ text: criterion.name }, "points", "narrow")), column("score", "points", "narrow")],
      rows: entries.map((entry) => [
        text(nameOf(entry.optionId)),
        ...criteria.map((criterion) => points(entry.contributions.find((part) => part.criterionId === criterion.id)?.contributionTenths ?? null)),
        points(entry.scoreTenths),
      ]),
      totals: [],
    },
    statement({ code: "pointsExplained" }),
    ...(missingCount === 0 ? [] : [statement({ code: "incomplete", missingCount, expectedCount })]),
    ...(unratedIds.length === 0 ? [] : [statement({ code: "unrated", options: unratedIds.map(nameOf) })]),
  ];
}

const costTable = ({ options }: Comparison, years: number): TableBlock => ({
  kind: "table",
  caption: "costTable",
  columns: [column("option", "text", "wide"), column("oneOff", "cents"), column("yearlyCost", "cents"), column("sumOfCost", "cents"), column("posts", "posts", "narrow")],
  rows: options.map((option) => {
    const { known, unknownCount } = costOverYears(option, years);
    return [text(option.name), money(option.oneOffCents), money(option.yearlyCents), unknownCount === 2 ? money(null) : money(known, unknownCount), { unit: "posts", value: option.postHundredths }];
  }),
  totals: [],
});

/** Mean levels as given, before a reversed criterion is turned round. */
const meansTable = ({ criteria, options }: Comparison, { entries }: OptionRanking): TableBlock => ({
  kind: "table",
  caption: "meansTable",
  columns: [column("criterion", "text", "wide"), ...options.map((option) => column({ text: option.name }, "level", "narrow"))],
  rows: criteria.map((criterion) => [
    text(criterion.name),
    ...options.map((option): Value => {
      const units = entries.find((entry) => entry.optionId === option.id)?.contributions.find((part) => part.criterionId === criterion.id)?.meanUnits ?? null;
      return { unit: "level", value: units === null ? null : criterion.reversed ? TOP_UNITS - units : units };
    }),
  ]),
  totals: [],
});

const TOP_UNITS = 40_000;

function criteriaTable({ criteria }: Comparison): TableBlock {
  const total = sum(criteria.map((criterion) => criterion.weight));
  return {
    kind: "table",
    caption: "criteriaTable",
    columns: [column("criterion", "text", "wide"), column("weight", "count", "narrow"), column("share", "percent", "narrow"), column("direction", "label", "normal")],
    rows: criteria.map(({ name, weight, reversed }) => [
      text(name),
      count(weight),
      percent(total === 0 ? null : Math.round((weight * 100) / total)),
      label(reversed ? "highIsBad" : "highIsGood"),
    ]),
    totals: [],
  };
}

/** What each criterion asks, and what its levels mean. */
const criteriaExplained = ({ criteria }: Comparison): ComparisonBlock => ({
  kind: "described",
  items: criteria
    .map(({ name, question, levels }) => ({ name, paragraphs: [...paragraphs(question), ...levels.map((sentence, level) => `${level} – ${sentence}`)] }))
    .filter((item) => item.paragraphs.length > 0),
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
