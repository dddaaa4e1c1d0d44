import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import type { Section } from "#app/reports/model.ts";
import { column, count, label, measureLink, points } from "./values.ts";

/** The ranking with each criterion's part of the points and what each group alone would have given. */
export function rankingSection({ portfolio, ranking }: SnapshotContent): Section {
  const titles = new Map(portfolio.measures.map((measure) => [measure.id, measure.title]));
  const title = (measureId: number) => measureLink(measureId, titles.get(measureId) ?? "");
  return {
    id: "ranking",
    blocks: [
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
              ...portfolio.raterGroups.map((group) => column({ text: group.name }, "points", "narrow")),
            ],
            rows: ranking.entries.map((entry) => [
              count(entry.position),
              title(entry.measureId),
              points(entry.scoreTenths),
              ...portfolio.criteria.map((criterion) => points(entry.contributions.find((part) => part.criterionId === criterion.id)?.contributionTenths ?? null)),
              ...portfolio.raterGroups.map((group) => points(entry.groupScores.find((score) => score.raterGroupId === group.id)?.scoreTenths ?? null)),
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
