import { z } from 'zod';

/**
 * To be imported before every other contract in a browser: the Content-Security-Policy of Custom UI forbids `eval`, which
 * zod would try out on first use (a report of a violation each time, although it carries on without).
 */
z.config({ jitless: true });
