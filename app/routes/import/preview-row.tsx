import { severityOf, type RowProblem } from "#app/domain/import/problems.ts";
import { amountFieldName, decisionFieldName } from "#app/forms/import.ts";
import { amountChoiceText, decisionLabels, problemText, t } from "#app/i18n/de/import.ts";
import { cents } from "#app/domain/money/cents.ts";
import type { PreviewRow } from "#app/services/import/show-import.server.ts";
import { Icon } from "#app/ui/icon.tsx";
import { PreviewLines } from "./preview-lines.tsx";

const MARKS = {
  blocking: { icon: "danger", label: "preview.blocking" },
  open: { icon: "warning", label: "preview.open" },
  note: { icon: "info", label: "preview.note" },
} as const;

export function PreviewRowCells({ row, headings }: { row: PreviewRow; headings: readonly string[] }) {
  return (
    <tr>
      <td className="numeric" data-label={t("preview.row")}>
        {row.rowNumber}
      </td>
      <th scope="row" className="import-measure">
        <span className="import-title">{row.title === "" ? t("preview.noTitle") : row.title}</span>
        {row.target !== null && row.measureId !== null && (
          <p className="small muted">
            {t("preview.target")} <a href={`/massnahmen/${row.measureId}`}>{row.target}</a> ({t(row.matchedBy === "externalReference" ? "preview.matchedByReference" : "preview.matchedByTitle")})
          </p>
        )}
        {!row.blocked && <PreviewLines row={row} />}
      </th>
      <td data-label={t("preview.findings")}>
        {row.problems.length === 0 ? <span className="muted">{t("preview.noFindings")}</span> : <Findings row={row} />}
        {Object.entries(row.confirmedAmounts).map(([column, amount]) => (
          <AmountChoice key={column} name={amountFieldName(row.rowNumber, Number(column))} legend={t("preview.amountConfirmed", { row: row.rowNumber, heading: headings[Number(column)] ?? "" })} readings={[amount]} chosen={amount} />
        ))}
      </td>
      <td data-label={t("preview.decision")}>
        <select className="input" key={row.decision} name={decisionFieldName(row.rowNumber)} defaultValue={row.decision} aria-label={t("preview.decisionOf", { row: row.rowNumber })}>
          {row.possible.map((decision) => (
            <option key={decision} value={decision}>
              {decisionLabels[decision]}
            </option>
          ))}
        </select>
      </td>
    </tr>
  );
}

function Findings({ row }: { row: PreviewRow }) {
  return (
    <ul className="import-findings">
      {row.problems.map((problem, index) => (
        <li key={index} className={`import-finding import-finding--${severityOf(problem.code)}`}>
          <Finding problem={problem} />
          {problem.readings !== undefined && problem.column !== null && (
            <AmountChoice name={amountFieldName(row.rowNumber, problem.column)} legend={t("preview.amountLegend", { row: row.rowNumber, text: problem.text })} readings={problem.readings} chosen={null} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** One problem of a row; icon and word say how grave it is, not the colour. */
export function Finding({ problem }: { problem: RowProblem }) {
  const mark = MARKS[severityOf(problem.code)];
  return (
    <span className="import-finding__text">
      <Icon name={mark.icon} />
      <span>
        <span className="visually-hidden">{t(mark.label)}: </span>
        {problemText(problem)}
      </span>
    </span>
  );
}

function AmountChoice({ name, legend, readings, chosen }: { name: string; legend: string; readings: readonly number[]; chosen: number | null }) {
  const options = [...readings.map((value) => ({ value: String(value), label: amountChoiceText(cents(value)) })), { value: "unknown", label: t("preview.amountUnknown") }];
  return (
    <fieldset className="field import-amount">
      <legend className="visually-hidden">{legend}</legend>
      <div className="choices" key={String(chosen)}>
        {options.map((option) => (
          <div className="choice" key={option.value}>
            <input type="radio" id={`${name}-${option.value}`} name={name} value={option.value} defaultChecked={option.value === (chosen === null ? "unknown" : String(chosen))} />
            <label htmlFor={`${name}-${option.value}`}>{option.label}</label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
