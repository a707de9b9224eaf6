/** What a workfile's records become on their way to a PC: deflated with a dictionary, and hashed by their stamps. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import { bundleDictionaries, newestDictionary } from '../../src-shared/sync/bundle-dictionary.ts';
import type { BundledRecord } from '../../src-shared/sync/snapshot.ts';
import { type StampedRecord, stateText } from '../../src-shared/sync/state-text.ts';
import { sha256 } from './digest.ts';

// Not the synchronous one: that would stop every request meanwhile.
const deflate = promisify<zlib.InputType, zlib.ZlibOptions, Buffer>(zlib.deflate);
const options = { level: 6, dictionary: Buffer.from(bundleDictionaries.get(newestDictionary) ?? '') };

export const packRecords = async (records: readonly BundledRecord[]) => ({
  dictionary: newestDictionary,
  bytes: await deflate(JSON.stringify({ records }), options),
});

/** The hash of a workfile's state. */
export const stateHash = (records: readonly StampedRecord[]): string => sha256(stateText(records));
