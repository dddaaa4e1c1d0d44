import type { showComparison } from "#app/services/comparisons/show-comparison.server.ts";
import { DataTable } from "#app/ui/table.tsx";

type Shown = Extract<ReturnType<typeof showComparison>, { ok: true }>["value"];
type Block = Shown["sections"][number]["blocks"][number];

/** One part of the report: a sentence, described things, or a table. */
export function ComparisonBlockView({ block }: { block: Block }) {
  if (block.kind === "paragraph") return <p className="comparison-text">{block.text}</p>;
  if (block.kind === "table") {
    return (
      <div className="comparison-table">
        <ReportTable table={block} />
      </div>
    );
  }
  return (
    <div className="comparison-described">
      {block.items.map(({ name, paragraphs }) => (
        <article key={name} className="card">
          <h3>{name}</h3>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </article>
      ))}
    </div>
  );
}

type Table = Extract<Block, { kind: "table" }>;

/** The name of what a row is about heads it: the first column that is no number. */
function ReportTable({ table }: { table: Table }) {
  const heading = table.columns.findIndex((column) => !column.numeric);
  const classOf = (index: number) => (table.columns[index]?.numeric ? "numeric" : undefined);
  return (
    <DataTable caption={table.caption}>
      <thead>
        <tr>
          {table.columns.map((column, index) => (
            <th key={index} scope="col" className={classOf(index)}>
              {column.heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, rowIndex) => (
          <tr key={rowIndex}>
            {row.map((cell, index) =>
              index === heading ? (
                <th key={index} scope="row">
                  {cell.text}
                </th>
              ) : (
                <td key={index} className={classOf(index)}>
                  {cell.text}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
