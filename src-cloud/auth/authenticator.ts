/** The authentication library, set up: passwords, sessions and bearer tokens. Nothing else in the cloud names it. */
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { bearer } from 'better-auth/plugins/bearer';
import type { DeviceId, UserId } from '../../src-shared/base/ids.ts';
import type { Database } from '../db/database.ts';
import { unavailable } from '../db/unavailable.ts';

export type NewUser = { readonly name: string; readonly email: string; readonly password: string };
/** A password that was right: the bearer token, and the name under which the session is stored. */
export type SignedIn = { readonly userId: UserId; readonly token: string; readonly stored: string };
/** A session that is open. */
export type OpenSession = {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly device: DeviceId | null;
  /** The name under which it is stored. */
  readonly stored: string;
};

export type Authenticator = {
  /** Checks a password; unknown addresses take as long as wrong passwords and are told the same. */
  readonly signIn: (email: string, password: string) => Promise<SignedIn | undefined>;
  readonly readSession: (token: string) => Promise<OpenSession | undefined>;
  readonly signOut: (token: string) => Promise<void>;
  /** The user of this address, made where there is none yet. */
  readonly ensureUser: (user: NewUser) => Promise<UserId>;
};

const dayS = 24 * 60 * 60;

export function createAuthenticator(database: Database, secret: string): Authenticator {
  const auth = library(database, secret);
  return {
    async signIn(email, password) {
      const answer = await granted(auth.api.signInEmail({ body: { email, password }, returnHeaders: true }));
      if (answer === undefined) return undefined;
      const token = answer.headers.get('set-auth-token');
      if (token === null) throw new Error('signing in gave no token');
      return { userId: answer.response.user.id as UserId, token, stored: answer.response.token };
    },
    async readSession(token) {
      const found = (await granted(auth.api.getSession({ headers: bearing(token) }))) ?? undefined;
      if (found === undefined) return undefined;
      const { user, session } = found;
      const device = (session.deviceId ?? null) as DeviceId | null;
      return { userId: user.id as UserId, name: user.name, email: user.email, device, stored: session.token };
    },
    signOut: async (token) => void (await auth.api.signOut({ headers: bearing(token) })),
    async ensureUser(user) {
      const { internalAdapter } = await auth.$context;
      const found = await internalAdapter.findUserByEmail(user.email);
      if (found !== null) return found.user.id as UserId;
      const created = await auth.api.signUpEmail({ body: { ...user } });
      return created.user.id as UserId;
    },
  };
}

/** What the library grants; nothing where it refuses. Trouble of the database comes wrapped, and is unwrapped here. */
async function granted<T>(asking: Promise<T>): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    if (!(error instanceof APIError)) throw unavailable(error);
    if (error.statusCode < 500) return undefined;
    throw unavailable(error.cause ?? error);
  }
}

const bearing = (token: string): Headers => new Headers({ authorization: `Bearer ${token}` });

const times = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** Its HTTP handler is not mounted: what is called here is all that can be called. */
const library = (database: Database, secret: string) =>
  betterAuth({
    database: database.pool,
    secret,
    baseURL: 'http://127.0.0.1',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, autoSignIn: false, minPasswordLength: 12, maxPasswordLength: 200 },
    user: { modelName: 'person', fields: { emailVerified: 'email_verified', ...times } },
    session: {
      modelName: 'session',
      // A PC may be without a network for weeks; each day of use renews the session.
      expiresIn: 60 * dayS,
      updateAge: dayS,
      fields: {
        userId: 'person_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...times,
      },
      additionalFields: { deviceId: { type: 'string', required: false, input: false, fieldName: 'device_id' } },
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'person_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...times,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...times } },
    plugins: [bearer({ requireSignature: true })],
  });
