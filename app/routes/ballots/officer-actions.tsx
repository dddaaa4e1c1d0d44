import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/ballots.ts";
import type { BallotView } from "#app/services/ballots/show-ballot.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";

/** A draft is looked at once more, then changed, opened or thrown away. */
export function DraftActions({ view: { ballot, memberCount, memberNames } }: { view: BallotView }) {
  return (
    <Section title={t("draft.heading")} id="entwurf">
      <p>{t("draft.text", { members: memberCount })}</p>
      <p className="muted">
        {t("draft.members")}: {memberNames.join(", ")}
      </p>
      <Form method="post" className="form-actions ballot-actions">
        <input type="hidden" name="rowVersion" value={ballot.rowVersion} />
        <Button variant="primary" icon="check" name="intent" value="open">
          {t("draft.open")}
        </Button>
        <LinkButton to={`/abstimmungen/${ballot.id}/bearbeiten`} icon="edit">
          {t("draft.edit")}
        </LinkButton>
        <Button variant="danger" icon="trash" name="intent" value="discard">
          {t("draft.discard")}
        </Button>
      </Form>
    </Section>
  );
}

export function RunningActions({ view: { ballot, memberCount, votedCount } }: { view: BallotView }) {
  return (
    <Section title={t("turnout", { voted: votedCount, members: memberCount })} id="beteiligung">
      <progress className="ballot-turnout" value={votedCount} max={Math.max(1, memberCount)} aria-labelledby="beteiligung-title" />
      <p>{t("running.officer")}</p>
      <div className="form-actions ballot-actions">
        <LinkButton to={`/abstimmungen/${ballot.id}/schliessen`} icon="lock">
          {t("close.link")}
        </LinkButton>
      </div>
    </Section>
  );
}
