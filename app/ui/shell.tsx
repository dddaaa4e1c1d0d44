import { Form, useLocation, useNavigation } from "@remix-run/react";
import { useEffect, useRef, type ReactNode } from "react";
import { can, type Action, type Actor } from "#app/domain/permissions/permissions.ts";
import { t, type messages } from "#app/i18n/de/shell.ts";
import { Alert } from "./alert.tsx";
import { useClientLinks } from "./client-links.ts";
import { Icon, type IconName } from "./icon.tsx";

export type ShellProps = {
  readonly municipality: { readonly name: string; readonly brandColour: string; readonly isDemonstration: boolean } | null;
  readonly user: (Actor & { readonly name: string }) | null;
  readonly message: { readonly kind: "success" | "info" | "warning"; readonly text: string } | null;
  readonly children: ReactNode;
};

type Entry = { readonly to: string; readonly text: `navigation.${keyof (typeof messages)["navigation"]}`; readonly icon: IconName; readonly action: Action | null; readonly hiddenWith?: Action; readonly alsoLeadsTo?: readonly string[] };

/** Who may not read the living plan (committee members) finds the rating screen and the versions instead. */
const entries: readonly Entry[] = [
  { to: "/", text: "navigation.overview", icon: "home", action: null },
  { to: "/strategie", text: "navigation.strategy", icon: "target", action: "plan:read" },
  { to: "/massnahmen", text: "navigation.measures", icon: "list", action: "plan:read" },
  { to: "/priorisierung", text: "navigation.prioritisation", icon: "scale", action: "plan:read" },
  { to: "/priorisierung/bewerten", text: "navigation.rating", icon: "scale", action: "rating:write", hiddenWith: "plan:read" },
  { to: "/variantenvergleich", text: "navigation.comparisons", icon: "board", action: "comparison:read" },
  { to: "/abstimmungen", text: "navigation.ballots", icon: "check", action: "ballot:vote" },
  { to: "/abstimmungen", text: "navigation.ballots", icon: "check", action: "ballot:manage", hiddenWith: "ballot:vote" },
  { to: "/zeitplan", text: "navigation.timeline", icon: "calendar", action: "plan:read" },
  { to: "/planung", text: "navigation.planner", icon: "target", action: "plan:read" },
  { to: "/szenarien", text: "navigation.scenarios", icon: "question", action: "plan:read" },
  { to: "/ressourcen/personal", text: "navigation.staff", icon: "people", action: "plan:read", alsoLeadsTo: ["/ressourcen/stellenplan", "/ressourcen/stellenbedarf"] },
  { to: "/ressourcen/haushalt", text: "navigation.budget", icon: "money", action: "plan:read" },
  { to: "/ausschuss", text: "navigation.committee", icon: "committee", action: "version:read" },
  { to: "/berichte", text: "navigation.reports", icon: "document", action: "report:export" },
  { to: "/verwaltung", text: "navigation.administration", icon: "settings", action: "organisation:edit" },
];

const leadsTo = (to: string, pathname: string): boolean => pathname === to || (to !== "/" && pathname.startsWith(`${to}/`));

function Navigation({ user, pathname }: { user: Actor; pathname: string }) {
  const visible = entries.filter(
    (entry) => (entry.action === null || can(user, entry.action)) && !(entry.hiddenWith !== undefined && can(user, entry.hiddenWith)),
  );
  return (
    <ul className="navigation__list">
      {visible.map((entry) => (
        <li key={entry.to}>
          <a href={entry.to} aria-current={[entry.to, ...(entry.alsoLeadsTo ?? [])].some((to) => leadsTo(to, pathname)) ? "page" : undefined}>
            <Icon name={entry.icon} />
            {t(entry.text)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/**
 * With JavaScript a click changes the page without a reload: the focus then moves to the content, as a reload would,
 * so that a screen reader starts at the new page. So it does when a page answers with a message at its top: the button
 * that was pressed may be out of sight by then.
 */
function useContentFocus(pathname: string, message: ShellProps["message"]) {
  const content = useRef<HTMLElement>(null);
  const shown = useRef({ pathname, message });
  useEffect(() => {
    const before = shown.current;
    shown.current = { pathname, message };
    if (before.pathname === pathname && (message === null || message === before.message)) return;
    content.current?.focus({ preventScroll: true });
  }, [pathname, message]);
  return content;
}

/** Header, navigation and content area around every page. */
export function Shell({ municipality, user, message, children }: ShellProps) {
  const { pathname } = useLocation();
  const content = useContentFocus(pathname, message);
  const followLink = useClientLinks();
  const busy = useNavigation().state !== "idle";
  return (
    <div className={user ? "shell shell--with-navigation" : "shell"} data-busy={busy || undefined} onClickCapture={followLink}>
      <a className="skip-link" href="#inhalt">
        {t("skipLink")}
      </a>
      <header className="shell__header">
        <svg className="shell__brand-stripe" aria-hidden="true" width="100%" height="4" preserveAspectRatio="none">
          <rect width="100%" height="4" fill={municipality?.brandColour ?? "#1a4b8c"} />
        </svg>
        <div className="shell__header-row">
          <a href="/" className="shell__title">
            <span className="shell__municipality">{municipality?.name ?? t("product")}</span>
            {municipality && <span className="shell__product">{t("product")}</span>}
          </a>
          {user && (
            <div className="shell__account">
              <a href="/konto" className="shell__account-link">
                <Icon name="person" />
                <span>
                  <span className="visually-hidden">{t("account")}: </span>
                  <span className="shell__user">{user.name}</span>
                  <span className="shell__role">{t(`role.${user.role}`)}</span>
                </span>
              </a>
              <Form method="post" action="/abmelden">
                <button className="shell__logout" type="submit">
                  <Icon name="logout" />
                  {t("logOut")}
                </button>
              </Form>
            </div>
          )}
        </div>
      </header>
      {user && (
        <nav className="navigation" aria-label={t("mainNavigation")}>
          {/* On a narrow screen the list beside it is shown while this is open. */}
          <details className="navigation__toggle" key={pathname}>
            <summary>
              <Icon name="menu" />
              {t("menu")}
            </summary>
          </details>
          <Navigation user={user} pathname={pathname} />
        </nav>
      )}
      <main className="shell__content" id="inhalt" tabIndex={-1} ref={content} aria-busy={busy || undefined}>
        {message && <Alert kind={message.kind} title={message.text} live />}
        {children}
      </main>
      <footer className="shell__footer">
        {municipality?.isDemonstration && <span>{t("demonstration")}</span>}
        <a href="/hilfe">{t("help")}</a>
        <a href="/barrierefreiheit">{t("accessibility")}</a>
      </footer>
    </div>
  );
}
