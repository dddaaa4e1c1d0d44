import { assert, constant, constantFrom, dictionary, double, integer, letrec, oneof, property, record, string, type Arbitrary } from "fast-check";
import { createElement, Fragment, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { staticMarkup } from "#app/reports/render/static-markup.ts";

const attributes = constantFrom("x", "d", "fill", "viewBox", "strokeWidth", "strokeDasharray", "fontFamily", "textAnchor", "className", "pointerEvents", "patternUnits", "paintOrder", "aria-label", "data-from", "role");
const texts = oneof(string(), constantFrom("<a> & \"b\" 'c'", "ä – „…“", ""));

function Twice({ children }: { readonly children?: ReactNode }) {
  return (
    <>
      {children}
      <g>{children}</g>
    </>
  );
}

const { node: nodes } = letrec<{ node: ReactNode }>((tie) => ({
  node: oneof(
    { maxDepth: 4 },
    texts,
    integer(),
    constantFrom(null, undefined, true, false),
    record({ type: constantFrom("g", "path", "text", "svg"), props: dictionary(attributes, oneof(texts, integer(), double({ noNaN: true, min: -1e6, max: 1e6 }), constant(undefined), constant(null)), { maxKeys: 4 }), inner: tie("node"), next: tie("node") }).map(({ type, props, inner, next }) =>
      createElement(type, props, inner, next),
    ),
    tie("node").map((inner) => createElement(Twice, null, inner)),
    tie("node").map((inner) => createElement(Fragment, null, inner, "·")),
  ) as Arbitrary<ReactNode>,
}));

describe("staticMarkup", () => {
  it("writes what React writes", () => {
    assert(property(nodes, (node) => {
      expect(staticMarkup(<svg>{node}</svg>)).toBe(renderToStaticMarkup(<svg>{node}</svg>));
    }));
  });

  it("refuses what is no plain picture", () => {
    expect(() => staticMarkup(<g onClick={() => undefined} />)).toThrow("no attribute onClick");
    expect(() => staticMarkup(<g dangerouslySetInnerHTML={{ __html: "<b>" }} />)).toThrow("no attribute dangerouslySetInnerHTML");
  });
});
