/** A network between a PC and the cloud that can be cut: a real TCP relay that loses questions, answers, or everything. */
import { once } from 'node:events';
import net from 'node:net';

/** A route as it stands at the head of an HTTP request, such as `POST /sync/push`. */
export type Route = `${string} /${string}`;

export type CutProxy = {
  /** What the PC takes for the cloud. */
  readonly url: string;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  restore(): void;
  /** The next request of this route reaches the cloud, but its answer is cut after so many bytes. Resolves when that happened. */
  loseAnswer(route: Route, afterBytes?: number): Promise<void>;
  /** The next request of this route is cut after so many bytes. Resolves when that happened. */
  loseRequest(route: Route, afterBytes: number): Promise<void>;
  /** Nothing more of the next answer on this route comes after so many bytes, and it does not end. Resolves then. */
  hangAnswer(route: Route, afterBytes: number): Promise<void>;
  /** How many requests of this route came by. */
  count(route: Route): number;
  close(): Promise<void>;
};

type Trap = {
  readonly route: Route;
  readonly side: 'request' | 'answer';
  readonly afterBytes: number;
  readonly end: 'cut' | 'hang';
  readonly sprung: () => void;
};

type Wire = { readonly inner: net.Socket; readonly outer: net.Socket };

/** Opens a relay to the cloud at the address given. */
export async function openCutProxy(cloudUrl: string): Promise<CutProxy> {
  const cloud = new URL(cloudUrl);
  const wires = new Set<Wire>();
  const traps: Trap[] = [];
  const seen: string[] = [];
  const line = { isCut: false };

  const server = net.createServer((inner) => {
    if (line.isCut) return void inner.resetAndDestroy();
    const wire = { inner, outer: net.connect(Number(cloud.port), cloud.hostname) };
    wires.add(wire);
    relay(wire, { traps, seen, ended: () => wires.delete(wire) });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const hangUp = () => {
    for (const wire of [...wires]) cutWire(wire);
  };
  const trap = (one: Omit<Trap, 'sprung'>) => new Promise<void>((sprung) => traps.push({ ...one, sprung }));
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    cut() {
      line.isCut = true;
      hangUp();
    },
    restore() {
      line.isCut = false;
    },
    loseAnswer: (route, afterBytes = 0) => trap({ route, side: 'answer', afterBytes, end: 'cut' }),
    loseRequest: (route, afterBytes) => trap({ route, side: 'request', afterBytes, end: 'cut' }),
    hangAnswer: (route, afterBytes) => trap({ route, side: 'answer', afterBytes, end: 'hang' }),
    count: (route) => seen.filter((head) => head.startsWith(`${route} `)).length,
    async close() {
      const closed = once(server, 'close');
      server.close();
      hangUp();
      await closed;
    },
  };
}

type Relay = { readonly traps: Trap[]; readonly seen: string[]; readonly ended: () => void };

const requestHead = /^[A-Z]+ \/\S* HTTP\/1\.1\r\n/;

/** Passes bytes on both ways; a request that a trap waits for takes the trap with it. */
function relay(wire: Wire, { traps, seen, ended }: Relay): void {
  const { inner, outer } = wire;
  const held = { trap: undefined as Trap | undefined, left: 0 };
  const pass = (side: Trap['side'], to: net.Socket) => (chunk: Buffer) => {
    if (held.trap?.side !== side) return void to.write(chunk);
    const passed = chunk.subarray(0, held.left);
    held.left -= passed.length;
    const { trap } = held;
    if (held.left > 0) return void to.write(passed);
    wire.outer.pause();
    to.write(passed, () => {
      if (trap.end === 'cut') cutWire(wire);
      trap.sprung();
    });
  };
  const toCloud = pass('request', outer);
  inner.on('data', (chunk) => {
    const head = requestHead.exec(chunk.toString('latin1', 0, 200))?.[0];
    if (head) {
      seen.push(head);
      const at = traps.findIndex(({ route }) => head.startsWith(`${route} `));
      const [trap] = at < 0 ? [] : traps.splice(at, 1);
      if (trap) Object.assign(held, { trap, left: trap.afterBytes });
    }
    toCloud(chunk);
  });
  outer.on('data', pass('answer', inner));
  for (const [one, other] of [[inner, outer] as const, [outer, inner] as const]) {
    one.on('error', () => other.destroy());
    one.on('close', () => {
      other.end();
      ended();
    });
  }
}

function cutWire({ inner, outer }: Wire): void {
  inner.resetAndDestroy();
  outer.destroy();
}
