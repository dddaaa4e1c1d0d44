/**
 * The words in the picture of the timeline. Plain functions instead of messages: the picture is drawn again with every
 * step of a drag, on old laptops too, and needs none of the grammar that a message format brings along.
 */
export const words = {
  today: (date: string) => `Heute, ${date}`,
  title: (firstYear: number, lastYear: number) => `Zeitplan der Maßnahmen ${firstYear} bis ${lastYear}`,
  caption: (firstYear: number, lastYear: number, date: string) => `Zeitplan der Maßnahmen ${firstYear} bis ${lastYear} · Stand ${date}`,
  dates: "Sitzungen, Förderfenster und Fristen",
  days: (from: string, to: string) => `${from} bis ${to}`,
  continued: (lane: string) => `${lane} – Fortsetzung`,
  sheet: (number: number, count: number) => `Blatt ${number} von ${count}`,
  undatedLane: "ohne Termin",
  withoutLane: {
    actionField: "ohne Handlungsfeld",
    leadUnit: "ohne Federführung",
    status: "ohne Status",
    fundingProgramme: "ohne Förderprogramm",
    goal: "ohne Ziel",
    decision: "noch nicht vorgelegt",
  },
  laneHeading: {
    actionField: "Handlungsfeld / Maßnahme",
    leadUnit: "Federführung / Maßnahme",
    status: "Status / Maßnahme",
    fundingProgramme: "Förderprogramm / Maßnahme",
    goal: "Ziel / Maßnahme",
    decision: "Stand im Gremium / Maßnahme",
  },
  description: (bars: number, lanes: number, violated: number) =>
    bars === 0
      ? "Keine Maßnahme ist terminiert."
      : [
          `${bars === 1 ? "Eine terminierte Maßnahme" : `${bars} terminierte Maßnahmen`} in ${lanes === 1 ? "einem Bereich" : `${lanes} Bereichen`}, jede als Balken vom ersten bis zum letzten Quartal.`,
          ...(violated === 0 ? [] : [violated === 1 ? "Eine Abhängigkeit ist verletzt." : `${violated} Abhängigkeiten sind verletzt.`]),
        ].join(" "),
  bar: {
    fromUntil: (start: string, end: string) => `${start} bis ${end}`,
    permanentFrom: (start: string) => `Daueraufgabe ab ${start}`,
    startUnknown: (end: string) => `Beginn k. A., bis ${end}`,
    endUnknown: (start: string) => `ab ${start}, Ende k. A.`,
    undated: "ohne Termin",
    inConflict: "Abhängigkeit verletzt",
    deadline: (date: string) => `Frist ${date}`,
    deadlineMissed: (date: string) => `Frist ${date} überschritten`,
    milestone: (title: string, date: string) => `Meilenstein ${title} ${date}`,
    trafficLight: (light: string) => `Ampel ${light}`,
    resolved: "vom Rat beschlossen",
    before: (time: string) => `in der letzten Fassung ${time}`,
  },
  legend: {
    draft: "Idee oder vorgeschlagen",
    planned: "geplant, beschlossen oder in Umsetzung",
    progress: "Fortschritt (Band am Balken)",
    done: "umgesetzt",
    inactive: "zurückgestellt oder verworfen",
    resolved: "vom Rat beschlossen",
    permanent: "Daueraufgabe ohne Ende",
    unknownEnd: "Ende oder Beginn unbekannt",
    outside: "läuft über den Bildrand weiter",
    ghost: "Lage in der letzten Fassung",
    milestoneReached: "Meilenstein erreicht",
    milestoneDue: "Meilenstein offen",
    milestoneOverdue: "Meilenstein überfällig",
    deadline: "Frist",
    deadlineMissed: "Frist überschritten",
    dependency: "Abhängigkeit",
    violated: "verletzte Abhängigkeit",
    meeting: "Sitzung",
    fundingWindow: "Förderantrag möglich",
    legalDeadline: "gesetzliche Frist",
    green: "Ampel Grün",
    yellow: "Ampel Gelb",
    red: "Ampel Rot",
    today: "heute",
  },
  horizon: { shortTerm: "kurzfristig", midTerm: "mittelfristig", longTerm: "langfristig" },
} as const;

/** Around the picture: what a screen reader, the keyboard and the hand need. */
export const pictureWords = {
  label: "Zeitplan, Zeilen mit Balken",
  use: "Pfeiltasten wechseln zwischen den Balken, die Eingabetaste öffnet die Maßnahme, das Fragezeichen zeigt alle Tasten.",
  noPlace: (title: string) => `${title} lässt sich so nicht verschieben.`,
  notMovable: (title: string) => `${title} dürfen Sie nicht verschieben.`,
} as const;

export const heatWords = {
  level: {
    low: "bis zur Hälfte ausgelastet",
    middle: "bis 80 % ausgelastet",
    high: "bis 100 % ausgelastet",
    over: "über der Grenze",
    open: "Bedarf, Grenze k. A.",
  },
  heading: "Auslastung von Personal und Haushalt",
  budget: { investive: "Haushalt, investiv", consumptive: "Haushalt, konsumtiv" },
  percent: (share: number) => `${share}\u00a0%`,
  days: (days: number) => `${Math.round(days)}\u00a0PT`,
  thousands: (amount: number) => `${amount}\u00a0T€`,
} as const;

const monthNames = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"] as const;
const shortMonths = ["Jan", "Feb", "März", "Apr", "Mai", "Juni", "Juli", "Aug", "Sep", "Okt", "Nov", "Dez"] as const;
/** @param month 1 to 12 */
export const monthName = (month: number): string => monthNames[month - 1] ?? "";
export const shortMonth = (month: number): string => shortMonths[month - 1] ?? "";
export const weekLabel = (week: number): string => `KW ${week}`;
