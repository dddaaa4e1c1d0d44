import { layoutShareBar, SHARE_SCALE } from "#app/charts/layout/share-bar.ts";
import { contributionColour } from "./contribution-bar.tsx";

/** Parts of a whole as a stacked bar; the frame is the whole. `label` says the same in words. */
export function ShareBar({ parts, total, label, tall = false }: Parameters<typeof layoutShareBar>[0] & { readonly label: string; readonly tall?: boolean }) {
  const height = tall ? 20 : 10;
  return (
    <svg className={tall ? "share-bar share-bar--tall" : "share-bar"} role="img" aria-label={label} viewBox={`0 0 ${SHARE_SCALE} ${height}`} width="100%" height={height} preserveAspectRatio="none">
      <rect x={0} y={0} width={SHARE_SCALE} height={height} fill="currentColor" opacity={0.12} />
      {layoutShareBar({ parts, total }).map(({ key, colourIndex, x, width }) => (
        <rect key={key} x={x} y={0} width={width} height={height} fill={contributionColour(colourIndex)} />
      ))}
      <rect x={0} y={height - 1} width={SHARE_SCALE} height={1} fill="currentColor" opacity={0.5} />
    </svg>
  );
}
