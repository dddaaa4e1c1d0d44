import { t } from "#app/i18n/de/measures.ts";
import { LinkButton } from "#app/ui/button.tsx";
import type { PartPath } from "./part-paths.ts";

/** Changing and removing happen on the entry's own page. */
export const PartLink = ({ measureId, path, id, name }: { measureId: number; path: PartPath; id: number; name: string }) => (
  <td className="row-actions">
    <a href={`/massnahmen/${measureId}/${path}/${id}`} aria-label={t("sheet.editPartNamed", { name })}>
      {t("sheet.editPart")}
    </a>
  </td>
);

export const AddPart = ({ measureId, path, label }: { measureId: number; path: PartPath | "abhaengigkeiten"; label: string }) => (
  <LinkButton to={`/massnahmen/${measureId}/${path}/neu`} icon="plus" compact>
    {label}
  </LinkButton>
);
