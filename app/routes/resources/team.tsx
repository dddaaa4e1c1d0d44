import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { numberInYear, yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import { TeamForm } from "#app/forms/resources.ts";
import { submittedField } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParamOrNew, postedRowVersion, unwrap } from "#app/http/respond.server.ts";
import { problemText, t } from "#app/i18n/de/resources.ts";
import { formatQuarter, formatQuarterShort } from "#app/i18n/format.ts";
import { archiveTeam } from "#app/services/resources/archive-team.server.ts";
import { createTeam, saveTeam } from "#app/services/resources/save-team.server.ts";
import { showTeam } from "#app/services/resources/show-teams.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { TeamCapacityTable } from "./team-capacity-table.tsx";
import { TeamStaffingSection } from "./team-staffing-section.tsx";

const LIST = "/ressourcen/personal/kapazitaeten";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: loaded?.team ? t("team.editTitle", { name: loaded.team.name }) : t("team.newTitle") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const shown = unwrap(showTeam({ db: context.db, clock: context.clock, user }, idParamOrNew(params["teamId"])));
  const wanted = new URL(request.url).searchParams.get("einheit");
  return { ...shown, forUnit: shown.team === null ? (shown.units.find((unit) => String(unit.id) === wanted) ?? null) : null };
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const teamId = idParamOrNew(params["teamId"]);
  unwrap(showTeam(service, teamId));
  const formData = await request.formData();
  if (teamId !== null && formData.get("intent") === "archive") {
    const { name } = unwrap(archiveTeam(service, { teamId, rowVersion: postedRowVersion(formData), archive: true }));
    return redirectWithMessage(LIST, t("done.teamArchived", { name }));
  }
  const submission = parseWithZod(formData, { schema: TeamForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = teamId === null ? createTeam(service, fields) : saveTeam(service, { ...fields, teamId, rowVersion });
  if (result.ok) return redirectWithMessage(LIST, t(teamId === null ? "done.teamCreated" : "done.teamSaved"));
  const findStored = () => {
    const { team, capacities } = unwrap(showTeam(service, teamId));
    return team && { ...team, capacities };
  };
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored });
}

export default function TeamPage() {
  const { team, forUnit, quarters, capacities, units, openMeasureCount, staffing, parts } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const submitted = answer?.submitted;
  const field = (name: string, stored: string | number | undefined) => submittedField(submitted, name, String(stored ?? ""));
  const fields = {
    name: field("name", team?.name ?? forUnit?.name),
    orgUnitId: field("orgUnitId", team?.orgUnitId ?? forUnit?.id),
    position: field("position", team?.position ?? 100),
    fill: field("fill", ""),
    capacities: quarters.map((quarter) => ({ quarter, field: field(`capacities.${quarter}`, capacities.find((each) => each.quarter === quarter)?.personDays) })),
  };
  const years = [...new Set(quarters.map(yearOfQuarter))];
  return (
    <Page
      title={team === null ? t("team.newTitle") : t("team.editTitle", { name: team.name })}
      crumbs={[
        { to: "/ressourcen/personal", label: t("staff.title") },
        { to: LIST, label: t("teams.title") },
      ]}
    >
      {answer?.stored && (
        <ConflictNotice
          title={t("conflict.title")}
          advice={t("conflict.advice")}
          stored={[
            { field: t("team.name"), value: answer.stored.name },
            { field: t("team.unit"), value: units.find((unit) => unit.id === answer.stored?.orgUnitId)?.name ?? "" },
            { field: t("team.capacities"), value: answer.stored.capacities.map(({ quarter, personDays }) => `${formatQuarterShort(quarter)}: ${personDays}`).join(" · ") },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={submitted?.error?.[""] ?? []}
          entries={[
            { fieldId: fields.name.id, label: t("team.name"), errors: fields.name.errors },
            { fieldId: fields.orgUnitId.id, label: t("team.unit"), errors: fields.orgUnitId.errors },
            { fieldId: fields.position.id, label: t("team.position"), errors: fields.position.errors },
            { fieldId: fields.fill.id, label: t("team.fill"), errors: fields.fill.errors },
            ...fields.capacities.map((each) => ({ fieldId: each.field.id, label: formatQuarter(each.quarter), errors: each.field.errors })),
          ]}
        />
        <input type="hidden" name="rowVersion" value={field("rowVersion", team?.rowVersion ?? 0).defaultValue} />
        <TextField field={fields.name} label={t("team.name")} maxLength={120} required />
        <SelectField field={fields.orgUnitId} label={t("team.unit")} options={units.map((unit) => ({ value: String(unit.id), label: unit.name }))} emptyLabel={t("team.chooseUnit")} />
        <TextField field={fields.position} label={t("team.position")} hint={t("team.positionHint")} inputMode="numeric" width="short" />
        <fieldset className="form-section">
          <legend>{t("team.capacities")}</legend>
          <p className="field__hint">{t("team.capacitiesHint")}</p>
          {years.map((year) => (
            <div className="quarter-row" key={year}>
              {fields.capacities
                .filter((each) => yearOfQuarter(each.quarter) === year)
                .map((each) => (
                  <TextField key={each.quarter} field={each.field} label={`Q${numberInYear(each.quarter)} ${year}`} inputMode="numeric" width="short" />
                ))}
            </div>
          ))}
          <TextField field={fields.fill} label={t("team.fill")} hint={t("team.fillHint")} inputMode="numeric" width="short" />
        </fieldset>
        <div className="form-actions">
          <Button variant="primary">{t("team.save")}</Button>
          <LinkButton to={LIST} variant="tertiary">
            {t("team.cancel")}
          </LinkButton>
        </div>
      </Form>
      {team !== null && <TeamStaffingSection teamId={team.id} staffing={staffing} />}
      {team !== null && <TeamCapacityTable parts={parts} />}
      {team !== null && team.archivedAt === null && (
        <Section title={t("team.archiveTitle")}>
          {openMeasureCount > 0 ? (
            <Alert kind="info" title={t("team.teamInUse", { measureCount: openMeasureCount })} />
          ) : (
            <Form method="post">
              <input type="hidden" name="rowVersion" value={team.rowVersion} />
              <Button variant="danger" icon="archive" name="intent" value="archive">
                {t("team.archive")}
              </Button>
            </Form>
          )}
        </Section>
      )}
    </Page>
  );
}
