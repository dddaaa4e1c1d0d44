import { Form } from "@remix-run/react";
import { useState, type FocusEvent, type FormEvent, type KeyboardEvent } from "react";
import { answerText, cellName, notAnAnswer, readAnswer } from "#app/forms/rating-matrix.ts";
import { t as rateText } from "#app/i18n/de/prioritisation.ts";
import { t } from "#app/i18n/de/rating-screen.ts";
import type { showRatingMatrix } from "#app/services/prioritisation/show-rating-matrix.server.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { DataTable, Pagination } from "#app/ui/table.tsx";
import { AnswerAnnouncer, AnswerStateLine } from "./answer-state.tsx";
import { useAnswerSaving } from "./answer-saving.ts";
import type { RefusedMatrix } from "./rating-matrix.tsx";

type Matrix = Extract<Extract<ReturnType<typeof showRatingMatrix>, { ok: true }>["value"], { obstacle: null }>;
type Row = Matrix["rows"][number];

/** One field per answer. The whole page or a row is saved by button; with JavaScript each answer at once as well. */
export function MatrixForm({ matrix, refused }: { readonly matrix: Matrix; readonly refused: RefusedMatrix | null }) {
  const { criteria, rows, page, pageCount, total } = matrix;
  const { states, last, doneCount, save } = useAnswerSaving();
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const problems = { ...refused?.errors, ...wrong };
  const labelOf = (row: Row, index: number) => t("matrix.cell", { criterion: criteria[index]?.name ?? "", measure: row.title });
  const change = ({ target }: FormEvent) => {
    const cell = cellOf(target);
    if (cell === null) return;
    const answer = readAnswer(cell.input.value.trim());
    setWrong((before) => ({ ...before, [cell.input.name]: answer === null ? notAnAnswer(cell.input.value) : "" }));
    cell.input.select();
    if (answer === null || answer.value === "empty") return;
    void save({ measureId: cell.measureId, criterionId: cell.criterionId, value: answer.value === null ? "unknown" : String(answer.value) });
  };
  return (
    <Form method="post" className="form form--wide matrix" noValidate onInput={change} onKeyDown={moveByArrow} onFocus={selectCell}>
      <ErrorSummary
        formErrors={refused?.formErrors ?? []}
        entries={rows.flatMap((row) => criteria.map(({ id }, index) => ({ fieldId: cellName(row.id, id), label: labelOf(row, index), errors: [refused?.errors[cellName(row.id, id)] ?? ""].filter(Boolean) })))}
      />
      <AnswerAnnouncer last={last} criterionName={(id) => criteria.find((criterion) => criterion.id === id)?.name ?? ""} />
      <p role="status">{rateText("rating.progress", { done: doneCount ?? matrix.doneCount, total })}</p>
      <DataTable caption={t("matrix.caption")} captionHidden>
        <thead>
          <tr>
            <th scope="col" className="matrix__measure">
              {t("matrix.measure")}
            </th>
            {criteria.map((criterion) => (
              <th scope="col" key={criterion.id} className="matrix__criterion">
                {criterion.name}
                {criterion.reversed && <span className="muted"> ({t("matrix.reversed")})</span>}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">{t("matrix.saveRow")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const ofRow = [...states.values()].filter((state) => state.answer.measureId === row.id);
            return (
              <tr key={row.id}>
                <th scope="row" className="matrix__measure">
                  <a href={`/priorisierung/bewerten/${row.id}`}>{row.title}</a>
                </th>
                {criteria.map((criterion, index) => {
                  const name = cellName(row.id, criterion.id);
                  return (
                    <td key={criterion.id} className="matrix__cell">
                      <input
                        id={name}
                        name={name}
                        className="input"
                        defaultValue={refused?.typed[name] ?? answerText(row.answers[index])}
                        aria-label={labelOf(row, index)}
                        aria-invalid={problems[name] ? true : undefined}
                        maxLength={1}
                        autoComplete="off"
                        autoCapitalize="none"
                      />
                    </td>
                  );
                })}
                <td className="matrix__save">
                  <Button compact variant="tertiary" name="row" value={row.id} aria-label={t("matrix.saveRowOf", { title: row.title })}>
                    {t("matrix.saveRow")}
                  </Button>
                  {criteria.map(({ id }) => problems[cellName(row.id, id)]).filter(Boolean).slice(0, 1).map((problem) => (
                    <p key={problem} className="answer-state answer-state--failed">
                      {problem}
                    </p>
                  ))}
                  <AnswerStateLine state={ofRow.find((state) => state.status === "failed") ?? ofRow.at(-1)} onRetry={(answer) => void save(answer)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </DataTable>
      <div className="form-actions">
        <Button variant="primary">{t("matrix.save")}</Button>
      </div>
      <Pagination page={page} pageCount={pageCount} toPage={(to) => `/priorisierung/matrix?seite=${to}`} />
    </Form>
  );
}

function cellOf(target: EventTarget): { input: HTMLInputElement; measureId: number; criterionId: number } | null {
  if (!(target instanceof HTMLInputElement)) return null;
  const match = /^m(\d+)c(\d+)$/.exec(target.name);
  return match === null ? null : { input: target, measureId: Number(match[1]), criterionId: Number(match[2]) };
}

/** So that typing replaces what stands there. */
function selectCell({ target }: FocusEvent): void {
  cellOf(target)?.input.select();
}

const STEPS: Readonly<Record<string, readonly [rows: number, columns: number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

function moveByArrow(event: KeyboardEvent<HTMLFormElement>): void {
  const step = STEPS[event.key];
  const cell = cellOf(event.target);
  if (step === undefined || cell === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const rows = [...event.currentTarget.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll<HTMLInputElement>("td > input")]);
  const at = rows.findIndex((row) => row.includes(cell.input));
  const next = rows[at + step[0]]?.[(rows[at]?.indexOf(cell.input) ?? 0) + step[1]];
  event.preventDefault();
  next?.focus();
}
