/** Signing in on a PC, and who a request is from: the shop always follows from the session, never from the request. */

import type { SessionUser } from '../../src-shared/api/contract.ts';
import type { DeviceId, ShopId, UserId } from '../../src-shared/base/ids.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import type { Role } from '../../src-shared/domain/access/role.ts';
import { letterOf } from '../../src-shared/domain/receipt/receipt-number.ts';
import type { Device } from '../../src-shared/sync/protocol.ts';
import type { Database } from '../db/database.ts';
import { noteSeen, readDevice, saveDevice } from '../db/devices.ts';
import { enterShop } from '../db/memberships.ts';
import { bindSession } from '../db/sessions.ts';
import { attemptKey, countAttempt, forgiveAttempt } from '../db/sign-in-attempts.ts';
import { asPerson } from '../db/tenant.ts';
import type { Authenticator } from './authenticator.ts';

/** Who asks: a person in a role, in a shop, on a PC. */
export type Caller = {
  readonly userId: UserId;
  readonly shopId: ShopId;
  readonly role: Role;
  readonly device: DeviceId;
  readonly incarnation: string;
  /** The name of the PC. */
  readonly pc: string;
  readonly user: SessionUser;
};

/** Why a door stays shut. `device-forked`: the PC's identity is already used by another copy of it. */
export type Shut = 'unauthorized' | 'forbidden' | 'too-many' | 'device-forked';

export type SignIn = {
  readonly email: string;
  readonly password: string;
  readonly device: Device;
  /** The network address it comes from. */
  readonly from: string;
};

export type Sessions = {
  readonly signIn: (input: SignIn) => Promise<Result<{ token: string; user: SessionUser }, Shut>>;
  readonly identify: (token: string) => Promise<Result<Caller, Shut>>;
  /** The PC of a session goes on under another identity. */
  readonly enrol: (token: string, device: Device) => Promise<Result<Caller, Shut>>;
  readonly signOut: (token: string) => Promise<void>;
};

const triesOfAddress = 10;
const triesOfPlace = 100;

export function createSessions(database: Database, authenticator: Authenticator): Sessions {
  return {
    async signIn(input) {
      const own = attemptKey('address', input.email.toLowerCase(), input.from);
      const place = attemptKey('place', input.from);
      const tries = await database.lend((sql) => countAttempt(sql, [own, place]));
      if ((tries.get(own) ?? 0) > triesOfAddress || (tries.get(place) ?? 0) > triesOfPlace) return failed('too-many');
      const signedIn = await authenticator.signIn(input.email, input.password);
      if (signedIn === undefined) return failed('unauthorized');
      await database.lend((sql) => forgiveAttempt(sql, [own, place]));
      const seated = await takeSeat(database, signedIn.userId, input.device);
      if (!seated.ok) {
        await authenticator.signOut(signedIn.token);
        return seated;
      }
      await database.lend((sql) => bindSession(sql, signedIn.stored, input.device.id));
      const caller = await identify(database, authenticator, signedIn.token);
      return caller.ok ? ok({ token: signedIn.token, user: caller.value.user }) : caller;
    },
    identify: (token) => identify(database, authenticator, token),
    async enrol(token, device) {
      const session = await authenticator.readSession(token);
      if (session === undefined) return failed('unauthorized');
      const seated = await takeSeat(database, session.userId, device);
      if (!seated.ok) return seated;
      await database.lend((sql) => bindSession(sql, session.stored, device.id));
      return identify(database, authenticator, token);
    },
    signOut: (token) => authenticator.signOut(token),
  };
}

/** Registers the PC in the person's shop, unless it was revoked there or is a copy of another. */
const takeSeat = (database: Database, person: UserId, device: Device): Promise<Result<null, Shut>> =>
  asPerson(database, person, async (sql) => {
    const [seat, known] = await Promise.all([enterShop(sql, person), readDevice(sql, device.id)]);
    if (seat === undefined) return failed('forbidden');
    if (known?.revoked) return failed('forbidden');
    if (known !== undefined && known.incarnation !== device.incarnation) return failed('device-forked');
    await saveDevice(sql, seat.shopId, device, person);
    return ok(null);
  });

async function identify(
  database: Database,
  authenticator: Authenticator,
  token: string,
): Promise<Result<Caller, Shut>> {
  const session = await authenticator.readSession(token);
  const device = session?.device ?? null;
  if (session === undefined || device === null) return failed('unauthorized');
  return asPerson(database, session.userId, async (sql) => {
    const [seat, known] = await Promise.all([enterShop(sql, session.userId), readDevice(sql, device)]);
    if (seat === undefined || known === undefined || known.revoked) return failed('forbidden');
    if (!known.seen) await noteSeen(sql, seat.shopId, device);
    const { shopId, role } = seat;
    const { incarnation, name: pc, place } = known;
    const person = { userId: session.userId, name: session.name, email: session.email };
    const user = { ...seat, ...person, ...(place !== null && { pc: { id: device, letter: letterOf(place) } }) };
    return ok({ userId: session.userId, shopId, role, device, incarnation, pc, user });
  });
}
