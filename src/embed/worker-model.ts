import { Worker } from 'node:worker_threads';
import type {
  ModelInput,
  ModelSettings,
  TokenModel,
  WorkerReply,
  WorkerRequest,
  WorkerStart,
} from './token-model.ts';

/** Longest time that the end of the process waits for the runtime; a text takes some 60 ms, loading a second or two. */
const maxExitWaitMs = 5000;

interface Waiting {
  readonly input: ModelInput;
  readonly resolve: (embedding: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Loads the model in a thread of its own: one inference blocks the thread that it is called on, a whole chunk for some 60 ms.
 * The thread is given one text at a time, so a question waits for at most one of the texts that are being indexed.
 *
 * @throws Error as the model's loader threw it, or that the thread ended
 */
export async function loadWorkerModel(settings: ModelSettings): Promise<TokenModel> {
  const model = new WorkerModel(settings);
  await model.loaded;
  return model;
}

class WorkerModel implements TokenModel {
  readonly loaded: Promise<void>;
  readonly #worker: Worker;
  readonly #atWork = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)).fill(1);
  readonly #urgent: Waiting[] = [];
  readonly #usual: Waiting[] = [];
  readonly #ended: Promise<void>;
  #computing: Waiting | undefined;
  #onLoaded: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;
  /** Why no text is taken any more. */
  #end: Error | undefined;

  constructor(settings: ModelSettings) {
    this.#worker = new Worker(new URL('./start-model-worker.mjs', import.meta.url), {
      workerData: { settings, atWork: this.#atWork } satisfies WorkerStart,
      // What this thread was started with, such as a test runner's hooks, is not for that one.
      execArgv: [],
    });
    this.loaded = new Promise((resolve, reject) => {
      this.#onLoaded = { resolve, reject };
    });
    // A thread that is ended inside the runtime takes the whole process with it (an uncaught Napi::Error, SIGABRT), and
    // the end of the process ends its threads.
    const waitForRuntime = (): void => void Atomics.wait(this.#atWork, 0, 1, maxExitWaitMs);
    process.once('exit', waitForRuntime);
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', (code) => {
        process.off('exit', waitForRuntime);
        this.#stop(new Error(`the thread of the embedding model ended (code ${String(code)})`));
        resolve();
      });
    });
    this.#worker.on('message', (reply: WorkerReply) => this.#take(reply));
    this.#worker.once('error', (error) => this.#stop(asError(error)));
  }

  embed(input: ModelInput, isUrgent: boolean): Promise<Float32Array> {
    return new Promise((resolve, reject) => {
      if (this.#end !== undefined) {
        reject(this.#end);
        return;
      }
      (isUrgent ? this.#urgent : this.#usual).push({ input, resolve, reject });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#stop(new Error('the embedding model was closed'));
    this.#worker.ref();
    this.#send({ isEnd: true });
    await this.#ended;
  }

  #take(reply: WorkerReply): void {
    if ('isLoaded' in reply) {
      this.#onLoaded?.resolve();
      this.#worker.unref();
      return;
    }
    if ('error' in reply && this.#computing === undefined) {
      this.#stop(asError(reply.error));
      return;
    }
    const computed = this.#computing;
    this.#computing = undefined;
    this.#next();
    if ('error' in reply) computed?.reject(asError(reply.error));
    else computed?.resolve(reply.embedding);
  }

  #next(): void {
    if (this.#computing !== undefined) return;
    this.#computing = this.#urgent.shift() ?? this.#usual.shift();
    if (this.#computing === undefined) {
      // Nothing to wait for: the program may end without closing the model, as without a worker.
      this.#worker.unref();
      return;
    }
    this.#worker.ref();
    Atomics.store(this.#atWork, 0, 1);
    this.#send({ input: this.#computing.input });
  }

  #send(request: WorkerRequest): void {
    const buffers = 'input' in request ? Object.values(request.input).map(({ data }) => data.buffer) : [];
    this.#worker.postMessage(request, buffers as ArrayBuffer[]);
  }

  #stop(error: Error): void {
    this.#end ??= error;
    this.#onLoaded?.reject(this.#end);
    const waiting = [this.#computing, ...this.#urgent.splice(0), ...this.#usual.splice(0)];
    this.#computing = undefined;
    for (const each of waiting) each?.reject(this.#end);
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
