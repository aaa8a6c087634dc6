import "server-only";
import { z } from "zod";
import { user } from "../../db/schema.ts";
import { checkCredentials } from "../auth/credentials.ts";
import { issuePair, renew, revoke } from "../auth/refresh.ts";
import { env } from "../env.ts";
import { Invalid } from "../errors.ts";
import { missing, text } from "../fields.ts";
import { collection } from "../http/collection.ts";
import { HttpError } from "../http/errors.ts";
import { listing } from "../http/listing.ts";
import { type Answer, ok, operation } from "../http/operation.ts";
import { representation } from "../http/representation.ts";
import { nameFault, registerPerson, updateProfile } from "./commands.ts";
import { getProfile, getProfileOf } from "./queries.ts";
import { isFalsy, profileInput } from "./schema.ts";

const tag = "People";
// Fields whose faults these operations word themselves, as documented.
const fields = (...names: string[]) => {
  const shape = z.object(Object.fromEntries(names.map((name) => [name, z.unknown().optional()])));
  return () => shape;
};
const words = (name: string) => z.strictObject({ [name]: z.string() });
const wrong = { description: "What is wrong" };

const brief = representation("User", {
  id: "integer",
  username: "text",
  email: "text",
  first_name: "text",
  last_name: "text",
});

const whole = representation(
  "UserWithSettings",
  {
    id: "integer",
    username: "text",
    email: "text",
    first_name: "text",
    last_name: "text",
    bio: "text",
    user_greeting: "text",
    color_mode: "text",
    dashboard_first_date: "instant",
    dashboard_second_date: "instant",
  },
  ["dashboard_first_date", "dashboard_second_date"],
);

const failed = (status: number, body: object): Answer => ({ status, body });

export const registerUser = operation({
  id: "register_user",
  method: "POST",
  path: "/api/auth/register/",
  tag,
  summary: "Register",
  access: "anyone",
  body: fields("username", "email", "first_name", "last_name", "password"),
  responses: {
    201: { description: "Registered", schema: words("message") },
    400: wrong,
    403: wrong,
  },
  run: async ({ read }) => {
    try {
      await registerPerson(await read());
      return { status: 201, body: { message: "User successfully registered." } };
    } catch (error) {
      if (!(error instanceof Invalid)) throw error;
      const sentences = Object.values(error.fields).flat();
      const all = "All fields are required: username, email, first_name, last_name, and password.";
      return failed(400, { error: sentences.includes(missing) ? all : sentences[0] });
    }
  },
});

export const authenticateUser = operation({
  id: "authenticate_user",
  method: "POST",
  path: "/api/auth/login/",
  tag,
  summary: "Sign in for a pair of tokens and the profile",
  access: "anyone",
  body: fields("username", "password"),
  responses: {
    200: {
      description: "Signed in",
      schema: z.strictObject({ access: z.string(), refresh: z.string(), user: whole.schema }),
    },
    400: wrong,
    401: wrong,
  },
  run: async ({ read }) => {
    const { username, password } = await read();
    if (isFalsy(username) || isFalsy(password))
      throw error(400, "Username and password are required.");
    const person =
      typeof username === "string" && typeof password === "string"
        ? await checkCredentials(username, password)
        : null;
    if (!person) throw error(401, "Invalid credentials.");
    return ok({ ...(await issuePair(person.id)), user: await profileOnWire(person.id) });
  },
});

const error = (status: number, sentence: string) =>
  new HttpError(status, sentence, {}, { error: sentence });

async function profileOnWire(id: number) {
  const profile = await getProfileOf(id);
  return whole.one(profile, profile.time_zone || env().TIME_ZONE);
}

export const logoutUser = operation({
  id: "logout_user",
  method: "POST",
  path: "/api/auth/logout/",
  tag,
  summary: "End a refresh token",
  access: "anyone",
  body: fields("refresh"),
  responses: { 200: { description: "Ended", schema: words("detail") }, 400: wrong },
  run: async ({ read }) => {
    const { refresh } = await read();
    if (isFalsy(refresh)) return failed(400, { detail: "No refresh token provided." });
    if (!(await revoke(refresh))) return failed(400, { detail: "Invalid token." });
    return ok({ detail: "Successfully logged out." });
  },
});

const profileChange = (method: "PUT" | "PATCH") =>
  operation({
    id: method === "PUT" ? "update_user_info" : "change_user_info",
    method,
    path: "/api/custom_user/update/",
    tag,
    summary: "Change your profile; what is not sent is kept",
    access: "user-first",
    body: profileInput,
    check: async (actor, { username }) => nameFault(actor, username),
    partial: true,
    responses: { 200: { description: "Changed", schema: words("message") }, 400: wrong },
    run: async ({ actor, caller, read }) => {
      await updateProfile(actor, await read(), caller);
      return ok({ message: "User info updated successfully." });
    },
  });

export const updateUserInfo = profileChange("PUT");
export const changeUserInfo = profileChange("PATCH");

const everybody = collection({
  table: user,
  scope: undefined,
  representation: brief,
  fields: brief,
});

export const listAllUsers = operation({
  id: "list_all_users",
  method: "GET",
  path: "/api/custom_user/all/",
  tag,
  summary: "Everybody, by id; for admins",
  access: "admin-first",
  responses: { 200: { description: "The list", schema: z.array(brief.schema) }, 403: wrong },
  list: everybody,
  run: (call) => listing(everybody, call),
});

export const obtainTokenPair = operation({
  id: "token_obtain_pair",
  method: "POST",
  path: "/api/token/",
  tag,
  summary: "Obtain a pair of tokens",
  access: "anyone-blind",
  body: () => z.object({ username: text(), password: text() }),
  responses: {
    200: {
      description: "The tokens",
      schema: z.strictObject({ refresh: z.string(), access: z.string() }),
    },
    400: wrong,
  },
  run: async ({ read }) => {
    const { username, password } = await read();
    const person = await checkCredentials(username, password);
    if (!person) return failed(400, { detail: "Invalid credentials." });
    const { refresh, access } = await issuePair(person.id);
    return ok({ refresh, access });
  },
});

export const refreshToken = operation({
  id: "token_refresh",
  method: "POST",
  path: "/api/token/refresh/",
  tag,
  summary: "Get a new access token for a refresh token",
  access: "anyone-blind",
  body: fields("refresh"),
  responses: { 200: { description: "The token", schema: words("access") }, 400: wrong, 401: wrong },
  run: async ({ read }) => {
    const access = await renew((await read()).refresh);
    if (access) return ok({ access });
    throw new HttpError(401, "Token refresh failed. Please log in again.", {
      "www-authenticate": 'Bearer realm="api"',
    });
  },
});

export const readMe = operation({
  id: "user_profile",
  method: "GET",
  path: "/api/me/",
  tag,
  summary: "Whoever calls",
  access: "user-first",
  responses: { 200: { description: "You", schema: brief.schema } },
  run: async ({ actor }) => ok(brief.one(await getProfile(actor), actor.time_zone)),
});
