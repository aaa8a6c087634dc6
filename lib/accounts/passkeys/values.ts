export const passkeyLimits = { name: 64, count: 20 } as const;
