import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import {
  keyRoundIcon,
  logInIcon,
  logOutIcon,
  mailIcon,
  shieldAlertIcon,
  userRoundIcon,
} from "@/components/ui/icons.ts";
import { DateText } from "@/components/ui/time.tsx";
import type { activityPage } from "@/lib/accounts/security-events/queries.ts";
import {
  alarmingKinds,
  type SecurityEventKind,
  securityEventLabels,
} from "@/lib/accounts/security-events/values.ts";
import { describeUserAgent } from "@/lib/accounts/user-agent.ts";
import { CardRow } from "../card-row.tsx";

type ShownEvent = Awaited<ReturnType<typeof activityPage>>["rows"][number];

const icons = [
  [/^signed_in|^passkey/, logInIcon],
  [/signed_out|session/, logOutIcon],
  [/^email/, mailIcon],
  [/^account|^admin/, userRoundIcon],
] as const;

/** The account's security log, newest first. */
export function ActivityCard({ events, whole }: { events: ShownEvent[]; whole: boolean }) {
  return (
    <Card labelledBy="activity">
      <CardHeader id="activity" title="What happened to your account" />
      {events.length === 0 ? (
        <CardBody>
          <p className="row-list__note">
            Nothing yet. Sign-ins, new passwords, tokens and the like are written down here, and
            kept for a year.
          </p>
        </CardBody>
      ) : (
        <ul>
          {events.map((event) => (
            <ActivityRow key={event.id} event={event} />
          ))}
        </ul>
      )}
      {whole && events.length > 0 && (
        <CardBody>
          <p className="row-list__note">
            That’s everything. If something here was not you, change your password: it signs out
            every other device and ends all tokens, calendar addresses and notifications there.
          </p>
        </CardBody>
      )}
    </Card>
  );
}

function ActivityRow({ event }: { event: ShownEvent }) {
  const alarming = alarmingKinds.some((kind) => kind === event.kind);
  const icon = alarming
    ? shieldAlertIcon
    : (icons.find(([form]) => form.test(event.kind))?.[1] ?? keyRoundIcon);
  const note = (
    <>
      {deviceText(event.user_agent)}
      {event.address && event.address !== "unknown" && `, from ${event.address}`},{" "}
      <DateText iso={event.happened_at} />, {event.happened_at.slice(11, 16)}
    </>
  );
  return <CardRow icon={icon} name={sentence(event)} note={note} alarm={alarming} />;
}

/** The event in words; a kind that a newer version wrote is shown as it is. */
function sentence({ kind, subject }: ShownEvent): string {
  const words = securityEventLabels[kind as SecurityEventKind] ?? kind.replaceAll("_", " ");
  return subject ? `${words}: ${subject}` : words;
}

const deviceText = (agent: string) =>
  agent === "console" ? "At the server’s console" : describeUserAgent(agent).words;
