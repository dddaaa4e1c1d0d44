import { invalidationKey, type Invalidation } from "#app/domain/prioritisation/invalidated-ratings.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { Alert } from "#app/ui/alert.tsx";

/** Inside a form: says which ratings a change touches, and sends along that it was said. */
export function InvalidationNotice({ invalidations }: { invalidations: readonly Invalidation[] }) {
  if (invalidations.length === 0) return null;
  const drops = invalidations.some(({ kind }) => kind === "criterionLeaves" || kind === "groupLeaves");
  return (
    <Alert kind="warning" title={t(drops ? "form.confirmTitle" : "form.confirmWording")} live>
      <p>{t("form.confirmText")}</p>
      <ul>
        {invalidations.map((each) => (
          <li key={invalidationKey(each)}>
            {t(`invalidation.${each.kind}`, { name: each.name, answers: each.answerCount, people: each.personCount })}
            <input type="hidden" name="confirmed" value={invalidationKey(each)} />
          </li>
        ))}
      </ul>
      {drops && <p>{t("form.confirmKept")}</p>}
    </Alert>
  );
}
