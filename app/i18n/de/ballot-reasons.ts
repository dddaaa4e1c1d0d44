import type { FundingReason, ProjectOutcome, UnaffordableForSupporters } from "#app/domain/prioritisation/ballot/outcome.ts";
import type { BallotKind } from "#app/domain/prioritisation/ballot-terms.ts";
import { subtractCents, type Cents } from "#app/domain/money/cents.ts";
import { formatMoney, formatWholeEuros } from "#app/i18n/format.ts";
import { translatorFor } from "#app/i18n/translate.ts";

/** The result of an advisory ballot and its reasons, in plain sentences. */
export const messages = {
  heading: "Ergebnis",
  withheldTitle: "Kein Ergebnis",
  withheld: "Es wurden weniger als {fewest, number} geheime Stimmen abgegeben. Aus so wenigen ließe sich ablesen, wer was gewählt hat; sie wurden deshalb nicht gezählt und vernichtet.",
  sameTitle: "Beide Zählweisen fördern dieselben Maßnahmen.",
  nothingTitle: "Keine Zählweise fördert eine Maßnahme.",
  differentTitle: "Die beiden Zählweisen unterscheiden sich.",
  onlyShares: "Nur nach gleichen Anteilen gefördert: {names}.",
  onlyGreedy: "Nur nach Stimmenzahl gefördert: {names}.",
  shares: "Gleiche Anteile",
  greedy: "Stimmenzahl",
  sharesBudget: "Budget nach gleichen Anteilen",
  greedyBudget: "Budget nach Stimmenzahl",
  part: "{title} {amount}",
  left: "übrig {amount}",
  caption: "Ergebnis je Maßnahme nach beiden Zählweisen",
  measure: "Maßnahme",
  cost: "Kosten",
  votes: "Zustimmung",
  points: "Punkte",
  votesOf: "{count, number} von {voters, number}",
  pointsOf: "{score, plural, one {1 Punkt} other {# Punkte}} von {count, plural, one {einem Mitglied} other {# Mitgliedern}}",
  funded: "gefördert",
  notFunded: "nicht gefördert",
  howTitle: "So wurde gezählt",
  howShares: "Gleiche Anteile: {voters, plural, one {Das Mitglied, das abgestimmt hat, verfügt} other {Jedes der # Mitglieder, die abgestimmt haben, verfügt}} über {share} des Budgets von {budget}. Wer eine Maßnahme unterstützt, zahlt mit; zuerst kommt, was die Unterstützenden je Stimme am wenigsten kostet. So bekommt auch eine Minderheit ihren Teil.",
  howRaised: "Damit weniger übrig bleibt, wurden die Anteile gemeinsam auf {share} erhöht, ohne das Budget zu überschreiten.",
  howGreedy: "Stimmenzahl: Die Maßnahme mit der meisten Unterstützung kommt zuerst, dann die nächste, solange sie ins restliche Budget passt. So bestimmt die größte Gruppe am stärksten.",
  howTies: "Bei Gleichstand nach gleichen Anteilen geht die günstigere Maßnahme vor, dann die mit mehr Stimmen, dann die Reihenfolge auf dem Zettel; nach Stimmenzahl nur diese Reihenfolge.",
  leftNothing: "Es bleibt nichts übrig.",
  leftKept: "{left} bleiben übrig und werden nicht verteilt.",
  leftGreedy: "Der Rest ging, so weit es passte, an die Maßnahmen mit den meisten Stimmen; danach bleiben {left} übrig.",
  namesTitle: "Wer was gewählt hat",
  namesCaption: "Stimmen der offenen Abstimmung",
  member: "Mitglied",
  choice: "Wahl",
  abstained: "Enthaltung",
  withPoints: "{title} ({points, number})",
  reason: {
    approvers: "{count, plural, one {ein Mitglied zugestimmt hat} other {# Mitglieder zugestimmt haben}}",
    givers: "{count, plural, one {ein Mitglied} other {# Mitglieder zusammen}} {score, plural, one {einen Punkt} other {# Punkte}} gegeben {count, plural, one {hat} other {haben}}",
    sharesFunded: "Gefördert als Nr. {round}, weil {supporters} und {count, plural, one {dessen Anteil die {cost} deckt} other {deren Anteile die {cost} decken: {payments}}}.",
    inFull: "{count, plural, one {eines zahlt} other {# zahlen je}} {amount}",
    inFullPoints: "{count, plural, one {eines zahlt} other {# zahlen}} {amount} je Punkt",
    withRest: "{count, plural, one {eines gibt} other {# geben}} den Rest von {amount}",
    cannotPay: "Nicht gefördert: {count, plural, one {Das unterstützende Mitglied hatte am Ende {left} der nötigen {cost}} other {Die # Unterstützenden hatten am Ende zusammen noch {left} der nötigen {cost}}}, es fehlen {gap}.",
    spentOn: "Ihr übriges Geld ging an {names}.",
    spentPart: "„{title}“ ({amount})",
    neverEnough: "Ihre Anteile reichen zusammen nicht.",
    noSupport: "Nicht gefördert: Niemand hat die Maßnahme unterstützt.",
    belowMinimum: "Nicht gefördert: Sie erreicht die nötigen {minimum, number} Stimmen nicht.",
    greedyFunded: "Gefördert: Platz {rank, number} nach Unterstützung, und von {remaining} waren die {cost} noch da.",
    greedyTooExpensive: "Nicht gefördert: Platz {rank, number} nach Unterstützung; als sie an der Reihe war, waren nur noch {remaining} da.",
    greedyCountEnded: "Nicht gefördert: Die Zählung war vorher zu Ende.",
    restFunded: "Gefördert aus dem Rest: Die Unterstützenden konnten sie nicht allein bezahlen, aber sie stand unter den übrigen auf Platz {rank, number} und passte in die verbliebenen {remaining}.",
    restTooExpensive: "Auch der verbliebene Rest von {remaining} reichte nicht.",
  },
} as const;

export const t = translatorFor(messages);

const and = new Intl.ListFormat("de", { type: "conjunction" });
export const quotedNames = (titles: readonly string[]): string => and.format(titles.map((title) => `„${title}“`));
/** Whole euros where nothing is lost. */
export const shortMoney = (amount: Cents): string => (amount % 100 === 0 ? formatWholeEuros(amount) : formatMoney(amount));

type Around = { readonly kind: BallotKind; readonly titleOf: (projectId: string) => string };

/** Why a measure is funded or is not, as full sentences. */
export function reasonText(project: ProjectOutcome, around: Around): string {
  const { reason, costCents, voteCount, score } = project;
  const cost = shortMoney(costCents);
  switch (reason.kind) {
    case "fundedByShares": {
      const supporters = around.kind === "approval" ? t("reason.approvers", { count: voteCount }) : t("reason.givers", { count: voteCount, score });
      return t("reason.sharesFunded", { round: String(reason.round), supporters, count: voteCount, cost, payments: paymentsText(reason, around.kind) });
    }
    case "supportersCannotPay":
      return cannotPayText(reason, project, around);
    case "noSupport":
      return t("reason.noSupport");
    case "belowMinimum":
      return score === 0 ? t("reason.noSupport") : t("reason.belowMinimum", { minimum: reason.minimumScore });
    default: {
      const values = { rank: reason.rank, remaining: shortMoney(reason.remainingCents), cost };
      if (reason.before === null) return t(`reason.${reason.kind}`, values);
      if (reason.kind === "greedyFunded") return t("reason.restFunded", values);
      const before = reason.before.kind === "noSupport" ? t("reason.noSupport") : cannotPayText(reason.before, project, around);
      return `${before} ${t("reason.restTooExpensive", values)}`;
    }
  }
}

function paymentsText({ paidInFull, paidWithTheRest, shareCents }: Extract<FundingReason, { kind: "fundedByShares" }>, kind: BallotKind): string {
  const parts: string[] = [];
  if (paidInFull.voterCount > 0) parts.push(t(kind === "approval" ? "reason.inFull" : "reason.inFullPoints", { count: paidInFull.voterCount, amount: shortMoney(shareCents) }));
  if (paidWithTheRest.voterCount > 0) parts.push(t("reason.withRest", { count: paidWithTheRest.voterCount, amount: shortMoney(paidWithTheRest.paidCents) }));
  return and.format(parts);
}

function cannotPayText({ leftCents, spentOn }: UnaffordableForSupporters, { voteCount, costCents }: ProjectOutcome, { titleOf }: Around): string {
  const gap = shortMoney(subtractCents(costCents, leftCents));
  const lacking = t("reason.cannotPay", { count: voteCount, left: shortMoney(leftCents), cost: shortMoney(costCents), gap });
  const spent = spentOn.map(({ projectId, paidCents }) => t("reason.spentPart", { title: titleOf(projectId), amount: shortMoney(paidCents) }));
  return `${lacking} ${spent.length === 0 ? t("reason.neverEnough") : t("reason.spentOn", { names: and.format(spent) })}`;
}
