import { Form } from "@remix-run/react";
import { delayParts } from "#app/domain/prioritisation/weighted-shortest-job.ts";
import { partName, partWords } from "#app/forms/ranking-methods.ts";
import { t } from "#app/i18n/de/ranking-methods.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/page.tsx";
import type { MethodsData } from "./methods-data.ts";

const options = [...delayParts, "none" as const].map((part) => ({ value: partWords[part], label: t(`part.${part}`) }));

/** Which criterion feeds which part of the cost of delay; a plain form that writes the choice into the address. */
export function DelayMappingForm({ methods: { criteria }, kept }: { methods: MethodsData; kept: ReadonlyArray<readonly [string, string]> }) {
  return (
    <Section title={t("mappingTitle")} id="zuordnung">
      <p className="page-intro">{t("mappingIntro")}</p>
      <Form method="get" className="methods__mapping" key={criteria.map((criterion) => criterion.part).join()}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {criteria.map(({ id, name, part }) => (
          <SelectField key={id} field={{ id: `teil-${id}`, name: partName(id), defaultValue: partWords[part] }} label={name} options={options} />
        ))}
        <div className="form-actions">
          <Button>{t("apply")}</Button>
        </div>
      </Form>
    </Section>
  );
}
