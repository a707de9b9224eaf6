// Short words for tasks and appointments.

import type { Appointment, AppointmentKind } from '../../../src-shared/domain/plan/appointment.ts';
import { civilWords } from './plan-words.ts';

export const appointmentWords: Readonly<Record<AppointmentKind, string>> = {
  estimate: 'Estimate',
  'drop-off': 'Drop-off',
  inspection: 'Inspection',
  'pick-up': 'Pick-up',
  other: 'Other',
};

/** `Drop-off 11/25/2026 10:00, with the tow truck`. */
export const appointmentLine = ({ about }: Appointment): string =>
  [`${appointmentWords[about.kind]} ${civilWords(about)}`.trim(), about.note].filter((part) => part !== '').join(', ');
