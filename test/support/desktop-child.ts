/** Hosts a PC's backend in a process of its own, over process messages; the test beside it may kill it at any moment. */
import type { Question } from '../../src-shared/ipc/notices.ts';
import { type DesktopOptions, openDesktop } from './desktop.ts';

const desktop = await openDesktop(JSON.parse(process.argv[2] ?? '') as DesktopOptions);
const reply = desktop.reply as (name: string, input: unknown) => Promise<unknown>;
process.on('message', ({ n, name, input }: Question) => {
  void reply(name, input).then((answer) => process.send?.({ n, reply: answer }));
});
process.on('disconnect', () => void desktop.close().then(() => process.exit()));
process.send?.({ n: 0, reply: 'ready' });
