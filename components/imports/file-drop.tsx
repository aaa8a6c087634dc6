"use client";

import { useRouter } from "next/navigation";
import { type DragEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { formatNumber } from "@/components/ui/format.ts";
import { Icon } from "@/components/ui/icon.tsx";
import { fileUpIcon } from "@/components/ui/icons.ts";
import { Notice } from "@/components/ui/notice.tsx";
import { Progress } from "@/components/ui/progress.tsx";
import { type UploadLine, uploadFile } from "./upload-file.ts";

type State = {
  file?: File;
  line?: UploadLine;
  error?: string;
};

/** Where a spreadsheet is dropped or picked; shows how far it is read, and can be stopped. */
export function FileDrop() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController>(null);
  const [over, setOver] = useState(false);
  const [{ file, line, error }, setState] = useState<State>({});

  async function send(chosen: File, sheet?: string) {
    stop.current?.abort();
    const controller = new AbortController();
    stop.current = controller;
    setState({ file: chosen, line: {} });
    try {
      await uploadFile(chosen, {
        sheet,
        signal: controller.signal,
        onLine: (said) => {
          if (said.error !== undefined) throw new Error(said.error);
          if (said.id) router.push(`/import/${said.id}`);
          setState({ file: chosen, line: said });
        },
      });
    } catch (problem) {
      if (controller.signal.aborted) return setState({});
      setState({ error: problem instanceof Error ? problem.message : "It could not be read." });
    }
  }

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [dropped] = event.dataTransfer.files;
    if (dropped) send(dropped);
  };

  if (file && line?.sheets) {
    return <SheetChoice names={line.sheets} onChoose={(sheet) => send(file, sheet)} />;
  }
  return (
    <section
      className="file-drop"
      aria-label="Your file"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <div role="alert">{error && <Notice tone="danger">{error}</Notice>}</div>
      {file && line ? (
        <Reading file={file} line={line} onStop={() => stop.current?.abort()} />
      ) : (
        <>
          <Icon of={fileUpIcon} />
          <p className="file-drop__title">Drop your spreadsheet here</p>
          <p className="dim">
            CSV, TSV or XLSX, up to 100 MB. Nothing is saved before you have seen it.
          </p>
          <Button variant="primary" onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <input
            ref={input}
            type="file"
            aria-label="Spreadsheet"
            className="sr-only"
            tabIndex={-1}
            accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            onChange={({ currentTarget }) => {
              const [picked] = currentTarget.files ?? [];
              if (picked) send(picked);
              currentTarget.value = "";
            }}
          />
        </>
      )}
    </section>
  );
}

const stepLabels = { read: "Reading", plan: "Working out each row" };

type ReadingProps = { file: File; line: UploadLine; onStop: () => void };

function Reading({ file, line, onStop }: ReadingProps) {
  const { step, rows = 0, of, id } = line;
  const label = id ? "Read. Opening what was found." : step ? stepLabels[step] : "Sending";
  const detail = of
    ? `${formatNumber(rows)} of ${formatNumber(of)} rows`
    : rows > 0
      ? `${formatNumber(rows)} rows`
      : file.name;
  return (
    <div className="file-drop__reading" role="status">
      <Progress label={label} detail={detail} value={of ? rows : undefined} max={of ?? 1} />
      <Button size="s" onClick={onStop}>
        Stop
      </Button>
    </div>
  );
}

function SheetChoice({ names, onChoose }: { names: string[]; onChoose: (name: string) => void }) {
  return (
    <section className="file-drop" aria-label="Which sheet">
      <p className="file-drop__title" role="status">
        Which sheet holds your applications?
      </p>
      <ul className="file-drop__sheets">
        {names.map((name) => (
          <li key={name}>
            <Button onClick={() => onChoose(name)}>{name}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
