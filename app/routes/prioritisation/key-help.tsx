import { t } from "#app/i18n/de/rating-screen.ts";
import { useKeySwitch } from "./rating-keys.ts";

/** Which keys answer, and the switch that turns them off. Nothing where there is no JavaScript. */
export function KeyHelp() {
  const { isOn, set } = useKeySwitch();
  if (isOn === null) return null;
  return (
    <div className="key-help">
      <p>{t("savedAtOnce")}</p>
      <p>
        <strong>{t("keysTitle")}: </strong>
        {t("keysHelp")}
      </p>
      <div className="choice">
        <input type="checkbox" id="rating-keys" checked={isOn} onChange={(event) => set(event.target.checked)} />
        <label htmlFor="rating-keys">{t("keysOn")}</label>
      </div>
    </div>
  );
}
