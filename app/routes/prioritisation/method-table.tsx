import { rankingMethods } from "#app/domain/prioritisation/rank-by-methods.ts";
import type { Direction, MethodSort } from "#app/forms/ranking-methods.ts";
import { figureText, t } from "#app/i18n/de/ranking-methods.ts";
import { UNKNOWN } from "#app/i18n/format.ts";
import { DataTable, SortHeading } from "#app/ui/table.tsx";
import type { MethodsData } from "./methods-data.ts";

type Props = { methods: MethodsData; sort: MethodSort; direction: Direction; toSort: (sort: MethodSort, direction: Direction) => string };

/** A row per measure, a column per method: its place and the number behind it. Every column sorts by its heading. */
export function MethodTable({ methods: { rows, rowCount }, sort, direction, toSort }: Props) {
  const heading = (key: MethodSort, label: string, numeric: boolean) => {
    const current = key === sort ? direction : null;
    return <SortHeading key={key} label={label} numeric={numeric} direction={current} to={toSort(key, nextDirection(key, current))} />;
  };
  return (
    <DataTable caption={t("caption", { count: rowCount })} stacked>
      <thead>
        <tr>
          {heading("title", t("measure"), false)}
          {rankingMethods.map((method) => heading(method, t(`method.${method}`), true))}
          {heading("spread", `${t("spread")} (${t("spreadHint")})`, true)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.measureId}>
            <th scope="row">
              <a href={`/massnahmen/${row.measureId}`}>{row.title}</a>
            </th>
            {row.places.map((place) => (
              <td key={place.method} className="numeric" data-label={t(`method.${place.method}`)}>
                {place.position === null ? UNKNOWN : <strong>{place.position}</strong>}
                <span className="methods__figure">{describe(place)}</span>
              </td>
            ))}
            <td className="numeric" data-label={t("spread")}>
              {row.spread ?? UNKNOWN}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function describe({ method, position, figure, gap }: MethodsData["rows"][number]["places"][number]): string {
  if (gap !== null) return t(`gap.${gap}`);
  if (figure === null) return position === null ? "" : t("free");
  return figureText(method, figure);
}

/** The first click shows what is looked for: best places, largest spread. */
function nextDirection(key: MethodSort, current: Direction | null): Direction {
  if (current === null) return key === "spread" ? "descending" : "ascending";
  return current === "ascending" ? "descending" : "ascending";
}
