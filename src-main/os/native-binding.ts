// The one place that knows of runtimes for which the shipped SQLite addon is too new.

import { existsSync } from 'node:fs';
import path from 'node:path';

type Runtime = { readonly napi: string; readonly resources: string };

/** The addon that was compiled for this runtime; undefined where the shipped one fits. */
export function nativeBinding({ napi, resources }: Runtime): string | undefined {
  if (Number(napi) >= 10) return undefined;
  const own = path.join(resources, 'native', 'better_sqlite3.node');
  return existsSync(own) ? own : undefined;
}
