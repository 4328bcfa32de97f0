import path from 'node:path';
import { AutoModel, AutoTokenizer, env } from '@huggingface/transformers';
import type { PreTrainedModel, PreTrainedTokenizer, Tensor } from '@huggingface/transformers';
import { readCentering } from './centering.ts';
import type { Centering } from './centering.ts';
import { UserError } from '../errors.ts';
import type { Embedder, ModelIdentity } from './embedder.ts';
import { findWeightFile, hashFile, locateModel } from './model-files.ts';
import type { ModelLocation } from './model-files.ts';

/** How to load the model. */
export interface E5Options {
  /** A model folder, or a hub id. */
  readonly model: string;
  /** Threads of one inference. */
  readonly threads: number;
  /** Where models from the hub are kept. */
  readonly hubCache: string;
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
    const tokenizer = await AutoTokenizer.from_pretrained(location.id);
    const model = await AutoModel.from_pretrained(location.id, {
      dtype: local?.dtype ?? 'q8',
      session_options: {
        intraOpNumThreads: options.threads,
        interOpNumThreads: 1,
        // Threads that wait sleep instead of spinning: beside other work on 2 cores that gives 1,110 tokens a second
        // instead of 645 (2026-11-24).
        extra: { session: { intra_op: { allow_spinning: '0' } } },
      },
    });
    const fileHash = await (hashing ?? hashFile(findWeightFile(location).path));
    const dimension = (await embed(model, tokenizer, 'a')).length;
    const identity: ModelIdentity = {
      id: location.id,
      fileHash,
      dimension,
      prefix: choosePrefix(location.id),
    };
    return createEmbedder(
      model,
      tokenizer,
      identity,
      readCentering(path.join(location.root, location.id, 'language-means.json'), identity),
    );
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError('model-unloadable', { model: location.id, folder: location.root }, { cause });
  }
}

/** The E5 family was trained with these prefixes; for another model an invented prefix would only be noise. */
function choosePrefix(id: string): ModelIdentity['prefix'] {
  return /e5/i.test(id) ? { question: 'query: ', passage: 'passage: ' } : { question: '', passage: '' };
}

function configureRuntime(location: ModelLocation): void {
  env.allowRemoteModels = location.isRemote;
  env.allowLocalModels = !location.isRemote;
  env.localModelPath = location.root;
  env.cacheDir = location.root;
}

function createEmbedder(
  model: PreTrainedModel,
  tokenizer: PreTrainedTokenizer,
  identity: ModelIdentity,
  centering: Centering | null,
): Embedder {
  const { prefix, dimension } = identity;
  return {
    identity,
    centering,
    maxModelTokens,
    countTokens: (text) => tokenizer.encode(text, { add_special_tokens: false }).length,
    embedQuestion: (question) => embed(model, tokenizer, prefix.question + question, dimension),
    // One text at a time: padding a batch of mixed lengths costs more than batching gains (the model's README).
    async embedPassages(texts, onEmbedded) {
      const embeddings: Float32Array[] = [];
      for (const text of texts) {
        embeddings.push(await embed(model, tokenizer, prefix.passage + text, dimension));
        onEmbedded?.(embeddings.length);
      }
      return embeddings;
    },
    async close() {
      await model.dispose();
    },
  };
}

async function embed(
  model: PreTrainedModel,
  tokenizer: PreTrainedTokenizer,
  text: string,
  dimension?: number,
): Promise<Float32Array> {
  // A lone surrogate is no text: the tokenizer would see a replacement character anyway, but say so here.
  const input = (tokenizer as unknown as Tokenize)(text.toWellFormed(), {
    truncation: true,
    max_length: maxModelTokens,
  });
  const output = (await model(input)) as { last_hidden_state: Tensor };
  const [batchSize, sequenceLength, hiddenSize] = output.last_hidden_state.dims;
  if (batchSize !== 1 || sequenceLength === undefined || hiddenSize === undefined) {
    throw new TypeError(`unexpected model output [${output.last_hidden_state.dims.join(', ')}]`);
  }
  if (dimension !== undefined && hiddenSize !== dimension) {
    throw new TypeError(`model gave ${String(hiddenSize)} numbers, expected ${String(dimension)}`);
  }
  return poolMean(output.last_hidden_state.data as Float32Array, sequenceLength, hiddenSize);
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
