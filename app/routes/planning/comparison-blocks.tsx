import type { ShownComparison } from "#app/services/planning/compare-plans.server.ts";
import { DataTable } from "#app/ui/table.tsx";

type ComparisonBlock = NonNullable<ShownComparison["sections"]>[number]["blocks"][number];
type Table = Extract<ComparisonBlock, { kind: "table" }>;

/** One section of a comparison of plans: sentences, lists of differences, tables. */
export const ComparisonBlocks = ({ blocks }: { blocks: readonly ComparisonBlock[] }) => (
  <>
    {blocks.map((block, index) => {
      if (block.kind === "table") return <ComparisonTable key={index} table={block} />;
      if (block.kind === "paragraph") {
        return (
          <p key={index} className={block.isLead ? "plan-shift" : "plan-note"}>
            {block.text}
          </p>
        );
      }
      return (
        <div key={index}>
          <h3>{block.title}</h3>
          <ul className="scenario-changes">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      );
    })}
  </>
);

const ComparisonTable = ({ table: { caption, columns, rows, totals } }: { table: Table }) => (
  <div className="plan-table">
    <DataTable caption={caption}>
      <thead>
        <tr>
          {columns.map(({ heading, numeric }, index) => (
            <th key={index} scope="col" className={numeric && index > 0 ? "numeric" : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, index) => (
          <TableRow key={index} cells={cells} columns={columns} />
        ))}
      </tbody>
      {totals.length > 0 && (
        <tfoot>
          {totals.map((cells, index) => (
            <TableRow key={index} cells={cells} columns={columns} />
          ))}
        </tfoot>
      )}
    </DataTable>
  </div>
);

const TableRow = ({ cells, columns }: { cells: Table["rows"][number]; columns: Table["columns"] }) => (
  <tr>
    {cells.map(({ text, measureId }, index) =>
      index === 0 ? (
        <th key={index} scope="row">
          {measureId === null ? text : <a href={`/massnahmen/${measureId}`}>{text}</a>}
        </th>
      ) : (
        <td key={index} className={columns[index]?.numeric ? "numeric" : undefined}>
          {text}
        </td>
      ),
    )}
  </tr>
);
