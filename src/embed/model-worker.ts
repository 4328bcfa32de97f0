import { parentPort, workerData } from 'node:worker_threads';
import { loadModel } from './e5.ts';
import type { ModelSettings, WorkerReply, WorkerRequest } from './token-model.ts';

const port = parentPort;
// Only a worker acts on being loaded.
if (port !== null) {
  const reply = (message: WorkerReply, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  try {
    const model = await loadModel(workerData as ModelSettings);
    let computing = Promise.resolve();
    port.on('message', (request: WorkerRequest) => {
      if ('isEnd' in request) {
        // The runtime must not be closed under a text that it computes.
        void computing.then(() => model.close()).finally(() => port.close());
        return;
      }
      computing = model.embed(request.input, true).then(
        (embedding) => reply({ embedding }, [embedding.buffer as ArrayBuffer]),
        (error: unknown) => reply({ error }),
      );
    });
    reply({ isLoaded: true });
  } catch (error) {
    reply({ error });
    port.close();
  }
}
