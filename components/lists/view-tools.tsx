"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Icon } from "@/components/ui/icon.tsx";
import { chevronDownIcon, plusIcon } from "@/components/ui/icons.ts";
import { Menu } from "@/components/ui/menu.tsx";
import { showToast } from "@/components/ui/toasts.ts";
import { withBase } from "@/lib/base-path.ts";
import type { ActionResult } from "@/lib/forms/click-action.ts";
import {
  bringBackView,
  removeView,
  replaceView,
  setDefaultView,
  shiftView,
} from "@/lib/saved-views/actions.ts";
import type { ViewKind } from "@/lib/saved-views/values.ts";
import { ViewDialog } from "./view-dialog.tsx";

export type ShownView = {
  id: number;
  name: string;
  is_default: boolean;
  isFirst: boolean;
  isLast: boolean;
  /** whether the list is shown otherwise than it was saved */
  isChanged: boolean;
};

type Props = {
  kind: ViewKind;
  path: string;
  view: ShownView | undefined;
  /** shows to anybody what is shown now */
  address: string;
};

const say = async (answer: Promise<ActionResult<unknown>>) => showToast((await answer).message);

/** Saves how a list is shown as a view, and changes the view that is shown. */
export function ViewTools({ kind, path, view, address }: Props) {
  const router = useRouter();
  const [asking, setAsking] = useState<"new" | "name">();
  const shown = { kind, query: new URL(address, "http://here").search.slice(1) };
  return (
    <>
      {view?.isChanged && (
        <Button variant="quiet" size="s" onClick={() => say(replaceView(view.id, shown))}>
          Save changes
        </Button>
      )}
      {view && (
        <Menu
          variant="quiet"
          size="s"
          label={`The view ${view.name}`}
          name={`The view ${view.name}`}
          items={itemsOf(view)}
        >
          View <Icon of={chevronDownIcon} />
        </Menu>
      )}
      {(!view || view.isChanged) && (
        <Button variant="quiet" size="s" aria-haspopup="dialog" onClick={() => setAsking("new")}>
          <Icon of={plusIcon} /> {view ? "Save as new" : "Save this view"}
        </Button>
      )}
      <ViewDialog
        open={asking}
        list={shown}
        view={view}
        onSaved={(id) => {
          setAsking(undefined);
          if (id !== undefined) router.push(`${path}?view=${id}`, { scroll: false });
        }}
        onClose={() => setAsking(undefined)}
      />
    </>
  );

  function itemsOf({ id, is_default, isFirst, isLast }: ShownView) {
    const remove = async () => {
      const { message, done } = await removeView(id);
      showToast(
        message,
        done === undefined ? undefined : async () => (await bringBackView(done)).message,
      );
      if (done) router.push(`${path}?show=all`, { scroll: false });
    };
    return [
      { id: "rename", label: "Rename…", action: () => setAsking("name") },
      {
        id: "default",
        label: is_default ? "No longer the default" : "Make it the default",
        action: () => say(setDefaultView(id, !is_default)),
      },
      ...(isFirst
        ? []
        : [{ id: "left", label: "Move left", action: () => say(shiftView(id, -1)) }]),
      ...(isLast
        ? []
        : [{ id: "right", label: "Move right", action: () => say(shiftView(id, 1)) }]),
      {
        id: "link",
        label: "Copy its link",
        action: async () => {
          await navigator.clipboard?.writeText(new URL(withBase(address), location.href).href);
          showToast(navigator.clipboard ? "Copied" : "Copy it from the address bar.");
        },
      },
      { id: "delete", label: "Delete", danger: true, action: remove },
    ];
  }
}
