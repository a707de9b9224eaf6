// The number of a repair order to be, where the dealer's system reserves it.

/** Said under an RO number that nobody types; `next` is the next of this PC, empty where it has none. */
export function emptyNumberWords(next: string, reservation: 'now' | 'later' | 'none'): string {
  if (reservation === 'now') return 'Leave it empty: the DMS reserves it, and it is the DMS Repair ID, too';
  const own =
    next === '' ? 'Leave it empty: the cloud gives the next one' : `Leave it empty for ${next}, the next of this PC`;
  return reservation === 'none' ? own : `${own}; the DMS Repair ID is reserved later and may differ`;
}

/** Said while the dealer's system is asked. */
export const reserving =
  'The DMS is asked for the number, for some seconds at most. If it does not answer, the repair order gets the shop’s own, and the DMS Repair ID follows.';
