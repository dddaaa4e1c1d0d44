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
import { useCodeLabels } from "#app/ui/use-code-labels.ts";

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

const amountColumns = ["appropriation", "amended", "delta", "posts"] as const;

const AmountHeadings = () => (
  <>
    {amountColumns.map((name) => (
      <th scope="col" className="numeric" key={name}>
        {t(`field.${name}`)}
      </th>
    ))}
  </>
);

type Amounts = { readonly appropriation: string; readonly amended: string; readonly delta: string; readonly postDeltaHundredths: number };

/** The cells under {@link AmountHeadings}. */
function AmountCells({ postDeltaHundredths, ...amounts }: Amounts) {
  const texts = { ...amounts, posts: postDeltaHundredths === 0 ? t("list.none") : formatPostDelta(postDeltaHundredths) };
  return (
    <>
      {amountColumns.map((name) => (
        <td data-label={t(`field.${name}`)} className="numeric" key={name}>
          {texts[name]}
        </td>
      ))}
    </>
  );
}

export function LinesTable({ lines }: { readonly lines: readonly AmendmentLine[] }) {
  const labels = useCodeLabels();
  return (
    <DataTable caption={t("page.linesCaption")} captionHidden stacked>
      <thead>
        <tr>
          <th scope="col">{t("field.fiscalYear")}</th>
          <th scope="col">{labels.product}</th>
          <th scope="col">{labels.account}</th>
          <th scope="col">{t("field.label")}</th>
          <th scope="col">{t("field.budgetReference")}</th>
          <AmountHeadings />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">{line.fiscalYear}</th>
            <td data-label={labels.product}>{line.budgetProduct || t("list.none")}</td>
            <td data-label={labels.account}>{line.budgetAccount}</td>
            <td data-label={t("field.label")}>
              {line.label || t("list.none")}
              {line.locked && <span className="cell-note">{t("page.locked", { note: line.lockNote })}</span>}
              {line.note !== "" && <span className="cell-note">{line.note}</span>}
            </td>
            <td data-label={t("field.budgetReference")}>{line.budgetReference || t("list.none")}</td>
            <AmountCells appropriation={formatMoney(line.appropriationCents)} amended={formatMoney(line.amendedCents)} delta={formatDelta(deltaOf(line))} postDeltaHundredths={line.postDeltaHundredths} />
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
          <AmountHeadings />
        </tr>
      </thead>
      <tbody>
        {sums.map((sum) => (
          <tr key={`${sum.fiscalYear} ${classText(sum)}`}>
            <th scope="row">{sum.fiscalYear}</th>
            <td data-label={t("field.kind")}>{classText(sum)}</td>
            <AmountCells
              appropriation={sumText(sum.appropriation, sum.lineCount, formatMoney)}
              amended={sumText(sum.amended, sum.lineCount, formatMoney)}
              delta={deltaSumText(sum.delta, sum.lineCount)}
              postDeltaHundredths={sum.postDeltaHundredths}
            />
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
