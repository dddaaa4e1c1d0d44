export * from "./administration.ts";
export * from "./committee.ts";
export * from "./import.ts";
export * from "./measures.ts";
export * from "./prioritisation.ts";
export * from "./resources.ts";
export * from "./strategy.ts";
