import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/committee.ts";
import { showVersionMeasure, type MeasureLink } from "#app/services/committee/show-version-measure.server.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import { handleComment, keptComment } from "./comment-action.server.ts";
import { CommentThreads } from "./comment-threads.tsx";
import { IntegrityNotice } from "./version-facts.tsx";
import { VersionTable } from "./version-table.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page ? `${page.title} – ${t("version.crumb", { number: page.head.number })}` : t("list.title") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  return { ...unwrap(showVersionMeasure(service, idParam(params["id"]), idParam(params["measureId"]))), kept: keptComment(service, request) };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const versionId = idParam(params["id"]);
  const measureId = idParam(params["measureId"]);
  const service = { db: context.db, clock: context.clock, user };
  return handleComment(service, request, { versionId, measureId }, await request.formData(), `/ausschuss/fassungen/${versionId}/massnahmen/${measureId}#kommentare`);
}

export default function VersionMeasure() {
  const measure = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { head } = measure;
  return (
    <Page
      title={measure.title}
      crumbs={[
        { to: "/ausschuss", label: t("list.title") },
        { to: `/ausschuss/fassungen/${head.id}`, label: t("version.crumb", { number: head.number }) },
      ]}
    >
      <IntegrityNotice head={head} />
      <p className="version-position">
        <span>{t("measure.position", { position: measure.position, count: measure.count })}</span>
        <progress value={measure.position} max={measure.count} aria-label={t("measure.progress")} />
        <span className="muted">{measure.group}</span>
        {measure.isNew && (
          <Badge kind="info" icon="plus">
            {t("measure.isNew")}
          </Badge>
        )}
      </p>
      <div className="prose">
        {measure.summary === "" ? <p className="muted">{t("measure.noSummary")}</p> : <p className="lead">{measure.summary}</p>}
      </div>
      <Section title={t("measure.facts")} id="fakten">
        <Facts facts={measure.facts} />
      </Section>
      {measure.paragraphs.length > 0 && (
        <Section title={t("measure.description")} id="beschreibung">
          <div className="prose">
            {measure.paragraphs.map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </Section>
      )}
      {measure.changes !== null && (
        <Section title={t("measure.changes")} id="aenderungen">
          <VersionTable table={measure.changes} versionId={head.id} captionHidden />
        </Section>
      )}
      {measure.tables.map((table) => (
        <Section key={table.caption} title={table.caption}>
          <VersionTable table={table} versionId={head.id} captionHidden />
        </Section>
      ))}
      <Section title={t("comments.title")} id="kommentare">
        <CommentThreads key={measure.measureId} threads={measure.threads} may={measure.may} kept={measure.kept} failed={answer} />
      </Section>
      <Neighbours versionId={head.id} previous={measure.previous} next={measure.next} />
    </Page>
  );
}

function Neighbours({ versionId, previous, next }: { versionId: number; previous: MeasureLink | null; next: MeasureLink | null }) {
  const to = (link: MeasureLink) => `/ausschuss/fassungen/${versionId}/massnahmen/${link.measureId}`;
  return (
    <nav className="version-neighbours" aria-label={t("measure.navigation")}>
      {previous !== null && (
        <a href={to(previous)} rel="prev">
          <Icon name="arrowLeft" />
          {t("measure.previous", { title: previous.title })}
        </a>
      )}
      <a href={`/ausschuss/fassungen/${versionId}`}>{t("measure.back")}</a>
      {next !== null && (
        <a href={to(next)} rel="next">
          {t("measure.next", { title: next.title })}
          <Icon name="arrowRight" />
        </a>
      )}
    </nav>
  );
}
