/** Files of photos: begun, sent piece by piece, asked for and fetched, each by its content and in its own shop alone. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { routes } from '../../src-shared/api/contract.ts';
import { failed, ok, type Result } from '../../src-shared/base/result.ts';
import { isSha256, type PhotoPart } from '../../src-shared/domain/photo/photo.ts';
import type { Caller, Sessions } from '../auth/sessions.ts';
import type { PhotoName } from '../files/photo-store.ts';
import { mayAddPhotos, mayRead } from '../policies/edits.ts';
import { findPhoto, type PhotoDeps } from '../services/photos.ts';
import { type Refused, refusals } from './answers.ts';
import { guardedRoute, noInput, rawRoute, smallBody } from './door.ts';
import { createUploads, type UploadLog } from './photo-uploads.ts';

type Deps = PhotoDeps & { readonly everyAnswer: Readonly<Record<string, string>>; readonly log: UploadLog };

export function photoRoutes(app: FastifyInstance, sessions: Sessions, deps: Deps): void {
  const uploads = createUploads(deps);
  const handOver = async (request: FastifyRequest, reply: FastifyReply, caller: Caller, name?: PhotoName) => {
    reply.hijack();
    for (const [header, value] of Object.entries(deps.everyAnswer)) reply.raw.setHeader(header, value);
    await uploads.serve(request.raw, reply.raw, { caller, name, reference: request.id });
    return ok(null);
  };
  rawRoute(app, sessions, { route: routes.addPhoto, may: mayAddPhotos, serve: handOver });
  for (const part of ['full', 'thumb'] as const) {
    const { path } = part === 'full' ? routes.photo : routes.thumb;
    rawRoute(app, sessions, {
      route: { method: 'PATCH', path },
      may: mayAddPhotos,
      async serve(request, reply, caller) {
        const name = nameOf(request, caller, part);
        return name.ok ? handOver(request, reply, caller, name.value) : name;
      },
    });
    rawRoute(app, sessions, {
      route: { method: 'HEAD', path },
      may: mayRead,
      async serve(request, reply, caller) {
        const name = nameOf(request, caller, part);
        if (!name.ok) return name;
        await uploads.finish(name.value);
        const photo = await findPhoto(deps, name.value);
        if (photo === undefined) return handOver(request, reply, caller, name.value);
        return tellWhole(reply, photo.bytes);
      },
    });
    guardedRoute(app, sessions, {
      route: { method: 'GET', path },
      maxBytes: smallBody,
      input: noInput,
      may: mayRead,
      async serve({ request, caller }) {
        const name = nameOf(request, caller, part);
        const photo = name.ok ? await findPhoto(deps, name.value) : undefined;
        if (!name.ok || photo === undefined) return failed(refusals['not-found']);
        const { sha256, type, bytes } = photo;
        const stream = deps.photos.open(name.value);
        const headers = { ...fileHeaders(`${sha256.slice(0, 16)}.${type}`), 'content-length': String(bytes) };
        return ok({ status: 200, type: type === 'pdf' ? 'application/pdf' : `image/${type}`, stream, headers });
      },
    });
  }
}

/** The shop comes from the session, never from the address. */
function nameOf({ params }: FastifyRequest, { shopId }: Caller, part: PhotoPart): Result<PhotoName, Refused> {
  const { sha256 } = params as { readonly sha256: string };
  return isSha256(sha256) ? ok({ shop: shopId, sha256, part }) : failed(refusals['not-found']);
}

/** A file that is whole is told in the words of an upload that has ended. */
async function tellWhole(reply: FastifyReply, bytes: number): Promise<Result<null, Refused>> {
  const length = String(bytes);
  await reply.code(200).headers({ 'tus-resumable': '1.0.0', 'upload-offset': length, 'upload-length': length }).send();
  return ok(null);
}

/** A photo is a file to keep, whatever somebody put into it: no page, no script, nothing to guess. */
const fileHeaders = (name: string): Record<string, string> => ({
  'content-disposition': `attachment; filename="${name}"`,
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
});
