// A day that was given without a time is stored as itself, in no zone: `2025-03-14T12:00:00.000000d`. Noon puts it
// between the instants of the days beside it, so that text order stays time order; the `d` tells it from an instant.
const [noon, mark] = ["T12:00:00.000000", "d"];

/** The stored form of a day that was given without a time. */
export const dayValue = (day: string) => `${day}${noon}${mark}`;

/** Whether what is stored is a day without a time, not an instant. */
export const isDayValue = (stored: string) => stored.endsWith(noon + mark);

/** The day of a stored day without a time, `YYYY-MM-DD`. */
export const dayOfValue = (stored: string) => stored.slice(0, 10);

/** A form of what is stored: an instant, or a day without a time. */
export const storedPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}[Zd]$/;
