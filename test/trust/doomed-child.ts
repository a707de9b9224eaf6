/** Hosts a PC's backend in a process that kills itself where its options say. */
import type { DesktopOptions } from '../support/desktop.ts';
import { type Doom, dieAt } from './doom.ts';

const { doom } = JSON.parse(process.argv[2] ?? '') as DesktopOptions & { readonly doom: Doom };
dieAt(doom);
await import('../support/desktop-child.ts');
