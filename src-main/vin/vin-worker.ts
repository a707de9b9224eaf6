// The thread that decodes VINs: a decoding is a quarter of a second of SQL, which no typing may wait for.

import { rm } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { readVehicle } from './read-vehicle.ts';
import type { VinAnswer, VinQuestion, VinWorkerData } from './vin-messages.ts';
import { openVpic, type Vpic } from './vpic-database.ts';
import { unpackedVpic } from './vpic-file.ts';

type Opened = { readonly file: string; readonly vpic: Vpic };

const { archivePath, folder, nativeBinding } = workerData as VinWorkerData;
const kept: { opened: Opened | null } = { opened: null };

async function open(): Promise<Opened> {
  const file = await unpackedVpic(archivePath, folder, nativeBinding);
  try {
    return { file, vpic: openVpic(file, nativeBinding) };
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

async function answer(question: VinQuestion): Promise<VinAnswer> {
  try {
    kept.opened ??= await open();
    const { vpic } = kept.opened;
    if ('make' in question) return { models: vpic.modelsOf(question.make) };
    const latestYear = new Date().getFullYear() + 1;
    return { decoding: await readVehicle(question.vin, vpic, latestYear) };
  } catch (error) {
    await discard();
    return { problem: error instanceof Error ? error.message : 'unknown' };
  }
}

/** Data that cannot be read is damaged: the next question unpacks it anew. */
async function discard(): Promise<void> {
  const { opened } = kept;
  kept.opened = null;
  if (opened === null) return;
  opened.vpic.close();
  await rm(opened.file, { force: true });
}

parentPort?.on('message', (question: VinQuestion) => {
  void answer(question).then((said) => parentPort?.postMessage(said));
});
