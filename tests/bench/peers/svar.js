import { createElement, useState } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Gantt, Willow } from "@svar-ui/react-gantt";
import "@svar-ui/react-gantt/all.css";

const { lanes, bars, links, span } = JSON.parse(document.getElementById("data").textContent);
const quarterOf = (date) => `Q${Math.floor(date.getMonth() / 3) + 1}`;
const SCALES = [
  [{ unit: "year", step: 1, format: (date) => String(date.getFullYear()) }, { unit: "quarter", step: 1, format: quarterOf }],
  [{ unit: "quarter", step: 1, format: quarterOf }, { unit: "month", step: 1, format: (date) => String(date.getMonth() + 1) }],
  [{ unit: "month", step: 1, format: (date) => String(date.getMonth() + 1) }, { unit: "week", step: 1, format: (date) => String(date.getDate()) }],
];
const dayOf = (text) => new Date(`${text}T00:00:00`);
const tasks = [
  ...lanes.map(({ id, name }) => ({ id: `lane-${id}`, text: name, type: "summary", open: true })),
  ...bars.map(({ id, title, start, end, progress, lane }) => ({ id, text: title, start: dayOf(start), end: dayOf(end), progress: Math.round(100 * progress), parent: `lane-${lane}` })),
];
const dependencies = links.map(({ id, from, to }) => ({ id, source: from, target: to, type: "e2s" }));
const columns = [{ id: "text", header: "Maßnahme", width: 284 }];
const [start, end] = [dayOf(span.first), dayOf(span.last)];

let api;
let setScale;
function Page() {
  const [scale, set] = useState(0);
  setScale = set;
  return createElement(
    Willow,
    { fonts: false },
    createElement(Gantt, { tasks, links: dependencies, scales: SCALES[scale], columns, start, end, cellWidth: 36, autoScale: false, init: (given) => (api = given) }),
  );
}
createRoot(document.getElementById("chart")).render(createElement(Page));

globalThis.candidate = {
  root: document.getElementById("chart"),
  bar: ".wx-bar",
  scroll: (left, top) => api.exec("scroll-chart", { left, top }),
  zoom: (step) => flushSync(() => setScale(step % SCALES.length)),
  move: (id, quarters) => {
    const task = api.getTask(id);
    const moved = (date) => new Date(date.getFullYear(), date.getMonth() + 3 * quarters, date.getDate());
    api.exec("update-task", { id, task: { start: moved(task.start), end: moved(task.end) } });
  },
  bodyOf: (id) => document.querySelector(`.wx-bar[data-id="${id}"]`),
};
