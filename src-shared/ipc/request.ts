// How one entry of the door between window and backend is declared.

import { z } from 'zod';
import type { Failure } from '../base/failure.ts';
import { failed, ok, type Result } from '../base/result.ts';
import { issueOf } from '../domain/record.ts';

/** A request's parser; its answer's type rides along. */
export type Request<Input, Output> = {
  readonly parse: (raw: unknown) => Result<Input, Failure>;
  readonly ' answer'?: Output;
};

/** Declares a request by the schema of its input; unknown fields are refused. */
export const request = <Input, Output>(schema: z.ZodType<Input>): Request<Input, Output> => ({
  parse(raw) {
    const parsed = schema.safeParse(raw);
    return parsed.success ? ok(parsed.data) : failed(issueOf('input', parsed.error));
  },
});

/** The input of a request that takes none. */
export const nothing = z.strictObject({});
export type Nothing = z.output<typeof nothing>;
