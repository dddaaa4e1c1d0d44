/** The addresses of what hangs on a measure, and what stands behind each. */
export const partPaths = { kosten: "costItem", personal: "staffDemand", nutzen: "benefit", meilensteine: "milestone" } as const;
export type PartPath = keyof typeof partPaths;
export type PartKind = (typeof partPaths)[PartPath];

export const isPartPath = (text: string | undefined): text is PartPath => text !== undefined && Object.hasOwn(partPaths, text);
