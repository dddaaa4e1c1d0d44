import { Form } from "@remix-run/react";
import type { RoundState } from "#app/domain/prioritisation/round.ts";
import { t } from "#app/i18n/de/prioritisation-charts.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";

/** Which round a page shows, as a plain GET form; nothing where there is only one. */
export function RoundChoice({ rounds, roundId }: { rounds: ReadonlyArray<{ id: number; title: string; state: RoundState }>; roundId: number }) {
  if (rounds.length < 2) return null;
  return (
    <Form method="get" className="toolbar" key={roundId}>
      <SelectField
        field={{ id: "runde", name: "runde", defaultValue: String(roundId) }}
        label={t("round.label")}
        options={rounds.map(({ id, title, state }) => ({ value: String(id), label: t("round.option", { title, state: t(`round.${state}`) }) }))}
      />
      <Button>{t("round.show")}</Button>
    </Form>
  );
}
