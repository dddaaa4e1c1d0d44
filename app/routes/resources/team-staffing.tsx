import { parseWithZod } from "@conform-to/zod/v4";
import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { USUAL_PERSON_DAYS_PER_FTE } from "#app/domain/resources/effective-capacity.ts";
import type { TeamStaffing } from "#app/domain/resources/posts.ts";
import { TeamStaffingForm } from "#app/forms/staff-plan.ts";
import { submittedField, submittedVersion, type Submitted } from "#app/forms/submitted-field.ts";
import { answerRefusedForm, answerUnreadableForm } from "#app/http/answer-refused-form.server.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, idParamOrNew, postedRowVersion, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { revalidateAfterConflict } from "#app/http/revalidate-after-conflict.ts";
import { t as text } from "#app/i18n/de/resources.ts";
import { problemText, t } from "#app/i18n/de/staff-plan.ts";
import { formatHundredths, formatPercent, formatQuarter } from "#app/i18n/format.ts";
import { createTeamStaffing, removeTeamStaffing, saveTeamStaffing, showTeamStaffing } from "#app/services/resources/save-team-staffing.server.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ConflictNotice } from "#app/ui/conflict-notice.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { Page } from "#app/ui/page.tsx";
import { DeleteSection } from "./delete-section.tsx";

const LIST = "/ressourcen/personal/kapazitaeten";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t(loaded?.staffing ? "staffing.editTitle" : "staffing.newTitle", { name: loaded?.team.name ?? "" }) }];
export const shouldRevalidate = revalidateAfterConflict;

const keyOf = (params: LoaderFunctionArgs["params"]) => ({ teamId: idParam(params["teamId"]), staffingId: idParamOrNew(params["staffingId"]) });

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showTeamStaffing({ db: context.db, clock: context.clock, user }, keyOf(params)));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const { teamId, staffingId } = keyOf(params);
  const findStored = () => unwrap(showTeamStaffing(service, { teamId, staffingId })).staffing;
  findStored();
  const formData = await request.formData();
  const back = `${LIST}/${teamId}`;
  if (staffingId !== null && formData.get("intent") === "delete") {
    const result = removeTeamStaffing(service, { teamId, staffingId, rowVersion: postedRowVersion(formData) });
    if (result.ok) return redirectWithMessage(back, t("done.staffingDeleted"));
    if (result.refusal.code !== "conflict") throw refusalResponse(result.refusal);
    return data({ submitted: undefined, stored: findStored(), notDeleted: true }, { status: 409 });
  }
  const submission = parseWithZod(formData, { schema: TeamStaffingForm });
  if (submission.status !== "success") return answerUnreadableForm(submission);
  const { rowVersion = 0, ...fields } = submission.value;
  const result = staffingId === null ? createTeamStaffing(service, { ...fields, teamId }) : saveTeamStaffing(service, { ...fields, teamId, staffingId, rowVersion });
  if (result.ok) return redirectWithMessage(back, t(staffingId === null ? "done.staffingCreated" : "done.staffingSaved"));
  return answerRefusedForm({ submission, refusal: result.refusal, textOf: problemText, findStored });
}

function staffingFieldsOf(submitted: Submitted, staffing: TeamStaffing | null) {
  const field = (name: string, stored: string | number | null) => submittedField(submitted, name, String(stored ?? ""));
  return {
    fromQuarter: field("fromQuarter", staffing?.fromQuarter ?? null),
    fte: field("fte", staffing === null ? null : formatHundredths(staffing.fte).replace(/,00$/, "")),
    personDaysPerFte: field("personDaysPerFte", staffing?.personDaysPerFte ?? USUAL_PERSON_DAYS_PER_FTE),
    absencePercent: field("absencePercent", staffing?.absencePercent ?? 0),
    baseLoadPercent: field("baseLoadPercent", staffing?.baseLoadPercent ?? 0),
    note: field("note", staffing?.note ?? null),
  };
}

export default function TeamStaffingPage() {
  const { team, staffing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stored = answer?.stored ?? null;
  const notDeleted = answer !== undefined && "notDeleted" in answer;
  const fields = staffingFieldsOf(answer?.submitted, staffing);
  const entry = (name: keyof typeof fields, label: string) => ({ fieldId: fields[name].id, label, errors: fields[name].errors });
  const back = `${LIST}/${team.id}`;
  return (
    <Page
      title={t(staffing === null ? "staffing.newTitle" : "staffing.editTitle", { name: team.name })}
      crumbs={[
        { to: "/ressourcen/personal", label: text("staff.title") },
        { to: LIST, label: text("teams.title") },
        { to: back, label: team.name },
      ]}
    >
      {stored && (
        <ConflictNotice
          title={t(notDeleted ? "conflict.deleteTitle" : "conflict.title")}
          advice={t(notDeleted ? "conflict.deleteAdvice" : "conflict.advice")}
          stored={[
            { field: t("staffing.from"), value: formatQuarter(stored.fromQuarter) },
            { field: t("staffing.fte"), value: formatHundredths(stored.fte) },
            { field: t("staffing.daysPerFte"), value: String(stored.personDaysPerFte) },
            { field: t("staffing.absence"), value: formatPercent(stored.absencePercent) },
            { field: t("staffing.baseLoad"), value: formatPercent(stored.baseLoadPercent) },
            { field: t("staffing.note"), value: stored.note },
          ]}
        />
      )}
      <Form method="post" className="form" noValidate>
        <ErrorSummary
          formErrors={answer?.submitted?.error?.[""] ?? []}
          entries={[
            entry("fromQuarter", t("staffing.from")),
            entry("fte", t("staffing.fte")),
            entry("personDaysPerFte", t("staffing.daysPerFte")),
            entry("absencePercent", t("staffing.absenceField")),
            entry("baseLoadPercent", t("staffing.baseLoadField")),
            entry("note", t("staffing.note")),
          ]}
        />
        <input type="hidden" name="rowVersion" value={submittedVersion(answer?.submitted, staffing?.rowVersion ?? 0, stored !== null)} />
        <div className="form-row">
          <TextField field={fields.fromQuarter} label={t("staffing.from")} hint={t("staffing.fromHint")} maxLength={20} width="short" />
          <TextField field={fields.fte} label={t("staffing.fte")} hint={t("staffing.fteHint")} inputMode="decimal" width="short" />
        </div>
        <TextField field={fields.personDaysPerFte} label={t("staffing.daysPerFte")} hint={t("staffing.daysHint")} inputMode="numeric" width="short" />
        <div className="form-row">
          <TextField field={fields.absencePercent} label={t("staffing.absenceField")} hint={t("staffing.absenceHint")} inputMode="numeric" width="short" />
          <TextField field={fields.baseLoadPercent} label={t("staffing.baseLoadField")} hint={t("staffing.baseLoadHint")} inputMode="numeric" width="short" />
        </div>
        <TextField field={fields.note} label={t("staffing.note")} maxLength={500} optional />
        <div className="form-actions">
          <Button variant="primary">{t("post.save")}</Button>
          <LinkButton to={back} variant="tertiary">
            {t("post.cancel")}
          </LinkButton>
        </div>
      </Form>
      {staffing !== null && <DeleteSection title={t("staffing.deleteTitle")} advice={t("staffing.deleteAdvice")} rowVersion={staffing.rowVersion} />}
    </Page>
  );
}
