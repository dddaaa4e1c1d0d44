import { t } from "#app/i18n/de/rounds.ts";

/** A place given by hand is never shown without the computed one and the reason. */
export function OverrideMark({ entry: { position, computedPosition, overrideReason } }: { entry: { readonly position: number; readonly computedPosition: number; readonly overrideReason: string | null } }) {
  if (overrideReason === null) return null;
  return <span className="override-mark">{t("override.shown", { position, computed: computedPosition, reason: overrideReason })}</span>;
}
