import { parseWithZod } from "@conform-to/zod/v4";
import { BenefitForm, CostItemForm, MilestoneForm, readAddressee, StaffDemandForm } from "#app/forms/measure-parts.ts";
import { formatAmount } from "#app/i18n/format.ts";
import type { PartForm } from "#app/services/measures/show-part.server.ts";
import type { Cents } from "#app/domain/money/cents.ts";

/** Between the stored entry, the texts of its form, and the command that saves it. */
const text = (value: string | number | null): string => (value === null ? "" : String(value));
const amount = (value: Cents | null): string => (value === null ? "" : formatAmount(value));

export function partFormValues({ kind, stored }: PartForm): Record<string, string> {
  switch (kind) {
    case "costItem":
      if (stored === null) return { rhythm: "oneOff", budgetKind: "consumptive", direction: "expense", profile: "even" };
      return {
        rowVersion: text(stored.rowVersion),
        title: stored.title,
        rhythm: stored.rhythm,
        budgetKind: stored.budgetKind,
        direction: stored.direction,
        amountCents: amount(stored.amountCents),
        profile: stored.profile,
        budgetProduct: stored.budgetProduct,
        budgetAccount: stored.budgetAccount,
        estimateNote: stored.estimateNote,
      };
    case "staffDemand":
      if (stored === null) return { basis: "perQuarter", staffSource: "internal" };
      return {
        rowVersion: text(stored.rowVersion),
        addressee: stored.teamId !== null ? `team-${stored.teamId}` : `unit-${stored.orgUnitId ?? ""}`,
        basis: stored.basis,
        personDays: text(stored.personDays),
        staffSource: stored.staffSource,
        purpose: stored.purpose ?? "",
        note: stored.note,
      };
    case "benefit":
      if (stored === null) return { kind: "serviceGain" };
      return {
        rowVersion: text(stored.rowVersion),
        kind: stored.kind,
        amountCents: amount(stored.amountCents),
        hoursPerYear: text(stored.hoursPerYear),
        description: stored.description,
        estimateBasis: stored.estimateBasis,
      };
    case "milestone":
      if (stored === null) return {};
      return { rowVersion: text(stored.rowVersion), title: stored.title, dueDate: text(stored.dueDate), reachedOn: text(stored.reachedOn) };
  }
}

/** Parses a posted entry: its submission for replies, and when it is sound, the version it rests on and the part to save. */
export function parsePart(kind: PartForm["kind"], form: FormData) {
  switch (kind) {
    case "costItem": {
      const submission = parseWithZod(form, { schema: CostItemForm });
      if (submission.status !== "success") return { submission, saved: null };
      const { rowVersion, ...values } = submission.value;
      return { submission, saved: { rowVersion, part: { kind, values } } };
    }
    case "staffDemand": {
      const submission = parseWithZod(form, { schema: StaffDemandForm });
      if (submission.status !== "success") return { submission, saved: null };
      const { rowVersion, addressee, ...values } = submission.value;
      return { submission, saved: { rowVersion, part: { kind, values: { ...values, ...readAddressee(addressee) } } } };
    }
    case "benefit": {
      const submission = parseWithZod(form, { schema: BenefitForm });
      if (submission.status !== "success") return { submission, saved: null };
      const { rowVersion, amountCents, hoursPerYear, ...values } = submission.value;
      // A figure that belongs to another kind of benefit is not kept.
      const figures = { amountCents: values.kind === "savingPerYear" ? amountCents : null, hoursPerYear: values.kind === "hoursPerYear" ? hoursPerYear : null };
      return { submission, saved: { rowVersion, part: { kind, values: { ...values, ...figures } } } };
    }
    case "milestone": {
      const submission = parseWithZod(form, { schema: MilestoneForm });
      if (submission.status !== "success") return { submission, saved: null };
      const { rowVersion, ...values } = submission.value;
      return { submission, saved: { rowVersion, part: { kind, values } } };
    }
  }
}
