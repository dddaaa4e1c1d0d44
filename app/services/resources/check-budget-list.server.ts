import { can } from "#app/domain/permissions/permissions.ts";
import type { LineColumn } from "#app/domain/resources/line-columns.ts";
import { forbidden, invalid, ok, type FieldProblem, type Result } from "#app/domain/result.ts";
import { beside } from "#app/services/beside.server.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import type { Db } from "#db/client.server.ts";
import { listBudgetImports } from "#db/queries/budget-imports.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { packList, unpackList, type CarriedList } from "./carried-list.server.ts";
import { importBudgetLines, previewBudgetImport, undoBudgetImport, type LinePreview } from "./import-budget-lines.server.ts";
import { readBudgetFile, type BudgetList } from "./read-budget-list.server.ts";

/** What a page shows of a list before anything is stored. `problem`: why nothing of it can be, though the list is shown so that its columns can be chosen. */
export type CheckedBudgetList = Omit<LinePreview, "lines"> & {
  readonly problem: readonly FieldProblem[];
  readonly headings: readonly string[];
  readonly columns: readonly LineColumn[];
  /** The list itself, for storing exactly what is shown. */
  readonly carried: string;
  /** The first of the rows with and without problems. */
  readonly problems: LinePreview["lines"];
  readonly clear: LinePreview["lines"];
};

const MOST_SHOWN = 100;
const NOTHING: LinePreview = { lines: [], createCount: 0, updateCount: 0, keepCount: 0, problemCount: 0 };

export type UploadedList = { readonly fileName: string; readonly bytes: Uint8Array; /** For lists that name no year; null: the first of the plan. */ readonly defaultYear: number | null };

/** Reads an uploaded file. Refusals of the file itself stand beside "file". */
export async function checkBudgetFile(service: ServiceContext, { fileName, bytes, defaultYear }: UploadedList): Promise<Result<CheckedBudgetList>> {
  if (!can(service.user, "resources:edit")) return forbidden();
  const { budgetSystem, firstFiscalYear } = loadMunicipality(service.db);
  const read = await readBudgetFile({ fileName, bytes: Buffer.from(bytes) }, budgetSystem);
  if (!read.ok) return invalid("file", read.code);
  return check(service, { ...read.list, defaultYear: defaultYear ?? firstFiscalYear });
}

/** The same once more, with columns chosen otherwise. */
export function checkCarriedList(service: ServiceContext, carried: CarriedList): Result<CheckedBudgetList> {
  if (!can(service.user, "resources:edit")) return forbidden();
  const list = unpackList(carried);
  return list === null ? invalid("", "other") : check(service, list);
}

export function storeCarriedList(service: ServiceContext, carried: CarriedList): ReturnType<typeof importBudgetLines> {
  if (!can(service.user, "resources:edit")) return forbidden();
  const list = unpackList(carried);
  return list === null ? invalid("", "other") : importBudgetLines(service, list);
}

/** A list without its most important column is shown all the same, so that the column can be chosen. */
function check(service: ServiceContext, list: BudgetList): Result<CheckedBudgetList> {
  const result = previewBudgetImport(service, list);
  if (!result.ok && result.refusal.code !== "invalid") return result;
  const { lines, ...counts } = result.ok ? result.value : NOTHING;
  return ok({
    ...counts,
    problem: result.ok || result.refusal.code !== "invalid" ? [] : Object.values(result.refusal.fields).flat(),
    headings: list.headings,
    columns: list.columns,
    carried: packList(list),
    problems: lines.filter((each) => each.problem !== null).slice(0, MOST_SHOWN),
    clear: lines.filter((each) => each.line !== null && each.step !== "keep").slice(0, MOST_SHOWN),
  });
}

/** Some hundred rows are read, or written, in less than 50 ms, and sooner than a thread is fetched for it. */
const LARGE_FILE_BYTES = 16_384;
const LARGE_CARRIED_LETTERS = 8_192;
const MANY_LINES = 300;
const isLong = (_db: Db, [{ text }]: readonly [CarriedList]): boolean => text.length > LARGE_CARRIED_LETTERS;

export const checkBudgetFileBeside = beside({ lane: "lists", name: "checkBudgetFile", isLarge: (_db, [{ bytes }]) => bytes.length > LARGE_FILE_BYTES }, checkBudgetFile);
export const checkCarriedListBeside = beside({ lane: "lists", name: "checkCarriedList", isLarge: isLong }, checkCarriedList);
export const storeCarriedListBeside = beside({ lane: "lists", name: "storeCarriedList", isLarge: isLong, isWrite: true }, storeCarriedList);
export const undoBudgetImportBeside = beside({ lane: "lists", name: "undoBudgetImport", isLarge: (db, [importId]) => listBudgetImports(db).some(({ id, createdCount, updatedCount }) => id === importId && createdCount + updatedCount > MANY_LINES), isWrite: true }, undoBudgetImport);
