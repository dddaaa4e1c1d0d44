import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { readMethods, sortWords } from "#app/forms/ranking-methods.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/ranking-methods.ts";
import { showMethods } from "#app/services/prioritisation/show-methods.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { Pagination } from "#app/ui/table.tsx";
import { askedRound } from "./asked-round.ts";
import { DelayMappingForm } from "./delay-mapping-form.tsx";
import { MethodGaps } from "./method-gaps.tsx";
import { MethodTable } from "./method-table.tsx";
import type { MethodsData } from "./methods-data.ts";
import { PrioritisationTabs } from "./prioritisation-tabs.tsx";
import { RoundChoice } from "./round-choice.tsx";

export const meta: MetaFunction = () => [{ title: t("title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const params = new URL(request.url).searchParams;
  const { sort, direction, parts, page } = readMethods(params);
  return { sort, direction, ...unwrap(showMethods({ db: context.db, user }, { roundId: askedRound(params), sort, direction, parts, page })) };
}

export default function MethodsPage() {
  const { rounds, methods, sort, direction } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const withParam = (changes: Readonly<Record<string, string>>): string => {
    const params = new URLSearchParams(search);
    params.delete("seite");
    for (const [name, value] of Object.entries(changes)) params.set(name, value);
    return `?${params}`;
  };
  return (
    <Page title={t("title")} intro={<p>{t("intro")}</p>}>
      <PrioritisationTabs current="methods" />
      {methods === null ? (
        <EmptyState title={t("noRoundTitle")}>
          <p>{t("noRoundAdvice")}</p>
        </EmptyState>
      ) : (
        <>
          <RoundChoice rounds={rounds} roundId={methods.round.id} />
          {methods.rowCount === 0 ? (
            <EmptyState title={t("emptyTitle")}>
              <p>{t("emptyAdvice")}</p>
            </EmptyState>
          ) : (
            <>
              <Apart methods={methods} />
              <Explanation years={methods.years} />
              <MethodTable methods={methods} sort={sort} direction={direction} toSort={(key, wanted) => withParam({ sortierung: sortWords[key], richtung: wanted === "descending" ? "ab" : "auf" })} />
              <Pagination page={methods.page} pageCount={methods.pageCount} toPage={(page) => withParam({ seite: String(page) })} />
              <MethodGaps methods={methods} />
              <DelayMappingForm methods={methods} kept={[...search].filter(([name]) => name === "runde" || name === "sortierung" || name === "richtung")} />
            </>
          )}
        </>
      )}
    </Page>
  );
}

/** By name: the measures whose place depends most on the method. */
function Apart({ methods: { apart, commonCount, overrideCount } }: { methods: MethodsData }) {
  if (commonCount === 0) return <Alert kind="warning" title={t("nothingCommon")} />;
  return (
    <Alert kind="info" title={apart.length === 0 ? t("agree") : t("apartTitle")}>
      {apart.length > 0 && (
        <ul>
          {apart.map(
            ({ measureId, title, highest, lowest }) =>
              highest !== null &&
              lowest !== null && (
                <li key={measureId}>
                  {t("apart", { title, highest: t(`method.${highest.method}`), best: highest.place, lowest: t(`method.${lowest.method}`), worst: lowest.place })}
                </li>
              ),
          )}
        </ul>
      )}
      <p>
        {t("apartNote", { count: commonCount })} {overrideCount > 0 && t("overrides")}
      </p>
    </Alert>
  );
}

function Explanation({ years }: { years: number }) {
  return (
    <details className="methods__explanation" open>
      <summary>{t("explainTitle")}</summary>
      <dl>
        {(["weightedSum", "benefitPerCost", "shortestJob", "idealDistance"] as const).map((method) => (
          <div key={method}>
            <dt>{t(`method.${method}`)}</dt>
            <dd>{method === "benefitPerCost" ? t("explain.benefitPerCost", { years }) : t(`explain.${method}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
