import { deltaOf, type AmendmentLine, type AmendmentState } from "#app/domain/committee/amendment.ts";
import type { AmendmentSum } from "#app/domain/committee/amendment-sums.ts";
import type { Cents, PartialSum } from "#app/domain/money/cents.ts";
import { stateLabels, t } from "#app/i18n/de/amendments.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney, formatPostDelta, UNKNOWN } from "#app/i18n/format.ts";
import { formatDelta } from "#app/i18n/version-sentences.ts";
import { Badge } from "#app/ui/badge.tsx";
import type { IconName } from "#app/ui/icon.tsx";
import { DataTable } from "#app/ui/table.tsx";

const looks: Readonly<Record<AmendmentState, readonly [kind: "neutral" | "info" | "success" | "danger", icon: IconName]>> = {
  draft: ["neutral", "edit"],
  submitted: ["info", "committee"],
  adopted: ["success", "check"],
  rejected: ["danger", "close"],
  withdrawn: ["neutral", "arrowLeft"],
};

export function MotionState({ state }: { readonly state: AmendmentState }) {
  const [kind, icon] = looks[state];
  return (
    <Badge kind={kind} icon={icon}>
      {stateLabels[state]}
    </Badge>
  );
}

/** Where nothing is known, the sum is unknown; otherwise it says how many are missing. */
function sumText({ known, unknownCount }: PartialSum, count: number, format: (amount: Cents) => string): string {
  if (unknownCount === count) return UNKNOWN;
  return unknownCount === 0 ? format(known) : t("page.sumPlus", { known: format(known), count: unknownCount });
}

export const deltaSumText = (sum: PartialSum, count: number): string => sumText(sum, count, formatDelta);

export function LinesTable({ lines }: { readonly lines: readonly AmendmentLine[] }) {
  const amount = (label: string, value: string) => (
    <td data-label={label} className="numeric">
      {value}
    </td>
  );
  return (
    <DataTable caption={t("page.linesCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("field.fiscalYear")}</th>
          <th scope="col">{t("field.budgetProduct")}</th>
          <th scope="col">{t("field.budgetAccount")}</th>
          <th scope="col">{t("field.label")}</th>
          <th scope="col">{t("field.budgetReference")}</th>
          <th scope="col" className="numeric">
            {t("field.appropriation")}
          </th>
          <th scope="col" className="numeric">
            {t("field.amended")}
          </th>
          <th scope="col" className="numeric">
            {t("field.delta")}
          </th>
          <th scope="col" className="numeric">
            {t("field.posts")}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.fiscalYear}</th>
            <td data-label={t("field.budgetProduct")}>{line.budgetProduct || t("list.none")}</td>
            <td data-label={t("field.budgetAccount")}>{line.budgetAccount}</td>
            <td data-label={t("field.label")}>
              {line.label || t("list.none")}
              {line.locked && <span className="cell-note">{t("page.locked", { note: line.lockNote })}</span>}
              {line.note !== "" && <span className="cell-note">{line.note}</span>}
            </td>
            <td data-label={t("field.budgetReference")}>{line.budgetReference || t("list.none")}</td>
            {amount(t("field.appropriation"), formatMoney(line.appropriationCents))}
            {amount(t("field.amended"), formatMoney(line.amendedCents))}
            {amount(t("field.delta"), formatDelta(deltaOf(line)))}
            {amount(t("field.posts"), line.postDeltaHundredths === 0 ? t("list.none") : formatPostDelta(line.postDeltaHundredths))}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

export const classText = ({ accountClass }: Pick<AmendmentSum, "accountClass">): string =>
  accountClass === null ? t("page.unknownClass") : `${budgetKindLabels[accountClass.budgetKind]}, ${cashDirectionLabels[accountClass.direction]}`;

export function SumsTable({ sums }: { readonly sums: readonly AmendmentSum[] }) {
  return (
    <DataTable caption={t("page.sumsCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("field.fiscalYear")}</th>
          <th scope="col">{t("field.kind")}</th>
          <th scope="col" className="numeric">
            {t("field.appropriation")}
          </th>
          <th scope="col" className="numeric">
            {t("field.amended")}
          </th>
          <th scope="col" className="numeric">
            {t("field.delta")}
          </th>
          <th scope="col" className="numeric">
            {t("field.posts")}
          </th>
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => (
          <tr key={`${sum.fiscalYear} ${classText(sum)}`}>
            <th scope="row">{sum.fiscalYear}</th>
            <td data-label={t("field.kind")}>{classText(sum)}</td>
            <td data-label={t("field.appropriation")} className="numeric">
              {sumText(sum.appropriation, sum.lineCount, formatMoney)}
            </td>
            <td data-label={t("field.amended")} className="numeric">
              {sumText(sum.amended, sum.lineCount, formatMoney)}
            </td>
            <td data-label={t("field.delta")} className="numeric">
              {deltaSumText(sum.delta, sum.lineCount)}
            </td>
            <td data-label={t("field.posts")} className="numeric">
              {sum.postDeltaHundredths === 0 ? t("list.none") : formatPostDelta(sum.postDeltaHundredths)}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
