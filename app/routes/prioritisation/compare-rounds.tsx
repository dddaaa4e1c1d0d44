import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, unwrap } from "#app/http/respond.server.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { compareWithRound } from "#app/services/prioritisation/compare-with-round.server.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { EmptyState, Page, Section } from "#app/ui/page.tsx";
import { BigMovers, ChangesTable, changeSummary } from "./round-changes.tsx";
import { roundCrumbs } from "./round-crumbs.ts";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: t("compare.title", { title: loaded?.round.title ?? "" }) }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const chosen = new URL(request.url).searchParams.get("mit");
  return unwrap(compareWithRound({ db: context.db, clock: context.clock, user }, { roundId: idParam(params["roundId"]), withId: chosen === null || chosen === "" ? null : idParam(chosen) }));
}

export default function CompareRoundsPage() {
  const { round, base, others, comparison } = useLoaderData<typeof loader>();
  return (
    <Page title={t("compare.title", { title: round.title })} crumbs={roundCrumbs(round)} intro={comparison && <p>{changeSummary(comparison.changes)}</p>}>
      {base === null || comparison === null ? (
        <EmptyState title={t("compare.none")} />
      ) : (
        <>
          <Form method="get" className="toolbar round-switcher" data-keep-scroll>
            <SelectField
              key={base.id}
              field={{ id: "mit", name: "mit", defaultValue: String(base.id) }}
              label={t("compare.with")}
              width="medium"
              options={others.map(({ id, title }) => ({ value: String(id), label: title }))}
            />
            <Button>{t("compare.show")}</Button>
          </Form>
          <BigMovers changes={comparison.changes} />
          {comparison.changes.length === 0 ? <p>{t("compare.noChanges")}</p> : <ChangesTable changes={comparison.changes} before={base.title} after={round.title} />}
          <Places title={t("compare.added")} places={comparison.added} />
          <Places title={t("compare.dropped")} places={comparison.dropped} />
        </>
      )}
    </Page>
  );
}

function Places({ title, places }: { title: string; places: ReadonlyArray<{ measureId: number; title: string; position: number }> }) {
  if (places.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="link-columns">
        {places.map((place) => (
          <li key={place.measureId}>{t("compare.place", { position: place.position, title: place.title })}</li>
        ))}
      </ul>
    </Section>
  );
}
