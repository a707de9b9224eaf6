// Why a milestone or a status stays as it is; a window asks for none of these unless it was late.

export const planConflicts: Readonly<Record<string, { readonly what: string; readonly todo: string }>> = {
  'undo-milestone': {
    what: 'A completed milestone is re-opened with a reason, and not by Undo.',
    todo: 'Re-open it under Repair plan; Undo goes on with what was done before.',
  },
  'milestone-complete': { what: 'This milestone is complete already.', todo: 'Leave it as it is.' },
  'milestone-open': { what: 'This milestone is open already.', todo: 'Leave it as it is.' },
  'milestone-earlier-open': {
    what: 'An earlier milestone is not complete yet.',
    todo: 'Complete the milestones in their order.',
  },
  'milestone-in-future': {
    what: 'The actual date is in the future.',
    todo: 'Correct it, then complete the milestone.',
  },
  'milestone-before': {
    what: 'The actual date is before an earlier milestone.',
    todo: 'Correct it, then complete the milestone.',
  },
  'reschedule-no-vehicle-in': {
    what: 'Nobody said when the vehicle comes in.',
    todo: 'Fill in the actual or the planned date of Vehicle In.',
  },
  'reschedule-no-hours': { what: 'The estimate has no hours yet.', todo: 'Write its lines first.' },
  'reschedule-out': { what: 'The vehicle is out already.', todo: 'Leave the plan as it is.' },
  'status-no-date': { what: 'Events have no Vehicle In date yet.', todo: 'Type the date first.' },
  'status-in-future': {
    what: 'The Vehicle In date is in the future.',
    todo: 'Update the status when the vehicle is in.',
  },
  'status-up-to-date': { what: 'The status is up to date.', todo: 'Leave it as it is.' },
};
