// An appointment of a workfile: when somebody comes, and what for.

import { z } from 'zod';
import { isTimeOfDay } from '../../base/civil-time.ts';
import { isCivilDate } from '../../base/dates.ts';
import type { AppointmentId } from '../../base/ids.ts';
import { parentId, type RecordOf, recordSpec } from '../record.ts';
import { lineText } from '../text.ts';

/** What people come for. */
export const appointmentKinds = ['estimate', 'drop-off', 'inspection', 'pick-up', 'other'] as const;
export type AppointmentKind = (typeof appointmentKinds)[number];

/** The groups of an appointment; the moment is one of the shop's clock. */
export const appointmentSpec = recordSpec('appointment', {
  parent: z.object({ workfileId: parentId }),
  about: z.object({
    kind: z.enum(appointmentKinds).default('drop-off'),
    date: z
      .string()
      .refine((text): boolean => text === '' || isCivilDate(text))
      .default(''),
    time: z
      .string()
      .refine((text): boolean => text === '' || isTimeOfDay(text))
      .default(''),
    note: lineText(300).default(''),
  }),
});

export type Appointment = RecordOf<typeof appointmentSpec, AppointmentId>;
