import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { contact, contactLink } from "../../db/schema/people.ts";
import { sublistOperation } from "../http/list-response.ts";
import { created, idParam, noContent, ok, operation } from "../http/operation.ts";
import { resource } from "../http/resource.ts";
import { collection, liveCollection } from "../lists/collection.ts";
import { representationOf, sampleOf } from "../records/derive.ts";
import { representation } from "../records/representation.ts";
import { createContact, deleteContact, updateContact } from "./commands.ts";
import { contactFields } from "./fields.ts";
import { contactKind } from "./kind.ts";
import { addLink, removeLink } from "./link-commands.ts";
import { getContact } from "./queries.ts";
import { contactInput, linkInput, targetOf } from "./schema.ts";

const wholeContact = representationOf("Contact", contactFields);

export const contacts = resource(contactKind, {
  representation: wholeContact,
  sample: sampleOf(contactFields),
  list: liveCollection(contact, wholeContact),
  body: contactInput,
  partialBody: (zone) => contactInput(zone).partial(),
  find: getContact,
  create: createContact,
  update: updateContact,
  remove: deleteContact,
});

const things = ["job_posting_id", "email_opportunity_id", "job_site_id", "interview_id"] as const;

const link = representation(
  "ContactLink",
  {
    id: "integer",
    contact_id: "integer",
    job_posting_id: "integer",
    email_opportunity_id: "integer",
    job_site_id: "integer",
    interview_id: "integer",
    is_documented: "boolean",
    created_at: "instant",
  },
  things,
);

const sample = {
  id: 5,
  contact_id: 1,
  job_posting_id: null,
  email_opportunity_id: 7,
  job_site_id: null,
  interview_id: null,
  is_documented: true,
  created_at: "2024-06-03T14:20:11.512000-07:00",
};

// A link to something in the trash is not there, until that comes back.
const isLive = sql`not exists (select 1 from job_posting p where p.id = contact_link.job_posting_id and p.deleted_at is not null)
  and not exists (select 1 from email_opportunity o where o.id = contact_link.email_opportunity_id and o.deleted_at is not null)
  and not exists (select 1 from job_site s where s.id = contact_link.job_site_id and s.deleted_at is not null)
  and not exists (select 1 from interview i where i.id = contact_link.interview_id and i.deleted_at is not null)`;

const ofContact = and(
  eq(contactLink.user_id, sql.placeholder("user")),
  eq(contactLink.contact_id, sql.placeholder("parent")),
);

const path = "/api/contact/{id}/links/";
const { tag } = contactKind;

const listContactLinks = sublistOperation(getContact, {
  id: "list_contact_links",
  path,
  tag,
  summary: "The postings, opportunities, sites and interviews that a contact is linked to, by id",
  list: collection({
    table: contactLink,
    scope: and(ofContact, isLive),
    representation: link,
    fields: link,
  }),
  sample,
});

const refusals = {
  403: { description: "The contact is another person's" },
  404: { description: "There is no such contact or link" },
};

const createContactLink = operation({
  id: "create_contact_link",
  method: "POST",
  path,
  tag,
  summary:
    "Link a contact to a posting, an opportunity, a site or an interview; a second time changes nothing",
  access: "user",
  params: idParam,
  body: linkInput,
  example: { request: { email_opportunity_id: 7 }, response: sample },
  responses: {
    200: { description: "It was linked already", schema: link.schema },
    201: { description: "Linked", schema: link.schema },
    400: { description: "What is wrong at each field" },
    409: { description: "There are as many links as there may be" },
    ...refusals,
  },
  run: async ({ actor, params, read }) => {
    const found = await getContact(actor, params.id);
    const { link: row, isNew } = await addLink(actor, found, targetOf(await read()));
    const body = link.one(row, actor.time_zone);
    return isNew ? created(`/api/contact/${found.id}/links/${row.id}`, body) : ok(body);
  },
});

const removeContactLink = operation({
  id: "delete_contact_link",
  method: "DELETE",
  path: `${path}{link_id}`,
  tag,
  summary: "Remove a link; the contact and what it was linked to stay",
  access: "user",
  params: idParam.extend({ link_id: idParam.shape.id }),
  responses: { 204: { description: "Gone" }, ...refusals },
  run: async ({ actor, params }) => {
    await removeLink(actor, await getContact(actor, params.id), params.link_id);
    return noContent;
  },
});

/** Listing, adding and removing what a contact belongs to. */
export const contactLinks = { listContactLinks, createContactLink, removeContactLink };
