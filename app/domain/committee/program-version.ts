/** Written into every frozen version: which program computed its figures. Equals the version in package.json. */
export const PROGRAM_VERSION = "0.1.0";
