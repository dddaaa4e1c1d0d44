import { t } from "#app/i18n/de/amendments.ts";
import { LinkButton } from "./button.tsx";

/** To a new Änderungsantrag whose first line is filled in: from a line of the budget ("haushaltsstelle=7") or from a post ("stelle=3"). */
export const NewMotionLink = ({ origin }: { readonly origin: `haushaltsstelle=${number}` | `stelle=${number}` }) => (
  <LinkButton to={`/ausschuss/aenderungsantraege/neu?${origin}`} icon="document">
    {t("fromHere")}
  </LinkButton>
);
