import { useEffect, useRef } from "react";
import { t } from "#app/i18n/de/shell.ts";

export type SummaryEntry = { readonly fieldId: string; readonly label: string; readonly errors: readonly string[] };

/**
 * All problems of a form in one place, each a link to its field. It takes the focus when it appears,
 * so that a screen reader starts reading here.
 */
export function ErrorSummary({ entries, formErrors = [] }: { entries: readonly SummaryEntry[]; formErrors?: readonly string[] | undefined }) {
  const ref = useRef<HTMLDivElement>(null);
  const withErrors = entries.filter((entry) => entry.errors.length > 0);
  const count = withErrors.length + formErrors.length;
  useEffect(() => {
    if (count > 0) ref.current?.focus();
  }, [count]);
  if (count === 0) return null;
  return (
    <div className="error-summary" ref={ref} tabIndex={-1} role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t("errorSummaryTitle", { count })}</h2>
      <ul>
        {formErrors.map((error) => (
          <li key={error}>{error}</li>
        ))}
        {withErrors.map((entry) => (
          <li key={entry.fieldId}>
            <a href={`#${entry.fieldId}`}>
              {entry.label}: {entry.errors.join(" ")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
