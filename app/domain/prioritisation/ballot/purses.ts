import { approximate, type Fraction } from "./fraction.ts";
import type { TalliedProject } from "./tally.ts";

/**
 * What every voter of a group still holds, in cents: exactly, as whole numbers over one common denominator, and as a double.
 * Decisions are made by the doubles where these are clearly apart and exactly where they are close, so that ties are true ties.
 * `slope` is how much more a group would hold for each further cent of endowment, while every decision so far stays the same.
 */
export type Purses = {
  denominator: bigint;
  readonly exact: bigint[];
  readonly approx: Float64Array;
  readonly slope: Float64Array;
  /** Closer than this many cents is decided exactly; far above what rounding of doubles can add up to. */
  readonly tolerance: number;
};

export function fillPurses(groupCount: number, endowment: Fraction): Purses {
  const cents = approximate(endowment);
  return {
    denominator: endowment.denominator,
    exact: new Array<bigint>(groupCount).fill(endowment.numerator),
    approx: new Float64Array(groupCount).fill(cents),
    slope: new Float64Array(groupCount).fill(1),
    tolerance: cents * 1e-6,
  };
}

/**
 * A project's cost split as equally as possible per unit of support: who cannot pay the share pays what is left,
 * the others pay `due / (denominator · weight)` cents for each unit of support.
 */
export type Split = {
  readonly affordable: true;
  /** Groups that pay all they have left. */
  readonly poor: ReadonlySet<number>;
  /** Units of support of those who pay the full share. */
  readonly weight: number;
  /** Cents for each unit of support, and how it changes with each further cent of endowment. */
  readonly share: number;
  readonly shareSlope: number;
  /** The split is the same while the endowment rises by less than this many cents. */
  readonly lasting: number;
};

export type Shortfall = { readonly affordable: false; readonly lasting: number };

export function splitCost(project: TalliedProject, purses: Purses): Split | Shortfall {
  const { approx, slope, exact, tolerance } = purses;
  let money = 0;
  let moneySlope = 0;
  for (const { group, size } of project.supporters) {
    money += size * (approx[group] ?? 0);
    moneySlope += size * (slope[group] ?? 0);
  }
  const surplus = money - project.costCents;
  if (project.supporters.length === 0 || surplus < -tolerance || (surplus <= tolerance && exactMoney(project, purses) < BigInt(project.costCents) * purses.denominator)) {
    return { affordable: false, lasting: crossing(-surplus - tolerance, moneySlope) };
  }
  const poor = new Set<number>();
  for (;;) {
    let weight = 0;
    let paid = 0;
    let paidSlope = 0;
    for (const { group, size, support } of project.supporters) {
      if (poor.has(group)) {
        paid += size * (approx[group] ?? 0);
        paidSlope += size * (slope[group] ?? 0);
      } else weight += size * support;
    }
    const share = (project.costCents - paid) / weight;
    let due: bigint | null = null;
    const unable = project.supporters.filter(({ group, support }) => {
      if (poor.has(group)) return false;
      const gap = (approx[group] ?? 0) - share * support;
      if (Math.abs(gap) > tolerance) return gap < 0;
      due ??= exactDue(project, poor, purses);
      return (exact[group] ?? 0n) * BigInt(weight) < due * BigInt(support);
    });
    if (unable.length === 0) {
      const shareSlope = -paidSlope / weight;
      let lasting = Infinity;
      for (const { group, support } of project.supporters) {
        if (!poor.has(group)) continue;
        lasting = Math.min(lasting, crossing(share * support - (approx[group] ?? 0) - tolerance, (slope[group] ?? 0) - shareSlope * support));
      }
      return { affordable: true, poor, weight, share, shareSlope, lasting };
    }
    for (const { group } of unable) poor.add(group);
  }
}

/** What those who pay the full share owe together, over the common denominator. */
export function exactDue(project: TalliedProject, poor: ReadonlySet<number>, { exact, denominator }: Purses): bigint {
  let due = BigInt(project.costCents) * denominator;
  for (const { group, size } of project.supporters) if (poor.has(group)) due -= BigInt(size) * (exact[group] ?? 0n);
  return due;
}

/** What the supporters of a project hold together, over the common denominator. */
export function exactMoney(project: TalliedProject, { exact }: Purses): bigint {
  let money = 0n;
  for (const { group, size } of project.supporters) money += BigInt(size) * (exact[group] ?? 0n);
  return money;
}

/** How far the endowment may rise before a gap that closes at `rate` per cent is closed; never too much, as the gap comes with its margin taken off. */
export function crossing(gap: number, rate: number): number {
  if (rate <= 0) return Infinity;
  return gap <= 0 ? 0 : gap / rate;
}
