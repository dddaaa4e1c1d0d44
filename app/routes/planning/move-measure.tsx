import { getFormProps, useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { data, Form, useActionData, useLoaderData } from "@remix-run/react";
import { timeLabel } from "#app/charts/svg/timeline-texts.ts";
import { yearOf } from "#app/domain/calendar/plain-date.ts";
import { quarterFrom, quarterRange, yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import type { Placement } from "#app/domain/planning/reschedule.ts";
import { readMoveTarget, RescheduleForm } from "#app/forms/reschedule.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { endWithoutRight, idParam, refusalResponse, refusalStatus, unwrap } from "#app/http/respond.server.ts";
import { moveProblemText, t } from "#app/i18n/de/reschedule.ts";
import { formatDate, formatDateTime, formatQuarter } from "#app/i18n/format.ts";
import type { PutPlace } from "#app/services/planning/put-places.server.ts";
import { repairMoveBeside, type OfferedRepair } from "#app/services/planning/repair-move.server.ts";
import { rescheduleMeasure, type DoneMove, type StoredPlacement } from "#app/services/planning/reschedule-measure.server.ts";
import { mayMove, showMove, type MovePreview, type ShownMove } from "#app/services/planning/show-move.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { fieldProps, SelectField } from "#app/ui/fields.tsx";
import { Page, Section } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import { MoveOffers, reasonFieldId, type MoveOffersProps } from "./move-offers.tsx";
import { MovePreviewView } from "./move-preview.tsx";

export const meta: MetaFunction<typeof loader> = ({ data: shown }) => [{ title: shown ? pageTitle(shown.measure) : t("timeline") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const target = readMoveTarget(new URL(request.url).searchParams);
  return unwrap(showMove({ db: context.db, clock: context.clock, user }, idParam(params["id"]), target));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const id = idParam(params["id"]);
  endWithoutRight(mayMove(service, id));
  const submission = parseWithZod(await request.formData(), { schema: RescheduleForm });
  if (submission.status !== "success") return data({ ...nothing, reply: submission.reply() }, { status: 400 });
  const { startQuarter, endQuarter, manner, reason, via } = submission.value;
  if (manner === "repair") {
    const { preview } = unwrap(showMove(service, id, { startQuarter, endQuarter }));
    if (preview === null || preview.impossible !== null) return data({ ...nothing, reply: submission.reply(), preview }, { status: 400 });
    return data({ ...nothing, reply: submission.reply(), preview, repair: unwrap(await repairMoveBeside(service, id, { startQuarter, endQuarter })) });
  }
  const result = rescheduleMeasure(service, { id, ...submission.value, manner });
  if (result.ok) {
    const text = doneText(result.value);
    if (via === "picture") return data({ ...nothing, reply: submission.reply(), done: { text, moveId: result.value.moveId, moved: result.value.moved } });
    return redirectWithMessage("/zeitplan", text);
  }
  const { refusal } = result;
  if (refusal.code === "forbidden" || refusal.code === "missing") throw refusalResponse(refusal);
  // The preview of what was asked for comes back with the refusal, so that it can be weighed.
  const { preview } = unwrap(showMove(service, id, { startQuarter, endQuarter }));
  const status = refusalStatus(refusal);
  if (refusal.code === "conflict") return data({ ...nothing, reply: submission.reply(), preview, stored: refusal.current as StoredPlacement }, { status });
  const fieldErrors = Object.fromEntries(Object.entries(refusal.fields).map(([field, problems]) => [field, problems.map(moveProblemText)]));
  const { "": formErrors = [], manner: undecided = [], along: outdated = [], reason: unfounded = [], ...rest } = fieldErrors;
  const refused = { manner, reason, problems: unfounded };
  return data({ ...nothing, reply: submission.reply({ formErrors: [...formErrors, ...undecided, ...outdated], fieldErrors: rest }), preview, refused }, { status });
}

/** What an answer holds where it says nothing of it; the picture's fetcher and the page read the same. */
const nothing = {
  /** For a move made over the picture: what was said, and where the measures now stand. */
  done: null as { readonly text: string; readonly moveId: number; readonly moved: readonly PutPlace[] } | null,
  preview: null as MovePreview | null,
  repair: null as OfferedRepair | null,
  stored: null as StoredPlacement | null,
  refused: null as MoveOffersProps["refused"],
};

function doneText({ title, permanentTask, placement, moved }: DoneMove): string {
  const time = timeLabel({ ...placement, permanentTask });
  return moved.length === 1 ? t("done", { title, time }) : t("doneAlong", { title, time, count: moved.length - 1 });
}

const pageTitle = ({ title, startQuarter }: ShownMove["measure"]): string => t(startQuarter === null ? "titlePlace" : "title", { title });

export default function MoveMeasure() {
  const { measure, neighbours, preview: asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const place = (answer ? answer.preview : asked)?.target ?? measure;
  return (
    <Page
      title={pageTitle(measure)}
      crumbs={[
        { to: "/zeitplan", label: t("timeline") },
        { to: `/massnahmen/${measure.id}`, label: measure.title },
      ]}
    >
      <Standing measure={measure} neighbours={neighbours} />
      <Section title={t("newPlace")} id="neuer-termin">
        {/* Made anew for another target, so that its fields show what the preview is about. */}
        <MoveForm key={`${place.startQuarter} ${place.endQuarter} ${answer?.stored?.rowVersion}`} place={place} />
      </Section>
      <Consequences />
    </Page>
  );
}

/** The version to move on from: the one now stored, once a conflict has shown it. */
function useRowVersion(): number {
  const { measure } = useLoaderData<typeof loader>();
  const stored = useActionData<typeof action>()?.stored ?? null;
  return stored !== null && stored.measureId === measure.id ? stored.rowVersion : measure.rowVersion;
}

/** What is shown of the place asked about: by the answer, or by the address. */
function usePreview(): { readonly preview: MovePreview | null; readonly isBroken: boolean } {
  const { preview: asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const preview = answer ? answer.preview : asked;
  return { preview, isBroken: preview !== null && preview.impossible === null && preview.offers.breaks.length > 0 };
}

/** What the move would break, and what can be done about it: each a form of its own, so below the form. */
function Consequences() {
  const { measure } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const rowVersion = useRowVersion();
  const { preview, isBroken } = usePreview();
  if (preview === null || !isBroken) return null;
  const { target, offers } = preview;
  return (
    <MovePreviewView key={`${target.startQuarter} ${target.endQuarter}`} preview={preview} takesFocus={!answer}>
      <MoveOffers measure={{ id: measure.id, rowVersion }} target={target} offers={offers} repair={answer?.repair ?? null} refused={answer?.refused ?? null} />
    </MovePreviewView>
  );
}

function MoveForm({ place }: { readonly place: Placement }) {
  const { measure, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const stored = answer?.stored ?? null;
  const refused = answer?.refused ?? null;
  const { preview, isBroken } = usePreview();
  const rowVersion = useRowVersion();
  const [form, fields] = useForm({
    lastResult: answer?.reply,
    defaultValue: { startQuarter: place.startQuarter ?? "", endQuarter: place.endQuarter ?? "" },
    onValidate: ({ formData }) => parseWithZod(formData, { schema: RescheduleForm }),
  });
  const options = quarterOptions(measure, today);
  return (
    <Form method="post" {...getFormProps(form)} className="form">
      <ErrorSummary
        formErrors={form.errors}
        entries={[
          { fieldId: fields.startQuarter.id, label: t("start"), errors: fields.startQuarter.errors ?? [] },
          { fieldId: fields.endQuarter.id, label: t("end"), errors: fields.endQuarter.errors ?? [] },
          ...(refused === null ? [] : [{ fieldId: reasonFieldId(refused.manner), label: t("reason"), errors: refused.problems }]),
        ]}
      />
      {stored && (
        <Alert kind="warning" title={t("conflictTitle")} live>
          {t(stored.measureId === measure.id ? "conflictBy" : "conflictAlong", {
            title: stored.title,
            name: stored.changedBy ?? t("someone"),
            at: formatDateTime(stored.changedAt),
            time: timeLabel({ ...stored, permanentTask: measure.permanentTask }),
          })}
        </Alert>
      )}
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <div className="form-row">
        <SelectField field={fieldProps(fields.startQuarter)} label={t("start")} options={options} emptyLabel={t("noQuarter")} width="medium" />
        <SelectField field={fieldProps(fields.endQuarter)} label={t("end")} hint={measure.permanentTask ? t("endHint") : undefined} options={options} emptyLabel={t("noEnd")} width="medium" />
      </div>
      {preview !== null && !isBroken && <MovePreviewView preview={preview} takesFocus={!answer} />}
      <div className="form-actions">
        <Button variant="primary">{t("move")}</Button>
        <Button variant="secondary" formMethod="get" formNoValidate name="pruefen" value="1">
          {t("preview")}
        </Button>
        <LinkButton variant="tertiary" to="/zeitplan">
          {t("cancel")}
        </LinkButton>
      </div>
    </Form>
  );
}

/** From a little before today, or the measure's own dates, to ten years ahead, or some years after these dates. */
function quarterOptions({ startQuarter, endQuarter }: ShownMove["measure"], today: ShownMove["today"]) {
  const years = [startQuarter, endQuarter].flatMap((value) => (value === null ? [] : [yearOfQuarter(value)]));
  const first = Math.min(yearOf(today) - 1, ...years);
  const last = Math.max(yearOf(today) + 10, ...years.map((year) => year + 4));
  return quarterRange(quarterFrom(first, 1), quarterFrom(last, 4)).map((value) => ({ value, label: formatQuarter(value) }));
}

function Standing({ measure, neighbours }: Pick<ShownMove, "measure" | "neighbours">) {
  const { earliestStart, deadline, deadlineReason, timeframeText } = measure;
  const listOf = (relation: "predecessor" | "successor") => {
    const listed = neighbours.filter((neighbour) => neighbour.relation === relation);
    if (listed.length === 0) return t("none");
    return (
      <ul className="move-neighbours">
        {listed.map((neighbour) => (
          <li key={neighbour.id}>
            <a href={`/massnahmen/${neighbour.id}`}>{neighbourText(neighbour)}</a>
          </li>
        ))}
      </ul>
    );
  };
  return (
    <Facts
      facts={[
        { label: t("standing"), value: timeLabel(measure) },
        ...(timeframeText === "" ? [] : [{ label: t("timeframe"), value: `„${timeframeText}“` }]),
        ...(earliestStart === null ? [] : [{ label: t("earliestStart"), value: formatDate(earliestStart) }]),
        ...(deadline === null ? [] : [{ label: t("deadline"), value: [formatDate(deadline), deadlineReason].filter(Boolean).join(", ") }]),
        { label: t("predecessors"), value: listOf("predecessor") },
        { label: t("successors"), value: listOf("successor") },
      ]}
    />
  );
}

function neighbourText(neighbour: ShownMove["neighbours"][number]): string {
  const { title, relation, lagQuarters, allowsFrom } = neighbour;
  const time = timeLabel({ ...neighbour, permanentTask: false });
  if (relation === "successor") return t("successorAt", { title, time, lag: lagQuarters });
  return allowsFrom === null ? t("predecessorOpen", { title, time }) : t("predecessorAllows", { title, time, quarter: formatQuarter(allowsFrom) });
}
