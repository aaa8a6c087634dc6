"use client";

import { startTransition, useActionState } from "react";
import { saveColorMode } from "@/lib/accounts/users/actions.ts";
import type { ColorModeName } from "@/lib/accounts/users/values.ts";
import type { FormAction } from "@/lib/forms/form-state.ts";
import { Icon } from "../../ui/icon.tsx";
import { monitorIcon, moonIcon, sunIcon } from "../../ui/icons.ts";
import { tried } from "../../ui/tried.ts";
import { useHydrated } from "../../ui/use-hydrated.ts";

const modes = [
  { value: "light", label: "Light", note: "Dark ink on paper", icon: sunIcon },
  { value: "dark", label: "Dark", note: "Easy on the eyes at night", icon: moonIcon },
  {
    value: "system",
    label: "As the device",
    note: "Follows day and night there",
    icon: monitorIcon,
  },
] as const satisfies readonly { value: ColorModeName; [rest: string]: unknown }[];

/** Colour mode: light, dark or the device's; applied and saved at once. */
export function ColorMode({ current }: { current: string }) {
  const hydrated = useHydrated();
  const run: FormAction = async (before, form) =>
    (await tried(() => saveColorMode(before, form))) ?? { message: "Not saved. Try again." };
  const [state, save, pending] = useActionState(hydrated ? run : saveColorMode, {});
  const choose = (form: HTMLFormElement, mode: ColorModeName) => {
    document.documentElement.dataset.theme = mode;
    startTransition(() => save(new FormData(form)));
  };
  return (
    <form action={save} className="color-mode">
      <fieldset>
        <legend>Colours</legend>
        <div className="color-mode__choices">
          {modes.map(({ value, label, note, icon }) => (
            <label key={value} className="color-mode__choice">
              <input
                type="radio"
                name="color_mode"
                value={value}
                defaultChecked={value === current}
                onChange={({ target }) => target.form && choose(target.form, value)}
              />
              <Icon of={icon} />
              <span>
                {label}
                <small>{note}</small>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <p role="status" className="color-mode__state">
        {pending ? "Saving…" : (state.message ?? (state.saved && "Saved"))}
        {state.signed_out && "You are signed out, so this lasts until you leave the page."}
      </p>
      <noscript>
        <button type="submit" className="button button--primary">
          Save
        </button>
      </noscript>
    </form>
  );
}
