import { Form } from "@remix-run/react";
import { useMemo, useState } from "react";
import { levelTable } from "#app/domain/prioritisation/level-table.ts";
import { placesOf } from "#app/domain/prioritisation/order-changes.ts";
import { prepareReorder, type Reordered } from "#app/domain/prioritisation/reorder.ts";
import { trialWeights } from "#app/domain/prioritisation/trial-weights.ts";
import { weightName } from "#app/forms/trial-weights.ts";
import { submittedField, type Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/trial-weights.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Trial } from "./trial-data.ts";
import { TrialOrder } from "./trial-order.tsx";
import { TrialSliders } from "./trial-sliders.tsx";
import { OrderAnnouncement } from "./order-announcement.tsx";

/** Weights on one side, the order they make on the other, computed here by the same code as on the server. */
export function TrialPanel({ trial, asked, canPropose, submitted }: { trial: Trial; asked: readonly number[]; canPropose: boolean; submitted: Submitted }) {
  const { criteria, measures, round } = trial;
  const [points, setPoints] = useState(asked);
  const hydrated = useHydrated();
  const { rank, exact, before } = useMemo(() => prepare({ criteria, measures }), [criteria, measures]);
  const order = useMemo(() => rank(trialWeights(exact, points)), [rank, exact, points]);
  const titles = useMemo(() => new Map(measures.map((measure) => [measure.id, measure.title])), [measures]);
  const isAllZero = points.every((value) => value === 0);
  return (
    <>
      <div className="trial">
        <div className="trial__weights">
          <Form method="get" aria-label={t("weights")}>
            <input type="hidden" name="runde" value={round.id} />
            <TrialSliders trial={trial} points={points} onChange={setPoints} hydrated={hydrated} />
          </Form>
          {canPropose && !isAllZero && <ProposalForm trial={trial} points={points} submitted={submitted} />}
          <p>
            <a href="#vorschlaege">{t("toProposals", { count: trial.proposals.length })}</a>
          </p>
        </div>
        <TrialOrder order={order} before={before} titles={titles} notice={isAllZero ? <Alert kind="warning" title={t("allZero")} /> : null} hasOverrides={trial.overrideCount > 0} />
      </div>
      <OrderAnnouncement order={order.measureIds} titles={titles} />
    </>
  );
}

function ProposalForm({ trial: { criteria, round }, points, submitted }: { trial: Trial; points: readonly number[]; submitted: Submitted }) {
  const title = submittedField(submitted, "title", "");
  return (
    <Form method="post" className="form trial__proposal" noValidate aria-label={t("propose")}>
      <ErrorSummary formErrors={submitted?.error?.[""] ?? []} entries={[{ fieldId: title.id, label: t("proposalTitle"), errors: title.errors }]} />
      <input type="hidden" name="roundId" value={round.id} />
      {criteria.map((criterion, index) => (
        <input key={criterion.id} type="hidden" name={weightName(criterion.id)} value={points[index] ?? 0} />
      ))}
      <TextField field={title} label={t("proposalTitle")} hint={t("proposeHint")} maxLength={120} required />
      <div className="form-actions">
        <Button name="intent" value="propose">
          {t("propose")}
        </Button>
      </div>
    </Form>
  );
}

type Prepared = { readonly rank: (weights: ArrayLike<number>) => Reordered; readonly exact: readonly number[]; readonly before: ReadonlyMap<number, number> };

function prepare({ criteria, measures }: Pick<Trial, "criteria" | "measures">): Prepared {
  const rank = prepareReorder(levelTable({ rows: measures.map(({ levels, ...measure }) => ({ measure, levels })), columnCount: criteria.length }));
  const exact = criteria.map((criterion) => criterion.weight);
  return { rank, exact, before: placesOf(rank(exact).measureIds) };
}
