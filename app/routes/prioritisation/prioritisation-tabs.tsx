import { useRouteLoaderData, useSearchParams } from "@remix-run/react";
import { can, type Action, type Actor } from "#app/domain/permissions/permissions.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { TabLinks } from "#app/ui/table.tsx";

/** `ofRound`: the page shows one round and takes the chosen one along in its address. */
type Tab = { readonly key: string; readonly group: "result" | "preparation"; readonly to: string; readonly action: Action; readonly ofRound: boolean };

/** In the order in which one works: set up and rate, then look at what comes of it. */
const tabs = [
  { key: "rounds", group: "preparation", to: "/priorisierung/runden", action: "plan:read", ofRound: false },
  { key: "criteria", group: "preparation", to: "/priorisierung/kriterien", action: "plan:read", ofRound: false },
  { key: "weights", group: "preparation", to: "/priorisierung/gewichte", action: "plan:read", ofRound: false },
  { key: "rate", group: "preparation", to: "/priorisierung/bewerten", action: "rating:write", ofRound: false },
  { key: "matrix", group: "preparation", to: "/priorisierung/matrix", action: "rating:write", ofRound: false },
  { key: "survey", group: "preparation", to: "/priorisierung/umfrage", action: "round:manage", ofRound: false },
  { key: "ranking", group: "result", to: "/priorisierung", action: "plan:read", ofRound: true },
  { key: "disagreements", group: "result", to: "/priorisierung/abweichungen", action: "plan:read", ofRound: true },
  { key: "robustness", group: "result", to: "/priorisierung/robustheit", action: "plan:read", ofRound: true },
  { key: "methods", group: "result", to: "/priorisierung/verfahren", action: "plan:read", ofRound: true },
  { key: "portfolio", group: "result", to: "/priorisierung/portfolio", action: "plan:read", ofRound: true },
  { key: "trialWeights", group: "result", to: "/priorisierung/gewichte-probieren", action: "plan:read", ofRound: true },
] as const satisfies readonly Tab[];
export type PrioritisationTab = (typeof tabs)[number]["key"];

/** The ways to look at the prioritisation, as far as this person may open them. Whoever rates without reading the plan has no tabs. */
export function PrioritisationTabs({ current }: { current: PrioritisationTab }) {
  const user = useRouteLoaderData<() => { user: Actor | null }>("root")?.user;
  const [search] = useSearchParams();
  if (!user || !can(user, "plan:read")) return null;
  const round = /^[1-9]\d{0,8}$/.exec(search.get("runde") ?? "")?.[0];
  const allowed = tabs.filter((tab) => can(user, tab.action));
  return (
    <div className="prioritisation-tabs">
      {(["preparation", "result"] as const).map((group) => (
        <TabLinks
          key={group}
          label={t(`tabs.${group}`)}
          isLabelShown
          tabs={allowed
            .filter((tab) => tab.group === group)
            .map((tab) => ({ to: tab.ofRound && round !== undefined ? `${tab.to}?runde=${round}` : tab.to, label: t(`tabs.${tab.key}`), current: tab.key === current }))}
        />
      ))}
    </div>
  );
}
