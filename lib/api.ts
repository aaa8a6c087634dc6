import "server-only";
import { z } from "zod";
import {
  createPersonalToken,
  listPersonalTokens,
  revokePersonalToken,
} from "./accounts/personal-tokens/operations.ts";
import { listSecurityEvents } from "./accounts/security-events/operations.ts";
import {
  authenticateUser,
  logoutUser,
  obtainTokenPair,
  refreshToken,
  registerUser,
} from "./accounts/sign-in/operations.ts";
import {
  changeUserInfo,
  listAllUsers,
  readMe,
  updateUserInfo,
} from "./accounts/users/operations.ts";
import { changeMany, listBulkChanges, undoBulkChange } from "./bulk/operations.ts";
import { readInterviewCalendar } from "./calendar/interview-file.ts";
import {
  createCalendarFeed,
  listCalendarFeeds,
  readCalendar,
  removeCalendarFeed,
} from "./calendar/operations.ts";
import { capturePosting } from "./capture/operations.ts";
import { snapshots } from "./capture/snapshots/operations.ts";
import { companies } from "./companies/operations.ts";
import { connections } from "./connections/operations.ts";
import { addCards, readAllCards, readCard } from "./contacts/cards/operations.ts";
import { contactLinks, contacts } from "./contacts/operations.ts";
import { findSimilarPostings } from "./duplicates/operations.ts";
import { correctEvent } from "./events/operations.ts";
import { followUps } from "./follow-ups/operations.ts";
import { routerOf } from "./http/endpoint.ts";
import { nextPaths } from "./http/next-paths.ts";
import { openApi } from "./http/openapi.ts";
import { type Operation, operation } from "./http/operation.ts";
import { routeHandlers } from "./http/route-handlers.ts";
import {
  changeImport,
  createImport,
  discardImport,
  listImportRows,
  listImports,
  readImport,
  restoreImport,
  undoImport,
  writeImport,
} from "./imports/operations.ts";
import {
  readInterviewInvitation,
  takeOpportunityInvitation,
  takePostingInvitation,
} from "./interviews/invitations/operations.ts";
import { interviews } from "./interviews/operations.ts";
import { opportunityOpening } from "./opportunities/opening.ts";
import {
  listActiveOpportunities,
  listOpportunityEvents,
  opportunities,
} from "./opportunities/operations.ts";
import { postingContact } from "./postings/contact.ts";
import { postingOpening } from "./postings/opening.ts";
import {
  createSitePosting,
  listActivePostings,
  listPostingEvents,
  listSitePostings,
  postings,
} from "./postings/operations.ts";
import {
  createPushSubscription,
  listPushSubscriptions,
  readPushKey,
  removePushSubscription,
} from "./push/operations.ts";
import {
  openUnsubscribe,
  readReminders,
  replaceReminders,
  runCron,
  unsubscribe,
} from "./reminders/operations.ts";
import { readDashboard } from "./reports/dashboard/operations.ts";
import { readReport, readReportSince } from "./reports/documented/operations.ts";
import { patchGoals, readGoals, replaceGoals } from "./reports/goals/operations.ts";
import {
  readCompare,
  readFunnel,
  readPace,
  readPayReport,
  readPipeline,
  readProof,
  readRates,
  readSites,
  readWaits,
} from "./reports/insights/operations.ts";
import { readLive, readMetrics, readReady } from "./runtime/operations.ts";
import { savedViews } from "./saved-views/operations.ts";
import { sites } from "./sites/operations.ts";
import { statusWords } from "./statuses/operations.ts";
import { listTagLinks } from "./tags/link-operations.ts";
import { tags } from "./tags/operations.ts";
import { rowTags } from "./tags/rows/operations.ts";
import { answerTodayItems, readToday } from "./today/operations.ts";
import { clearTrash, listTrash, purgeFromTrash, restoreFromTrash } from "./trash/operations.ts";

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
  readGoals,
  replaceGoals,
  patchGoals,
  listAllUsers,
  ...Object.values(sites),
  listSitePostings,
  createSitePosting,
  ...Object.values(postings),
  listActivePostings,
  findSimilarPostings,
  capturePosting,
  ...Object.values(postingContact),
  ...Object.values(postingOpening),
  ...Object.values(snapshots),
  ...Object.values(opportunities),
  ...Object.values(opportunityOpening),
  listActiveOpportunities,
  ...Object.values(contacts),
  ...Object.values(connections),
  ...Object.values(contactLinks),
  readAllCards,
  addCards,
  readCard,
  ...Object.values(companies),
  ...Object.values(interviews),
  readInterviewCalendar,
  readInterviewInvitation,
  takePostingInvitation,
  takeOpportunityInvitation,
  ...Object.values(followUps),
  ...Object.values(statusWords),
  readToday,
  answerTodayItems,
  listPostingEvents,
  listOpportunityEvents,
  correctEvent,
  ...Object.values(tags),
  ...Object.values(savedViews),
  listTagLinks,
  ...rowTags,
  listBulkChanges,
  changeMany,
  undoBulkChange,
  listTrash,
  clearTrash,
  restoreFromTrash,
  purgeFromTrash,
  listImports,
  createImport,
  readImport,
  changeImport,
  discardImport,
  listImportRows,
  writeImport,
  restoreImport,
  undoImport,
  readReport,
  readReportSince,
  readDashboard,
  readFunnel,
  readPipeline,
  readCompare,
  readWaits,
  readRates,
  readSites,
  readProof,
  readPace,
  readPayReport,
  listPersonalTokens,
  createPersonalToken,
  revokePersonalToken,
  listSecurityEvents,
  listCalendarFeeds,
  createCalendarFeed,
  removeCalendarFeed,
  readCalendar,
  openUnsubscribe,
  readReminders,
  replaceReminders,
  unsubscribe,
  readPushKey,
  listPushSubscriptions,
  createPushSubscription,
  removePushSubscription,
  runCron,
  readLive,
  readReady,
  readMetrics,
];

/** Grows with what the API can do, not with the app. */
const version = "1.0.0";

let description: Uint8Array<ArrayBuffer>[] | undefined;

/** The API's own description, made once from the operations above. */
export const readDescription = operation({
  id: "read_description",
  method: "GET",
  path: "/api/openapi.json",
  tag: "About",
  summary: "This API as OpenAPI 3.1",
  access: "anyone",
  responses: { 200: { description: "The description", schema: z.looseObject({}) } },
  run: async () => {
    description ??= [new Uint8Array(Buffer.from(JSON.stringify(openApi(operations, version))))];
    return { status: 200, json: description };
  },
});

/** Older addresses of the documented API, each with the path that it stands for. */
export const aliases = {
  "/api/register_user/": "/api/auth/register/",
  "/api/authenticate_user/": "/api/auth/login/",
  "/api/logout_user/": "/api/auth/logout/",
  "/api/token_obtain_pair/": "/api/token/",
  "/api/token_refresh/": "/api/token/refresh/",
  "/api/user_profile/": "/api/me/",
  "/api/update_user_info/": "/api/custom_user/update/",
  "/api/list_all_users/": "/api/custom_user/all/",
};

/** Finds what answers a request. Our server has it from instrumentation-node.ts, as it starts. */
export const router = routerOf([...operations, readDescription], aliases);
for (const path of nextPaths) router.add(path);

/** What each route file in app/api exports, for `next dev`, `next start` and Vercel. */
export const { GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE } = routeHandlers(router);
