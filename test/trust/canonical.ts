/** One text for one value, whatever the order of its names. */
import type { JsonObject, JsonValue } from '../../src-shared/sync/protocol.ts';

export const canonical = (value: JsonValue): string => JSON.stringify(sorted(value));

function sorted(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  const entries = Object.entries(value as JsonObject).map(([name, one]): [string, JsonValue] => [name, sorted(one)]);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
