import type { ReactNode } from "react";
import { DataTable } from "./table.tsx";

/** Rows of a list before it is imported. `note` says how many of how many are shown; null where that is all of them. */
export function PreviewRows({ caption, headings, note, children }: { caption: string; headings: ReadonlyArray<string | { readonly numeric: string }>; note: string | null; children: ReactNode }) {
  return (
    <div>
      <DataTable caption={caption} stacked>
        <thead>
          <tr>
            {headings.map((heading) =>
              typeof heading === "string" ? (
                <th scope="col" key={heading}>
                  {heading}
                </th>
              ) : (
                <th scope="col" key={heading.numeric} className="numeric">
                  {heading.numeric}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </DataTable>
      {note !== null && <p className="muted small">{note}</p>}
    </div>
  );
}
