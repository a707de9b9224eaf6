// What this PC remembers of its user's likings; the database is the only place for it.

import { ok, type Result } from '../../src-shared/base/result.ts';
import { requests } from '../../src-shared/ipc/requests.ts';
import type { Settings } from '../../src-shared/ipc/shapes.ts';
import { readSetting, writeSetting } from '../db/settings.ts';
import type { Desk } from './desk.ts';

const name = 'window';
const usual: Settings = { theme: 'system', density: 'compact', layouts: {} };

/** The remembered likings, or the usual ones. */
export function readSettings({ store }: Desk): Result<Settings> {
  const text = readSetting(store, name);
  const parsed = text === null ? null : requests['settings.write'].parse(JSON.parse(text));
  return ok(parsed?.ok ? parsed.value : usual);
}

/** Remembers likings. */
export function writeSettings({ store }: Desk, settings: Settings): Result<null> {
  writeSetting(store, name, JSON.stringify(settings));
  return ok(null);
}
