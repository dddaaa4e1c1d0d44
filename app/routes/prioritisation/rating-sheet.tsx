import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { RatingForm } from "#app/forms/prioritisation.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { ratingProblemText, t } from "#app/i18n/de/prioritisation.ts";
import { rateMeasure } from "#app/services/prioritisation/rate-measure.server.ts";
import { showRatingSheet } from "#app/services/prioritisation/show-rating-sheet.server.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Card, Page } from "#app/ui/page.tsx";
import { useAnswerSaving } from "./answer-saving.ts";
import { RatingForm as RatingFormView, type Sheet } from "./rating-form.tsx";
import { RatingSubject } from "./rating-subject.tsx";

const LIST = "/priorisierung/bewerten";
const sheetPath = (measureId: number) => `${LIST}/${measureId}`;

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: `${t("rating.title")}: ${loaded?.measure.title ?? ""}` }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showRatingSheet({ db: context.db, clock: context.clock, user }, idParam(params["measureId"])));
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const measureId = idParam(params["measureId"]);
  const { measure } = unwrap(showRatingSheet(service, measureId));
  const submission = parseWithZod(await request.formData(), { schema: RatingForm });
  if (submission.status !== "success") return data({ errors: [t("problem.unknownCriterion")] }, { status: 400 });
  const { answers, then } = submission.value;
  if (answers.length === 0) return data({ errors: [t("rating.nothingChosen")] }, { status: 400 });
  const result = rateMeasure(service, { measureId, answers });
  if (!result.ok) {
    if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
    return data({ errors: Object.values(result.refusal.fields).flat().map(ratingProblemText) }, { status: 400 });
  }
  const saved = t("done.rated", { title: measure.title });
  if (then === "stay") return redirectWithMessage(sheetPath(measureId), saved);
  if (result.value.nextId !== null) return redirectWithMessage(sheetPath(result.value.nextId), saved);
  return redirectWithMessage(LIST, result.value.state === "done" ? t("done.ratedAll") : saved);
}

export default function RatingSheetPage() {
  const sheet = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RatingSheet key={sheet.measure.id} sheet={sheet} errors={answer?.errors ?? []} />;
}

function RatingSheet({ sheet, errors }: { readonly sheet: Sheet; readonly errors: readonly string[] }) {
  const { measure, raterGroupName, number, total, previousId, followingId, canReadPlan } = sheet;
  const saving = useAnswerSaving();
  const doneCount = saving.doneCount ?? sheet.doneCount;
  return (
    <Page
      title={measure.title}
      crumbs={[...(canReadPlan ? [{ to: "/priorisierung", label: t("ranking.title") }] : []), { to: LIST, label: t("rating.title") }]}
      intro={<p>{t("rating.sheetPosition", { number, total, group: raterGroupName })}</p>}
    >
      <div className="columns">
        <RatingFormView sheet={sheet} errors={errors} saving={saving} />
        <div className="rating-side">
          <RatingSubject measure={measure} canReadPlan={canReadPlan} />
          <Card>
            <label htmlFor="rating-progress">{t("rating.progress", { done: doneCount, total })}</label>
            <progress id="rating-progress" value={doneCount} max={total} />
            <nav className="rating-side__links" aria-label={t("rating.caption")}>
              {previousId !== null && (
                <a href={sheetPath(previousId)} rel="prev">
                  <Icon name="arrowLeft" />
                  {t("rating.previous")}
                </a>
              )}
              <a href={LIST}>{t("rating.toList")}</a>
              {followingId !== null && (
                <a href={sheetPath(followingId)} rel="next">
                  {t("rating.following")}
                  <Icon name="arrowRight" />
                </a>
              )}
            </nav>
          </Card>
        </div>
      </div>
    </Page>
  );
}
