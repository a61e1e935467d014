import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InferenceSession } from 'onnxruntime-node';
import { OnrecordError } from '../document/index.ts';

/** `models/` beside the package's `package.json`, from the sources as from what is built of them. */
export function modelsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'models');
}

/** A text file of the models. Throws `model-unavailable`. */
export function readModelFile(folder: string, file: string): string {
  try {
    return readFileSync(join(folder, file), 'utf8');
  } catch (cause) {
    throw unavailable(`its file ${file} cannot be read in ${folder}`, cause);
  }
}

/** Opens an ONNX file; gives the runtime's tensors with it. Throws `model-unavailable`. */
export async function openSession(path: string) {
  const { InferenceSession, Tensor } = await import('onnxruntime-node').catch((cause: unknown) => {
    throw unavailable(
      `the ONNX runtime does not load here (${firstLine(cause)}); it needs Linux with glibc, macOS or Windows, on x64 or arm64: npm ci installs it anew`,
      cause,
    );
  });
  try {
    // One thread a session: the same scores everywhere, and workers side by side do better than threads within one.
    const options: InferenceSession.SessionOptions = {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
      extra: {
        // Without this, processors that lack VNNI add products of bytes in 16 bits, which overflow: other statements.
        session: { x64quantprecision: '1' },
        // Joined with the sum before it, ONNX Runtime's layer norm takes a tenth longer for the whole network.
        optimization: { disable_specified_optimizers: 'SkipLayerNormFusion;BiasSkipLayerNormFusion' },
      },
    };
    return { Tensor, session: await InferenceSession.create(path, options) };
  } catch (cause) {
    throw unavailable(`its file ${path} is missing or damaged (${firstLine(cause)}); install Onrecord anew`, cause);
  }
}

function firstLine(cause: unknown): string {
  return (cause as Error).message.split('\n')[0]!;
}

function unavailable(reason: string, cause: unknown): OnrecordError {
  return new OnrecordError('model-unavailable', `The tagger cannot be loaded: ${reason}.`, { cause });
}
