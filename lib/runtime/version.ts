import manifest from "../../package.json" with { type: "json" };

/** This release of Foothold; package.json is the one place that says it. */
export const { version, license } = manifest;
