import type { Cents, PartialSum } from "#app/domain/money/cents.ts";
import { codeLabels, t } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { UNKNOWN, formatAmount, formatMoney } from "#app/i18n/format.ts";
import { Badge } from "#app/ui/badge.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { LineListData, LineRow } from "./line-data.ts";

/** Lines with appropriation and use; each leads to its own page with the measures behind it. */
export function LineTable({ list }: { list: LineListData }) {
  const labels = codeLabels(list.budgetSystem);
  return (
    <div>
      <DataTable caption={t("caption")} stacked>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col">{labels.product}</th>
            <th scope="col">{labels.account}</th>
            <th scope="col">{t("label")}</th>
            {(["appropriation", "planned", "committed", "spent", "free"] as const).map((column) => (
              <th scope="col" className="numeric" key={column}>
                {t(column)}
              </th>
            ))}
            <th scope="col">{t("notes")}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <Row key={row.id} row={row} labels={labels} />
          ))}
        </tbody>
        <tfoot>
          {list.sums.map((sums) => (
            <tr key={sums.direction}>
              <th scope="row" colSpan={4}>
                {t("sum", { direction: sums.direction })}
              </th>
              {(["appropriation", "planned", "committed", "spent", "free"] as const).map((column) => (
                <td className="numeric" data-label={t(column)} key={column}>
                  {sums[column] === null ? t("nothing") : <Sum sum={sums[column]} />}
                </td>
              ))}
              <td data-label={t("notes")}>{sums.commitment > 0 && t("commitmentShort", { amount: formatMoney(sums.commitment) })}</td>
            </tr>
          ))}
        </tfoot>
      </DataTable>
      <p className="table-note">{t("note")}</p>
    </div>
  );
}

const Sum = ({ sum }: { sum: PartialSum }) => (
  <>
    {formatAmount(sum.known)}
    {sum.unknownCount > 0 && <span className="line-note">{t("sumUnknown", { count: sum.unknownCount })}</span>}
  </>
);

const amountOrUnknown = (amount: Cents | null) => (amount === null ? <span className="muted">{UNKNOWN}</span> : formatAmount(amount));

function Row({ row, labels }: { row: LineRow; labels: { product: string; account: string } }) {
  const { fiscalYear, budgetProduct, budgetAccount, label, budgetKind, direction } = row;
  const isShort = row.free !== null && row.free < 0;
  return (
    <tr className={isShort ? "budget__row--over" : undefined}>
      <td data-label={t("year")}>{fiscalYear}</td>
      <td data-label={labels.product}>{budgetProduct}</td>
      <th scope="row">
        <a href={`/ressourcen/haushalt/stellen/${row.id}`}>{budgetAccount}</a>
      </th>
      <td className="line-label" data-label={t("label")}>
        {label}
        <span className="line-note">
          {t("kindAndDirection", { kind: budgetKindLabels[budgetKind], direction: cashDirectionLabels[direction] })}
          {" · "}
          {t("measureCount", { count: row.measureCount })}
        </span>
      </td>
      <td className="numeric" data-label={t("appropriation")}>
        {amountOrUnknown(row.appropriationCents)}
      </td>
      <td className="numeric" data-label={t("planned")}>
        {formatAmount(row.planned)}
        {row.earmarked > 0 && <span className="line-note">{t("earmarkedLine", { amount: formatAmount(row.earmarked) })}</span>}
        {row.unknownCount > 0 && <span className="line-note">{t("unknownPlanned", { count: row.unknownCount })}</span>}
      </td>
      <td className={classNames("numeric", row.committedCents === null && "line-unknown")} data-label={t("committed")}>
        {amountOrUnknown(row.committedCents)}
      </td>
      <td className={classNames("numeric", row.spentCents === null && "line-unknown")} data-label={t("spent")}>
        {amountOrUnknown(row.spentCents)}
      </td>
      <td className="numeric" data-label={t("free")}>
        {isShort ? (
          <Badge kind="danger" icon="warning">
            {t("short", { amount: formatAmount(-(row.free ?? 0) as Cents) })}
          </Badge>
        ) : direction === "revenue" ? (
          t("nothing")
        ) : (
          amountOrUnknown(row.free)
        )}
      </td>
      <td data-label={t("notes")}>
        <LineNotes row={row} />
      </td>
    </tr>
  );
}

/** Locks, limits and the like, in words. */
function LineNotes({ row }: { row: LineRow }) {
  const texts = [
    row.commitmentAppropriationCents !== null && row.commitmentAppropriationCents > 0 && t("commitmentShort", { amount: formatMoney(row.commitmentAppropriationCents) }),
    row.budgetReference,
  ].filter((text) => text !== false && text !== "");
  return (
    <div className="line-marks">
      {row.locked && (
        <Badge kind="warning" icon="lock">
          {t("locked")}
        </Badge>
      )}
      {row.limitsPlan && <Badge kind="info">{t("limits")}</Badge>}
      {texts.map((text) => (
        <span key={String(text)}>{text}</span>
      ))}
    </div>
  );
}
