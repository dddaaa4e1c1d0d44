import { t } from "#app/i18n/de/plan-reasons.ts";
import { t as plannerText } from "#app/i18n/de/planner.ts";
import { formatDate, formatQuarter } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import { plannedMeasurePath } from "./plan-run-paths.ts";
import type { ObstacleData, ReasonData } from "./reason-data.ts";
import { changeClause, obstacleSentence, takersSentence, withMovesSentence } from "./reason-sentences.ts";

/** What holds a measure of the plan where it is, and what would move it. */
export function PlacedReasons({ reasons, row }: { reasons: ReasonData; row: NonNullable<ReasonData["row"]> }) {
  const { span, before, alsoPossible, measure, run } = reasons;
  if (row.fixed || span === null) return <p>{t("fixed")}</p>;
  const isEarliest = row.startQuarter === span.earliest;
  return (
    <>
      <Section title={t("holdsTitle")} id="gruende">
        {isEarliest && <p>{t(`earliest.${span.earliestBecause}`, { quarter: formatQuarter(span.earliest), date: formatDate(measure.earliestStart) })}</p>}
        {before !== null && before.obstacles.length > 0 && (
          <>
            <p>{t("before", { quarter: formatQuarter(before.start) })}</p>
            <Obstacles runId={run.id} obstacles={before.obstacles} />
          </>
        )}
        {before !== null && before.obstacles.length === 0 && <p>{t("beforeFree", { quarter: formatQuarter(before.start) })}</p>}
        {alsoPossible !== null && alsoPossible.start !== before?.start && <p>{t("alsoPossible", { quarter: formatQuarter(alsoPossible.start) })}</p>}
        <p className="table-note">{t(`latest.${span.latestBecause}`, { quarter: formatQuarter(span.latest), date: formatDate(measure.deadline) })}</p>
      </Section>
      {!isEarliest && <Changes reasons={reasons} kind="placed" />}
    </>
  );
}

/** Why a measure is not in the plan, and what would bring it in. */
export function LeftOutReasons({ reasons, left }: { reasons: ReasonData; left: NonNullable<ReasonData["left"]> }) {
  const { nearest, changes, withMoves, measure, missingFigures, absentPredecessors, excludedBy, run } = reasons;
  const isMissing = left.reason === "unknownDuration" || left.reason === "unknownCost" || left.reason === "unknownEffort";
  return (
    <>
      {left.mandatory && <Alert kind="warning" title={t("mandatory")} />}
      <Section title={t("nearestTitle")} id="gruende">
        <p>{t(`reason.${left.reason}`, { deadline: formatDate(measure.deadline) })}</p>
        {isMissing && <p>{t("missing", { figures: missingFigures.map((figure) => plannerText(`missingFigure.${figure}`)).join(", ") })}</p>}
        <Others label={t("waitsFor")} runId={run.id} others={absentPredecessors} />
        <Others label={t("excludedBy")} runId={run.id} others={excludedBy} />
        {nearest.length > 0 && (
          <>
            <p>{t("nearestIntro")}</p>
            {nearest.map((attempt) => (
              <div key={attempt.start} className="reason-attempt">
                <h3>{t("attempt", { quarter: formatQuarter(attempt.start) })}</h3>
                {attempt.obstacles.length === 0 ? <p>{t("attemptFree")}</p> : <Obstacles runId={run.id} obstacles={attempt.obstacles} />}
              </div>
            ))}
          </>
        )}
        {left.reason !== "notChosen" && (
          <div className="form-actions">
            <LinkButton to={`/massnahmen/${measure.id}/bearbeiten`}>{t("toEdit")}</LinkButton>
            <LinkButton to={`/massnahmen/${measure.id}/planung`} variant="tertiary">
              {t("toTerms")}
            </LinkButton>
          </div>
        )}
      </Section>
      {(left.reason === "notChosen" || changes.length > 0 || withMoves !== null) && <Changes reasons={reasons} kind="leftOut" />}
    </>
  );
}

function Obstacles({ runId, obstacles }: { runId: number; obstacles: readonly ObstacleData[] }) {
  return (
    <ul className="because">
      {obstacles.map((obstacle, index) => (
        <li key={index}>
          <p>
            {"measureId" in obstacle ? <a href={plannedMeasurePath(runId, obstacle.measureId)}>{obstacleSentence(obstacle)}</a> : obstacleSentence(obstacle)}
          </p>
          {takersSentence(obstacle) !== null && <p className="small muted">{takersSentence(obstacle)}</p>}
        </li>
      ))}
    </ul>
  );
}

function Changes({ reasons: { changes, withMoves }, kind }: { reasons: ReasonData; kind: "placed" | "leftOut" }) {
  return (
    <Section title={t("changesTitle")} id="aenderungen">
      {changes.length === 0 && withMoves === null && <p>{t(kind === "placed" ? "changesNonePlaced" : "changesNoneLeftOut")}</p>}
      {changes.length > 0 && (
        <>
          <p>{t("changesIntro", { count: changes.length })}</p>
          <ul className="because because--would">
            {changes.map(({ start, change }) => (
              <li key={change.kind}>{t(`would.${kind}`, { start: formatQuarter(start), change: changeClause(change) })}</li>
            ))}
          </ul>
        </>
      )}
      {withMoves !== null && (
        <>
          <p>{t("withMovesIntro")}</p>
          <ul className="because because--would">
            <li>{withMovesSentence(withMoves, kind)}</li>
          </ul>
          {withMoves.dropped.length > 0 && <p className="table-note">{t("dropsNeeded")}</p>}
        </>
      )}
    </Section>
  );
}

function Others({ label, runId, others }: { label: string; runId: number; others: ReasonData["absentPredecessors"] }) {
  if (others.length === 0) return null;
  return (
    <>
      <p>{label}:</p>
      <ul>
        {others.map((other) => (
          <li key={other.measureId}>
            <a href={plannedMeasurePath(runId, other.measureId)}>{other.title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
