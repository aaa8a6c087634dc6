import { LinkTabs, PageHeader } from "@/components/ui/page-header.tsx";

const parts = [
  { href: "/settings/profile", label: "Profile" },
  { href: "/settings/appearance", label: "Appearance" },
  { href: "/settings/statuses", label: "Statuses" },
  { href: "/settings/security", label: "Security" },
  { href: "/settings/reminders", label: "Reminders" },
  { href: "/settings/calendar", label: "Calendar" },
  { href: "/settings/tags", label: "Tags" },
  { href: "/settings/browser", label: "Browser" },
  { href: "/settings/tokens", label: "Tokens" },
  { href: "/settings/activity", label: "Activity" },
  { href: "/settings/account", label: "Account" },
  { href: "/settings/about", label: "About" },
] as const;

/** Title and tabs of the settings; `current` is the selected tab. */
export function SettingsHeader({ current }: { current: (typeof parts)[number]["label"] }) {
  const items = parts.map((part) => ({ ...part, current: part.label === current }));
  return (
    <>
      <PageHeader title="Settings" />
      <div className="settings-parts">
        <LinkTabs label="Parts of the settings" items={items} />
      </div>
    </>
  );
}
