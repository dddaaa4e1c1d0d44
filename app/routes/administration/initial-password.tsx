import { t } from "#app/i18n/de/administration.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Facts } from "#app/ui/table.tsx";

/** The one time a first password is seen. */
export function InitialPassword({ name, email, password }: { name: string; email: string; password: string }) {
  return (
    <Alert kind="success" title={t("users.initialPasswordHint")} live>
      <Facts
        facts={[
          { label: t("users.name"), value: name },
          { label: t("users.email"), value: email },
          { label: t("users.initialPassword"), value: <code>{password}</code> },
        ]}
      />
    </Alert>
  );
}
