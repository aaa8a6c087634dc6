import "server-only";
import { z } from "zod";
import { env } from "../../env.ts";
import { Invalid } from "../../errors.ts";
import { requiredMessage, text } from "../../fields.ts";
import { HttpError } from "../../http/errors.ts";
import { type OperationResult, ok, operation } from "../../http/operation.ts";
import { representation } from "../../records/representation.ts";
import { issueTokenPair, renew, revoke } from "../auth/bearer.ts";
import { originOf } from "../security-log.ts";
import { userSample as person, userFields } from "../users/operations.ts";
import { getProfileOf } from "../users/queries.ts";
import { registerPerson } from "../users/registration.ts";
import { isFalsy } from "../users/schema.ts";
import { signInWithCredentials } from "./commands.ts";

const common = { tag: "Sign-in", badRequest: "Username and password are required." };
// Fields whose faults these operations word themselves, as documented.
const fields = (...names: string[]) => {
  const shape = z.object(Object.fromEntries(names.map((name) => [name, z.unknown().optional()])));
  const input = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  return { body: () => shape, input };
};
const words = (name: string) => z.strictObject({ [name]: z.string() });
const wrong = { description: "What is wrong" };
const whole = representation(
  "UserWithSettings",
  {
    ...userFields,
    bio: "text",
    user_greeting: "text",
    color_mode: "text",
    dashboard_first_date: "instant",
    dashboard_second_date: "instant",
  },
  ["dashboard_first_date", "dashboard_second_date"],
);

const credentials = { username: person.username, password: "Quiet#Harbour42!" };
const [access, refresh] = ["eyJhbGciOiJIUzI1NiIs…", "eyJhbGciOiJIUzI1NiIs…"];

// With a second factor a password alone is not enough, here neither.
const refusals = {
  credentials: "Invalid credentials.",
  off: "Signing in with a password is turned off here: use a personal access token.",
  code: "This account asks for a code: send a fresh one as otp, or use a personal access token.",
};
const describedOtp = z.string().optional().meta({
  description: "Where the account has a second factor: a code of its app, or a recovery code",
});

/** A code from a body: digits may come as a number. */
const codeOf = (otp: unknown) =>
  typeof otp === "number" ? String(otp).padStart(6, "0") : z.string().catch("").parse(otp);

const failed = (status: number, body: object): OperationResult => ({ status, body });
export const registerUser = operation({
  id: "register_user",
  method: "POST",
  path: "/api/auth/register/",
  ...common,
  summary: "Register",
  limit: "sign_up_request",
  access: "anyone",
  ...fields("username", "email", "first_name", "last_name", "password"),
  responses: {
    201: { description: "Registered", schema: words("message") },
    400: wrong,
    403: wrong,
  },
  example: {
    request: {
      ...credentials,
      email: person.email,
      first_name: person.first_name,
      last_name: person.last_name,
    },
    response: { message: "User successfully registered." },
  },
  run: async ({ read, request }) => {
    try {
      await registerPerson(await read(), { from: originOf(request.headers) });
      return { status: 201, body: { message: "User successfully registered." } };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const sentences = Object.values(error.fields).flat();
      const all = "All fields are required: username, email, first_name, last_name, and password.";
      return failed(400, { error: sentences.includes(requiredMessage) ? all : sentences[0] });
    }
  },
});

export const authenticateUser = operation({
  id: "authenticate_user",
  method: "POST",
  path: "/api/auth/login/",
  ...common,
  summary: "Sign in for a pair of tokens and the profile",
  limit: "sign_in_address",
  access: "anyone",
  shownOnce: true,
  body: fields("username", "password", "otp").body,
  input: z.object({ username: z.string(), password: z.string(), otp: describedOtp }),
  responses: {
    200: {
      description: "Signed in",
      schema: z.strictObject({ access: z.string(), refresh: z.string(), user: whole.schema }),
    },
    400: wrong,
    401: wrong,
  },
  example: {
    request: credentials,
    response: {
      access,
      refresh,
      user: {
        ...person,
        bio: "",
        user_greeting: "Welcome!",
        color_mode: "light",
        dashboard_first_date: null,
        dashboard_second_date: null,
      },
    },
  },
  run: async ({ read, request }) => {
    const { username, password, otp } = await read();
    if (isFalsy(username) || isFalsy(password))
      throw error(400, "Username and password are required.");
    if (typeof username !== "string" || typeof password !== "string")
      throw error(401, "Invalid credentials.");
    const given = { username, password, otp: codeOf(otp) };
    const found = await signInWithCredentials(given, request.headers);
    if ("refusal" in found) throw error(401, refusals[found.refusal]);
    const pair = await issueTokenPair(found.id, originOf(request.headers));
    const profile = await getProfileOf(found.id);
    const user = whole.one(profile, profile.time_zone || env().TIME_ZONE);
    return ok({ ...pair, user });
  },
});

const error = (status: number, sentence: string) =>
  new HttpError(status, sentence, {}, { error: sentence });

export const logoutUser = operation({
  id: "logout_user",
  method: "POST",
  path: "/api/auth/logout/",
  ...common,
  summary: "End a refresh token",
  limit: "token",
  access: "anyone",
  ...fields("refresh"),
  responses: { 200: { description: "Ended", schema: words("detail") }, 400: wrong },
  example: { request: { refresh }, response: { detail: "Successfully logged out." } },
  run: async ({ read, request }) => {
    const { refresh } = await read();
    if (isFalsy(refresh)) return failed(400, { detail: "No refresh token provided." });
    if (!(await revoke(refresh, originOf(request.headers))))
      return failed(400, { detail: "Invalid token." });
    return ok({ detail: "Successfully logged out." });
  },
});

export const obtainTokenPair = operation({
  id: "token_obtain_pair",
  method: "POST",
  path: "/api/token/",
  ...common,
  summary: "Obtain a pair of tokens",
  limit: "sign_in_address",
  access: "anyone-unauthenticated",
  shownOnce: true,
  body: () => z.object({ username: text(), password: text(), otp: z.unknown().optional() }),
  input: z.object({ username: z.string(), password: z.string(), otp: describedOtp }),
  responses: {
    200: {
      description: "The tokens",
      schema: z.strictObject({ refresh: z.string(), access: z.string() }),
    },
    400: wrong,
  },
  example: { request: credentials, response: { refresh, access } },
  run: async ({ read, request }) => {
    const { username, password, otp } = await read();
    const given = { username, password, otp: codeOf(otp) };
    const found = await signInWithCredentials(given, request.headers);
    if ("refusal" in found) return failed(400, { detail: refusals[found.refusal] });
    const { refresh, access } = await issueTokenPair(found.id, originOf(request.headers));
    return ok({ refresh, access });
  },
});

export const refreshToken = operation({
  id: "token_refresh",
  method: "POST",
  path: "/api/token/refresh/",
  ...common,
  summary: "Get a new access token for a refresh token",
  limit: "token",
  access: "anyone-unauthenticated",
  shownOnce: true,
  ...fields("refresh"),
  responses: { 200: { description: "The token", schema: words("access") }, 400: wrong, 401: wrong },
  example: { request: { refresh }, response: { access } },
  run: async ({ read }) => {
    const access = await renew((await read()).refresh);
    if (access) return ok({ access });
    throw new HttpError(401, "Token refresh failed. Please log in again.", {
      "www-authenticate": 'Bearer realm="api"',
    });
  },
});
