import { hydrateRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { decodeTimeline } from "#app/domain/planning/timeline-columns.ts";
import { OurPage, type OurControls, type OurData } from "./our-page.tsx";
import type { Candidate } from "./probe.ts";

const root = document.getElementById("chart");
if (root === null) throw new Error("the page has no place for the chart");
const { frame, chart } = JSON.parse(document.getElementById("data")?.textContent ?? "") as OurData;
let controls: OurControls | null = null;
hydrateRoot(root, <OurPage frame={frame} chart={decodeTimeline(chart)} onReady={(given) => (controls = given)} />);

const bodyOf = (id: number): SVGElement | null => root.querySelector<SVGElement>(`a[data-stop="${id}"]`);
const candidate: Candidate = {
  root,
  bar: "a[data-stop][data-measure]",
  scroll: (left, top) => root.querySelector(".timeline")?.scrollTo(left, top),
  zoom: (step) => flushSync(() => controls?.zoom(step)),
  move: (id, quarters) => {
    const key = quarters > 0 ? "ArrowRight" : "ArrowLeft";
    bodyOf(id)?.dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true, bubbles: true, cancelable: true }));
  },
  bodyOf,
};
Object.assign(globalThis, { candidate });
