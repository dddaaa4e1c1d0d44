import { numberInYear, yearOfQuarter, type Quarter } from "#app/domain/calendar/quarter.ts";
import { formatQuarter } from "#app/i18n/format.ts";
import { classNames } from "./class-names.ts";

/** The head of a heat map by quarter: years above, quarters below, `rowsOf` says what the rows are. */
export function QuarterHead({ quarters, rowsOf }: { quarters: readonly Quarter[]; rowsOf: string }) {
  const years = [...new Set(quarters.map(yearOfQuarter))];
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="heat__name">
          {rowsOf}
        </th>
        {years.map((year) => (
          <th scope="colgroup" colSpan={quarters.filter((quarter) => yearOfQuarter(quarter) === year).length} key={year} className="heat__year">
            {year}
          </th>
        ))}
      </tr>
      <tr>
        {quarters.map((quarter) => (
          <th scope="col" key={quarter} className={classNames("heat__quarter", numberInYear(quarter) === 1 && "heat__year-start")}>
            <abbr title={formatQuarter(quarter)}>Q{numberInYear(quarter)}</abbr>
          </th>
        ))}
      </tr>
    </thead>
  );
}
