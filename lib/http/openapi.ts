import { z } from "zod";
import { basePath } from "../base-path.ts";
import {
  bodyTypes,
  commonHeaders,
  refusalExamples,
  refusals,
  securitySchemes,
  tagDescriptions,
} from "./openapi-parts.ts";
import { queryParameters } from "./openapi-query.ts";
import type { Operation } from "./operation.ts";

type Json = Record<string, unknown>;

/** The description of operations as OpenAPI 3.1, made from what serves them. */
export function openApi(operations: readonly Operation[], version: string): Json {
  const schemas = new Schemas();
  const paths: Record<string, Json> = {};
  for (const operation of operations) {
    const path = operation.path.replace(/\/$/, "");
    paths[path] = {
      ...paths[path],
      [operation.method.toLowerCase()]: operationOf(operation, schemas),
    };
  }
  const tags = [...new Set(operations.map(({ tag }) => tag))].map((name) => ({
    name,
    description: tagDescriptions[name] ?? `${name} over the API`,
  }));
  return {
    openapi: "3.1.0",
    info: {
      title: "Foothold",
      version,
      summary: "A job hunt: sites, postings, opportunities and where they stand.",
      description,
      license: { name: "AGPL-3.0-or-later", identifier: "AGPL-3.0-or-later" },
    },
    servers: [{ url: basePath || "/", description: "This server" }],
    tags,
    security: [{ token: [] }, { session: [] }],
    paths,
    components: { schemas: schemas.all, securitySchemes, ...commonHeaders },
  };
}

const description =
  `Every path also answers with a slash at its end. Date-times without an offset are read in
the person's time zone, and all are written in it. Bodies may be JSON, form-encoded or multipart. What is wrong
with a field comes back under its name; anything else as \`detail\` or \`error\`.`.replaceAll(
    "\n",
    " ",
  );

/** The schemas that have a name, each once; others stand where they are used. */
class Schemas {
  readonly all: Record<string, Json> = {
    FieldErrors: {
      type: "object",
      description: "Field → what is wrong with it",
      additionalProperties: { type: "array", items: { type: "string" } },
    },
    Detail: {
      type: "object",
      required: ["detail"],
      properties: {
        detail: { type: "string" },
        code: { type: "string" },
        messages: { type: "array", items: { type: "object" } },
      },
    },
    Fault: { type: "object", required: ["error"], properties: { error: { type: "string" } } },
  };

  named(name: string, schema: z.ZodType): Json {
    this.all[name] = this.of(schema, "input");
    return { $ref: `#/components/schemas/${name}` };
  }

  of(schema: z.ZodType, io: "input" | "output"): Json {
    const wrapper = z.toJSONSchema(z.object({ it: schema }), {
      io,
      unrepresentable: "any",
    }) as Json;
    for (const [name, definition] of Object.entries(
      (wrapper.$defs ?? {}) as Record<string, Json>,
    )) {
      const { id: _, ...named } = definition;
      this.all[name] = rewriteRefs(named);
    }
    return rewriteRefs((wrapper.properties as Record<string, Json>).it ?? {});
  }
}

const rewriteRefs = (schema: Json): Json =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/'));

function operationOf(operation: Operation, schemas: Schemas): Json {
  const isPublic = operation.access.startsWith("anyone");
  return {
    operationId: operation.id,
    tags: [operation.tag],
    summary: operation.summary,
    ...(operation.scope ? { description: scopeSays(operation.scope) } : {}),
    ...(isPublic ? { security: [] } : {}),
    parameters: [
      ...pathParameters(operation, schemas),
      ...queryParameters(operation),
      ...ownQuery(operation, schemas),
      ...headersOf(operation),
    ],
    ...(operation.file ? { requestBody: fileBodyOf(operation.file) } : {}),
    ...(operation.body ? { requestBody: bodyOf(operation, schemas) } : {}),
    responses: responsesOf(operation, schemas, isPublic),
  };
}

const scopeSays = (scope: string) =>
  `A personal token whose only scope is \`${scope}\` may call this, and nothing else.`;

function pathParameters({ path, params }: Operation, schemas: Schemas): Json[] {
  const shape = params instanceof z.ZodObject ? (params.shape as Record<string, z.ZodType>) : {};
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => ({
    name,
    in: "path",
    required: true,
    schema:
      name === "id"
        ? { type: "integer", minimum: 1 }
        : schemas.of(shape[name] ?? z.string(), "input"),
  }));
}

function ownQuery({ query }: Operation, schemas: Schemas): Json[] {
  if (!query) return [];
  const { properties = {} } = schemas.of(query, "input");
  return Object.entries(properties as Record<string, Json>).map(
    ([name, { description: text, ...schema }]) => ({
      name,
      in: "query",
      ...(text ? { description: text } : {}),
      schema,
    }),
  );
}

/** Where a caller is looked for, and so may name a request. */
const acceptsIdempotencyKey = ({ method, access }: Operation) =>
  method === "POST" && access !== "anyone-unauthenticated";

function headersOf(operation: Operation): Json[] {
  const { method } = operation;
  const use = (name: string) => ({ $ref: `#/components/parameters/${name}` });
  if (method === "GET") return [use("IfNoneMatch")];
  if (acceptsIdempotencyKey(operation)) return [use("IdempotencyKey")];
  return operation.conditional ? [use("IfMatch")] : [];
}

function bodyOf(
  { id, body, files, input, example, mergePatch }: Operation,
  schemas: Schemas,
): Json {
  const schema = body ? schemas.named(`${id}_body`, input ?? body("UTC")) : {};
  const patch = mergePatch ? ["application/merge-patch+json"] : bodyTypes;
  const types = files ? ["multipart/form-data"] : patch;
  const content =
    example?.request === undefined ? { schema } : { schema, example: example.request };
  return { required: true, content: Object.fromEntries(types.map((type) => [type, content])) };
}

const fileBodyOf = ({ types }: NonNullable<Operation["file"]>): Json => ({
  required: true,
  content: Object.fromEntries(
    types.map((type) => [type, { schema: { type: "string", contentMediaType: type } }]),
  ),
});

/** The answers that follow from what an operation is: status, whether it can come, and what it says. */
function commonResponses(operation: Operation, isPublic: boolean) {
  const { method, params, list, query, paged, limit, conditional } = operation;
  const body = operation.body ?? operation.file;
  const hasKey = acceptsIdempotencyKey(operation);
  const answers: [number, unknown, string][] = [
    [400, body || list || query || paged || hasKey, "What is wrong"],
    [401, !isPublic, "Not signed in, or the token is invalid"],
    [403, !isPublic, "A token without the scope for it"],
    [404, params, "There is no such thing"],
    [406, true, "Not a type that is written"],
    [409, hasKey, "The first request with this Idempotency-Key still runs"],
    [412, conditional, "It was changed meanwhile"],
    [413, body, "The body is too large"],
    [415, body, "Not a type that is read"],
    [422, hasKey, "The Idempotency-Key was another request's"],
    [
      429,
      limit || (method !== "GET" && !isPublic),
      "Too many requests; Retry-After says for how long to wait",
    ],
  ];
  const possible = answers.filter(([, canCome]) => canCome);
  return Object.fromEntries(possible.map(([status, , description]) => [status, { description }]));
}

function responsesOf(operation: Operation, schemas: Schemas, isPublic: boolean): Json {
  const all: Operation["responses"] = {
    ...commonResponses(operation, isPublic),
    ...operation.responses,
  };
  const responses: Record<string, Json> = {};
  for (const [status, { description: text, schema }] of Object.entries(all)) {
    const content = contentOf(Number(status), schema && schemas.of(schema, "output"), operation);
    responses[status] = {
      description: text,
      headers: responseHeaders(Number(status), operation),
      ...(content ? { content: { [typeOf(Number(status), operation)]: content } } : {}),
    };
  }
  if (operation.method === "GET") responses[304] = { description: "The client has it already" };
  return responses;
}

const typeOf = (status: number, { produces }: Operation) =>
  status < 300 && produces ? produces : "application/json";

function responseHeaders(status: number, { method, list, paged }: Operation): Json {
  const use = (name: string) => ({ $ref: `#/components/headers/${name}` });
  return {
    "X-Request-Id": use("RequestId"),
    ...(method === "GET" && status === 200 ? { ETag: use("ETag") } : {}),
    ...((list || paged) && status === 200 ? { Link: use("Link") } : {}),
    ...(status === 429 ? { "Retry-After": use("RetryAfter") } : {}),
  };
}

function contentOf(status: number, schema: Json | undefined, { badRequest, example }: Operation) {
  if (!schema && status < 300) return undefined;
  if (!schema && status === 400 && badRequest) {
    return { schema: refusals, example: { error: badRequest } };
  }
  if (!schema) return { schema: refusals, example: refusalExamples[status] };
  // The example is of what is asked for, and not of a refusal that has a shape of its own.
  const shown = status < 300 ? example?.response : undefined;
  return shown === undefined ? { schema } : { schema, example: shown };
}
