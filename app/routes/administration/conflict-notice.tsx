import { t } from "#app/i18n/de/administration.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Facts } from "#app/ui/table.tsx";

/** Somebody else saved first: shows what is stored now, above the form that still holds what was typed. */
export function ConflictNotice({ stored }: { stored: ReadonlyArray<{ readonly label: string; readonly value: string | number | null }> }) {
  return (
    <Alert kind="warning" title={t("conflict")} live>
      <Facts facts={stored.map(({ label, value }) => ({ label, value: value ?? t("none") }))} />
    </Alert>
  );
}
