/** What a personal token may do: read, write what its person may, what admins may, and add what a page shows. */
export const tokenScopes = ["read", "write", "admin", "capture"] as const;

export type TokenScope = (typeof tokenScopes)[number];

export const tokenLimits = { name: 64 } as const;

/** The days that the page offers until a token ends; any other end can be asked for over the API. */
export const tokenDays = [30, 90, 365] as const;
