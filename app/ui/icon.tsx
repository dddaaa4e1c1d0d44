/** Line icons drawn on a 24-unit grid; always decorative, the text beside them carries the meaning. */
const paths = {
  check: "M5 12.5l4.5 4.5L19 7.5",
  warning: "M12 4l9 16H3zM12 10v5M12 17.5v.5",
  danger: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5v6M12 16v.5",
  info: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v6M12 7.5v.5",
  question: "M12 3a9 9 0 100 18 9 9 0 000-18zM9.5 9.5a2.5 2.5 0 115 0c0 1.7-2.5 2-2.5 4M12 17v.5",
  plus: "M12 5v14M5 12h14",
  edit: "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
  trash: "M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  archive: "M4 5h16v4H4zM5 9v11h14V9M10 13h4",
  history: "M4 12a8 8 0 108-8 8 8 0 00-7 4M4 4v4h4M12 8v4l3 2",
  download: "M12 4v11M7.5 11l4.5 4.5L16.5 11M5 20h14",
  upload: "M12 16V5M7.5 9L12 4.5 16.5 9M5 20h14",
  search: "M10.5 4a6.5 6.5 0 100 13 6.5 6.5 0 000-13zM15.5 15.5L21 21",
  close: "M6 6l12 12M18 6L6 18",
  arrowRight: "M5 12h14M13 6l6 6-6 6",
  arrowLeft: "M19 12H5M11 6l-6 6 6 6",
  arrowUp: "M12 20V5M6 11l6-6 6 6",
  arrowDown: "M12 4v15M6 13l6 6 6-6",
  calendar: "M4 6h16v14H4zM4 10h16M8 3v5M16 3v5",
  people: "M9 5a3.5 3.5 0 100 7 3.5 3.5 0 000-7zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 6a3 3 0 010 6M17 14c2.7.4 4 2.5 4 6",
  money: "M12 3a9 9 0 100 18 9 9 0 000-18zM15.5 8.5A4.5 4.5 0 108 14.5M15.5 15.5A4.5 4.5 0 018 9.5M6.5 10.8h6M6.5 13.2h6",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.5M4 12h.5M4 18h.5",
  board: "M4 4h4v16H4zM10 4h4v11h-4zM16 4h4v7h-4z",
  scale: "M12 4v16M7 20h10M5 8l14-2M5 8l-3 6h6zM19 6l-3 6h6z",
  document: "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
  home: "M4 11l8-7 8 7v9h-5v-6H9v6H4z",
  settings: "M4 7h9M17 7h3M15 4.5v5M4 17h3M11 17h9M9 14.5v5",
  committee: "M4 20v-8M20 20v-8M4 15h16M12 4a2.5 2.5 0 100 5 2.5 2.5 0 000-5zM7 15c0-3 2-4.5 5-4.5s5 1.5 5 4.5",
  target: "M12 3a9 9 0 100 18 9 9 0 000-18zM12 8a4 4 0 100 8 4 4 0 000-8zM12 11.9v.2",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 017 0v3",
  comment: "M4 5h16v11H10l-5 4v-4H4z",
  menu: "M4 6h16M4 12h16M4 18h16",
  person: "M12 4a4 4 0 100 8 4 4 0 000-8zM5 20c0-4 3-6 7-6s7 2 7 6",
  logout: "M14 4H5v16h9M10 12h10M16 8l4 4-4 4",
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
