import { setTimeout } from 'node:timers/promises';
import { loadConfig } from '../../src/config.ts';
import { loadEmbedder } from '../../src/pipeline/load-embedder.ts';

// Run as a process of its own: ends in the middle of the work that its model has.
const embedder = await loadEmbedder(loadConfig({}), { inWorker: true });
const passages = Array.from({ length: 50 }, () => 'The ferry sails. '.repeat(80));
embedder.embedPassages(passages).catch(() => undefined);
await setTimeout(200);
process.exit(0);
