/** CDK Drive behind Fortellis, as its guides say that it answers: sign-in, headers, customers, vehicles, repair orders. */
import { z } from 'zod';
import { type Answered, type Asked, openContractServer } from './contract-server.ts';
import { createLedger, type Fields } from './fortellis-ledger.ts';
import { cdkSetup } from './shop-setups.ts';

export const fortellisKey = { clientId: 'our-app-key', clientSecret: 'our-app-secret' };
const { subscriptionId } = cdkSetup;

type Stored = { readonly [field: string]: unknown };

export const json = (status: number, data: unknown, headers: Readonly<Record<string, string>> = {}): Answered => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(data),
});
/** An error of the gateway. */
export const gatewayError = (status: number, errorCode: string, headers: Readonly<Record<string, string>> = {}) =>
  json(status, { errorCode, message: `Fortellis says ${errorCode}` }, headers);

export async function openFortellisServer({ pageSize = 100 } = {}) {
  const books = { customers: [] as Stored[], vehicles: [] as Stored[], repairOrders: [] as Stored[] };
  const tokens = new Map<string, 'good' | 'expired'>();
  const ledger = createLedger();
  const signIn = ({ headers, body }: Asked): Answered => {
    const { clientId, clientSecret } = fortellisKey;
    const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const form = new URLSearchParams(body);
    if (headers.authorization !== basic)
      return json(401, { error: 'invalid_client', error_description: `No client with the key ${clientSecret}` });
    if (form.get('grant_type') !== 'client_credentials' || form.get('scope') !== 'anonymous')
      return json(400, { error: 'invalid_scope' });
    const token = `token-${tokens.size + 1}`;
    tokens.set(token, 'good');
    return json(200, { access_token: token, token_type: 'Bearer', expires_in: 3600, scope: 'anonymous' });
  };
  const server = await openContractServer((asked) => {
    if (asked.path === '/token') return signIn(asked);
    return gate(asked, tokens) ?? route(asked);
  });
  const route = (asked: Asked): Answered => {
    const [, step] = /^\/cdk\/drive\/glwippost\/(\w+)$/.exec(asked.path) ?? [];
    if (step !== undefined) return json(200, ledger.take(step, JSON.parse(asked.body) as Fields));
    if (asked.path === '/cdkdrive/crm/v1/customers') return customers(asked, books.customers);
    if (asked.path === '/cdkdrive/service/v1/vehicles') return vehicles(asked, books.vehicles);
    if (asked.path === '/service/cdk-drive/v2/repair-orders') return repairOrders(asked, books.repairOrders, pageSize);
    return gatewayError(404, 'API-DOES-NOT-EXIST');
  };
  return {
    ...server,
    books,
    ledger,
    /** Ends every token before its time. */
    expireTokens(): void {
      for (const token of tokens.keys()) tokens.set(token, 'expired');
    },
  };
}

/** What the gateway does not let through. */
function gate({ headers, path }: Asked, tokens: ReadonlyMap<string, 'good' | 'expired'>): Answered | undefined {
  const [, token] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  if (token === undefined) return gatewayError(401, 'MISSING-AUTHORIZATION');
  const state = tokens.get(token);
  if (state !== 'good') return gatewayError(401, state === 'expired' ? 'TOKEN-EXPIRED' : 'INVALID-TOKEN');
  if (headers['subscription-id'] === undefined) return gatewayError(400, 'MISSING-SUBSCRIPTION-ID');
  if (headers['subscription-id'] !== subscriptionId) return gatewayError(403, 'SUBSCRIPTION-MISMATCH');
  if (headers['request-id'] === undefined) return json(400, { code: 400, message: 'Request-Id is required' });
  const department = path.includes('/glwippost/') ? 'ACC-1' : path.includes('/repair-orders') ? 'SVC-1' : undefined;
  if (department !== undefined && headers['department-id'] !== department)
    return json(400, { code: 400, message: `Department-Id must be of the right DMS type` });
  return undefined;
}

const newCustomer = z.object({
  name: z.union([
    z.strictObject({ first: z.string().min(1), last: z.string().min(1) }),
    z.strictObject({ companyName: z.string().min(1) }),
  ]),
  contactMethods: z.object({ primaryPhone: z.string().regex(/^\d{10}$/), email1: z.string().min(2) }),
});

function customers({ method, query, body }: Asked, stored: Stored[]): Answered {
  if (method === 'GET') {
    const wanted = (query.get('name') ?? query.get('phone') ?? '').toLowerCase();
    return json(200, { items: stored.filter((one) => JSON.stringify(one).toLowerCase().includes(wanted)) });
  }
  return create(stored, newCustomer, body, { field: 'customerId', first: 800_001, status: 200 });
}

const newVehicle = z.object({
  identification: z.object({ vin: z.string().length(17) }),
  ownerHref: z.string().regex(/\/cdkdrive\/crm\/v1\/customers\/\w+$/),
});

function vehicles({ method, query, body }: Asked, stored: Stored[]): Answered {
  if (method !== 'GET') return create(stored, newVehicle, body, { field: 'vehicleId', first: 4001, status: 201 });
  const vin = query.get('vin') ?? '';
  return json(200, { items: stored.filter((one) => newVehicle.parse(one).identification.vin.endsWith(vin)) });
}

const newRepairOrder = z.object({
  customerHref: z.string().regex(/\/customers\/\w+$/),
  vehicleHref: z.string().regex(/\/vehicles\/\w+$/),
  serviceAdvisorId: z.string().min(1),
  serviceLineItems: z
    .array(z.object({ laborType: z.string(), laborOperations: z.array(z.object({ saleAmount: z.number() })).min(1) }))
    .min(1),
});

function repairOrders({ method, path, query, body }: Asked, stored: Stored[], pageSize: number): Answered {
  if (method !== 'GET')
    return create(stored, newRepairOrder, body, { field: 'repairOrderId', first: 612_001, status: 201 });
  const advisor = query.get('serviceAdvisorId') ?? '';
  const items = stored.filter(({ serviceAdvisorId }) => serviceAdvisorId === advisor);
  const first = Number(query.get('page') ?? 0) * pageSize;
  const next = new URLSearchParams({ serviceAdvisorId: advisor, page: String(first / pageSize + 1) });
  const links = items.length > first + pageSize ? { next: { href: `${path}?${next}` } } : {};
  return json(200, { items: items.slice(first, first + pageSize), links });
}

function create(
  stored: Stored[],
  shape: z.ZodType,
  body: string,
  { field, first, status }: { readonly field: string; readonly first: number; readonly status: number },
): Answered {
  const data = JSON.parse(body) as Stored;
  const read = shape.safeParse(data);
  if (!read.success) return json(400, { code: 400, message: `Invalid ${read.error.issues[0]?.path.join('.')}` });
  const made = { ...data, [field]: String(first + stored.length) };
  stored.push(made);
  return json(status, made);
}
