import { t } from "#app/i18n/de/ballots.ts";
import { Alert } from "#app/ui/alert.tsx";

/** Stands on every page of a ballot: nothing is decided here. */
export const AdvisoryNote = () => (
  <div className="advisory-note">
    <Alert kind="info" title={t("advisory")} />
  </div>
);
