// The requests about the life of a workfile that are edits: its intake, into the bin, and out of it.

import { z } from 'zod';
import type { CustomerId, WorkfileId } from '../../base/ids.ts';
import { insuranceSpec } from '../../domain/insurance/insurance.ts';
import { contactSpec } from '../../domain/people/contact.ts';
import { vehicleSpec } from '../../domain/vehicle/vehicle.ts';
import type { Intake } from '../../domain/workfile/intake.ts';
import { workfileSpec } from '../../domain/workfile/workfile.ts';
import { id, strict } from '../change.ts';
import { request } from '../request.ts';

type OfWorkfile = { readonly workfileId: WorkfileId };
const ofWorkfile = z.strictObject({ workfileId: id<WorkfileId>() });

const { company, claim } = insuranceSpec.groups;
const intake = z.strictObject({
  customerId: id<CustomerId>().nullable(),
  name: strict(contactSpec.groups.name),
  cell: strict(contactSpec.groups.cell),
  identity: strict(vehicleSpec.groups.identity),
  company: strict(company).shape.name,
  claim: strict(claim).shape.number,
  estimator: strict(workfileSpec.groups.tracking).shape.estimator,
}) as unknown as z.ZodType<Intake>;

/** The life's entries of the door. */
export const lifeRequests = {
  /** Makes a workfile of what was asked at the counter; what it says is one step of undo. */
  'workfile.take-in': request<Intake, WorkfileId>(intake),
  /** Puts a workfile into the bin, where it is listed for thirty days; undo and restoring take it out again. */
  'workfile.bin': request<OfWorkfile, null>(ofWorkfile),
  /** Takes a workfile out of the bin. */
  'workfile.restore': request<OfWorkfile, null>(ofWorkfile),
} as const;
