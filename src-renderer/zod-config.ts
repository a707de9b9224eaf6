// Keeps zod from probing `new Function`, which the page's content security policy refuses; imported before all else.

import { z } from 'zod';

z.config({ jitless: true });
