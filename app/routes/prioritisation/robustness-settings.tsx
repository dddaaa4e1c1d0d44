import { Form, useLocation, useNavigation, useSubmit } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import { t } from "#app/i18n/de/robustness.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/fields.tsx";
import type { RobustnessData } from "./robustness-data.ts";

/** Not while the slider is still being dragged. */
const SETTLED_AFTER_MS = 250;

type Props = { rounds: RobustnessData["rounds"]; roundId: number; spread: number; top: number; samples: number };

/** Round, slider and "top": a plain form; with JavaScript the figures and the address follow by themselves. */
export function RobustnessSettings({ rounds, roundId, spread, top, samples }: Props) {
  const submit = useSubmit();
  const { pathname } = useLocation();
  const navigation = useNavigation();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [hasFollowed, setHasFollowed] = useState(false);
  useEffect(() => () => clearTimeout(timer.current), []);
  const follow = (form: HTMLFormElement) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (!form.checkValidity()) return;
      setHasFollowed(true);
      submit(form, { replace: true, preventScrollReset: true });
    }, SETTLED_AFTER_MS);
  };
  const isComputing = navigation.state === "loading" && navigation.location.pathname === pathname;
  const settings = t("spreadValue", { spread });
  return (
    <Form method="get" className="robustness-settings" aria-label={t("settings")} onChange={(event) => follow(event.currentTarget)}>
      <SelectField
        field={{ id: "runde", name: "runde", defaultValue: String(roundId) }}
        label={t("round")}
        options={rounds.map((round) => ({ value: String(round.id), label: round.title }))}
      />
      <div className="field robustness-settings__spread">
        <label className="field__label" htmlFor="spielraum">
          {t("spread")}
        </label>
        <div className="field__hint" id="spielraum-hint">
          {t("spreadHint")}
        </div>
        <div className="range-with-ends">
          <span aria-hidden="true">{t("exactly")}</span>
          <input id="spielraum" name="spielraum" type="range" min={0} max={100} step={5} defaultValue={spread} aria-describedby="spielraum-hint" aria-valuetext={settings} />
          <span aria-hidden="true">{t("any")}</span>
        </div>
      </div>
      <TextField field={{ id: "oben", name: "oben", defaultValue: String(top) }} label={t("top")} type="number" min={1} width="short" />
      <div className="form-actions">
        <Button>{t("compute")}</Button>
        <span role="status">{isComputing ? t("computing", { samples }) : hasFollowed && t("computed", { settings, top })}</span>
      </div>
    </Form>
  );
}
