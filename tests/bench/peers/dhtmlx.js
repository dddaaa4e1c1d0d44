import { gantt } from "dhtmlx-gantt/codebase/dhtmlxgantt.es.js";
import "dhtmlx-gantt/codebase/dhtmlxgantt.css";

const { lanes, bars, links, span } = JSON.parse(document.getElementById("data").textContent);
const SCALES = [
  [{ unit: "year", step: 1, format: "%Y" }, { unit: "quarter", step: 1, format: (date) => `Q${Math.floor(date.getMonth() / 3) + 1}` }],
  [{ unit: "quarter", step: 1, format: (date) => `Q${Math.floor(date.getMonth() / 3) + 1}` }, { unit: "month", step: 1, format: "%M" }],
  [{ unit: "month", step: 1, format: "%M" }, { unit: "week", step: 1, format: "%W" }],
];
const dayOf = (text) => new Date(`${text}T00:00:00`);

gantt.plugins({ keyboard_navigation: true });
gantt.config.date_format = "%Y-%m-%d";
gantt.config.scales = SCALES[0];
gantt.config.min_column_width = 36;
gantt.config.columns = [{ name: "text", label: "Maßnahme", tree: true, width: 284 }];
gantt.config.open_tree_initially = true;
gantt.config.start_date = dayOf(span.first);
gantt.config.end_date = dayOf(span.last);
gantt.init("chart");
gantt.parse({
  data: [
    ...lanes.map(({ id, name }) => ({ id: `lane-${id}`, text: name, type: "project", open: true })),
    ...bars.map(({ id, title, start, end, progress, lane }) => ({ id, text: title, start_date: dayOf(start), end_date: dayOf(end), progress, parent: `lane-${lane}` })),
  ],
  links: links.map(({ id, from, to }) => ({ id, source: from, target: to, type: "0" })),
});

const bodyOf = (id) => document.querySelector(`.gantt_task_line[data-task-id="${id}"]`);
globalThis.candidate = {
  root: document.getElementById("chart"),
  bar: ".gantt_task_line",
  scroll: (left, top) => gantt.scrollTo(left, top),
  zoom: (step) => {
    gantt.config.scales = SCALES[step % SCALES.length];
    gantt.render();
  },
  move: (id, quarters) => {
    const task = gantt.getTask(id);
    task.start_date = gantt.date.add(task.start_date, 3 * quarters, "month");
    task.end_date = gantt.date.add(task.end_date, 3 * quarters, "month");
    gantt.updateTask(id);
  },
  bodyOf,
};
