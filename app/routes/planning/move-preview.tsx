import { useEffect, useRef, type ReactNode } from "react";
import { timeLabel } from "#app/charts/svg/timeline-texts.ts";
import { subtractCents } from "#app/domain/money/cents.ts";
import { moveProblemText, t } from "#app/i18n/de/reschedule.ts";
import { formatMoney, formatPersonDays } from "#app/i18n/format.ts";
import type { MovePreview } from "#app/services/planning/show-move.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { BreakList } from "./move-breaks.tsx";

/**
 * What the move would change, in words and numbers. Where it is the answer to a question (and not shown beside
 * an error), it takes the focus: the form around it was made anew, and the button that asked is gone.
 */
export function MovePreviewView({ preview, takesFocus, children }: { readonly preview: MovePreview; readonly takesFocus: boolean; /** What can be done about what breaks. */ readonly children?: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) ref.current?.focus();
  }, [takesFocus]);
  return (
    <div className="move-effects" ref={ref} tabIndex={-1} role="group" aria-label={t("effects")}>
      <Effects preview={preview}>{children}</Effects>
    </div>
  );
}

function Effects({ preview: { impossible, offers, effects }, children }: { readonly preview: MovePreview; readonly children: ReactNode }) {
  if (impossible !== null) {
    const problems = impossible.code === "invalid" ? Object.values(impossible.fields).flat() : [];
    return <Alert kind="danger" title={t("impossible")}>{problems.map(moveProblemText).join(" ")}</Alert>;
  }
  const changesNothing = effects === null || (effects.years.length === 0 && effects.staff.length === 0);
  return (
    <>
      {offers.breaks.length === 0 ? <Alert kind="success" title={t(changesNothing ? "effectsNone" : "effectsHold")} /> : <BreakList breaks={offers.breaks} />}
      {children}
      {effects !== null && effects.years.length > 0 && <CostTable years={effects.years} />}
      {effects !== null && effects.staff.length > 0 && <StaffTable staff={effects.staff} />}
    </>
  );
}

type Consequences = NonNullable<MovePreview["effects"]>;
const signed = (text: string, positive: boolean): string => (positive ? `+${text}` : text);

function CostTable({ years }: Pick<Consequences, "years">) {
  return (
    <>
      <DataTable caption={t("cost")}>
        <thead>
          <tr>
            <th scope="col">{t("year")}</th>
            <th scope="col" className="numeric">{t("before")}</th>
            <th scope="col" className="numeric">{t("after")}</th>
            <th scope="col" className="numeric">{t("difference")}</th>
          </tr>
        </thead>
        <tbody>
          {years.map(({ fiscalYear, before, after }) => (
            <tr key={fiscalYear}>
              <th scope="row">{fiscalYear}</th>
              <td className="numeric">{formatMoney(before)}</td>
              <td className="numeric">{formatMoney(after)}</td>
              <td className="numeric">{signed(formatMoney(subtractCents(after, before)), after > before)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {years.some((year) => year.unknown) && <p className="muted small">{t("costUnknown")}</p>}
    </>
  );
}

function StaffTable({ staff }: Pick<Consequences, "staff">) {
  return (
    <DataTable caption={t("staff")}>
      <thead>
        <tr>
          <th scope="col">{t("team")}</th>
          <th scope="col">{t("quarter")}</th>
          <th scope="col" className="numeric">{t("before")}</th>
          <th scope="col" className="numeric">{t("after")}</th>
          <th scope="col" className="numeric">{t("difference")}</th>
        </tr>
      </thead>
      <tbody>
        {staff.map(({ teamId, team, first, last, before, after }) => (
          <tr key={`${teamId} ${first}`}>
            <th scope="row">{team}</th>
            <td>{timeLabel({ startQuarter: first, endQuarter: last, permanentTask: false })}</td>
            <td className="numeric">{formatPersonDays(before)}</td>
            <td className="numeric">{formatPersonDays(after)}</td>
            <td className="numeric">{signed(formatPersonDays(after - before), after > before)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
