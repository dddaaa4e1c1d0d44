import { budgetKinds } from "#app/domain/measures/vocabulary.ts";
import { limitText, t } from "#app/i18n/de/affordability.ts";
import { budgetKindLabels } from "#app/i18n/de/vocabulary.ts";
import { formatMoney, formatWholeEuros } from "#app/i18n/format.ts";
import { cents } from "#app/domain/money/cents.ts";
import type { ShownAffordability } from "#app/services/prioritisation/show-affordability.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { DataTable } from "#app/ui/table.tsx";

type Left = ShownAffordability["left"][number];

/** "Frei" or by how much the frame is exceeded already. */
const leftText = (left: Left | undefined): string => {
  if (left === undefined) return t("noFrame");
  return left.amountCents < 0 ? t("over", { amount: formatMoney(cents(-left.amountCents)) }) : t("free", { amount: formatMoney(left.amountCents) });
};

/** Where the line stands and why, in words before the table. */
export function AffordabilitySummary({ affordability, isLineShown, isPreliminary }: { readonly affordability: ShownAffordability; readonly isLineShown: boolean; readonly isPreliminary: boolean }) {
  const { first, fittingIds, unknown, boundCount, years, left } = affordability;
  const [next] = first?.breaks ?? [];
  return (
    <section className="affordability" aria-labelledby="finanzierbarkeit">
      <h2 id="finanzierbarkeit">{t("name")}</h2>
      <p>
        {first === null ? t("all") : fittingIds.length === 0 ? t("none") : t("fits", { count: fittingIds.length })}{" "}
        {first !== null && next !== undefined && t("breaks", { title: first.title, place: String(first.place), limit: limitText(next) })}{" "}
        {isPreliminary && t("preliminary")} {isLineShown && <a href="#linie">{t("jump")}</a>}
      </p>
      {unknown.length > 0 && (
        <Alert kind="warning" title={t("unknownTitle", { count: unknown.length })}>
          <p>{t("unknownText")}</p>
          <details className="disclosure">
            <summary>{unknown.length > SHOWN ? `${unknown.slice(0, SHOWN).map(({ title }) => title).join(", ")} …` : unknown.map(({ title }) => title).join(", ")}</summary>
            <ul>
              {unknown.map(({ id, title }) => (
                <li key={id}>
                  <a href={`/massnahmen/${id}`}>{title}</a>
                </li>
              ))}
            </ul>
          </details>
        </Alert>
      )}
      <details className="disclosure">
        <summary>{t("details")}</summary>
        <p className="affordability__rule">{t("rule")}</p>
        <p>
          {t("bound", { count: boundCount })} {t("planner")} <a href="/planung">{t("plannerLink")}</a>
        </p>
        {first !== null && (
          <>
            <h3>{t("breaksTitle")}</h3>
            <ul>
              {first.breaks.map((limit) => (
                <li key={limitText(limit)}>{limitText(limit)}</li>
              ))}
            </ul>
          </>
        )}
        {years.length > 0 && (
          <DataTable caption={t("leftCaption")}>
            <thead>
              <tr>
                <th scope="col">{t("year")}</th>
                {budgetKinds.map((kind) => (
                  <th scope="col" className="numeric" key={kind}>
                    {budgetKindLabels[kind]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {years.map((year) => (
                <tr key={year}>
                  <th scope="row">{year}</th>
                  {budgetKinds.map((kind) => (
                    <td className="numeric" key={kind}>
                      {leftText(left.find((each) => each.fiscalYear === year && each.budgetKind === kind))}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </DataTable>
        )}
      </details>
    </section>
  );
}

const SHOWN = 3;

/** The line itself, as a row of the ranking that says what it is. */
export function AffordabilityRow({ affordability: { first, left }, columnCount }: { readonly affordability: ShownAffordability; readonly columnCount: number }) {
  const [next] = first?.breaks ?? [];
  const free = left.filter(({ amountCents }) => amountCents > 0);
  return (
    <tr id="linie" className="affordability-line">
      <td colSpan={columnCount}>
        <strong>
          {t("name")}: {t("row")}.
        </strong>{" "}
        {next !== undefined && t("rowNext", { limit: limitText(next) })}{" "}
        {free.length > 0 && <span className="affordability-line__left">{t("rowLeft", { left: free.map(({ fiscalYear, budgetKind, amountCents }) => t("cell", { year: String(fiscalYear), kind: budgetKindLabels[budgetKind], amount: formatWholeEuros(amountCents) })).join(", ") })}</span>}
      </td>
    </tr>
  );
}
