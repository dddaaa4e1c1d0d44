import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { notAnAnswer, readAnswer, readCells } from "#app/forms/rating-matrix.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requirePermission, requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { ratingProblemText, t as rateText } from "#app/i18n/de/prioritisation.ts";
import { t } from "#app/i18n/de/rating-screen.ts";
import { rateMatrix } from "#app/services/prioritisation/rate-matrix.server.ts";
import { showRatingMatrix } from "#app/services/prioritisation/show-rating-matrix.server.ts";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { MatrixForm } from "./matrix-form.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";

export const meta: MetaFunction = () => [{ title: t("matrix.title") }];

const pageAsked = (request: Request): number => Number(/^[1-9]\d{0,5}$/.exec(new URL(request.url).searchParams.get("seite") ?? "")?.[0] ?? 1);

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(showRatingMatrix({ db: context.db, clock: context.clock, user }, pageAsked(request)));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  requirePermission(user, "rating:write");
  const typed = readCells(await request.formData());
  if (typed.length === 0) return refused(typed, {}, [t("matrix.unreadable")]);
  const read = typed.map((cell) => ({ cell, answer: readAnswer(cell.text) }));
  const unreadable = read.filter(({ answer }) => answer === null);
  if (unreadable.length > 0) return refused(typed, Object.fromEntries(unreadable.map(({ cell }) => [cell.name, notAnAnswer(cell.text)])));
  const result = rateMatrix({ db: context.db, clock: context.clock, user }, read.map(({ cell, answer }) => ({ ...cell, value: answer?.value ?? null })));
  if (result.ok) return redirectWithMessage(`/priorisierung/matrix?seite=${pageAsked(request)}`, t("matrix.savedCount", { count: result.value.savedCount }));
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  const { "": general = [], ...fields } = result.refusal.fields;
  return refused(typed, Object.fromEntries(Object.keys(fields).map((name) => [name, t("matrix.cannotWithdraw")])), general.map(ratingProblemText));
}

const refused = (typed: ReturnType<typeof readCells>, errors: Readonly<Record<string, string>>, formErrors: readonly string[] = []) =>
  data({ typed: Object.fromEntries(typed.map(({ name, text }) => [name, text])), errors, formErrors }, { status: 400 });
export type RefusedMatrix = ReturnType<typeof refused>["data"];

export default function RatingMatrixPage() {
  const matrix = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (matrix.obstacle !== null) {
    return (
      <Page title={t("matrix.title")}>
        <PrioritisationTabs current="matrix" />
        <EmptyState title={rateText(`rating.${matrix.obstacle}Title`)}>
          <p>{rateText(`rating.${matrix.obstacle}Advice`)}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page title={t("matrix.title")} crumbs={[{ to: "/priorisierung/bewerten", label: rateText("rating.title") }]} intro={<p>{t("matrix.intro", { group: matrix.raterGroupName })}</p>}>
      <PrioritisationTabs current="matrix" />
      <MatrixForm key={matrix.page} matrix={matrix} refused={answer ?? null} />
    </Page>
  );
}
