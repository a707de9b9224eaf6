/** The child's side of a measurement: answers the steps it is asked for, and says what each one cost. */
import diagnostics from 'node:diagnostics_channel';
import type net from 'node:net';
import { recordProfile } from './profile.ts';

export type Steps = Readonly<Record<string, (input: never) => unknown>>;

/** Time, and what this process worked in it. */
export type Passed = { readonly ms: number; readonly cpuMs: number };
/** What one step cost this process; bytes are those of connections that it opened. */
export type Cost = Passed & {
  readonly rssMiB: number;
  readonly sent: number;
  readonly received: number;
};
export type Asked = { readonly n: number; readonly step: string; readonly input: unknown };
export type Answered = { readonly n: number; readonly cost: Cost; readonly answer: unknown; readonly error?: string };

/** Serves the parent until it goes away. */
export function answerSteps(name: string, steps: Steps): void {
  const wire = wireCounter();
  process.on('message', ({ n, step, input }: Asked) => {
    void costOf(wire, () => recordProfile(`${name}-${step}`, () => run(steps, step, input))).then(
      ({ cost, answer }) => process.send?.({ n, cost, answer } satisfies Answered),
      (error: unknown) => process.send?.({ n, error: error instanceof Error ? error.stack : String(error) }),
    );
  });
  process.on('disconnect', () => process.exit());
}

function run(steps: Steps, step: string, input: unknown): unknown {
  const work = steps[step];
  if (work === undefined) throw new Error(`no step ${step}`);
  return work(input as never);
}

async function costOf(wire: () => { sent: number; received: number }, work: () => unknown) {
  const before = { wire: wire(), cpu: process.cpuUsage(), at: performance.now() };
  const answer = await work();
  const ms = performance.now() - before.at;
  const cpu = process.cpuUsage(before.cpu);
  const after = wire();
  const cost: Cost = {
    ms,
    cpuMs: (cpu.user + cpu.system) / 1000,
    rssMiB: process.memoryUsage.rss() / 2 ** 20,
    sent: after.sent - before.wire.sent,
    received: after.received - before.wire.received,
  };
  return { cost, answer };
}

/** Counts the bytes of every connection that this process opens, whichever library opens it. */
function wireCounter() {
  const sockets = new Set<net.Socket>();
  const closed = { sent: 0, received: 0 };
  diagnostics.subscribe('net.client.socket', (message) => {
    const { socket } = message as { readonly socket: net.Socket };
    sockets.add(socket);
    socket.once('close', () => {
      sockets.delete(socket);
      closed.sent += socket.bytesWritten;
      closed.received += socket.bytesRead;
    });
  });
  return () => {
    const open = [...sockets];
    return {
      sent: open.reduce((sum, { bytesWritten }) => sum + bytesWritten, closed.sent),
      received: open.reduce((sum, { bytesRead }) => sum + bytesRead, closed.received),
    };
  };
}
