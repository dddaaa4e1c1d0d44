import { MEASURES_PER_PAGE, type MeasureListView } from "#app/domain/measures/list-filter.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { forbidden, ok, type Result } from "#app/domain/result.ts";
import { measuresNeedingAttention } from "#app/services/portfolio/measures-needing-attention.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { loadActionFieldChoices, loadUnitChoices, type NamedChoice } from "#db/queries/measure-lookups.server.ts";
import { countMeasures, listMeasures as queryMeasures, type MeasureRow } from "#db/queries/measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";

export type MeasureList = {
  readonly rows: readonly MeasureRow[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  readonly actionFields: readonly NamedChoice[];
  readonly units: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly years: readonly number[];
  readonly mayCreate: boolean;
  readonly mayImport: boolean;
  readonly mayChangeMany: boolean;
};

/** One page of the list with what its filters offer. A page beyond the last shows the last. */
export function listMeasures({ db, clock, user }: ServiceContext, view: MeasureListView): Result<MeasureList> {
  if (!can(user, "plan:read")) return forbidden();
  const { firstFiscalYear, fiscalHorizon } = loadMunicipality(db);
  const { attention } = view.filter;
  const filter = { ...view.filter, measureIds: attention === null ? null : measuresNeedingAttention({ db, clock }, attention) };
  const count = countMeasures(db, filter);
  const pageCount = Math.max(1, Math.ceil(count / MEASURES_PER_PAGE));
  const page = Math.min(view.page, pageCount);
  return ok({
    rows: count === 0 ? [] : queryMeasures(db, { ...view, filter, page }),
    count,
    page,
    pageCount,
    actionFields: loadActionFieldChoices(db).filter((field) => !field.archived || field.id === view.filter.actionFieldId),
    units: loadUnitChoices(db).flatMap(({ id, shortName, archived }) => (archived ? [] : [{ id, name: shortName }])),
    years: Array.from({ length: fiscalHorizon + 3 }, (_, index) => firstFiscalYear - 2 + index),
    mayCreate: can(user, "measure:create"),
    mayImport: can(user, "measure:import"),
    mayChangeMany: can(user, "measure:bulkEdit"),
  });
}
