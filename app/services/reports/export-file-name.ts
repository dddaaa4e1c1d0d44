const LETTERS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", Ä: "Ae", Ö: "Oe", Ü: "Ue" };

/** "Digitalfahrplan_Musterstadt_Fassung-2.pdf": plain letters only, so that every system keeps the name. */
export function exportFileName({ municipality, versionNumber }: { readonly municipality: string; readonly versionNumber: number }, extension: string): string {
  const place = municipality
    .replace(/[äöüßÄÖÜ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60);
  return ["Digitalfahrplan", ...(place === "" ? [] : [place]), `Fassung-${versionNumber}.${extension}`].join("_");
}
