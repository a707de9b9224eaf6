// Fetches one file of a photo into a file without a name; it gets its name only if it is what was asked for.

import type { Failure } from '../../src-shared/base/failure.ts';
import { type FileCause, fileCause } from '../../src-shared/base/file-trouble.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { maxThumbBytes } from '../../src-shared/domain/photo/photo.ts';
import { readThumb } from '../../src-shared/domain/photo/read-image.ts';
import type { PhotoFile } from '../db/photo-file.ts';
import type { PhotoFiles, Unnamed } from '../files/photo-files.ts';
import type { Bytes, CloudClient } from './cloud-client.ts';

export type DownloadJob = {
  readonly client: CloudClient;
  readonly token: string;
  readonly files: PhotoFiles;
  readonly file: PhotoFile;
  /** Resolves when the line is free for the next piece. */
  readonly turn: () => Promise<unknown>;
  readonly progress: (percent: number) => void;
};

const silenceMs = 30_000;
const offline: Failure = { kind: 'offline' };

/** `conflict` when what came is not what its name says. */
export async function downloadPhoto(job: DownloadJob): Promise<Result<null>> {
  await job.turn();
  const stream = await job.client.photo(job.token, job.file);
  if (!stream.ok) return stream;
  const unnamed = await job.files.begin();
  const read = await takeIn(job, stream.value, unnamed);
  const right = read.ok && isRight(job.file, unnamed, read.value);
  if (right) await unnamed.name(job.file.sha256, job.file.part);
  else await unnamed.drop();
  if (!read.ok) return read;
  return right ? ok(null) : failed({ kind: 'conflict', what: 'photo' });
}

/** Writes what comes; answers the bytes of a thumbnail, which is looked at before it is named. */
async function takeIn(job: DownloadJob, stream: Bytes, unnamed: Unnamed): Promise<Result<Uint8Array>> {
  const isThumb = job.file.part === 'thumb';
  const most = isThumb ? maxThumbBytes : job.file.bytes;
  const thumb: Uint8Array[] = [];
  const silence = { timer: undefined as NodeJS.Timeout | undefined };
  let taken = 0;
  try {
    for await (const chunk of stream) {
      clearTimeout(silence.timer);
      taken += chunk.length;
      if (taken > most) return failed({ kind: 'conflict', what: 'photo' });
      await unnamed.write(chunk);
      if (isThumb) thumb.push(chunk);
      job.progress(Math.floor((taken / most) * 100));
      await job.turn();
      silence.timer = setTimeout(() => stream.destroy(new Error('silence')), silenceMs);
    }
    return ok(Buffer.concat(thumb));
  } catch (error) {
    if (isDisk(error)) throw error;
    return failed(offline);
  } finally {
    clearTimeout(silence.timer);
    stream.destroy(new Error('over'));
  }
}

function isRight(file: PhotoFile, unnamed: Unnamed, thumb: Uint8Array): boolean {
  return file.part === 'thumb' ? readThumb(thumb).ok : unnamed.sha256() === file.sha256;
}

/** A line that is cut is no news; a disk that is full is. What is forbidden may be the network to this program. */
const isDisk = (error: unknown): boolean => ofDisk.has(fileCause(error) ?? 'held');
const ofDisk: ReadonlySet<FileCause> = new Set(['full', 'failing', 'read-only']);
