import { t } from "#app/i18n/de/committee.ts";
import type { VersionMeasurePage } from "#app/services/committee/show-version-measure.server.ts";
import { DataTable } from "#app/ui/table.tsx";

type PageTable = VersionMeasurePage["tables"][number];
type PageCell = PageTable["rows"][number][number];

/** More rows than this stand behind a disclosure, so that the page can be read in one go. */
const ROWS_SHOWN = 12;

/** `captionHidden`: a heading right above says the same. */
export function VersionTable({ table, versionId, captionHidden = false }: { table: PageTable; versionId: number; captionHidden?: boolean }) {
  if (table.rows.length <= ROWS_SHOWN) {
    return (
      <div className={table.columns.length <= 3 ? "version-table version-table--narrow" : "version-table"}>
        <PlainTable table={table} versionId={versionId} captionHidden={captionHidden} />
      </div>
    );
  }
  return (
    <details className="disclosure">
      <summary>
        {table.caption} ({t("version.rows", { count: table.rows.length })})
      </summary>
      <PlainTable table={table} versionId={versionId} captionHidden />
    </details>
  );
}

function PlainTable({ table, versionId, captionHidden }: { table: PageTable; versionId: number; captionHidden: boolean }) {
  const numeric = (index: number) => (table.columns[index]?.numeric ? "numeric" : undefined);
  return (
    <DataTable caption={table.caption} captionHidden={captionHidden}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={`${column.heading}-${index}`} scope="col" className={numeric(index)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, rowIndex) => (
          <tr key={rowIndex}>
            {row.map((cell, index) => (
              <td key={index} className={numeric(index)}>
                <CellText cell={cell} versionId={versionId} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      {table.totals.length > 0 && (
        <tfoot>
          {table.totals.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                <td key={index} className={numeric(index)}>
                  {cell.text}
                </td>
              ))}
            </tr>
          ))}
        </tfoot>
      )}
    </DataTable>
  );
}

/** A plain link, since a page holds hundreds; sections follow it without a full load. */
const CellText = ({ cell, versionId }: { cell: PageCell; versionId: number }) =>
  cell.measureId === null ? cell.text : <a href={`/ausschuss/fassungen/${versionId}/massnahmen/${cell.measureId}`}>{cell.text}</a>;
