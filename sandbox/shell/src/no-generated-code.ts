import { config } from 'zod';

// The security policy of the page forbids the code that zod would otherwise write at run time. Imported before every
// module that makes a schema, because zod looks when a schema is made.
config({ jitless: true });
