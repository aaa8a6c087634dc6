// The ARIA grid pattern: cells that take the focus, one at a time. Given as attributes, since no HTML element has these
// roles by itself: a table's cells are there to be read, and it could not share its rows with a lane of hours.

export const gridRole = (name: string) => ({ role: "grid", "aria-label": name }) as const;
export const rowRole = { role: "row" } as const;
export const headingRole = { role: "columnheader" } as const;
export const cellRole = { role: "gridcell" } as const;
