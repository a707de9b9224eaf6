// Sends one file of a photo. The cloud knows how much of it has arrived, so nothing about it need be remembered here.

import { createHash } from 'node:crypto';
import { DetailedError, Upload } from 'tus-js-client';
import { photoPath, routes } from '../../src-shared/api/contract.ts';
import type { Failure } from '../../src-shared/base/failure.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { PhotoPart, Sha256 } from '../../src-shared/domain/photo/photo.ts';
import { readThumb } from '../../src-shared/domain/photo/read-image.ts';
import type { PhotoFile } from '../db/photo-file.ts';

export type UploadJob = {
  readonly cloudUrl: string;
  readonly token: string;
  readonly sha256: Sha256;
  readonly part: PhotoPart;
  readonly bytes: Buffer;
  /** Resolves when the line is free for the next piece. */
  readonly turn: () => Promise<unknown>;
  readonly progress: (percent: number) => void;
  readonly signal: AbortSignal;
};

/** Small enough for a slow line, and so that edits get the line between two pieces. */
const pieceBytes = 512 * 1024;
/** The library waits for ever on a line that is dead. */
const silenceMs = 30_000;
/** tus: the bytes are not what their name says. */
export const wrongContent = 460;

/** What is wrong with the file itself and not with the line: its bytes, their type or their number. */
const unwanted: readonly (number | undefined)[] = [400, 413, 415, wrongContent];

/** Sends what the cloud has not yet; `conflict` when it did not take the bytes, as other than their name or otherwise. */
export function uploadPhoto(job: UploadJob): Promise<Result<null>> {
  return new Promise((resolve) => {
    const end = (result: Result<null>) => {
      clearTimeout(silence.timer);
      job.signal.removeEventListener('abort', abort);
      resolve(result);
    };
    const abort = () => {
      void upload.abort();
      end(failed({ kind: 'offline' }));
    };
    const silence = { timer: undefined as NodeJS.Timeout | undefined };
    const heard = () => {
      clearTimeout(silence.timer);
      silence.timer = setTimeout(abort, silenceMs);
    };
    const upload = new Upload(job.bytes, {
      endpoint: new URL(routes.addPhoto.path, job.cloudUrl).href,
      // The address follows from the content: the library asks there first how much has arrived.
      uploadUrl: new URL(photoPath(job.sha256, job.part), job.cloudUrl).href,
      headers: { authorization: `Bearer ${job.token}` },
      metadata: { sha256: job.sha256, part: job.part },
      chunkSize: pieceBytes,
      retryDelays: null,
      storeFingerprintForResuming: false,
      fingerprint: async () => '',
      onBeforeRequest: async () => {
        clearTimeout(silence.timer);
        await job.turn();
        heard();
      },
      onProgress: (sent, of) => {
        heard();
        job.progress(Math.floor((sent / of) * 100));
      },
      onSuccess: () => end(ok(null)),
      onError: (error) => end(failed(failureOf(error))),
    });
    if (job.signal.aborted) return end(failed({ kind: 'offline' }));
    job.signal.addEventListener('abort', abort);
    upload.start();
  });
}

function failureOf(error: Error): Failure {
  const status = error instanceof DetailedError ? error.originalResponse?.getStatus() : undefined;
  if (unwanted.includes(status)) return { kind: 'conflict', what: 'photo' };
  if (status === 401) return { kind: 'forbidden', need: 'sign-in' };
  if (status === 403) return { kind: 'forbidden', need: 'edit-photos' };
  return status === undefined ? { kind: 'offline' } : { kind: 'unavailable', what: 'cloud' };
}

/** Whether bytes are what their name says. A photo is named by its content; a thumbnail by its photo, so it need only be one. */
export const isItself = ({ sha256, part }: PhotoFile, bytes: Uint8Array): boolean =>
  part === 'thumb' ? readThumb(bytes).ok : createHash('sha256').update(bytes).digest('hex') === sha256;
