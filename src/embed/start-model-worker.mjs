// A thread does not inherit what lets the one that starts it read TypeScript, so this file is not TypeScript.
import { register } from 'tsx/esm/api';

register();
await import('./model-worker.ts');
