import type { FrozenPurposeYear, FrozenStaffPlan } from "#app/domain/committee/freeze-staff-plan.ts";
import type { SnapshotContent } from "#app/domain/committee/snapshot.ts";
import { cents, sumKnown, type PartialSum } from "#app/domain/money/cents.ts";
import type { Block, Section, TableBlock, Value } from "#app/reports/model.ts";
import { code, column, count, date, label, list, money, posts, quarterValue, text, year } from "./values.ts";

/** The staff plan and what the measures need beyond it. Versions that were frozen before there was one say nothing of it. */
export function staffPlanSection({ resources }: SnapshotContent): Section[] {
  const { staffPlan } = resources;
  if (staffPlan === undefined) return [];
  const years = neededYears(staffPlan);
  if (staffPlan.posts.length === 0 && years.length === 0) return [{ id: "staffPlan", blocks: [{ kind: "paragraph", text: label("noStaffPlan") }] }];
  return [{ id: "staffPlan", blocks: [keyFigures(staffPlan), ...(staffPlan.posts.length === 0 ? [] : [postsTable(staffPlan)]), ...(years.length === 0 ? [] : [needTable(years)])] }];
}

const partial = ({ known, unknownCount }: PartialSum): Value => money(known, unknownCount);
const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);
const orDash = (value: string): Value => list(value === "" ? [] : [value]);

function keyFigures(plan: FrozenStaffPlan): Block {
  return {
    kind: "keyFigures",
    figures: [
      { label: "postCount", value: count(plan.posts.length) },
      { label: "postShares", value: posts(sumOf(plan.posts.map((post) => post.fte))) },
      { label: "postCost", value: partial(sumKnown(plan.posts.map((post) => post.yearlyCents))) },
      { label: "averagePostCost", value: money(plan.average) },
      { label: "undatedDemands", value: count(plan.undatedCount) },
    ],
  };
}

function postsTable({ posts: all }: FrozenStaffPlan): TableBlock {
  return {
    kind: "table",
    caption: "postsTable",
    columns: [
      column("post", "text", "wide"),
      column("orgUnit", "text"),
      column("postShare", "posts", "narrow"),
      column("payGrade", "list", "narrow"),
      column("yearlyCost", "cents"),
      column("postState", "code", "narrow"),
      column("postUntil", "date", "narrow"),
      column("worksFrom", "quarter", "narrow"),
      column("purpose", "list"),
    ],
    rows: all.map((post) => [
      ...[text(post.title), text(post.unit), posts(post.fte), orDash(post.payGrade), money(post.yearlyCents), code("postState", post.state)],
      ...[post.limitedUntil === null ? label("permanentPost") : date(post.limitedUntil), post.worksFrom === null ? list([]) : quarterValue(post.worksFrom), orDash(post.purpose)],
    ]),
    totals: [[label("total"), list([]), posts(sumOf(all.map((post) => post.fte))), list([]), partial(sumKnown(all.map((post) => post.yearlyCents))), ...[1, 2, 3, 4].map((): Value => ({ unit: "empty" }))]],
  };
}

type NeededYear = FrozenPurposeYear & { readonly purpose: string };

/** Years of a purpose in which there is anything to say, by purpose. */
const neededYears = ({ purposes }: FrozenStaffPlan): NeededYear[] =>
  purposes.flatMap(({ purpose, years }) => years.filter((each) => each.internal + each.external + each.unknownCount + each.filled + each.coming + each.uncounted > 0).map((each) => ({ ...each, purpose })));

function needTable(rows: readonly NeededYear[]): TableBlock {
  const years = [...new Set(rows.map((row) => row.fiscalYear))].sort((a, b) => a - b);
  const figures = (own: readonly NeededYear[]): Value[] => {
    const sum = (valueOf: (row: NeededYear) => number) => posts(sumOf(own.map(valueOf)));
    const cost = (costOf: (row: NeededYear) => PartialSum) => money(cents(sumOf(own.map((row) => costOf(row).known))), sumOf(own.map((row) => costOf(row).unknownCount)));
    return [
      ...[sum((row) => row.internal), priced(own), sum((row) => row.external)],
      ...[sum((row) => row.filled), cost((row) => row.filledCost), sum((row) => row.coming), cost((row) => row.comingCost)],
      ...[sum((row) => row.open), count(sumOf(own.map((row) => row.unknownCount)))],
    ];
  };
  return {
    kind: "table",
    caption: "needTable",
    columns: [
      column("purpose", "text", "wide"),
      column("year", "year", "narrow"),
      column("needPosts", "posts", "narrow"),
      column("needCost", "cents"),
      column("externalPosts", "posts", "narrow"),
      column("filledPosts", "posts", "narrow"),
      column("filledCost", "cents"),
      column("comingPosts", "posts", "narrow"),
      column("comingCost", "cents"),
      column("openPosts", "posts", "narrow"),
      column("noEstimate", "count", "narrow"),
    ],
    rows: rows.map((row) => [row.purpose === "" ? label("withoutPurpose") : text(row.purpose), year(row.fiscalYear), ...figures([row])]),
    totals: years.map((each) => [label("total"), year(each), ...figures(rows.filter((row) => row.fiscalYear === each))]),
  };
}

/** Without any priced post the cost of the need is unknown, not nothing. */
function priced(rows: readonly NeededYear[]): Value {
  const needed = rows.filter((row) => row.internal > 0);
  return needed.some((row) => row.internalCents === null) ? money(null) : money(cents(sumOf(needed.map((row) => row.internalCents ?? 0))));
}
