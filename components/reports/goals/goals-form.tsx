import { ActionForm } from "@/components/forms/action-form.tsx";
import { CheckField } from "@/components/forms/check-field.tsx";
import { NumberField } from "@/components/forms/text-field.tsx";
import { Card, CardBody, CardHeader } from "@/components/ui/card.tsx";
import { saveGoals } from "@/lib/reports/goals/actions.ts";
import { type Goals, maxPerWeek, weekdays } from "@/lib/reports/goals/values.ts";

/** The weekly goal, and the days that break no streak. */
export function GoalsForm({ goals }: { goals: Goals }) {
  return (
    <Card className="no-print" labelledBy="goals">
      <CardHeader id="goals" title="Your goal" note="only for you" />
      <CardBody>
        <ActionForm
          formKey="goals"
          action={saveGoals}
          submit="Save"
          noDraft
          labels={{ weekly_goal: "Applications a week", rest_days: "Rest days" }}
        >
          <NumberField
            name="weekly_goal"
            label="Applications a week"
            help="Leave it empty for no goal."
            defaultValue={goals.weekly_goal}
            min={1}
            max={maxPerWeek}
          />
          <fieldset id="goals-rest_days" className="field-grid">
            <legend>Rest days</legend>
            <p className="field-grid__note">They never break a streak, whether you apply or not.</p>
            <div className="rest-days">
              {weekdays.map((label, at) => (
                <CheckField
                  key={label}
                  name={`rest_${at + 1}`}
                  label={label}
                  defaultChecked={goals.rest_days.includes(at + 1)}
                />
              ))}
            </div>
          </fieldset>
        </ActionForm>
      </CardBody>
    </Card>
  );
}
