import path from 'node:path';
import { AutoModel, AutoTokenizer, env, Tensor } from '@huggingface/transformers';
import type { PreTrainedTokenizer } from '@huggingface/transformers';
import { readCentering } from './centering.ts';
import type { Centering } from './centering.ts';
import { UserError } from '../errors.ts';
import type { Embedder, ModelIdentity } from './embedder.ts';
import { findWeightFile, hashFile, locateModel } from './model-files.ts';
import type { ModelLocation } from './model-files.ts';
import type { ModelInput, ModelSettings, TokenModel } from './token-model.ts';
import { loadWorkerModel } from './worker-model.ts';

/** How to load the model. */
export interface E5Options {
  /** A model folder, or a hub id. */
  readonly model: string;
  /** Threads of one inference. */
  readonly threads: number;
  /** Where models from the hub are kept. */
  readonly hubCache: string;
  /**
   * Computes in a thread of its own, so that this one stays free; false if not given. Loading takes longer then, since the
   * thread loads the runtime for itself.
   */
  readonly inWorker?: boolean;
}

/** Positions the model was trained with (model card of intfloat/multilingual-e5-small). */
const maxModelTokens = 512;

/** How far from 1 a squared norm may be after dividing by the norm in float32. */
const normTolerance = 1e-3;

/**
 * Loads the embedding model: mean pooling over the attention mask, L2 norm, `query: ` before questions and
 * `passage: ` before texts (Wang et al., "Multilingual E5 Text Embeddings", arXiv 2402.05672, and the model card).
 *
 * @throws UserError `model-missing`, `model-unloadable`
 */
export async function loadE5(options: E5Options): Promise<Embedder> {
  const location = locateModel(options.model, options.hubCache);
  configureRuntime(location);
  try {
    const local = location.isRemote ? undefined : findWeightFile(location);
    const hashing = local && hashFile(local.path);
    // Awaited below; a failure before that must not count as unhandled.
    hashing?.catch(() => undefined);
    const settings: ModelSettings = {
      id: location.id,
      isRemote: location.isRemote,
      root: location.root,
      dtype: local?.dtype ?? 'q8',
      threads: options.threads,
    };
    const loading = options.inWorker === true ? loadWorkerModel(settings) : undefined;
    loading?.catch(() => undefined);
    const tokenizer = await AutoTokenizer.from_pretrained(location.id);
    const model = await (loading ?? loadModel(settings));
    try {
      const fileHash = await (hashing ?? hashFile(findWeightFile(location).path));
      const { length: dimension } = await model.embed(tokenize(tokenizer, 'a'), true);
      const prefix = choosePrefix(location.id);
      const identity: ModelIdentity = { id: location.id, fileHash, dimension, prefix };
      const means = path.join(location.root, location.id, 'language-means.json');
      return createEmbedder(model, tokenizer, identity, readCentering(means, identity));
    } catch (error) {
      await model.close();
      throw error;
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('model-unloadable', { model: location.id, folder: location.root }, { cause });
  }
}

/** The E5 family was trained with these prefixes; for another model an invented prefix would only be noise. */
function choosePrefix(id: string): ModelIdentity['prefix'] {
  return /e5/i.test(id) ? { question: 'query: ', passage: 'passage: ' } : { question: '', passage: '' };
}

function configureRuntime(location: Pick<ModelLocation, 'isRemote' | 'root'>): void {
  env.allowRemoteModels = location.isRemote;
  env.allowLocalModels = !location.isRemote;
  env.localModelPath = location.root;
  env.cacheDir = location.root;
}

/** Loads the model in this thread. */
export async function loadModel(settings: ModelSettings): Promise<TokenModel> {
  configureRuntime(settings);
  const model = await AutoModel.from_pretrained(settings.id, {
    dtype: settings.dtype,
    session_options: {
      intraOpNumThreads: settings.threads,
      interOpNumThreads: 1,
      // Threads that wait sleep instead of spinning: beside other work on 2 cores that gives 1,110 tokens a second
      // instead of 645 (2026-11-24).
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    },
  });
  return {
    async embed(input) {
      const tensors = Object.entries(input).map(([name, { data, dims }]) => [
        name,
        new Tensor('int64', data, [...dims]),
      ]);
      const { last_hidden_state: states } = (await model(Object.fromEntries(tensors))) as ModelOutput;
      const [batchSize, sequenceLength, hiddenSize] = states.dims;
      if (batchSize !== 1 || sequenceLength === undefined || hiddenSize === undefined) {
        throw new TypeError(`unexpected model output [${states.dims.join(', ')}]`);
      }
      return poolMean(states.data as Float32Array, sequenceLength, hiddenSize);
    },
    async close() {
      await model.dispose();
    },
  };
}

interface ModelOutput {
  readonly last_hidden_state: Tensor;
}

function createEmbedder(
  model: TokenModel,
  tokenizer: PreTrainedTokenizer,
  identity: ModelIdentity,
  centering: Centering | null,
): Embedder {
  const { prefix, dimension } = identity;
  const embed = async (text: string, isUrgent: boolean): Promise<Float32Array> => {
    const embedding = await model.embed(tokenize(tokenizer, text), isUrgent);
    if (embedding.length !== dimension) {
      throw new TypeError(`model gave ${String(embedding.length)} numbers, expected ${String(dimension)}`);
    }
    return embedding;
  };
  return {
    identity,
    centering,
    maxModelTokens,
    countTokens: (text) => tokenizer.encode(text, { add_special_tokens: false }).length,
    embedQuestion: (question) => embed(prefix.question + question, true),
    // One text at a time: padding a batch of mixed lengths costs more than batching gains (the model's README).
    async embedPassages(texts, onEmbedded) {
      const embeddings: Float32Array[] = [];
      for (const text of texts) {
        embeddings.push(await embed(prefix.passage + text, false));
        onEmbedded?.(embeddings.length);
      }
      return embeddings;
    },
    close: () => model.close(),
  };
}

function tokenize(tokenizer: PreTrainedTokenizer, text: string): ModelInput {
  // A lone surrogate is no text: the tokenizer would see a replacement character anyway, but say so here.
  const tensors = (tokenizer as unknown as Tokenize)(text.toWellFormed(), {
    truncation: true,
    max_length: maxModelTokens,
  });
  const inputs = Object.entries(tensors).map(([name, { data, dims }]) => [
    name,
    { data: data as BigInt64Array, dims },
  ]);
  return Object.fromEntries(inputs) as ModelInput;
}

type Tokenize = (
  text: string,
  options: { truncation: boolean; max_length: number },
) => Record<string, Tensor>;

/**
 * Mean of the token states, divided by its L2 norm. With one text a call nothing is padded, so the attention mask
 * is all ones and the mean over the mask is the mean over all positions.
 *
 * @param states `[sequenceLength, hiddenSize]`, row by row
 * @throws RangeError if a number is not finite
 */
export function poolMean(states: Float32Array, sequenceLength: number, hiddenSize: number): Float32Array {
  const mean = new Float32Array(hiddenSize);
  for (let row = 0; row < sequenceLength; row++) {
    const offset = row * hiddenSize;
    for (let column = 0; column < hiddenSize; column++) mean[column]! += states[offset + column]!;
  }
  let squares = 0;
  for (const value of mean) squares += value * value;
  const norm = Math.sqrt(squares);
  let check = 0;
  for (let column = 0; column < hiddenSize; column++) {
    mean[column]! /= norm;
    check += mean[column]! ** 2;
  }
  if (!(Math.abs(check - 1) < normTolerance))
    throw new RangeError('the model gave an embedding that is not finite');
  return mean;
}
