import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/budget-lines.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceGroup, TextField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import type { LineData } from "./line-data.ts";

/** Measures that are mapped, proposed or were searched for, as boxes to tick. */
export function LineMapping({ shown, search }: { shown: LineData; search: string }) {
  const { choices, line, nothingFound } = shown;
  return (
    <Section title={t("mapping.title")} id="zuordnen">
      <p className="page-intro">{t("mapping.intro")}</p>
      <Form method="get" action="#zuordnen" className="toolbar">
        <TextField field={{ id: "suche", name: "suche", defaultValue: search }} label={t("mapping.search")} type="search" width="medium" />
        <Button icon="search">{t("mapping.find")}</Button>
      </Form>
      {nothingFound && <p role="status">{t("mapping.nothingFound")}</p>}
      {choices.length === 0 ? (
        <p className="muted">{t("mapping.nothingToChoose")}</p>
      ) : (
        <Form method="post" className="form" key={`${search} ${line.rowVersion}`}>
          <input type="hidden" name="rowVersion" value={line.rowVersion} />
          {choices.map((choice) => (
            <input type="hidden" name="shown" value={choice.measureId} key={choice.measureId} />
          ))}
          <ChoiceGroup
            type="checkbox"
            field={{ id: "measureIds", name: "measureIds" }}
            label={t("mapping.legend")}
            options={choices.map((choice) => ({ value: String(choice.measureId), label: choice.title, hint: t(`mapping.${choice.reason}`) }))}
            selected={choices.filter((choice) => choice.isMapped).map((choice) => String(choice.measureId))}
          />
          <div className="form-actions">
            <Button name="intent" value="map">
              {t("mapping.save")}
            </Button>
          </div>
        </Form>
      )}
    </Section>
  );
}
