import { parentPort, workerData } from 'node:worker_threads';
import { loadModel } from './e5.ts';
import type { WorkerReply, WorkerRequest, WorkerStart } from './token-model.ts';

const port = parentPort;
// Only a worker acts on being loaded.
if (port !== null) {
  const { settings, atWork } = workerData as WorkerStart;
  const reply = (message: WorkerReply, transfer: ArrayBuffer[] = []): void =>
    port.postMessage(message, transfer);
  const leaveRuntime = (): void => {
    Atomics.store(atWork, 0, 0);
    Atomics.notify(atWork, 0);
  };
  try {
    const model = await loadModel(settings);
    let computing = Promise.resolve();
    let isEnding = false;
    port.on('message', (request: WorkerRequest) => {
      // What was sent before the end was known is answered by the end.
      if (isEnding) return;
      if ('isEnd' in request) {
        isEnding = true;
        // The runtime must not be closed under a text that it computes.
        void computing.then(() => model.close()).finally(() => port.close());
        return;
      }
      computing = model
        .embed(request.input, true)
        .finally(leaveRuntime)
        .then(
          (embedding) => reply({ embedding }, [embedding.buffer as ArrayBuffer]),
          (error: unknown) => reply({ error }),
        );
    });
    leaveRuntime();
    reply({ isLoaded: true });
  } catch (error) {
    leaveRuntime();
    reply({ error });
    port.close();
  }
}
