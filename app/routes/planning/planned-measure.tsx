import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/plan-reasons.ts";
import { t as runText } from "#app/i18n/de/plan-run.ts";
import { t as plannerText } from "#app/i18n/de/planner.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import { explainPlannedMeasure } from "#app/services/planning/explain-planned-measure.server.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { Facts } from "#app/ui/table.tsx";
import { PLANNER, runPath } from "./plan-run-paths.ts";
import { LeftOutReasons, PlacedReasons } from "./planned-measure-reasons.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: t("pageTitle", { title: data?.measure.title ?? "" }) }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(await explainPlannedMeasure({ db: context.db, clock: context.clock, user }, { runId: idParam(params["runId"]), measureId: idParam(params["measureId"]) }));
}

export default function PlannedMeasurePage() {
  const reasons = useLoaderData<typeof loader>();
  const { run, measure, row, left, span } = reasons;
  const { title } = measure;
  const heading = row === null ? t("titleLeftOut", { title }) : row.fixed ? t("titleFixed", { title }) : t("titlePlaced", { title, quarter: formatQuarter(row.startQuarter) });
  return (
    <Page
      title={heading}
      crumbs={[
        { to: PLANNER, label: plannerText("title") },
        { to: runPath(run.id), label: plannerText("runs.numberValue", { id: String(run.id) }) },
      ]}
      actions={<LinkButton to={`/massnahmen/${measure.id}`}>{t("toMeasure")}</LinkButton>}
    >
      <Facts
        facts={[
          ...(row === null ? [] : [{ label: t("place"), value: row.endQuarter === null ? t("placePermanent", { start: formatQuarter(row.startQuarter) }) : t("placeValue", { start: formatQuarter(row.startQuarter), end: formatQuarter(row.endQuarter) }) }]),
          { label: t("stood"), value: formatStood(row?.stoodAt ?? left?.stoodAt ?? null) },
          ...(span === null ? [] : [{ label: t("span"), value: t("spanValue", { earliest: formatQuarter(span.earliest), latest: formatQuarter(span.latest) }) }]),
          ...(row === null || row.programme === null ? [] : [{ label: t("funded"), value: row.programme }]),
          ...(row === null || row.assumed.length === 0 ? [] : [{ label: t("assumed"), value: row.assumed.map((figure) => runText(`figure.${figure}`)).join(", ") }]),
        ]}
      />
      {row === null ? left !== null && <LeftOutReasons reasons={reasons} left={left} /> : <PlacedReasons reasons={reasons} row={row} />}
    </Page>
  );
}

const formatStood = (quarter: Parameters<typeof formatQuarter>[0]): string => (quarter === null ? runText("leftOut.undated") : runText("leftOut.stood", { quarter: formatQuarter(quarter) }));
