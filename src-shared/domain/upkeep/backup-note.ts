// What a backup says of itself.

import { z } from 'zod';
import { backupKinds } from './backups.ts';

const shape = z.object({
  kind: z.enum(backupKinds),
  madeAt: z.number(),
  device: z.string(),
  schema: z.number(),
  workfiles: z.number(),
  unsent: z.number(),
  mark: z.string(),
  damage: z
    .object({ rows: z.number(), tables: z.array(z.string()) })
    .nullable()
    .default(null),
});

/** When and why it was made, of which device and schema, what it holds, and how far the data were. */
export type BackupNote = Readonly<z.output<typeof shape>>;

/** What of the data was damaged when they were copied: rows kept as they were read, tables of which a part is missing. */
export type BackupDamage = NonNullable<BackupNote['damage']>;

/** Reads what a copy says of itself; undefined where it says nothing that can be read. */
export function parseBackupNote(text: string): BackupNote | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
