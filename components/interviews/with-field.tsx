"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { xIcon } from "@/components/ui/icons.ts";
import { maxPeople } from "@/lib/interviews/values.ts";

// Fetched when somebody is to be named.
const PersonPicker = dynamic(() => import("../contacts/person-picker.tsx"), { ssr: false });

/** A contact by its id, or a name that was typed, with what is shown. */
type Chosen = { id?: number; typed?: string; name: string };

const isSame = (a: Chosen, b: Chosen) => a.id === b.id && a.typed === b.typed;

/** With whom an interview is: contacts that are found while a name is typed, or new ones. */
export function WithField({ label }: { label: string }) {
  const [people, setPeople] = useState<Chosen[]>([]);
  const [isAdding, setAdding] = useState(false);
  const opener = useRef<HTMLDivElement>(null);
  const close = () => {
    setAdding(false);
    opener.current?.querySelector<HTMLButtonElement>(":scope > button")?.focus();
  };
  const add = (chosen: Chosen) => {
    setPeople(people.some((each) => isSame(each, chosen)) ? people : [...people, chosen]);
    close();
  };
  return (
    <fieldset className="chip-choice">
      <legend className="label">{label}</legend>
      <div className="chip-choice__chips" ref={opener}>
        {people.map((person) => (
          <span key={person.id ?? person.typed} className="chip">
            <input
              type="hidden"
              name={person.id === undefined ? "with_name" : "with_id"}
              value={person.id ?? person.typed}
            />
            {person.name}
            <button
              type="button"
              className="with__remove"
              aria-label={`Remove ${person.name}`}
              onClick={() => setPeople(people.filter((each) => !isSame(each, person)))}
            >
              <Icon of={xIcon} />
            </button>
          </span>
        ))}
        {people.length < maxPeople && (
          <Button size="s" aria-expanded={isAdding} onClick={() => setAdding(!isAdding)}>
            Add a name
          </Button>
        )}
      </div>
      {isAdding && <PersonPicker onChoose={add} onClose={close} />}
    </fieldset>
  );
}
