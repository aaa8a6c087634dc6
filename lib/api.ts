import "server-only";
import { readDashboard } from "./dashboard/operations.ts";
import { correctEvent } from "./events/operations.ts";
import type { Operation } from "./http/operation.ts";
import { readFunnel, readRates, readSites, readWaits } from "./insights/operations.ts";
import {
  listActiveOpportunities,
  listOpportunityEvents,
  opportunities,
} from "./opportunities/operations.ts";
import {
  createSitePosting,
  listActivePostings,
  listPostingEvents,
  listSitePostings,
  postings,
} from "./postings/operations.ts";
import { readReport } from "./reports/operations.ts";
import { sites } from "./sites/operations.ts";
import { clearTrash, listTrash, purgeFromTrash, restoreFromTrash } from "./trash/operations.ts";
import {
  authenticateUser,
  changeUserInfo,
  listAllUsers,
  logoutUser,
  obtainTokenPair,
  readMe,
  refreshToken,
  registerUser,
  updateUserInfo,
} from "./users/operations.ts";

/** Every operation of the API: its table of contents, and what its description is made from. */
export const operations: readonly Operation[] = [
  registerUser,
  authenticateUser,
  logoutUser,
  obtainTokenPair,
  refreshToken,
  readMe,
  updateUserInfo,
  changeUserInfo,
  listAllUsers,
  ...Object.values(sites),
  listSitePostings,
  createSitePosting,
  ...Object.values(postings),
  listActivePostings,
  ...Object.values(opportunities),
  listActiveOpportunities,
  listPostingEvents,
  listOpportunityEvents,
  correctEvent,
  listTrash,
  clearTrash,
  restoreFromTrash,
  purgeFromTrash,
  readReport,
  readDashboard,
  readFunnel,
  readWaits,
  readRates,
  readSites,
];
