import { Form } from "@remix-run/react";
import { weightName } from "#app/forms/trial-weights.ts";
import { t } from "#app/i18n/de/trial-weights.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/page.tsx";
import type { Trial } from "./trial-data.ts";

/** The weights others would like, and what each would change. */
export function WeightProposals({ trial: { proposals, criteria, round } }: { trial: Trial }) {
  return (
    <Section title={t("proposals")} id="vorschlaege">
      {proposals.length === 0 ? (
        <p className="muted">{t("noProposals")}</p>
      ) : (
        <ul className="weight-proposals">
          {proposals.map((proposal) => (
            <li key={proposal.id}>
              <Card>
                <h3>{proposal.title}</h3>
                <p className="small muted">{t("by", { name: proposal.userName, date: formatDayOf(proposal.proposedAt) })}</p>
                <p className="small">{criteria.map((criterion, index) => `${criterion.name} ${proposal.points[index] ?? 0}`).join(" · ")}</p>
                <Effect proposal={proposal} />
                <div className="form-actions">
                  <a href={addressOf(round.id, criteria, proposal.points)} aria-label={t("tryOf", { title: proposal.title })}>
                    {t("try")}
                  </a>
                  {proposal.canDiscard && (
                    <Form method="post">
                      <input type="hidden" name="proposalId" value={proposal.id} />
                      <Button name="intent" value="discard" variant="danger" compact aria-label={t("discardOf", { title: proposal.title })}>
                        {t("discard")}
                      </Button>
                    </Form>
                  )}
                </div>
              </Card>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

const addressOf = (roundId: number, criteria: Trial["criteria"], points: readonly number[]): string =>
  `?${new URLSearchParams([["runde", String(roundId)], ...criteria.map((criterion, index) => [weightName(criterion.id), String(points[index] ?? 0)])])}`;

function Effect({ proposal: { changeCount, changes } }: { proposal: Trial["proposals"][number] }) {
  if (changeCount === 0) return <p>{t("effectNone")}</p>;
  return (
    <>
      <p>{t("effect", { count: changeCount })}</p>
      <ul>
        {changes.map(({ measureId, title, before, after }) => (
          <li key={measureId}>{t("effectMove", { title, before: placeText(before), after: placeText(after) })}</li>
        ))}
      </ul>
    </>
  );
}

const placeText = (place: number | null): string => (place === null ? t("noPlace") : String(place));
