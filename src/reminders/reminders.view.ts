import { type Locale } from '../i18n/i18n.js';
import { type ReminderKind, reminderText } from '../i18n/reminders.js';
import { type Cause } from './cause.js';

export class ReminderView {
  kind: ReminderKind;
  /** The plan, request, record, qualification or, where several things wait together, the assessment. */
  subjectId: string;
  assessmentId: string | null;
  bodyId: string;
  /** How many things wait together. */
  count: number;
  /** The instant since when the oldest has waited. */
  since: string;
  /** The last day for it, where there is one; a day in Taiwan. */
  dueOn: string | null;
  /** In the language asked for. */
  text: string;
}

export function reminderView({ words, ...cause }: Cause, locale: Locale): ReminderView {
  return { ...cause, text: reminderText(cause.kind, words, locale) };
}
