import { Card, CardHeader } from "@/components/ui/card.tsx";
import { StatusMark } from "@/components/ui/status-mark.tsx";

const rows = [
  ["Lindenhof Studio", "Interview on Thursday, 10:30", "engaged", "Actively engaged"],
  ["Pelican Freight", "Sent 9 days ago", "waiting", "Awaiting feedback"],
  ["Marble & Oak", "They would like you to start in May", "offer", "Offer"],
  ["Tarn Instruments", "Found on their careers page", "saved", "Saved"],
] as const;

/** A made-up glance at the app, as a picture: nothing in it can be reached or is read out. */
export function WelcomePicture() {
  return (
    <div className="welcome__picture" aria-hidden inert>
      <Card>
        <CardHeader title="Where things stand" note="as an example" />
        <ul>
          {rows.map(([company, note, kind, words]) => (
            <li key={company}>
              <div>
                <p className="welcome__company">{company}</p>
                <p className="welcome__note">{note}</p>
              </div>
              <StatusMark kind={kind}>{words}</StatusMark>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
