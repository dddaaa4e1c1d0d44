import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { changesIntro } from "#app/reports/render/cover-lines.ts";
import { VersionCard } from "#app/routes/portfolio/overview-side.tsx";

describe("a day that is named for an instant", () => {
  const version = { snapshotId: 1, number: 1, title: "Erste", committee: "Digitalausschuss", meetingDate: null };

  it("is the German one, also between midnight in Germany and midnight in UTC", () => {
    const day = (submittedAt: string) => renderToStaticMarkup(<VersionCard version={{ ...version, submittedAt }} />);
    expect(day("2027-03-14T23:30:00.000Z")).toContain("15.03.2027");
    expect(day("2027-07-14T22:30:00.000Z")).toContain("15.07.2027");
    expect(day("2027-07-14T21:30:00.000Z")).toContain("14.07.2027");
  });

  it("is the German one in the report's comparison too", () => {
    expect(changesIntro({ number: 1, title: "Erste", frozenAt: "2027-12-31T23:30:00.000Z" })).toContain("01.01.2028");
  });
});
