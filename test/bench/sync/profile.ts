/** Writes a CPU profile of one piece of work where BENCH_PROFILES names a folder. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import path from 'node:path';

export async function recordProfile<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const folder = process.env.BENCH_PROFILES;
  if (folder === undefined || folder === '') return work();
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: 200 });
  await session.post('Profiler.start');
  const answer = await work();
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  writeFileSync(path.join(folder, `${name}-${process.pid}-${Date.now()}.cpuprofile`), JSON.stringify(profile));
  return answer;
}
