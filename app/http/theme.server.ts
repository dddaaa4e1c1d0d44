export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

const NAME = "digitalfahrplan-theme";

/** Light or dark as the user chose on this device; "auto" follows the system. */
export function readTheme(request: Request): Theme {
  const match = new RegExp(`(?:^|;\\s*)${NAME}=(\\w+)`).exec(request.headers.get("Cookie") ?? "");
  return themes.find((theme) => theme === match?.[1]) ?? "auto";
}

export const themeCookie = (theme: Theme): string => `${NAME}=${theme}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000`;
