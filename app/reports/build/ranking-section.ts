import type { FrozenRanking, SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { Block, Section, Value } from "#app/reports/model.ts";
import { column, count, label, measureLink, points, roundValue, text } from "./values.ts";

/** The ranking with each criterion's part of the points and what each group alone would have given. */
export function rankingSection({ portfolio, ranking }: SnapshotContent): Section {
  const titles = new Map(portfolio.measures.map((measure) => [measure.id, measure.title]));
  const title = (measureId: number) => measureLink(measureId, titles.get(measureId) ?? "");
  // A version of an open or anonymous round holds the common result alone.
  const groups = ranking.entries.some((entry) => entry.groupScores.length > 0) ? portfolio.raterGroups : [];
  return {
    id: "ranking",
    blocks: [
      ...(portfolio.round === undefined || ranking.entries.length === 0 ? [] : [{ kind: "paragraph" as const, text: roundValue(portfolio.round) }]),
      ...placesByHand(ranking, title),
      ranking.entries.length === 0
        ? { kind: "paragraph", text: label("nothingRated") }
        : {
            kind: "table",
            caption: "rankingTable",
            columns: [
              column("rank", "count", "narrow"),
              column("measure", "measure", "wide"),
              column("score", "points", "narrow"),
              ...portfolio.criteria.map((criterion) => column({ text: criterion.name }, "points", "narrow")),
              ...groups.map((group) => column({ text: group.name }, "points", "narrow")),
            ],
            rows: ranking.entries.map((entry) => [
              count(entry.position),
              title(entry.measureId),
              points(entry.scoreTenths),
              ...portfolio.criteria.map((criterion) => points(entry.contributions.find((part) => part.criterionId === criterion.id)?.contributionTenths ?? null)),
              ...groups.map((group) => points(entry.groupScores.find((score) => score.raterGroupId === group.id)?.scoreTenths ?? null)),
            ]),
            totals: [],
          },
      ...(ranking.unratedMeasureIds.length === 0
        ? []
        : [
            {
              kind: "table" as const,
              caption: "unratedTable" as const,
              columns: [column("measureId", "count", "narrow"), column("measure", "measure", "wide")],
              rows: ranking.unratedMeasureIds.map((measureId) => [count(measureId), title(measureId)]),
              totals: [],
            },
          ]),
    ],
  };
}

/** Places given by hand, before the ranking they change, each with the computed place and the reason. */
function placesByHand({ entries }: FrozenRanking, title: (measureId: number) => Value): Block[] {
  const placed = entries.filter((entry) => entry.overrideReason);
  if (placed.length === 0) return [];
  return [
    {
      kind: "table",
      caption: "placesByHand",
      columns: [column("rank", "count", "narrow"), column("measure", "measure", "wide"), column("computedRank", "count", "narrow"), column("overrideReason", "text", "wide")],
      rows: placed.map((entry) => [count(entry.position), title(entry.measureId), count(entry.computedPosition ?? null), text(entry.overrideReason ?? "")]),
      totals: [],
    },
  ];
}
