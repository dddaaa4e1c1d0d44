declare const packedBrand: unique symbol;

/** A value as its JSON text, for {@link unpack}. */
export type Packed<T> = string & { readonly [packedBrand]: T };

/**
 * Remix encodes loader data value by value, which for a table of some hundred cells costs as much as making them. What
 * is large and plain (no dates, no undefined) travels as one text instead.
 */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value) as Packed<T>;
export const unpack = <T>(packed: Packed<T>): T => JSON.parse(packed) as T;
