/** What each page lets the measurement do with its chart. */
export type Candidate = {
  readonly root: Element;
  /** Selects the bars. */
  readonly bar: string;
  readonly scroll: (left: number, top: number) => void;
  readonly zoom: (step: number) => void;
  readonly move: (id: number, quarters: number) => void;
  readonly bodyOf: (id: number) => Element | null;
};

export type Frames = { readonly p95: number; readonly dropped: number; readonly count: number };

declare global {
  interface Window {
    candidate?: Candidate;
    probe: typeof probe;
    /** Bars that fill the window, before which the chart does not count as painted. */
    chart: { readonly bar: string; readonly least: number };
  }
}

/** A frame this long leaves out at least one refresh of the screen. */
const DROPPED = 34;

/** Runs in the page, from the first line of its head on. */
export const probe = {
  /** The moment, on the page's clock, after the first frame that shows the bars. */
  painted: new Promise<number>((resolve) => {
    const look = () => {
      if (document.querySelectorAll(window.chart.bar).length < window.chart.least) return requestAnimationFrame(look);
      return afterPaint(() => {
        performance.mark("painted");
        resolve(performance.now());
      });
    };
    requestAnimationFrame(look);
  }),

  /** Milliseconds from the response to the painted chart, or from the first line of the script where the page has one that draws. */
  async firstPaint(): Promise<{ readonly fromResponse: number; readonly fromScript: number; readonly bytes: number }> {
    const at = await probe.painted;
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    const [script] = performance.getEntriesByName("script");
    return { fromResponse: at - (navigation?.responseStart ?? 0), fromScript: at - (script?.startTime ?? Number.NaN), bytes: navigation?.encodedBodySize ?? 0 };
  },

  /** Until a key on a bar moves the focus; the page's script may not have arrived yet. Keys in quicker turn would keep React from beginning. */
  async usable(): Promise<number> {
    const [navigation] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
    for (;;) {
      const first = document.querySelector<SVGElement>(window.chart.bar);
      if (first !== null) {
        if (document.activeElement !== first) first.focus();
        const before = document.activeElement;
        before?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", bubbles: true, cancelable: true }));
        if (before === first && document.activeElement !== before) return performance.now() - (navigation?.responseStart ?? 0);
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  },

  /** What the screen shows while `act` is called in every frame. */
  async frames(milliseconds: number, act: (elapsed: number) => void): Promise<Frames> {
    const lengths: number[] = [];
    await new Promise<void>((resolve) => {
      let began = 0;
      let last = 0;
      const step = (now: number) => {
        if (began === 0) began = now;
        else lengths.push(now - last);
        last = now;
        if (now - began >= milliseconds) return resolve();
        act(now - began);
        return requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
    const sorted = [...lengths].sort((a, b) => a - b);
    return { p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0, dropped: lengths.filter((length) => length > DROPPED).length, count: lengths.length };
  },

  idle: (milliseconds: number): Promise<Frames> => probe.frames(milliseconds, () => undefined),
  scrollDown: (milliseconds: number): Promise<Frames> => probe.frames(milliseconds, (elapsed) => window.candidate?.scroll(0, elapsed * 2.4)),
  pan: (milliseconds: number): Promise<Frames> => probe.frames(milliseconds, (elapsed) => window.candidate?.scroll(Math.abs(((elapsed * 1.2) % 3000) - 1500), 0)),
  async zoom(milliseconds: number): Promise<Frames> {
    let done = 0;
    return probe.frames(milliseconds, (elapsed) => {
      if (elapsed < (done + 1) * 300) return;
      done += 1;
      window.candidate?.zoom(done);
    });
  },

  /** From an event at the beginning of a frame until that frame is painted, so often. */
  async moves(id: number, times: number): Promise<number[]> {
    const taken: number[] = [];
    for (let time = 0; time < times; time += 1) {
      taken.push(await eventToPaint(() => window.candidate?.move(id, time % 2 === 0 ? 1 : -1)));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return taken;
  },

  /** The same for letting a bar go that the mouse holds. */
  drop: (id: number, clientX: number, clientY: number): Promise<number> =>
    eventToPaint(() => {
      const target = window.candidate?.bodyOf(id);
      const init = { clientX, clientY, bubbles: true, cancelable: true, button: 0, pointerId: 1, pointerType: "mouse", isPrimary: true };
      target?.dispatchEvent(new PointerEvent("pointerup", init));
      target?.dispatchEvent(new MouseEvent("mouseup", init));
    }),

  /** The id of a bar that lies wholly in the window and is wide enough to be taken in its middle. */
  barInView(): number | null {
    const { root, bar } = window.candidate ?? {};
    if (root === undefined || bar === undefined) return null;
    for (const element of root.querySelectorAll(bar)) {
      const id = Number(element.getAttribute("data-stop") ?? element.getAttribute("data-task-id") ?? element.getAttribute("data-id"));
      const { x, y } = probe.middleOf(id);
      const { width } = element.getBoundingClientRect();
      if (id > 0 && width > 90 && width < 400 && x > 420 && y > 250 && x < 900 && element.contains(document.elementFromPoint(x, y))) return id;
    }
    return null;
  },

  middleOf(id: number): { readonly x: number; readonly y: number } {
    const element = window.candidate?.bodyOf(id);
    const { left, top, width, height } = (element?.querySelector(".timeline-target") ?? element)?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  },

  elements: (): number => window.candidate?.root.querySelectorAll("*").length ?? 0,
};

/** A message posted within a frame arrives after it was painted. */
function afterPaint(done: () => void): void {
  const channel = new MessageChannel();
  channel.port1.onmessage = done;
  channel.port2.postMessage(null);
}

const eventToPaint = (act: () => void): Promise<number> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const began = performance.now();
      act();
      afterPaint(() => resolve(performance.now() - began));
    });
  });

window.probe = probe;
