import { useState, type MouseEvent } from "react";
import { flushSync } from "react-dom";
import { papers, type Paper } from "#app/charts/interactive/timeline-sheets.tsx";
import type { TimelineView } from "#app/domain/planning/timeline-view.ts";
import { timelineAddress } from "#app/forms/timeline-view.ts";
import { t as planning } from "#app/i18n/de/planning.ts";
import { t } from "#app/i18n/de/timeline-output.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { drawPng } from "./draw-png.ts";

const PICTURE = "/zeitplan.svg";
type OutputProps = { readonly view: TimelineView; readonly onPaper: (paper: Paper) => void };

/** The picture as a file and on paper: always what the address says at that moment, since scale and folded lanes change there alone. */
export function TimelineOutput({ view, onPaper }: OutputProps) {
  const [said, say] = useState("");
  const current = () => PICTURE + window.location.search;
  const print = (paper: Paper) => {
    flushSync(() => onPaper(paper));
    window.print();
  };
  const onPng = async () => {
    say(t("drawing"));
    try {
      const png = await drawPng(current());
      if (png === "tooLarge") return say(t("tooLarge"));
      save(png);
      say(t("drawn"));
    } catch {
      say(t("failed"));
    }
  };
  return (
    <div className="timeline-output">
      <span
        className="timeline-output__file"
        onClickCapture={(event: MouseEvent) => {
          const link = event.target instanceof Element ? event.target.closest("a") : null;
          if (link) link.href = current();
        }}
      >
        <LinkButton to={timelineAddress(view, PICTURE)} icon="download" compact reload>
          {planning("page.download")}
        </LinkButton>
      </span>
      <span className="timeline-output__script">
        <Button type="button" compact onClick={() => void onPng()}>
          {t("png")}
        </Button>
        {papers.map((paper) => (
          <Button key={paper} type="button" compact onClick={() => print(paper)}>
            {t("print", { paper })}
          </Button>
        ))}
      </span>
      <p className="timeline-output__said" role="status">
        {said}
      </p>
    </div>
  );
}

function save(png: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(png);
  link.download = "zeitplan.png";
  link.click();
  // The browser reads the picture only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
