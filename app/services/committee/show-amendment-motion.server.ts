import { yearOf, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { yearOfQuarter } from "#app/domain/calendar/quarter.ts";
import type { AmendmentLine, AmendmentMotion } from "#app/domain/committee/amendment.ts";
import { isContentOpen, isStatementOpen, nextStates } from "#app/domain/committee/amendment-rules.ts";
import { sumAmendments } from "#app/domain/committee/amendment-sums.ts";
import { can } from "#app/domain/permissions/permissions.ts";
import { classOfAccount, type AccountClass } from "#app/domain/resources/account-class.ts";
import type { BudgetLine } from "#app/domain/resources/budget-lines.ts";
import { horizonOf, yearsOf } from "#app/domain/resources/horizon.ts";
import { costOfPost } from "#app/domain/resources/post-cost.ts";
import { forbidden, missing, ok, type Result } from "#app/domain/result.ts";
import type { ServiceContext } from "#app/services/service-context.server.ts";
import { findMotion } from "#db/queries/amendment-motions.server.ts";
import { findBudgetLine, listBudgetLines } from "#db/queries/budget-lines.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";
import { findPost, listPayRates } from "#db/queries/staff-plan.server.ts";
import { maySeeMotion } from "./list-amendment-motions.server.ts";

/** The budget's own line says what an account is for; where there is none, the account's class. */
function classifier(db: ServiceContext["db"]): (line: Pick<AmendmentLine, "fiscalYear" | "budgetProduct" | "budgetAccount">) => AccountClass | null {
  const { budgetSystem } = loadMunicipality(db);
  const lines = listBudgetLines(db);
  return (line) => lines.find((each) => isSamePlace(each, line)) ?? classOfAccount(line.budgetAccount, budgetSystem);
}

export const isSamePlace = (a: Pick<AmendmentLine, "fiscalYear" | "budgetProduct" | "budgetAccount">, b: Pick<AmendmentLine, "fiscalYear" | "budgetProduct" | "budgetAccount">): boolean =>
  a.fiscalYear === b.fiscalYear && a.budgetProduct === b.budgetProduct && a.budgetAccount === b.budgetAccount;

/** A motion as everybody who may read it sees it. Whoever may not see it yet learns nothing of it. */
export function readMotion({ db, user }: ServiceContext, motionId: number): Result<{ motion: AmendmentMotion; sums: ReturnType<typeof sumAmendments> }> {
  if (!can(user, "amendment:read")) return forbidden();
  const motion = findMotion(db, motionId);
  if (motion === null || !maySeeMotion(user, motion)) return missing();
  const classOf = classifier(db);
  return ok({ motion, sums: sumAmendments(motion.lines, (line) => withoutRest(classOf(line))) });
}

const withoutRest = (found: AccountClass | null): AccountClass | null => found && { budgetKind: found.budgetKind, direction: found.direction };

export function showAmendmentMotion(service: ServiceContext, motionId: number) {
  const reading = readMotion(service, motionId);
  if (!reading.ok) return reading;
  const { motion, sums } = reading.value;
  const mayEdit = can(service.user, "amendment:edit");
  return ok({
    motion,
    sums,
    nextStates: mayEdit ? nextStates(motion.state) : [],
    mayEditContent: mayEdit && isContentOpen(motion.state),
    mayEditStatement: mayEdit && isStatementOpen(motion.state),
  });
}

/** What a new motion starts with: from a line of the budget, or from a post of the staff plan. */
export type MotionOrigin = { readonly budgetLineId: number | null; readonly postId: number | null };
export type PrefilledLine = Pick<AmendmentLine, "fiscalYear" | "budgetProduct" | "budgetAccount" | "label" | "budgetReference" | "appropriationCents" | "postDeltaHundredths"> & {
  readonly amendedCents: AmendmentLine["amendedCents"] | null;
};

/** The form of one motion; `motionId` null for a new one. */
export function showMotionForm({ db, clock, user }: ServiceContext, motionId: number | null, origin: MotionOrigin = { budgetLineId: null, postId: null }) {
  if (!can(user, "amendment:edit")) return forbidden();
  const motion = motionId === null ? null : findMotion(db, motionId);
  if (motionId !== null && motion === null) return missing();
  const municipality = loadMunicipality(db);
  const { productPattern, accountPattern } = municipality;
  const years = yearsOf(horizonOf(municipality));
  const firstYear = years.find((year) => year > yearOf(clock.today())) ?? municipality.firstFiscalYear;
  return ok({
    motion,
    prefilled: motion === null ? prefilledLine(db, origin, firstYear, clock.today()) : null,
    budgetLines: listBudgetLines(db).map(prefilledFrom),
    productPattern,
    accountPattern,
    firstYear,
    isContentOpen: motion === null || isContentOpen(motion.state),
    isStatementOpen: motion === null || isStatementOpen(motion.state),
  });
}

export type BudgetLineChoice = ReturnType<typeof prefilledFrom>;

const prefilledFrom = ({ id, fiscalYear, budgetProduct, budgetAccount, label, budgetReference, appropriationCents, direction }: BudgetLine) => ({
  ...{ id, fiscalYear, budgetProduct, budgetAccount, label, budgetReference, appropriationCents, direction },
});

function prefilledLine(db: ServiceContext["db"], { budgetLineId, postId }: MotionOrigin, firstYear: number, today: PlainDate): PrefilledLine | null {
  const line = budgetLineId === null ? null : findBudgetLine(db, budgetLineId);
  if (line !== null) {
    const { fiscalYear, budgetProduct, budgetAccount, label, budgetReference, appropriationCents } = line;
    return { fiscalYear, budgetProduct, budgetAccount, label, budgetReference, appropriationCents, amendedCents: null, postDeltaHundredths: 0 };
  }
  const post = postId === null ? null : findPost(db, postId);
  if (post === null) return null;
  const fiscalYear = post.fromQuarter === null ? firstYear : yearOfQuarter(post.fromQuarter);
  const label = [post.title, post.payGrade].filter(Boolean).join(", ");
  return { fiscalYear, budgetProduct: "", budgetAccount: "", label, budgetReference: "", appropriationCents: null, amendedCents: costOfPost(post, listPayRates(db), today).yearlyCents, postDeltaHundredths: post.fte };
}
