/** A network between a PC and the cloud that misbehaves by a script: a real HTTP proxy between real programs. */
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Exchange, takeExchange } from './exchange.ts';
import { type Fault, type FaultKind, type FaultScript, hitsStreams, type Route } from './fault.ts';
import { type Crossing, createCrossing, pass, playFault } from './play-fault.ts';

export type FaultProxy = {
  /** What the PC takes for the cloud. */
  readonly url: string;
  /** The cloud is at another address from now on. */
  moveTo(cloudUrl: string): void;
  /** Ends every connection and refuses new ones. */
  cut(): void;
  restore(): void;
  /** From now on this script decides; null lets everything pass. */
  play(script: FaultScript | null): void;
  /** The next request of this route meets this fault. Resolves when it was played. */
  next(route: Route, fault: Fault): Promise<void>;
  /** How many requests of this route came by. */
  count(route: Route): number;
  /** How many requests of this route were under way at the same time, at most. */
  busiest(route: Route): number;
  /** How often each fault was played. */
  readonly tally: ReadonlyMap<FaultKind, number>;
  close(): Promise<void>;
};

type Plan = { readonly route: Route; readonly fault: Fault; readonly played: () => void };

export type FaultProxyOptions = {
  readonly script?: FaultScript;
  /** Shared by the proxies whose requests may overtake each other. */
  readonly crossing?: Crossing;
};

/** Opens a proxy in front of the cloud at the address given. */
export async function openFaultProxy(cloudUrl: string, options: FaultProxyOptions = {}): Promise<FaultProxy> {
  const { crossing = createCrossing() } = options;
  const line = { cloud: new URL(cloudUrl), agent: new http.Agent({ keepAlive: true }) };
  const state = { script: options.script ?? null, isCut: false };
  const plans: Plan[] = [];
  const counts = new Map<Route, number>();
  const underWay = new Map<Route, number>();
  const busiest = new Map<Route, number>();
  const tally = new Map<FaultKind, number>();

  const planFor = ({ route }: Exchange): Omit<Plan, 'route'> | null => {
    const at = plans.findIndex((plan) => plan.route === route);
    if (at >= 0) return plans.splice(at, 1)[0] ?? null;
    const fault = state.script?.(route) ?? null;
    return fault === null || (isStream(route) && !hitsStreams(fault)) ? null : { fault, played: () => undefined };
  };
  const server = http.createServer((request, response) => {
    void takeExchange(line, request, response)
      .then(async (exchange) => {
        const { route } = exchange;
        counts.set(route, (counts.get(route) ?? 0) + 1);
        const now = (underWay.get(route) ?? 0) + 1;
        underWay.set(route, now);
        busiest.set(route, Math.max(now, busiest.get(route) ?? 0));
        exchange.response.once('close', () => underWay.set(route, (underWay.get(route) ?? 1) - 1));
        const plan = planFor(exchange);
        if (plan !== null) tally.set(plan.fault.kind, (tally.get(plan.fault.kind) ?? 0) + 1);
        if (plan === null) await pass(exchange, await exchange.send());
        else await playFault(plan.fault, exchange, crossing).finally(plan.played);
        crossing.passed();
      })
      // Whichever side hung up, the other one learns of it.
      .catch(() => response.destroy());
  });
  server.on('connection', (socket) => state.isCut && socket.resetAndDestroy());
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    moveTo(cloudUrl) {
      line.cloud = new URL(cloudUrl);
      server.closeAllConnections();
    },
    cut() {
      state.isCut = true;
      server.closeAllConnections();
    },
    restore() {
      state.isCut = false;
    },
    play(script) {
      state.script = script;
    },
    next: (route, fault) => new Promise((played) => plans.push({ route, fault, played })),
    count: (route) => counts.get(route) ?? 0,
    busiest: (route) => busiest.get(route) ?? 0,
    tally,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      line.agent.destroy();
      await closed;
    },
  };
}

const isStream = (route: Route): boolean => route === 'GET /sync/live';
