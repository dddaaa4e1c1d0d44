import type { PostState } from "#app/domain/resources/posts.ts";
import { describeCostBasis } from "#app/i18n/cost-basis.ts";
import { t } from "#app/i18n/de/staff-plan.ts";
import { formatDate, formatHundredths, formatMoney, formatPartialSum, formatQuarterShort, UNKNOWN } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ListedPost, StaffPlanData } from "./staff-plan-data.ts";

const looks: Readonly<Record<PostState, { kind: "success" | "warning" | "info" | "neutral"; icon: IconName }>> = {
  filled: { kind: "success", icon: "check" },
  vacant: { kind: "warning", icon: "person" },
  requested: { kind: "info", icon: "question" },
  inDraft: { kind: "neutral", icon: "edit" },
};

export function PostTable({ plan: { posts, total, canEdit } }: { plan: StaffPlanData }) {
  return (
    <DataTable caption={t("plan.caption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("plan.post")}</th>
          <th scope="col">{t("plan.unit")}</th>
          <th scope="col" className="numeric">
            {t("plan.fte")}
          </th>
          <th scope="col">{t("plan.payGrade")}</th>
          <th scope="col" className="numeric">
            {t("plan.cost")}
          </th>
          <th scope="col">{t("plan.stateAndTerm")}</th>
          <th scope="col">{t("plan.purpose")}</th>
          <th scope="col">{t("plan.inPlan")}</th>
        </tr>
      </thead>
      <tbody>
        {posts.map((post) => (
          <PostRow key={post.id} post={post} canEdit={canEdit} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            {t("plan.sumAll")}
          </th>
          <td className="numeric" data-label={t("plan.fte")}>
            {formatHundredths(total.fte)}
          </td>
          <td />
          <td className="numeric post-table__sum" data-label={t("plan.cost")}>
            {formatPartialSum(total.cost)}
          </td>
          <td colSpan={3} />
        </tr>
      </tfoot>
    </DataTable>
  );
}

function PostRow({ post, canEdit }: { post: ListedPost; canEdit: boolean }) {
  const { kind, icon } = looks[post.state];
  return (
    <tr>
      <th scope="row">
        {canEdit ? <a href={`/ressourcen/stellenplan/${post.id}`}>{post.title}</a> : post.title}
        {post.note !== "" && <span className="cell-note">{post.note}</span>}
      </th>
      <td data-label={t("plan.unit")}>
        {post.unitName}
        {post.teamName !== null && <span className="cell-note">{post.teamName}</span>}
      </td>
      <td className="numeric" data-label={t("plan.fte")}>
        {formatHundredths(post.fte)}
      </td>
      <td data-label={t("plan.payGrade")} className="nowrap">
        {post.payGrade === "" ? UNKNOWN : post.payGrade}
      </td>
      <td className="numeric" data-label={t("plan.cost")}>
        {formatMoney(post.cost.yearlyCents)}
        <span className="cell-note post-table__basis">{describeCostBasis(post.cost, post.payGrade)}</span>
      </td>
      <td data-label={t("plan.state")}>
        <Badge kind={kind} icon={icon}>
          {t(`state.${post.state}`)}
        </Badge>
        <span className="cell-note">{post.limitedUntil === null ? t("plan.permanent") : t("plan.until", { date: formatDate(post.limitedUntil) })}</span>
      </td>
      <td data-label={t("plan.purpose")}>{post.purpose === "" ? UNKNOWN : post.purpose}</td>
      <td data-label={t("plan.inPlan")}>{describeCounting(post)}</td>
    </tr>
  );
}

/** From when the post raises a capacity, or why it does not. */
function describeCounting({ state, counted, teamId, fromQuarter, hiringDelayQuarters, worksFrom }: ListedPost): string {
  if (state === "filled") return t("plan.filledNote");
  if (!counted) return t("plan.notCounted");
  if (teamId === null) return t("plan.noTeam");
  if (fromQuarter === null || worksFrom === null) return t("plan.noQuarter");
  const quarter = formatQuarterShort(worksFrom);
  return hiringDelayQuarters === 0 ? t("plan.counts", { quarter }) : t("plan.countsDelayed", { quarter, delay: hiringDelayQuarters });
}
