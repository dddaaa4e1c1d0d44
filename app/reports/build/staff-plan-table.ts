import type { PostCost } from "#app/domain/resources/post-cost.ts";
import type { Post } from "#app/domain/resources/posts.ts";
import type { Quarter } from "#app/domain/calendar/quarter.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { describeCostBasis } from "#app/i18n/cost-basis.ts";
import { formatDate, formatHundredths } from "#app/i18n/format.ts";

type ListedPost = Post & { readonly unitName: string | null; readonly teamName: string | null; readonly worksFrom: Quarter | null; readonly cost: PostCost };

/** The staff plan as text for a spreadsheet: posts as "1,00", amounts as "83000,00", an empty cell where something is unknown. */
export function buildStaffPlanTable(posts: readonly ListedPost[]): string[][] {
  const heading = [
    ...[t("plan.post"), t("plan.unit"), t("plan.team"), t("plan.fte"), t("plan.payGrade"), t("plan.cost"), t("plan.costBasis"), t("plan.term"), t("plan.state"), t("plan.purpose")],
    ...[t("plan.counted"), t("plan.fromQuarter"), t("plan.delay"), t("plan.inPlan"), t("plan.note")],
  ];
  const lines = posts.map((post) => [
    ...[post.title, post.unitName ?? "", post.teamName ?? "", formatHundredths(post.fte), post.payGrade],
    ...[post.cost.yearlyCents === null ? "" : `${Math.floor(post.cost.yearlyCents / 100)},${String(post.cost.yearlyCents % 100).padStart(2, "0")}`, describeCostBasis(post.cost, post.payGrade)],
    ...[post.limitedUntil === null ? t("plan.permanent") : formatDate(post.limitedUntil), t(`state.${post.state}`), post.purpose],
    ...[post.counted ? t("plan.yes") : t("plan.no"), post.fromQuarter ?? "", String(post.hiringDelayQuarters), post.worksFrom ?? "", post.note],
  ]);
  return [heading, ...lines];
}
