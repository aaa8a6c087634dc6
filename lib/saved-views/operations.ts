import "server-only";
import { savedView } from "../../db/schema/views.ts";
import type { Actor } from "../accounts/auth/actor.ts";
import { idParam, noContent, operation } from "../http/operation.ts";
import { resource } from "../http/resource.ts";
import { liveCollection } from "../lists/collection.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { createView, deleteView, restoreView, updateView } from "./commands.ts";
import { viewFields } from "./fields.ts";
import { stateOfParams } from "./lists.ts";
import { getView, type OwnedView } from "./queries.ts";
import { type ViewInput, viewInput } from "./schema.ts";
import { paramsOf, type ViewState } from "./state.ts";
import type { ViewKind } from "./values.ts";

const viewResource = {
  name: "saved_view",
  table: savedView,
  fields: viewFields,
  thing: "saved view",
  tag: "Saved views",
};

const wholeView = representationOf("SavedView", viewFields);

const bare: ViewState = { query: "", columns: "", density: "", sort: "", layout: "table" };

/** A body's state as its list reads it: what makes no sense there is dropped. */
const stateIn = (kind: ViewKind, body: Partial<ViewInput>, before: ViewState = bare) =>
  stateOfParams(kind, paramsOf({ ...before, ...body }));

const plain = resource(viewResource, {
  representation: wholeView,
  sample: sampleOf(viewFields),
  list: liveCollection(savedView, wholeView),
  body: viewInput,
  partialBody: (zone) => viewInput(zone).partial(),
  find: getView,
  create: (actor: Actor, body: ViewInput) =>
    createView(actor, { ...body, ...stateIn(body.kind, body) }),
  update: (actor, view: OwnedView, { kind: _, ...body }: Partial<ViewInput>, first) =>
    updateView(actor, view, { ...body, ...stateIn(view.kind, body, view) }, first),
  remove: deleteView,
});

export const savedViews = {
  ...plain,
  remove: { ...plain.remove, summary: "Delete a saved view; for 30 days it can be restored" },
  restore: operation({
    id: "restore_saved_view",
    method: "POST",
    path: "/api/saved_view/{id}/restore",
    tag: viewResource.tag,
    summary: "Bring back a deleted view",
    access: "user",
    params: idParam,
    responses: {
      204: { description: "It is back" },
      404: { description: "There is no such deleted view" },
    },
    run: async ({ actor, params }) => {
      await restoreView(actor, params.id);
      return noContent;
    },
  }),
};
