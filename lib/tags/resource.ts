import { tag } from "../../db/schema/tags.ts";
import { tagFields } from "./fields.ts";

/** Tags as a resource of the API. They are no kind of thing: they have no page of their own, and are not searched for. */
export const tagResource = {
  name: "tag",
  table: tag,
  fields: tagFields,
  thing: "tag",
  tag: "Tags",
};
