"use client";

import { Dialog } from "../ui/dialog.tsx";
import { dailyPlaces, morePlaces } from "./places.ts";

// What `keys.ts` and the forms listen to.
const keyHelp: { title: string; keys: [string, string][] }[] = [
  {
    title: "Anywhere",
    keys: [
      ["Ctrl K", "Find anything"],
      ["/", "Search this list, or find"],
      ["n", "Add a posting"],
      ["f", "Follow up, on this page’s subject"],
      ["Ctrl Enter", "Save a form"],
      ["u", "Undo, while the message shows"],
      ["?", "This list"],
    ],
  },
  {
    title: "Adding a posting",
    keys: [
      ["Enter", "Read what is in the box, or type it yourself"],
      ["Ctrl Enter", "Save"],
      ["Ctrl Shift Enter", "Save as applied"],
    ],
  },
  {
    title: "In a list",
    keys: [
      ["j", "Next row"],
      ["k", "Row before"],
      ["Enter", "Open"],
      ["Space", "Read beside the list"],
      ["e", "Edit"],
      ["x", "Select the row"],
      ["Shift j", "Select on, or with k back"],
      ["s", "Status of what is selected"],
      ["Esc", "Select nothing"],
    ],
  },
  {
    title: "On a posting or an opportunity",
    keys: [
      ["j", "Next one of its list"],
      ["k", "The one before"],
      ["e", "Edit"],
    ],
  },
  {
    title: "On a board",
    keys: [
      ["→ Enter", "Take the card, by its handle"],
      ["← →", "Another column, while it is held"],
      ["Enter", "Drop it there"],
      ["Esc", "Put it back"],
    ],
  },
  {
    title: "On Today",
    keys: [
      ["d", "Done"],
      ["s", "Snooze"],
      ["w", "Not worth it, and more"],
    ],
  },
  {
    title: "On the calendar",
    keys: [
      ["← → ↑ ↓", "Another day"],
      ["Page ↑", "The month before"],
      ["Page ↓", "The month after"],
      ["Enter", "Open the day, or the entry"],
      ["m", "Move the entry"],
      ["t", "Today"],
    ],
  },
  {
    title: "Go to",
    keys: [...dailyPlaces, ...morePlaces].map(({ letter, label }) => [`g ${letter}`, label]),
  },
];

/** The list of keys. */
export default function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys" wide>
      <div className="shortcut-help">
        {keyHelp.map(({ title, keys }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    {key.split(" ").map((part) => (
                      <kbd key={part} className="key">
                        {part}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{what}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
