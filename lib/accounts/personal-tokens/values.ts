/** What a personal token may do: read, write what its person may, and what admins may. */
export const tokenScopes = ["read", "write", "admin"] as const;

export const tokenLimits = { name: 64 } as const;

/** The days that the page offers until a token ends; any other end can be asked for over the API. */
export const tokenDays = [30, 90, 365] as const;
