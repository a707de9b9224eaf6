// The backend's door: a name and an input come in, a Result goes out, and nothing else happens.

import { type Failure, invalid } from '../../src-shared/base/failure.ts';
import { failed, type Result } from '../../src-shared/base/result.ts';
import { maxQuestionBytes } from '../../src-shared/ipc/notices.ts';
import { type Handlers, type RequestName, requests } from '../../src-shared/ipc/requests.ts';

export type Router = (name: string, input: unknown) => Promise<Result<unknown>>;

type Handler = (input: unknown) => Result<unknown> | Promise<Result<unknown>>;

/** Routes questions to handlers; `explain` logs what was thrown and answers the failure to show for it. */
export function createRouter(handlers: Handlers, explain: (name: RequestName, error: unknown) => Failure): Router {
  return async (name, input) => {
    if (!isRequestName(name)) return failed({ kind: 'not-found', what: 'request' });
    if (!isSmall(input)) return failed(invalid('input', 'too-large', maxQuestionBytes));
    try {
      const parsed = requests[name].parse(input);
      if (!parsed.ok) return parsed;
      return await (handlers[name] as Handler)(parsed.value);
    } catch (error) {
      return failed(explain(name, error));
    }
  };
}

const isRequestName = (name: string): name is RequestName => typeof name === 'string' && Object.hasOwn(requests, name);

/** What cannot be written as JSON, because it is circular or too deep, is as good as too large. */
function isSmall(input: unknown): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(input) ?? '') <= maxQuestionBytes;
  } catch {
    return false;
  }
}
