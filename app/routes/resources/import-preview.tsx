import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { BudgetSystem } from "#app/domain/measures/vocabulary.ts";
import { lineFields, type LineColumn } from "#app/domain/resources/line-columns.ts";
import type { ReadLine } from "#app/domain/resources/read-lines.ts";
import { columnName } from "#app/forms/budget-import.ts";
import { columnLabel, noteText, rowProblemText, t } from "#app/i18n/de/budget-import.ts";
import { codeText } from "#app/i18n/de/budget-lines.ts";
import { budgetKindLabels, cashDirectionLabels } from "#app/i18n/de/vocabulary.ts";
import { formatAmount } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { PreviewRows } from "#app/ui/preview-rows.tsx";

type PreviewLine = ReadLine & { readonly step: "create" | "update" | "keep" | null };
/** `carried`: the list itself, for storing exactly what is shown. */
export type CheckedList = {
  readonly createCount: number;
  readonly updateCount: number;
  readonly keepCount: number;
  readonly problemCount: number;
  readonly headings: readonly string[];
  readonly columns: readonly LineColumn[];
  readonly carried: string;
  readonly problems: readonly PreviewLine[];
  readonly clear: readonly PreviewLine[];
};

/** What was understood and what the list would do, with a problem per row that is not clear. It takes the focus, being the answer to a question. */
export function ImportPreview({ checked, problem, system }: { checked: CheckedList; problem: string | null; system: BudgetSystem }) {
  const { createCount, updateCount, keepCount, problemCount, headings, columns, carried, problems, clear } = checked;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [carried]);
  const storable = createCount + updateCount;
  const choices = [...new Set([...lineFields.filter((field) => field !== "code" || system !== "kameral"), ...columns.filter((column) => column !== null)])];
  return (
    <Form method="post" encType="multipart/form-data" className="import-preview">
      <h2 ref={heading} tabIndex={-1}>
        {t("previewTitle")}
      </h2>
      {problem === null ? (
        <p>
          {t("sum", { create: createCount, update: updateCount, keep: keepCount, problems: problemCount })} <strong>{t("nothingStored")}</strong>
        </p>
      ) : (
        <Alert kind="warning" title={problem} live />
      )}
      <input type="hidden" name="list" value={carried} />
      <div className="form-actions">
        {storable > 0 && (
          <Button variant="primary" name="intent" value="store">
            {t("store", { count: storable })}
          </Button>
        )}
        <LinkButton to="/ressourcen/haushalt/stellen/import" variant="tertiary" reload>
          {t("again")}
        </LinkButton>
      </div>
      <fieldset className="form-section">
        <legend>{t("understood")}</legend>
        <p className="field__hint">{t("understoodHint")}</p>
        <div className="form-row" key={columns.join()}>
          {headings.map((text, index) => (
            <SelectField
              key={index}
              field={{ id: columnName(index), name: columnName(index), defaultValue: columns[index] ?? "" }}
              label={text === "" ? t("unnamed", { number: index + 1 }) : text}
              emptyLabel={t("leftOut")}
              options={choices.map((choice) => ({ value: choice, label: columnLabel(choice, system) }))}
            />
          ))}
        </div>
        <div className="form-actions">
          <Button name="intent" value="recheck">
            {t("recheck")}
          </Button>
        </div>
      </fieldset>
      {problems.length > 0 && (
        <PreviewRows caption={t("problems")} headings={[t("row"), t("problem")]} note={shownNote(problems.length, problemCount)}>
          {problems.map((row, index) => (
            <tr key={index}>
              <th scope="row" data-label={t("row")}>
                {row.rowNumber}
              </th>
              <td data-label={t("problem")}>{row.problem !== null && rowProblemText(row.problem)}</td>
            </tr>
          ))}
        </PreviewRows>
      )}
      {clear.length > 0 && (
        <PreviewRows caption={t("clear")} headings={[t("row"), t("line"), t("fields.label"), { numeric: t("amount") }, t("effect")]} note={shownNote(clear.length, storable)}>
          {clear.map((row, index) => (
            <ClearRow key={index} row={row} />
          ))}
        </PreviewRows>
      )}
    </Form>
  );
}

const shownNote = (count: number, total: number): string | null => (count < total ? t("shownOf", { count, total }) : null);

function ClearRow({ row: { rowNumber, line, step, notes } }: { row: PreviewLine }) {
  if (line === null || step === null) return null;
  return (
    <tr>
      <th scope="row" data-label={t("row")}>
        {rowNumber}
      </th>
      <td data-label={t("line")}>
        {`${codeText(line)}, ${line.fiscalYear}`}
        <span className="line-note">{`${budgetKindLabels[line.budgetKind]}, ${cashDirectionLabels[line.direction]}`}</span>
      </td>
      <td data-label={t("fields.label")}>{line.label}</td>
      <td className="numeric" data-label={t("amount")}>
        {line.appropriationCents === undefined ? <span className="muted">{t("notSaid")}</span> : formatAmount(line.appropriationCents)}
      </td>
      <td data-label={t("effect")}>
        {t(`step.${step}`)}
        {notes.map((note) => (
          <span className="line-note" key={note}>
            {noteText(note)}
          </span>
        ))}
      </td>
    </tr>
  );
}
