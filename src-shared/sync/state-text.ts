// The state of a workfile as one text: equal texts mean equal records, because an edit's id stands for its value.

/** A record as both sides know it: the edit that made it, and the later edit of each group that has one. */
export type StampedRecord = {
  readonly kind: string;
  readonly id: string;
  readonly deleted: boolean;
  readonly edit: string;
  readonly edits: Readonly<Record<string, string>>;
};

/** What is hashed to compare a workfile: a line for each record and each group that was written since, in order. */
export function stateText(records: readonly StampedRecord[]): string {
  const lines: string[] = [];
  for (const { kind, id, deleted, edit, edits } of records) {
    const record = `${kind} ${id}`;
    lines.push(`${record} ${deleted ? 'deleted' : 'here'} ${edit}`);
    for (const group in edits) if (edits[group] !== edit) lines.push(`${record} ${group}=${edits[group]}`);
  }
  return lines.sort().join('\n');
}
