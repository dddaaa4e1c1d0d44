import { Form } from "@remix-run/react";
import type { AssumptionDifference } from "#app/domain/planning/assumption-differences.ts";
import { t } from "#app/i18n/de/adoption.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { formatDifference } from "#app/i18n/plan-sentences.ts";
import type { ShownAdoption } from "#app/services/planning/show-adoption.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";

/** What was taken over of this run before; each can be taken back once. */
export function EarlierAdoptions({ adoptions }: { adoptions: ShownAdoption["earlier"] }) {
  if (adoptions.length === 0) return null;
  return (
    <Section title={t("earlier")} id="uebernahmen">
      {adoptions.map(({ id, adoptedAt, adoptedBy, changes, undoneAt, undoneBy, changedSince }) => (
        <div key={id} className="card scenario-adoption">
          <p>{t("adopted", { at: formatDateTime(adoptedAt), name: adoptedBy, count: changes.length })}</p>
          {undoneAt !== null ? (
            <p>{t("undone", { at: formatDateTime(undoneAt), name: undoneBy ?? "" })}</p>
          ) : (
            <Form method="post">
              <input type="hidden" name="adoptionId" value={id} />
              <p className="field__hint">{t("undoHint")}</p>
              {changedSince.length > 0 && (
                <>
                  <Alert kind="warning" title={t("undoChanged", { count: changedSince.length, titles: changedSince.map(({ title }) => `„${title}“`).join(", ") })} />
                  <CheckboxField field={{ id: `skip-${id}`, name: "skipChanged" }} label={t("skipChanged")} />
                </>
              )}
              <Button icon="history" name="intent" value="undo">
                {t("undo")}
              </Button>
            </Form>
          )}
        </div>
      ))}
    </Section>
  );
}

/** Where the live plan's own figure is kept. */
const PLACES = {
  postNotCounted: { to: "/ressourcen/stellenplan", text: "links.posts" },
  postCounted: { to: "/ressourcen/stellenplan", text: "links.posts" },
  capacity: { to: "/ressourcen/personal/kapazitaeten", text: "links.capacities" },
  frame: { to: "/ressourcen/haushalt/rahmen", text: "links.frames" },
  line: { to: "/ressourcen/haushalt/stellen", text: "links.lines" },
} as const;

/** Capacities, frames and posts of the live plan stay as they are: what the plan assumed otherwise, with the page to change it. */
export function KeptAssumptions({ differences }: { differences: readonly AssumptionDifference[] }) {
  const kept = differences.flatMap((difference) => {
    const { kind } = difference;
    return kind === "postNotCounted" || kind === "postCounted" || kind === "capacity" || kind === "frame" || kind === "line" ? [{ difference, place: PLACES[kind] }] : [];
  });
  if (kept.length === 0) return null;
  return (
    <Section title={t("assumptions")} id="annahmen">
      <p>{t("assumptionsIntro")}</p>
      <ul className="scenario-changes">
        {kept.map(({ difference, place }) => {
          const text = formatDifference(difference);
          return (
            <li key={text}>
              {text} <a href={place.to}>{t(place.text)}</a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
