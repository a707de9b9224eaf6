/** Uploads by the tus protocol: its library keeps count of the bytes, what may arrive is decided here. */
import { MemoryLocker, Server, type ServerOptions } from '@tus/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import type { ShopId } from '../../src-shared/base/ids.ts';
import {
  isSha256,
  maxPhotoBytes,
  maxThumbBytes,
  type PhotoPart,
  photoParts,
} from '../../src-shared/domain/photo/photo.ts';
import type { Caller } from '../auth/sessions.ts';
import type { PhotoName } from '../files/photo-store.ts';
import { findPhoto, type PhotoDeps, type Sender, takeOver } from '../services/photos.ts';
import { createUploadRoom, type UploadRoom } from '../services/upload-room.ts';

export type UploadLog = (event: string, fields: Readonly<Record<string, string | number>>) => void;

/** Who asks, and for which file; a new upload names its file in its own words. */
type Asked = { readonly caller: Caller; readonly name: PhotoName | undefined; readonly reference: string };
type RawRequest = FastifyRequest['raw'];
type Request = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0];
type Upload = Parameters<NonNullable<ServerOptions['onUploadFinish']>>[1];

/** Why an upload is refused, as the library wants it told. */
class UploadRefused extends Error {
  readonly status_code: number;
  readonly body: string;
  constructor(status: number, body: string) {
    super(body);
    this.status_code = status;
    this.body = `${body}\n`;
  }
}

/** tus: the bytes are not what they are said to be. */
const wrongContent = 460;
const mostArrivals = 500;

export function createUploads(deps: PhotoDeps & { readonly log: UploadLog }) {
  const servers = new Map<ShopId, Server>();
  const asked = new WeakMap<RawRequest, Asked>();
  const taking = new Map<string, Promise<boolean>>();
  const room = createUploadRoom(deps.photos.listArrivals, mostArrivals);

  /** Takes an upload over that has all its bytes, once; false when they were wrong. */
  const take = (name: PhotoName, sender: Sender): Promise<boolean> => {
    const key = `${name.shop}/${deps.photos.arrivalOf(name.sha256, name.part)}`;
    const running = taking.get(key) ?? takeOver(deps, name, sender).then(({ ok }) => ok);
    taking.set(key, running);
    return running.finally(() => taking.delete(key));
  };
  const serverOf = (shop: ShopId): Server => {
    const server = servers.get(shop) ?? new Server(optionsOf({ ...deps, shop, take, room, askedBy: askedBy(asked) }));
    if (!servers.has(shop)) server.cleanUpExpiredUploads().catch(() => undefined);
    servers.set(shop, server);
    return server;
  };
  return {
    /** Answers one request of the protocol. */
    async serve(request: RawRequest, reply: FastifyReply['raw'], who: Asked): Promise<void> {
      asked.set(request, who);
      try {
        await serverOf(who.caller.shopId).handle(request, reply);
      } finally {
        room.leave(who);
      }
    },
    /** A cloud that stopped between the last byte and taking the file over does so when it is asked for. */
    async finish(name: PhotoName): Promise<void> {
      const upload = await arrivalIn(serverOf(name.shop), deps.photos.arrivalOf(name.sha256, name.part));
      if (upload !== undefined && upload.offset === upload.size) await take(name, senderOf(upload));
    },
  };
}

type Rules = PhotoDeps & {
  readonly shop: ShopId;
  readonly log: UploadLog;
  readonly take: (name: PhotoName, sender: Sender) => Promise<boolean>;
  readonly room: UploadRoom;
  readonly askedBy: (request: Request) => Asked;
};

/** The library's settings for one shop: its files lie in the shop's own folder and nowhere else. */
function optionsOf(rules: Rules): ServerOptions & { datastore: ReturnType<PhotoDeps['photos']['arrivals']> } {
  const { photos, shop, askedBy } = rules;
  return {
    path: routes.addPhoto.path,
    datastore: photos.arrivals(shop),
    // Of this process alone. Two processes on one disk may spoil an arrival between them; what is kept of it was
    // checked, so that it is refused and sent again.
    locker: new MemoryLocker(),
    maxSize: maxPhotoBytes,
    relativeLocation: true,
    respectForwardedHeaders: false,
    allowedOrigins: [],
    namingFunction: (_request, metadata) => {
      const { sha256, part } = namedIn(metadata);
      return photos.arrivalOf(sha256, part);
    },
    generateUrl: (_request, { id, path }) => `${path}/${id.replace('.thumb', '/thumb')}`,
    getFileIdFromRequest(request) {
      const { name } = askedBy(request);
      return name && photos.arrivalOf(name.sha256, name.part);
    },
    onUploadCreate: (request, upload) => mayBegin(rules, request, upload),
    async onUploadFinish(_request, upload) {
      const right = await rules.take({ shop, ...namedIn(upload.metadata) }, senderOf(upload));
      if (!right) throw new UploadRefused(wrongContent, 'not what it is named');
      return {};
    },
    onResponseError(request, error) {
      if ('status_code' in error) return undefined;
      const { reference } = askedBy(request);
      rules.log('failed', { reference, route: 'photos', name: error.name });
      return { status_code: 500, body: `unexpected ${reference}\n` };
    },
  };
}

async function mayBegin(rules: Rules, request: Request, upload: Upload) {
  const { photos, shop } = rules;
  const { sha256, part } = namedIn(upload.metadata);
  const size = upload.size ?? 0;
  if (size < 1) throw new UploadRefused(400, 'no length');
  if (part === 'thumb' && size > maxThumbBytes) throw new UploadRefused(413, 'too large');
  if ((await findPhoto(rules, { shop, sha256, part })) !== undefined) throw new UploadRefused(409, 'is here');
  const present = await photos
    .arrivals(shop)
    .getUpload(upload.id)
    .catch(() => undefined);
  // Beginning again would throw away what another PC has sent; asking for the offset goes on from there.
  if (present !== undefined && present.size === size && present.offset > 0) throw new UploadRefused(409, 'begun');
  const asked = rules.askedBy(request);
  if (!(await hasRoom(rules, asked, upload.id))) throw new UploadRefused(429, 'too many');
  const { caller } = asked;
  return { metadata: { sha256, part, person: caller.userId, device: caller.device } };
}

/** Uploads that nobody goes on with make room first: a process may run for months. */
async function hasRoom({ photos, shop, room }: Rules, asked: Asked, id: string): Promise<boolean> {
  if (await room.enter(asked, { shop, id })) return true;
  await photos
    .arrivals(shop)
    .deleteExpired()
    .catch(() => undefined);
  return room.enter(asked, { shop, id });
}

function namedIn(metadata: Upload['metadata']) {
  const sha256 = metadata?.sha256 ?? '';
  const part = photoParts.find((one): one is PhotoPart => one === metadata?.part);
  if (!isSha256(sha256) || part === undefined) throw new UploadRefused(400, 'not named');
  return { sha256, part };
}

const senderOf = ({ metadata }: Pick<Upload, 'metadata'>): Sender => ({
  person: (metadata?.person ?? '') as Sender['person'],
  device: (metadata?.device ?? '') as Sender['device'],
});

const arrivalIn = (server: Server, id: string) => server.datastore.getUpload(id).catch(() => undefined);

/** Who made a request of the library. */
const askedBy =
  (asked: WeakMap<RawRequest, Asked>) =>
  (request: Request): Asked => {
    const raw = request.runtime?.node?.req as RawRequest | undefined;
    const who = raw && asked.get(raw);
    if (who === undefined) throw new Error('a request without its caller');
    return who;
  };
