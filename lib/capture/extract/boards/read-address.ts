import type { Reading } from "../../posting.ts";

/** What an address alone says: board, job id, company, canonical address; and where its board gives the posting as JSON. */
export type AddressReading = { reading: Reading; data_url: string | null };

export const readAddress = (_url: URL): AddressReading => ({ reading: {}, data_url: null });
