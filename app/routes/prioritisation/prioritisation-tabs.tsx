import { useRouteLoaderData, useSearchParams } from "@remix-run/react";
import { can, type Action, type Actor } from "#app/domain/permissions/permissions.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { TabLinks } from "#app/ui/table.tsx";

/** `ofRound`: the page shows one round and takes the chosen one along in its address. */
type Tab = { readonly key: string; readonly to: string; readonly label: string; readonly action: Action; readonly ofRound: boolean };

const tabs = [
  { key: "ranking", to: "/priorisierung", label: t("tabs.ranking"), action: "plan:read", ofRound: true },
  { key: "rounds", to: "/priorisierung/runden", label: t("tabs.rounds"), action: "plan:read", ofRound: false },
  { key: "trialWeights", to: "/priorisierung/gewichte-probieren", label: t("tabs.trialWeights"), action: "plan:read", ofRound: true },
  { key: "methods", to: "/priorisierung/verfahren", label: t("tabs.methods"), action: "plan:read", ofRound: true },
  { key: "robustness", to: "/priorisierung/robustheit", label: t("tabs.robustness"), action: "plan:read", ofRound: true },
  { key: "rate", to: "/priorisierung/bewerten", label: t("tabs.rate"), action: "rating:write", ofRound: false },
  { key: "portfolio", to: "/priorisierung/portfolio", label: t("tabs.portfolio"), action: "plan:read", ofRound: true },
  { key: "matrix", to: "/priorisierung/matrix", label: t("tabs.matrix"), action: "rating:write", ofRound: false },
  { key: "disagreements", to: "/priorisierung/abweichungen", label: t("tabs.disagreements"), action: "plan:read", ofRound: true },
  { key: "weights", to: "/priorisierung/gewichte", label: t("tabs.weights"), action: "plan:read", ofRound: false },
  { key: "survey", to: "/priorisierung/umfrage", label: t("tabs.survey"), action: "round:manage", ofRound: false },
  { key: "criteria", to: "/priorisierung/kriterien", label: t("tabs.criteria"), action: "plan:read", ofRound: false },
] as const satisfies readonly Tab[];
export type PrioritisationTab = (typeof tabs)[number]["key"];

/** The ways to look at the prioritisation, as far as this person may open them. Whoever rates without reading the plan has no tabs. */
export function PrioritisationTabs({ current }: { current: PrioritisationTab }) {
  const user = useRouteLoaderData<() => { user: Actor | null }>("root")?.user;
  const [search] = useSearchParams();
  if (!user || !can(user, "plan:read")) return null;
  const round = /^[1-9]\d{0,8}$/.exec(search.get("runde") ?? "")?.[0];
  return (
    <TabLinks
      label={t("tabs.name")}
      tabs={tabs
        .filter((tab) => can(user, tab.action))
        .map((tab) => ({ to: tab.ofRound && round !== undefined ? `${tab.to}?runde=${round}` : tab.to, label: tab.label, current: tab.key === current }))}
    />
  );
}
