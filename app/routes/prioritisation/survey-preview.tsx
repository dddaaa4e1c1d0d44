import { Form } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import type { ReadSurveyRow } from "#app/domain/prioritisation/survey-answers.ts";
import { rowProblemText, t } from "#app/i18n/de/survey.ts";
import { formatHundredths, formatInteger } from "#app/i18n/format.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { PreviewRows } from "#app/ui/preview-rows.tsx";

/** `carried`: the list itself, for storing exactly what is shown. */
export type CheckedSurvey = {
  readonly newCount: number;
  readonly replacedCount: number;
  readonly problemCount: number;
  readonly carried: string;
  readonly problems: readonly ReadSurveyRow[];
  readonly clear: readonly ReadSurveyRow[];
};

/** What the list would do, with a problem per row that is not clear. It takes the focus, being the answer to a question. */
export function SurveyPreviewView({ checked }: { readonly checked: CheckedSurvey }) {
  const { newCount, replacedCount, problemCount, carried, problems, clear } = checked;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const storable = newCount + replacedCount;
  return (
    <div className="survey-preview">
      <h2 ref={heading} tabIndex={-1}>
        {t("previewTitle")}
      </h2>
      <p>
        {t("previewSum", { newCount, replacedCount, problemCount })} <strong>{t("nothingStored")}</strong>
      </p>
      <Form method="post" className="form-actions">
        <input type="hidden" name="list" value={carried} />
        {storable > 0 && (
          <Button variant="primary" name="intent" value="store">
            {t("store", { count: storable })}
          </Button>
        )}
        <LinkButton to="/priorisierung/umfrage" variant="tertiary" reload>
          {t("again")}
        </LinkButton>
      </Form>
      {problems.length > 0 && (
        <PreviewRows caption={t("problems")} headings={[t("row"), t("measure"), t("criterion"), t("problem")]} note={shownNote(problems.length, problemCount)}>
          {problems.map((row) => (
            <Row key={row.rowNumber} row={row}>
              <td data-label={t("problem")}>{row.problem !== null && rowProblemText(row.problem)}</td>
            </Row>
          ))}
        </PreviewRows>
      )}
      {clear.length > 0 && (
        <PreviewRows caption={t("clear")} headings={[t("row"), t("measure"), t("criterion"), t("mean"), t("count")]} note={shownNote(clear.length, storable)}>
          {clear.map((row) => (
            <Row key={row.rowNumber} row={row}>
              <td data-label={t("mean")}>{row.answer !== null && formatHundredths(Math.round(row.answer.meanUnits / 100))}</td>
              <td data-label={t("count")}>{row.answer !== null && formatInteger(row.answer.answerCount)}</td>
            </Row>
          ))}
        </PreviewRows>
      )}
    </div>
  );
}

const shownNote = (count: number, total: number): string | null => (count < total ? t("shownOf", { count, total }) : null);

const Row = ({ row, children }: { row: ReadSurveyRow; children: ReactNode }) => (
  <tr>
    <th scope="row" data-label={t("row")}>
      {row.rowNumber}
    </th>
    <td data-label={t("measure")}>{row.measureText}</td>
    <td data-label={t("criterion")}>{row.criterionText}</td>
    {children}
  </tr>
);
