import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { redirectWithMessage } from "#app/http/message.server.ts";
import { pack, unpack } from "#app/http/packed.ts";
import { requireUser } from "#app/http/require-user.server.ts";
import { idParam, refusalResponse, unwrap } from "#app/http/respond.server.ts";
import { factLabels } from "#app/i18n/de/measure-labels.ts";
import { t } from "#app/i18n/de/measures.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { archiveMeasure, restoreMeasure } from "#app/services/measures/archive-measure.server.ts";
import { confirmMeasure } from "#app/services/measures/confirm-measure.server.ts";
import { duplicateMeasure } from "#app/services/measures/duplicate-measure.server.ts";
import { removeDependency } from "#app/services/measures/remove-dependency.server.ts";
import { showMeasure, type MeasureSheet } from "#app/services/measures/show-measure.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Page } from "#app/ui/page.tsx";
import { SheetBenefits, SheetMilestones } from "./sheet-benefits.tsx";
import { SheetCosts } from "./sheet-costs.tsx";
import { SheetDependencies } from "./sheet-dependencies.tsx";
import { SheetFacts } from "./sheet-facts.tsx";
import { SheetHistory } from "./sheet-history.tsx";
import { SheetStaff } from "./sheet-staff.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title ?? t("measures") }];

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const user = requireUser(request, context);
  const sheet = unwrap(showMeasure({ db: context.db, clock: context.clock, user }, idParam(params["measureId"])));
  return { title: sheet.measure.title, sheet: pack(sheet) };
}

/** The sheet's own buttons, told apart by `intent`. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const user = requireUser(request, context);
  const service = { db: context.db, clock: context.clock, user };
  const id = idParam(params["measureId"]);
  const form = await request.formData();
  const here = `/massnahmen/${id}`;
  switch (form.get("intent")) {
    case "confirm":
      return redirectWithMessage(here, t("sheet.confirmedNow", unwrap(confirmMeasure(service, { id }))));
    case "archive":
      return redirectWithMessage(here, t("sheet.archivedNow", unwrap(archiveMeasure(service, { id }))));
    case "restore":
      return redirectWithMessage(here, t("sheet.restoredNow", unwrap(restoreMeasure(service, { id }))));
    case "duplicate":
      return redirectWithMessage(`/massnahmen/${unwrap(duplicateMeasure(service, { id })).id}/bearbeiten`, t("sheet.duplicatedNow"));
    case "removeDependency": {
      const dependencyId = idParam(String(form.get("dependencyId")));
      const removed = removeDependency(service, { successorId: id, dependencyId });
      if (!removed.ok && removed.refusal.code === "invalid") return redirectWithMessage(`${here}#abhaengigkeiten`, t("dependency.gone"), "warning");
      return redirectWithMessage(`${here}#abhaengigkeiten`, t("dependency.removed", unwrap(removed)));
    }
    default:
      throw refusalResponse({ code: "invalid", fields: {} });
  }
}

export default function Sheet() {
  const sheet = unpack(useLoaderData<typeof loader>().sheet);
  const { measure } = sheet;
  return (
    <Page title={measure.title} crumbs={[{ to: "/massnahmen", label: t("measures") }]} actions={<SheetActions sheet={sheet} />}>
      <SheetNotices sheet={sheet} />
      <p className={measure.summary === "" ? "sheet-lead muted" : "sheet-lead multiline"}>{measure.summary || t("sheet.summaryMissing")}</p>
      <SheetFacts sheet={sheet} />
      <SheetCosts sheet={sheet} />
      <SheetStaff sheet={sheet} />
      <SheetBenefits sheet={sheet} />
      <SheetMilestones sheet={sheet} />
      <SheetDependencies sheet={sheet} />
      <SheetHistory sheet={sheet} />
    </Page>
  );
}

function SheetActions({ sheet }: { sheet: MeasureSheet }) {
  const { measure } = sheet;
  const button = (intent: string, label: string, icon: "copy" | "archive" | "check") => (
    <Button name="intent" value={intent} icon={icon}>
      {label}
    </Button>
  );
  return (
    <>
      {sheet.mayEdit && (
        <LinkButton to={`/massnahmen/${measure.id}/bearbeiten`} variant="primary" icon="edit">
          {t("sheet.edit")}
        </LinkButton>
      )}
      {(sheet.mayEdit || sheet.mayDuplicate || sheet.mayArchive) && (
        <Form method="post" className="page-actions">
          {sheet.mayEdit && button("confirm", t("sheet.confirm"), "check")}
          {sheet.mayDuplicate && button("duplicate", t("sheet.duplicate"), "copy")}
          {sheet.mayArchive && (measure.archivedAt === null ? button("archive", t("sheet.archive"), "archive") : button("restore", t("sheet.restore"), "archive"))}
        </Form>
      )}
    </>
  );
}

function SheetNotices({ sheet }: { sheet: MeasureSheet }) {
  const { measure, missing, warnings, confirmation } = sheet;
  return (
    <>
      <p className="sheet-state muted small">
        <span>{t("sheet.updated", { at: formatDateTime(measure.updatedAt) })}</span>
        <span>{confirmation === null ? t("sheet.notConfirmed") : t("sheet.confirmed", { at: formatDateTime(confirmation.confirmedAt), by: confirmation.by })}</span>
      </p>
      <div className="sheet-notices">
        {measure.archivedAt !== null && (
          <Alert kind="info" title={t("sheet.archivedTitle")}>
            <p>{t("sheet.archivedText")}</p>
          </Alert>
        )}
        {missing.length > 0 && (
          <Alert kind="info" title={t("sheet.missingTitle", { count: missing.length })}>
            <p>{missing.map((code) => factLabels[code]).join(", ")}</p>
          </Alert>
        )}
        {warnings.length > 0 && (
          <Alert kind="warning" title={t("sheet.warningsTitle")}>
            <ul>
              {warnings.map(({ code }) => (
                <li key={code}>{t(`warning.${code}`)}</li>
              ))}
            </ul>
          </Alert>
        )}
      </div>
    </>
  );
}
