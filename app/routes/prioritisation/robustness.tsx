import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readRobustness } from "#app/forms/robustness.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { shareText, t } from "#app/i18n/de/robustness.ts";
import { showRobustness } from "#app/services/prioritisation/show-robustness.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/table.tsx";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import type { RobustnessData } from "./robustness-data.ts";
import { RobustnessSettings } from "./robustness-settings.tsx";
import { RobustnessTable } from "./robustness-table.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  return unwrap(await showRobustness({ db: context.db, user }, readRobustness(new URL(request.url).searchParams)));
}

export default function RobustnessPage() {
  const { rounds, settings, result } = useLoaderData<typeof loader>();
  return (
    <Page title={t("title")} intro={<p>{t("intro", { samples: settings.sampleCount })}</p>}>
      <PrioritisationTabs current="robustness" />
      {result === null ? (
        <EmptyState title={t("noRoundTitle")}>
          <p>{t("noRoundAdvice")}</p>
        </EmptyState>
      ) : (
        <>
          <RobustnessSettings rounds={rounds} roundId={result.round.id} spread={settings.spread} top={result.top} samples={settings.sampleCount} />
          <Result settings={settings} result={result} />
        </>
      )}
    </Page>
  );
}

function Result({ settings, result }: { settings: RobustnessData["settings"]; result: NonNullable<RobustnessData["result"]> }) {
  const { round, top, ratedCount, example, page, pageCount } = result;
  if (ratedCount === 0) {
    return (
      <EmptyState title={t("emptyTitle")}>
        <p>{t("emptyAdvice")}</p>
      </EmptyState>
    );
  }
  const spread = t("spreadValue", { spread: settings.spread });
  return (
    <>
      <Alert kind="info" title={t("meaningTitle")}>
        {example !== null && <p>{t("meaning", { title: example.title, share: shareText(example.share), samples: settings.sampleCount, top })}</p>}
        <p>{t("summary", { inCount: result.inCount, openCount: result.openCount, top })}</p>
        {result.weightedCount === 1 && <p>{t("oneCriterion")}</p>}
        {result.overrideCount > 0 && <p>{t("overrides", { count: result.overrideCount })}</p>}
      </Alert>
      <p className="robustness__method">{t("method", { settings: spread, samples: settings.sampleCount, seed: String(settings.seed) })}</p>
      <RobustnessTable result={result} />
      <Pagination page={page} pageCount={pageCount} toPage={(number) => `?${new URLSearchParams({ runde: String(round.id), spielraum: String(settings.spread), oben: String(top), seite: String(number) })}`} />
      {result.unratedCount > 0 && <p className="table-note">{t("unrated", { count: result.unratedCount })}</p>}
    </>
  );
}
