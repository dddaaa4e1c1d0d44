import type { BallotResult } from "#app/domain/prioritisation/ballot/result-schema.ts";
import { t } from "#app/i18n/de/ballot-reasons.ts";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

/** Who chose what, of an open ballot. */
export function NamedVotes({ result }: { result: BallotResult }) {
  const titleOf = new Map(result.items.map((item) => [item.measureId, item.title]));
  return (
    <Section title={t("namesTitle")} id="stimmen">
      <DataTable caption={t("namesCaption")} captionHidden>
        <thead>
          <tr>
            <th scope="col">{t("member")}</th>
            <th scope="col">{t("choice")}</th>
          </tr>
        </thead>
        <tbody>
          {result.papers.map(({ voter, choices }) => (
            <tr key={voter}>
              <th scope="row">{voter}</th>
              <td>
                {choices.length === 0
                  ? t("abstained")
                  : choices.map(({ measureId, points }) => (result.kind === "approval" ? (titleOf.get(measureId) ?? "") : t("withPoints", { title: titleOf.get(measureId) ?? "", points }))).join(", ")}
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </Section>
  );
}
