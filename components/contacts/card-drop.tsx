"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { downloadIcon, fileUpIcon } from "@/components/ui/icons.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { PlainLink } from "@/components/ui/plain-link.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { sendPeople } from "./send-people.ts";

type Props = {
  /** whether there are contacts to download */
  some: boolean;
  /** what else can be done with what was brought */
  more?: ReactNode;
  children: ReactNode;
};

/** Around the list of contacts: a file of people that is dropped here, or picked below, is read. */
export function CardDrop({ some, more, children }: Props) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState("");

  async function send(file: File) {
    setPending(true);
    setError("");
    try {
      showToast(await sendPeople(file));
      router.refresh();
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : "It could not be read.");
    } finally {
      setPending(false);
    }
  }

  const isFile = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  const drop = (event: DragEvent) => {
    if (!isFile(event)) return;
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) send(dropped);
  };

  return (
    <section
      className="card-drop"
      aria-label="Contacts"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!isFile(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div role="alert">{error && <Notice tone="danger">{error}</Notice>}</div>
      {children}
      <div className="card-drop__ways">
        <Button size="s" pending={pending} onClick={() => !pending && input.current?.click()}>
          <Icon of={fileUpIcon} /> Add from an address book
        </Button>
        {some && (
          <PlainLink
            className="button button--outline button--sm"
            href="/api/contact/vcard/"
            download="contacts.vcf"
          >
            <Icon of={downloadIcon} /> Download all
          </PlainLink>
        )}
        <span className="card-drop__note">
          Choose a .vcf file or LinkedIn’s Connections.csv, or drop it here.
        </span>
        {more}
        <input
          ref={input}
          type="file"
          aria-label="Address book"
          className="sr-only"
          tabIndex={-1}
          accept=".vcf,.vcard,text/vcard,text/x-vcard,.csv,text/csv"
          onChange={({ currentTarget }) => {
            const [picked] = currentTarget.files ?? [];
            if (picked) send(picked);
            currentTarget.value = "";
          }}
        />
      </div>
    </section>
  );
}
