import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { measureStatuses } from "#app/domain/measures/vocabulary.ts";
import { readBulkRequest } from "#app/forms/bulk-change.ts";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { fieldLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { statusLabels } from "#app/i18n/de/vocabulary.ts";
import { changeMeasures } from "#app/services/measures/change-measures.server.ts";
import { showBulkChange } from "#app/services/measures/show-bulk-change.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { EmptyState, Page } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

export const meta: MetaFunction = () => [{ title: t("bulk.title") }];

export function loader({ request, context }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const { field, rows, change } = readBulkRequest(new URL(request.url).searchParams);
  const page = unwrap(showBulkChange({ db: context.db, clock: context.clock, user }, change && { rows, change }, rows));
  return { field, rows, change, ...page };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const form = await request.formData();
  const { field, rows, change } = readBulkRequest(form);
  if (change === null) throw refusalResponse({ code: "invalid", fields: {} });
  const result = changeMeasures({ db: context.db, clock: context.clock, user }, { rows, change });
  if (result.ok) return redirectWithMessage("/massnahmen", t("bulk.done", { count: result.value.changed }));
  if (result.refusal.code !== "invalid") throw refusalResponse(result.refusal);
  // Something came in between: the page says what, and how to go on without it.
  const address = new URLSearchParams([["aendern", field], ["wert", String(change.value ?? "none")], ...rows.map(({ id, rowVersion }) => ["auswahl", `${id}.${rowVersion}`])]);
  return redirectWithMessage(`/massnahmen/sammelaenderung?${address.toString()}`, t("bulk.obstaclesTitle"), "warning");
}

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function BulkChange() {
  const page = useLoaderData<typeof loader>();
  const { rows, preview } = page;
  return (
    <Page title={t("bulk.title")} crumbs={[{ to: "/massnahmen", label: t("measures") }]}>
      {rows.length === 0 ? (
        <EmptyState title={t("bulk.nothingSelected")} action={<LinkButton to="/massnahmen">{t("bulk.back")}</LinkButton>} />
      ) : (
        <>
          <Form method="get" className="toolbar">
            <Selection page={page} without={[]} />
            <SelectField
              field={{ id: "wert", name: "wert", defaultValue: page.change === null ? "" : String(page.change.value ?? "none") }}
              label={`${t("bulk.value")}: ${fieldLabels[page.field]}`}
              options={valueOptions(page)}
            />
            <Button variant={preview === null ? "primary" : "secondary"}>{t("bulk.preview")}</Button>
          </Form>
          {preview !== null && <Preview page={page} preview={preview} />}
        </>
      )}
    </Page>
  );
}

function Selection({ page, without }: { page: Data; without: readonly number[] }) {
  return (
    <>
      <input type="hidden" name="aendern" value={page.field} />
      {page.rows
        .filter(({ id }) => !without.includes(id))
        .map(({ id, rowVersion }) => (
          <input key={id} type="hidden" name="auswahl" value={`${id}.${rowVersion}`} />
        ))}
    </>
  );
}

function valueOptions(page: Data) {
  if (page.field === "status") return measureStatuses.map((value) => ({ value: value as string, label: statusLabels[value] }));
  const living = page.choices[page.field].filter((choice) => !choice.archived);
  return [...living.map(({ id, name }) => ({ value: String(id), label: name })), { value: "none", label: t("bulk.none") }];
}

function valueLabel(page: Data, value: string | number | null): string {
  if (value === null) return t("bulk.none");
  if (page.field === "status") return measureStatuses.flatMap((status) => (status === value ? [statusLabels[status]] : []))[0] ?? String(value);
  return page.choices[page.field].find((choice) => choice.id === value)?.name ?? `#${value}`;
}

function Preview({ page, preview }: { page: Data; preview: NonNullable<Data["preview"]> }) {
  const { obstacles } = preview;
  const changing = preview.rows.filter((row) => row.changes).length;
  const after = valueLabel(page, page.change?.value ?? null);
  if (obstacles.length > 0) return <Obstacles page={page} obstacles={obstacles} />;
  return (
    <>
      <p className="result-count" role="status">
        {t("bulk.counted", { selected: preview.rows.length, changing })}
      </p>
      <DataTable caption={t("bulk.caption")} captionHidden stacked>
        <thead>
          <tr>
            <th scope="col">{t("list.titleColumn")}</th>
            <th scope="col">{t("bulk.before")}</th>
            <th scope="col">{t("bulk.after")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.title}</th>
              <td data-label={t("bulk.before")}>{valueLabel(page, row.before)}</td>
              <td data-label={t("bulk.after")}>{row.changes ? <strong>{after}</strong> : <span className="muted">{t("bulk.unchanged")}</span>}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      <Form method="post" className="form-actions bulk-confirm">
        <Selection page={page} without={[]} />
        <input type="hidden" name="wert" value={String(page.change?.value ?? "none")} />
        {changing === 0 ? <p>{t("bulk.nothingToChange")}</p> : <Button variant="primary">{t("bulk.confirm", { count: changing })}</Button>}
        <LinkButton to="/massnahmen" variant="tertiary">
          {t("bulk.back")}
        </LinkButton>
      </Form>
    </>
  );
}

function Obstacles({ page, obstacles }: { page: Data; obstacles: NonNullable<Data["preview"]>["obstacles"] }) {
  return (
    <Alert kind="warning" title={t("bulk.obstaclesTitle")} live>
      <p>{t("bulk.obstaclesText")}</p>
      <ul>
        {obstacles.map(({ id, title, reason }) => (
          <li key={id}>
            {title || `#${id}`}: {t(`bulk.reason.${reason}`)}
          </li>
        ))}
      </ul>
      <Form method="get" className="form-actions">
        <Selection page={page} without={obstacles.map(({ id }) => id)} />
        <input type="hidden" name="wert" value={String(page.change?.value ?? "none")} />
        <Button>{t("bulk.withoutObstacles")}</Button>
        <LinkButton to="/massnahmen" variant="tertiary">
          {t("bulk.back")}
        </LinkButton>
      </Form>
    </Alert>
  );
}
