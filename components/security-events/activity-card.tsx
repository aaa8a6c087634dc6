import { KeyRound, LogIn, LogOut, Mail, ShieldAlert, UserRound } from "lucide-react";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { RelativeTime } from "@/components/ui/time.tsx";
import { deviceOf } from "@/lib/device.ts";
import {
  alarmingKinds,
  type SecurityEventKind,
  securityEventWords,
} from "@/lib/security-events/values.ts";

export type ShownEvent = {
  id: number;
  /** with the reader's offset */
  happened_at: string;
  kind: string;
  subject: string;
  address: string;
  user_agent: string;
};

const icons = [
  [/^signed_in|^passkey/, LogIn],
  [/signed_out|session/, LogOut],
  [/^email/, Mail],
  [/^account|^admin/, UserRound],
] as const;

/** What happened to the account's safety, the newest first. */
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
            That is all. If something here was not you, change your password: it signs out every
            other device and ends all tokens.
          </p>
        </CardBody>
      )}
    </Card>
  );
}

function ActivityRow({ event }: { event: ShownEvent }) {
  const alarming = alarmingKinds.some((kind) => kind === event.kind);
  const Icon = alarming
    ? ShieldAlert
    : (icons.find(([form]) => form.test(event.kind))?.[1] ?? KeyRound);
  return (
    <li className={`row-list__row${alarming ? " row-list__row--alarm" : ""}`}>
      <Icon aria-hidden />
      <div>
        <p className="row-list__name">{sentence(event)}</p>
        <p className="row-list__note">
          {wordsOf(event.user_agent)}
          {event.address && event.address !== "unknown" && `, from ${event.address}`},{" "}
          <RelativeTime iso={event.happened_at} />, {event.happened_at.slice(11, 16)}
        </p>
      </div>
    </li>
  );
}

/** The event in words; a kind that a newer version wrote is shown as it is. */
function sentence({ kind, subject }: ShownEvent): string {
  const words = securityEventWords[kind as SecurityEventKind] ?? kind.replaceAll("_", " ");
  return subject ? `${words}: ${subject}` : words;
}

const wordsOf = (agent: string) =>
  agent === "console" ? "At the server’s console" : deviceOf(agent).words;
