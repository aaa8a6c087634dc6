/** What a personal token may do: read, write what its person may, and what admins may. */
export const tokenScopes = ["read", "write", "admin"] as const;

export const tokenLimits = { name: 64 } as const;
