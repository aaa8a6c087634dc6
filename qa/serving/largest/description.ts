export type Json = Record<string, unknown>;

export type Property = {
  type?: string | string[];
  anyOf?: Property[];
  maxLength?: number;
  enum?: unknown[];
};

/** An operation as the API's description has it. */
export type Described = {
  method: string;
  path: string;
  id: string;
  isPublic: boolean;
  /** names of query parameters */
  query: string[];
  body?: { types: string[]; properties: Record<string, Property>; example: Json };
};

type Content = { schema: { $ref?: string }; example?: Json };
type Entry = {
  operationId: string;
  security?: unknown[];
  parameters?: { in?: string; name: string }[];
  requestBody?: { content: Record<string, Content> };
};
type Document = {
  paths: Record<string, Record<string, Entry>>;
  components: { schemas: Record<string, { properties?: Record<string, Property> }> };
};

/** Every operation that the server describes. */
export async function describedOperations(address: string): Promise<Described[]> {
  const document: Document = await (await fetch(`${address}/api/openapi.json`)).json();
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, entry]) => ({
      method: method.toUpperCase(),
      path,
      id: entry.operationId,
      isPublic: entry.security?.length === 0,
      query: (entry.parameters ?? []).flatMap((each) => (each.in === "query" ? each.name : [])),
      body: bodyOf(entry, document),
    })),
  );
}

function bodyOf({ requestBody }: Entry, { components }: Document): Described["body"] {
  if (!requestBody) return undefined;
  const [content] = Object.values(requestBody.content);
  const name = content?.schema.$ref?.split("/").at(-1) ?? "";
  return {
    types: Object.keys(requestBody.content),
    properties: components.schemas[name]?.properties ?? {},
    example: content?.example ?? {},
  };
}

const typesOf = ({ type, anyOf }: Property): string[] =>
  anyOf ? anyOf.flatMap(typesOf) : [type ?? []].flat();

/** Whether a property is a text, and not one of a list of words. */
export const isText = (property: Property) =>
  typesOf(property).includes("string") && !property.enum && !isAnything(property);

/** Whether a property is any JSON. */
export const isAnything = (property: Property) => typesOf(property).includes("object");

/** The longest text that a property may have, where it says so. */
export const maxLengthOf = ({ maxLength, anyOf = [] }: Property): number | undefined =>
  maxLength ?? anyOf.map(maxLengthOf).find(Boolean);
