import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import type { MoveManner } from "#app/domain/planning/move-breaks.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import { writeAlong } from "#app/forms/reschedule.ts";
import { t } from "#app/i18n/de/reschedule.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import type { MoveOffersData, OfferedDependents, OfferedPlace } from "#app/services/planning/move-offers.server.ts";
import type { OfferedRepair } from "#app/services/planning/repair-move.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { BreakLines } from "./move-breaks.tsx";
import { MoveRepair } from "./move-repair.tsx";
import { PlaceTable } from "./place-table.tsx";

export type MoveOffersProps = {
  readonly measure: { readonly id: number; readonly rowVersion: number };
  readonly target: Placement;
  readonly offers: MoveOffersData;
  /** What the planner found; null before it was asked. */
  readonly repair: OfferedRepair | null;
  /** What was missing when an offer was taken, beside that offer. */
  readonly refused: { readonly manner: MoveManner; readonly reason: string; readonly problems: readonly string[] } | null;
  /** "picture": answers come as data. */
  readonly via?: "picture";
  /** A fetcher's form, over the picture. */
  readonly FormComponent?: typeof Form;
};

export const reasonFieldId = (manner: MoveManner): string => `begruendung-${manner}`;

/** What can be done about what a move breaks; each offer is a form of its own, which needs no JavaScript. */
export function MoveOffers({ measure, target, offers, repair, refused, via, FormComponent = Form }: MoveOffersProps) {
  const { dependents } = offers;
  const send = (manner: MoveManner | "repair", along: readonly OfferedPlace[], children: ReactNode, to: Placement = target) => (
    <FormComponent method="post" action={`/zeitplan/${measure.id}/verschieben`} className="move-offer__form" preventScrollReset>
      <input type="hidden" name="manner" value={manner} />
      <input type="hidden" name="rowVersion" value={measure.rowVersion} />
      <input type="hidden" name="startQuarter" value={to.startQuarter ?? ""} />
      <input type="hidden" name="endQuarter" value={to.endQuarter ?? ""} />
      {along.length > 0 && <input type="hidden" name="along" value={writeAlong(along.map(({ after, ...each }) => ({ ...each, ...after })))} />}
      {via && <input type="hidden" name="via" value={via} />}
      {children}
    </FormComponent>
  );
  const reasonField = (manner: MoveManner) => (
    <TextField
      field={{ id: reasonFieldId(manner), name: "reason", defaultValue: refused?.manner === manner ? refused.reason : undefined, errors: refused?.manner === manner ? refused.problems : undefined }}
      label={t("reason")}
      hint={t("reasonHint")}
      maxLength={500}
    />
  );
  return (
    <section className="move-offers" aria-labelledby="angebote">
      <h2 id="angebote">{t("offers")}</h2>
      {dependents && (
        <Offer title={t("dependents")}>
          <Dependents dependents={dependents} ownId={measure.id} />
          {dependents.along.length > 0 &&
            send(
              "withDependents",
              dependents.along,
              <>
                {dependents.breaks.length > 0 && reasonField("withDependents")}
                <Button variant="secondary">{t("moveWithDependents", { count: dependents.along.length })}</Button>
              </>,
            )}
        </Offer>
      )}
      <Offer title={t("repair")}>
        {repair === null ? <p className="muted">{t("repairIntro")}</p> : <MoveRepair repair={repair} measureId={measure.id} target={target} />}
        {repair?.kind === "repaired" && send("repaired", repair.along, <Button variant="primary">{t("repairApply")}</Button>, repair.own.after)}
        {repair === null && send("repair", [], <Button variant="secondary">{t("repairAsk")}</Button>)}
      </Offer>
      <Offer title={t("keep")}>
        <p className="muted">{t("keepIntro")}</p>
        {send(
          "keep",
          [],
          <>
            {reasonField("keep")}
            <Button variant="secondary">{t("keep")}</Button>
          </>,
        )}
      </Offer>
    </section>
  );
}

function Offer({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="move-offer">
      <h3>{title}</h3>
      {children}
    </div>
  );
}

function Dependents({ dependents: { along, blocked, unjudged, breaks }, ownId }: { readonly dependents: OfferedDependents; readonly ownId: number }) {
  return (
    <>
      <p className="muted">{along.length === 0 ? t("dependentsNone") : t("dependentsIntro", { count: along.length })}</p>
      {along.length > 0 && <PlaceTable caption={t("dependents")} places={along} />}
      {blocked.length + unjudged.length > 0 && (
        <ul>
          {blocked.map(({ measureId, title, because, earliestStart }) => (
            <li key={`b${measureId}`}>{t(`stays.${because}`, { title, quarter: formatQuarter(earliestStart) })}</li>
          ))}
          {unjudged.map(({ measureId, title, predecessorTitle }) => (
            <li key={`u${measureId}`}>{t("unjudged", { title, predecessor: predecessorTitle })}</li>
          ))}
        </ul>
      )}
      {along.length > 0 && (breaks.length === 0 ? <p>{t("dependentsHold")}</p> : (
        <Alert kind="warning" title={t("dependentsBreak", { count: breaks.length })}>
          <BreakLines breaks={breaks} ownId={ownId} />
        </Alert>
      ))}
    </>
  );
}
