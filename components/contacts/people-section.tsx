"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { mailIcon, xIcon } from "@/components/ui/icons.ts";
import { Link } from "@/components/ui/link.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { tried } from "@/components/ui/tried.ts";
import { linkPerson, unlinkPerson } from "@/lib/contacts/actions.ts";
import type { LinkTarget } from "@/lib/contacts/schema.ts";

// Fetched when somebody is to be added.
const PersonPicker = dynamic(() => import("./person-picker.tsx"), { ssr: false });

type Person = {
  id: number;
  link_id: number;
  name: string;
  /** kind, role and company */
  note: string;
  spoken: string | null;
  /** the address for a mail */
  mail: string | undefined;
};

/** Lists the people of a thing; one is added by typing a name or an e-mail address. */
export function PeopleSection({ of, people }: { of: LinkTarget; people: Person[] }) {
  const [adding, setAdding] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const close = () => {
    setAdding(false);
    opener.current?.querySelector("button")?.focus();
  };
  const add = async ({ id, typed }: { id?: number; typed?: string }) => {
    const result = await tried(() => linkPerson(of, id === undefined ? { typed } : { id }));
    if (result) showToast(result.message);
    if (result?.done) close();
  };
  return (
    <Card labelledBy="people">
      <CardHeader
        id="people"
        title="People"
        note={people.length || undefined}
        action={
          <div ref={opener}>
            <Button
              size="s"
              variant="quiet"
              aria-expanded={adding}
              onClick={() => setAdding(!adding)}
            >
              {adding ? "Cancel" : "Add"}
              <span className="sr-only"> {adding ? "adding a person" : "a person"}</span>
            </Button>
          </div>
        }
      />
      {adding && (
        <CardBody>
          <PersonPicker onChoose={add} onClose={close} />
        </CardBody>
      )}
      {people.length === 0 && !adding && (
        <CardBody>
          <p className="dim">Whom do you deal with here? Add the recruiter or the interviewers.</p>
        </CardBody>
      )}
      <ul>
        {people.map((person) => (
          <PersonRow key={person.link_id} person={person} of={of} />
        ))}
      </ul>
    </Card>
  );
}

function PersonRow({ person, of }: { person: Person; of: LinkTarget }) {
  const { id, link_id, name, note, spoken, mail } = person;
  const remove = async () => {
    const result = await tried(() => unlinkPerson(id, link_id));
    if (!result) return;
    const undo = async () => (await linkPerson(of, { id })).message;
    showToast(result.message, result.done && undo);
  };
  return (
    <li className="row-list__row">
      <div>
        <Link href={`/contacts/${id}`} className="row-list__name">
          {name}
        </Link>
        {note && <p className="row-list__note">{note}</p>}
        {spoken && <p className="row-list__note">{spoken}</p>}
      </div>
      {mail && (
        <a
          href={mail}
          className="button button--ghost button--sm button--icon-only"
          aria-label={`Write to ${name}`}
          title="Write"
        >
          <Icon of={mailIcon} />
        </a>
      )}
      <Button
        size="s"
        variant="quiet"
        icon
        aria-label={`Remove ${name} from here`}
        title="Remove from here"
        onClick={remove}
      >
        <Icon of={xIcon} />
      </Button>
    </li>
  );
}
