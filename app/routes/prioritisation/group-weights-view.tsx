import { Form } from "@remix-run/react";
import { MOST_COMPARED } from "#app/domain/prioritisation/pairwise-weights.ts";
import type { WeightingMethod } from "#app/domain/prioritisation/round.ts";
import type { Submitted } from "#app/forms/submitted-field.ts";
import { t } from "#app/i18n/de/weights.ts";
import { formatPercent } from "#app/i18n/format.ts";
import type { showGroupWeights } from "#app/services/prioritisation/show-weights.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TabLinks } from "#app/ui/table.tsx";
import { PairwiseForm } from "./pairwise-form.tsx";
import { PairwiseResult, SharesTable } from "./pairwise-result.tsx";
import { PointsForm } from "./points-form.tsx";

type GroupWeights = Extract<ReturnType<typeof showGroupWeights>, { ok: true }>["value"];
type Shown = GroupWeights & { readonly way: WeightingMethod; readonly tabs: ReadonlyArray<{ readonly method: WeightingMethod; readonly to: string }> };
type Stored = { readonly method: WeightingMethod; readonly shares: ReadonlyArray<{ readonly name: string; readonly share: number }> } | null;

const LIST = "/priorisierung/gewichte";

/** What holds for the group now, and the four ways to change it. */
export function GroupWeightsView({ weights, submitted, stored }: { readonly weights: Shown; readonly submitted: Submitted; readonly stored: Stored }) {
  const { round, group, criteria, shares, newCriteria, judgements, canWeigh, isOwn, way, tabs } = weights;
  return (
    <Page
      title={t("groupTitle", { group: group.name })}
      crumbs={[{ to: LIST, label: t("title") }]}
      intro={<p>{t("groupIntro", { round: round.title, weight: group.weight, method: t(`methods.${group.method}`) })}</p>}
    >
      {stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[{ field: t("method"), value: t(`methods.${stored.method}`) }, ...stored.shares.map(({ name, share }) => ({ field: name, value: formatPercent(share) }))]}
        />
      )}
      {!canWeigh && <Alert kind="info" title={t(isOwn ? "over" : "readOnly")} />}
      {newCriteria.length > 0 && <Alert kind="warning" title={t("newCriteria", { names: newCriteria.join(", ") })} />}
      <div className="columns weights">
        <div>
          {canWeigh ? (
            <>
              <TabLinks label={t("ways")} tabs={tabs.map(({ method, to }) => ({ to, label: t(`methods.${method}`), current: method === way }))} />
              <WayToWeigh weights={weights} submitted={submitted} isConflict={stored !== null} />
            </>
          ) : (
            group.method === "pairwise" && (
              <Section title={t("pairs.result")}>
                <PairwiseResult criteria={criteria} judgements={judgements} linked={false} />
              </Section>
            )
          )}
        </div>
        <Section title={t("current")}>
          <SharesTable caption={t("current")} criteria={criteria} shares={shares} />
        </Section>
      </div>
    </Page>
  );
}

function WayToWeigh({ weights: { way, criteria, shares, judgements, group, canCompare }, submitted, isConflict }: { readonly weights: Shown; readonly submitted: Submitted; readonly isConflict: boolean }) {
  const { rowVersion } = group;
  if (way === "points") return <PointsForm key={rowVersion} {...{ criteria, shares, rowVersion, submitted, isConflict }} />;
  if (way === "pairwise" && !canCompare) return <p>{t("pairs.tooMany", { most: MOST_COMPARED })}</p>;
  if (way === "pairwise") return <PairwiseForm {...{ criteria, judgements, rowVersion, submitted, isConflict }} />;
  return (
    <Form method="post" className="form">
      <ErrorSummary entries={[]} formErrors={submitted?.error?.[""] ?? []} />
      <input type="hidden" name="method" value={way} />
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <p>{t(`${way}.text`)}</p>
      {way === "standard" && (
        <ul>
          {criteria.map(({ id, name, weight }) => (
            <li key={id}>
              {name}: {weight}
            </li>
          ))}
        </ul>
      )}
      <div className="form-actions">
        <Button variant="primary">{t(`${way}.submit`)}</Button>
      </div>
    </Form>
  );
}
